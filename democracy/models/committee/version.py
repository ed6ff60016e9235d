"""A steering committee as one decision made it: kiện toàn is a new version, never an edit."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q

from democracy import committee_rules as rules
from democracy.models.committee.composing import Composing
from portal.deadlines import Standing, standing
from portal.fields import Field
from portal.instruments import Instrument
from portal.people import Body, Unit, User
from portal.planning.rules import units_of, works_here
from portal.submissions import being_read
from portal.workflow import Step, Subject, Workflow


class Stage(models.TextChoices):
    DRAFT = "draft", "Dự thảo"
    DECIDED = "decided", "Đã kiện toàn"
    ENDED = "ended", "Đã kết thúc hoạt động"


KNOWN = (Stage.DECIDED, Stage.ENDED)


class CommitteeVersions(models.QuerySet["CommitteeVersion"]):
    def visible_to(self, user: User, *, on: date) -> CommitteeVersions:
        """Decided: the whole staff. A draft: its unit, leaders, the coordinator."""
        if not works_here(user, on=on):
            return self.none()
        if user.holds("director", "deputy_director", "coordinator", as_of=on):
            return self
        return self.filter(~Q(stage=Stage.DRAFT) | Q(unit__in=units_of(user, on=on)))

    def in_force(self, *, as_of: date) -> CommitteeVersions:
        """Of each committee the last one that was in force by then, unless it ended."""
        begun = self.filter(stage__in=KNOWN, valid_from__lte=as_of)
        last = begun.order_by("body_id", "-valid_from", "-pk").distinct("body_id")
        return self.filter(pk__in=last.values("pk")).filter(
            Q(ended_on=None) | Q(ended_on__gt=as_of)
        )


class CommitteeVersion(Composing, Subject):
    """Ban Chỉ đạo, Ban Vận động: một lần kiện toàn."""

    stream_kind = "ban-chi-dao"

    class Kind(models.TextChoices):
        STEERING = "ban-chi-dao", "Ban Chỉ đạo"
        CAMPAIGN = "ban-van-dong", "Ban Vận động"

    kind = models.CharField("loại", max_length=12, choices=Kind, default=Kind.STEERING)
    body = models.ForeignKey(
        Body, models.PROTECT, related_name="versions", verbose_name="Ban Chỉ đạo"
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="committee_versions", verbose_name="của đơn vị"
    )
    officer = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người soạn")
    stage = models.CharField("giai đoạn", max_length=8, choices=Stage, default=Stage.DRAFT)
    valid_from = models.DateField("có hiệu lực từ ngày", null=True, blank=True)
    reference = models.CharField("số, ký hiệu quyết định", max_length=80, blank=True)
    dated_on = models.DateField("ngày quyết định", null=True, blank=True)
    regulation = models.ForeignKey(
        Instrument, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="quy chế hoạt động",
    )  # fmt: skip
    ended_on = models.DateField("kết thúc từ ngày", null=True, blank=True)
    ended_because = models.CharField("lý do kết thúc", max_length=300, blank=True)

    objects = CommitteeVersions.as_manager()

    workflow = Workflow(
        Step("compose", "soạn thành phần", (), Stage.DRAFT, rules.composes),
        Step(
            "add_seat",
            "thêm thành viên",
            (Stage.DRAFT,),
            None,
            rules.composes,
            needs=(being_read,),
        ),
        Step(
            "change_seat",
            "sửa thành viên",
            (Stage.DRAFT,),
            None,
            rules.composes,
            needs=(being_read, lambda version: version.lacks_seat()),
        ),
        Step(
            "remove_seat",
            "bỏ thành viên",
            (Stage.DRAFT,),
            None,
            rules.composes,
            needs=(being_read, lambda version: version.lacks_seat()),
        ),
        Step(
            "reconstitute",
            "kiện toàn",
            (Stage.DRAFT,),
            Stage.DECIDED,
            rules.signs,
            prepared_by=rules.composes,
            needs=(lambda version: version.lacks_head(),),
        ),
        Step("note_decision", "ghi số quyết định", (Stage.DECIDED,), None, rules.writes_number),
        Step(
            "assign_duty",
            "phân công nhiệm vụ",
            (Stage.DRAFT, Stage.DECIDED),
            None,
            rules.composes,
            needs=(lambda version: version.lacks_seat(),),
        ),
        Step(
            "withdraw_duty",
            "bỏ phân công",
            (Stage.DRAFT, Stage.DECIDED),
            None,
            rules.composes,
            needs=(lambda version: version.lacks_duty(),),
        ),
        Step(
            "attach_regulation",
            "ghi quy chế hoạt động",
            (Stage.DRAFT, Stage.DECIDED),
            None,
            rules.composes,
        ),
        Step("note_meeting", "ghi cuộc họp", (Stage.DECIDED,), None, rules.composes),
        Step("end_committee", "ghi kết thúc hoạt động", (Stage.DECIDED,), Stage.ENDED, rules.signs),
    )

    class Meta:
        ordering = ["-valid_from", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "valid_from"], name="committee_one_version_a_day"
            ),
            models.UniqueConstraint(
                fields=["body"], condition=Q(stage="draft"), name="committee_one_draft"
            ),
            models.CheckConstraint(
                name="committee_decided_from_a_day",
                condition=Q(stage="draft", valid_from=None)
                | (~Q(stage="draft") & Q(valid_from__isnull=False)),
            ),
            models.CheckConstraint(
                name="committee_decision_has_number_and_day",
                condition=Q(reference="", dated_on=None)
                | (~Q(reference="") & Q(dated_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="committee_ended_with_reason",
                condition=(Q(stage="ended", ended_on__isnull=False) & ~Q(ended_because=""))
                | (~Q(stage="ended") & Q(ended_on=None, ended_because="")),
            ),
        ]

    def __str__(self) -> str:
        return str(self.body)

    def get_absolute_url(self) -> str:
        return f"/dan-chu/ban-chi-dao/{self.code}/"

    # what submissions ask

    field = None
    field_id = None
    due_on = None
    title = property(lambda self: str(self))
    kind_words = property(lambda self: self.get_kind_display())

    def standing(self, *, as_of: date) -> Standing:
        return standing(None, as_of=as_of)

    # questions

    def lacks_seat(self) -> str:
        return "" if self.seats.exists() else "chưa ghi thành viên nào."

    def lacks_head(self) -> str:
        held = self.seats.filter(role=CommitteeSeat.Role.HEAD, user__isnull=False)
        return "" if held.exists() else "chưa có Trưởng ban."

    def lacks_duty(self) -> str:
        return (
            ""
            if CommitteeDuty.objects.filter(seat__version=self).exists()
            else ("chưa phân công việc nào.")
        )


class CommitteeSeat(models.Model):
    """Một chức danh trong Ban; nobody in it: it is empty."""

    class Role(models.TextChoices):
        HEAD = "truong-ban", "Trưởng ban"
        STANDING = "pho-thuong-truc", "Phó Trưởng ban Thường trực"
        DEPUTY = "pho-ban", "Phó Trưởng ban"
        MEMBER = "uy-vien", "Ủy viên"
        SECRETARY = "thu-ky", "Thư ký"
        HELPER = "to-giup-viec", "Tổ giúp việc"

    version = models.ForeignKey(CommitteeVersion, models.PROTECT, related_name="seats")
    place = models.PositiveSmallIntegerField("thứ tự")
    role = models.CharField("chức danh trong Ban", max_length=16, choices=Role)
    post = models.CharField("chức vụ", max_length=200)
    user = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="committee_seats",
        verbose_name="người giữ",
    )  # fmt: skip

    class Meta:
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["version"], condition=Q(role="truong-ban"), name="committee_one_head"
            ),
            models.UniqueConstraint(fields=["version", "user"], name="committee_seat_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.user or 'chưa có người'} ({self.post})"


class CommitteeDuty(models.Model):
    """Một việc được phân công, về lĩnh vực và đơn vị nào."""

    seat = models.ForeignKey(CommitteeSeat, models.PROTECT, related_name="duties")
    text = models.CharField("nhiệm vụ", max_length=500)
    fields = models.ManyToManyField(
        Field, blank=True, related_name="+", verbose_name="lĩnh vực phụ trách"
    )
    units = models.ManyToManyField(
        Unit, blank=True, related_name="+", verbose_name="đơn vị theo dõi"
    )
    since = models.DateField("từ ngày")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text
