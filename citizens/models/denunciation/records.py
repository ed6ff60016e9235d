"""Records of a denunciation: state kept as who, when, why; none has a column for a denouncer."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from portal.people import User

from ..execution import What
from ..vocabulary import Conclusion
from .vocabulary import ExtensionCriterion, GoesOn, OpeningReason, PauseGround


def of_denunciation(related_name: str) -> models.ForeignKey:
    return models.ForeignKey("citizens.Denunciation", models.PROTECT, related_name=related_name)


class Denounced(models.Model):
    """Người, cơ quan, tổ chức bị tố cáo."""

    denunciation = of_denunciation("denounced")
    name = models.CharField("họ tên, tên tổ chức", max_length=200)
    position = models.CharField("chức vụ, nơi công tác", max_length=200, blank=True)
    organisation = models.BooleanField("là cơ quan, tổ chức", default=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.name}, {self.position}" if self.position else self.name


class Exclusion(models.Model):
    """Loại khỏi người được biết: from the day of this row the denunciation does not exist."""

    class Reason(models.TextChoices):
        DENOUNCED = "bi_to_cao", "Là người bị tố cáo"
        RELATED = "lien_quan", "Có quan hệ hoặc lợi ích liên quan đến người bị tố cáo"

    denunciation = of_denunciation("exclusions")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    reason = models.CharField("lý do", max_length=12, choices=Reason)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    since = models.DateField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["denunciation", "user"], name="excluded_once")
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_reason_display().lower()}"


class Allegation(models.Model):
    """Một nội dung tố cáo, out of the typed extract; judged one by one (TC Đ35)."""

    denunciation = of_denunciation("allegations")
    text = models.TextField("nội dung")
    judgement = models.CharField("kết luận", max_length=16, choices=Conclusion, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text[:80]


class DenunciationMember(models.Model):
    """Thành viên Tổ xác minh, who has said that nothing binds them to the denounced."""

    denunciation = of_denunciation("members")
    user = models.ForeignKey(User, models.PROTECT, related_name="denunciations_verified")
    lead = models.BooleanField("tổ trưởng", default=False)
    since = models.DateField()
    days = models.PositiveSmallIntegerField("thời hạn (ngày)")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["denunciation", "user"], name="once_in_the_team"),
            models.UniqueConstraint(
                fields=["denunciation"], condition=Q(lead=True), name="one_lead_of_the_team"
            ),
        ]

    def __str__(self) -> str:
        return str(self.user)


class ExpertOpinion(models.Model):
    """Trưng cầu giám định: its time is not counted."""

    denunciation = of_denunciation("expert_opinions")
    body = models.CharField("cơ quan giám định", max_length=200)
    question = models.TextField("nội dung cần giám định")
    received_on = models.DateField("ngày có kết quả", null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["denunciation"],
                condition=Q(received_on=None),
                name="one_opinion_awaited",
            )
        ]

    def __str__(self) -> str:
        return self.body


class DenunciationExtension(models.Model):
    """Gia hạn giải quyết tố cáo (TC Đ30)."""

    denunciation = of_denunciation("extensions")
    criteria = ArrayField(models.CharField(max_length=16, choices=ExtensionCriterion))
    days = models.PositiveSmallIntegerField("số ngày", default=30, db_default=30)
    ground = models.TextField("căn cứ")
    on = models.DateField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return "; ".join(str(ExtensionCriterion(each).label) for each in self.criteria)


class DenunciationPause(models.Model):
    """Tạm đình chỉ giải quyết tố cáo (TC Đ34)."""

    denunciation = of_denunciation("pauses")
    ground = models.CharField("căn cứ", max_length=16, choices=PauseGround)
    reason = models.TextField("lý do")
    on = models.DateField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.get_ground_display()


class DenunciationWithdrawal(models.Model):
    """Rút tố cáo: the denouncer's act; the paper stays in the envelope (TC Đ33)."""

    class Form(models.TextChoices):
        WRITTEN = "don", "Đơn rút tố cáo (Mẫu số 02)"
        MINUTES = "bien_ban", "Biên bản ghi nhận việc rút tố cáo (Mẫu số 03)"

    denunciation = of_denunciation("withdrawals")
    stated_on = models.DateField("ngày rút")
    form = models.CharField("hình thức", max_length=12, choices=Form)
    part = models.BooleanField("rút một phần", default=False)
    goes_on = models.CharField("vẫn giải quyết vì", max_length=12, choices=GoesOn, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return "Rút một phần" if self.part else "Rút tố cáo"


class DenunciationReport(models.Model):
    """Báo cáo kết quả xác minh (Mẫu số 10, 11)."""

    denunciation = of_denunciation("reports")
    text = models.TextField("kết quả xác minh")
    proposal = models.CharField("đề xuất kết luận", max_length=16, choices=Conclusion)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    on = models.DateField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Báo cáo xác minh {self.on:%d/%m/%Y}"


class DenunciationConclusion(models.Model):
    """Kết luận nội dung tố cáo (Mẫu số 12): what is so, and whose responsibility it is."""

    denunciation = models.OneToOneField(
        "citizens.Denunciation", models.PROTECT, related_name="conclusion"
    )
    paper = models.ForeignKey("citizens.DenunciationPaper", models.PROTECT, related_name="+")
    outcome = models.CharField("kết luận", max_length=16, choices=Conclusion)
    text = models.TextField("nội dung kết luận")
    responsibility = models.TextField("trách nhiệm của người bị tố cáo và người liên quan")

    def __str__(self) -> str:
        return self.get_outcome_display()


class Measure(models.Model):
    """Việc phải xử lý theo kết luận (TC Đ36): the words of an ``Execution``, which has the figures,
    the unit and how far it was carried out (docs/decisions/0212)."""

    NOTHING = "khong"

    denunciation = of_denunciation("measures")
    execution = models.OneToOneField(
        "citizens.Execution", models.PROTECT, null=True, related_name="measure_words"
    )
    kind = models.CharField(
        "việc xử lý",
        max_length=16,
        choices=[*What.choices, (NOTHING, "Không có nội dung phải xử lý")],
    )
    content = models.TextField("nội dung", blank=True)
    responsible = models.CharField("cơ quan, đơn vị thực hiện", max_length=200, blank=True)
    ordered_on = models.DateField("ngày giao")
    result = models.TextField("kết quả", blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.get_kind_display()


class DenunciationPublication(models.Model):
    """Công khai kết luận (TC Đ40; NĐ31 Đ6): the denouncer and State secrets are left out."""

    class Form(models.TextChoices):
        MEETING = "hop", "Công bố tại cuộc họp"
        POSTING = "niem_yet", "Niêm yết tại trụ sở"
        PORTAL = "cong", "Đăng trên cổng, trang thông tin điện tử"
        MEDIA = "bao_chi", "Thông báo trên phương tiện thông tin đại chúng"

    denunciation = of_denunciation("publications")
    form = models.CharField("hình thức", max_length=12, choices=Form)
    start_on = models.DateField("từ ngày")
    until = models.DateField("đến ngày", null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("start_on")),
                name="denunciation_published_in_order",
            )
        ]

    def __str__(self) -> str:
        return self.get_form_display()


class EnvelopeOpening(models.Model):
    """Mở bì mật: one asks, another agrees and opens, and it is closed again."""

    denunciation = of_denunciation("openings")
    reason = models.CharField("để làm gì", max_length=20, choices=OpeningReason)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    agreed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["denunciation"], condition=Q(closed_at=None), name="one_opening_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(agreed_by=None) | ~Q(agreed_by=F("asked_by")),
                name="opened_by_two_people",
            ),
            models.CheckConstraint(
                condition=Q(opened_at=None, agreed_by=None)
                | Q(opened_at__isnull=False, agreed_by__isnull=False),
                name="opened_with_second_signature",
            ),
        ]

    def __str__(self) -> str:
        return f"Mở bì mật {self.asked_at:%d/%m/%Y}"
