"""Lượt tiếp công dân: one line of the register (Mẫu 03/TCD); a denunciation in its own book."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Exists, OuterRef, Q

from portal import deadlines
from portal.deadlines import FAR_FUTURE, Standing
from portal.grounds import RECEPTION, RefusalGround, ground
from portal.people import Unit, User
from portal.registers import CodeKey
from portal.workflow import Step, Subject, Workflow
from portal.working_days import calendar

from ... import rules
from ..case import Case
from ..denunciation import Denunciation
from ..destroyed import MayBeDestroyed
from ..moved_by_calendar import MovedByCalendar
from ..reception.sessions import Host
from ..vocabulary import Gender, Kind
from .afterwards import AfterwardsSteps
from .counting import CountedVisit
from .intake import IntakeSteps
from .parts import VisitInParts
from .records import Printed, Representative, VisitClock, VisitSearch
from .vocabulary import PLAIN_STAGES, Result, Told, VisitKind, VisitStage

__all__ = ["Printed", "Representative", "Visit", "VisitClock", "VisitSearch"]

NO_WORDS = Q(
    name="",
    address="",
    id_number="",
    phone="",
    gender="",
    birth_year=None,
    appointed_on=None,
    content="",
    answer="",
    handled_by="",
    guided_to="",
    forwarded_to="",
    handed_in="",
    note="",
)
"""Under paper custody: nothing that was typed could say who came or about what."""


class Visits(models.QuerySet["Visit"]):
    def visible_to(self, user: User, *, on: date) -> Visits:
        """What this user may see; a denunciation only its own group and whoever entered it.

        Whoever sees a case sees what its people came for, whichever unit received them.
        """
        plain = Q(sealed=False)
        if not rules.oversees(user, on=on):
            cases = Case.objects.visible_to(user, on=on).filter(matter=OuterRef("matter"))
            received = Q(unit__in=rules.units_seen_by(user, on=on)) | Q(receiver=user)
            plain &= received | Exists(cases)
        hidden = Denunciation.objects.hidden_from(user, on=on)
        sealed = Q(sealed=True) & ~Q(petition__in=hidden.values("petition"))
        if not rules.keeps_denunciations(user, on=on):
            sealed &= Q(registered_by=user)
        return self.filter(plain | sealed)

    def plain(self) -> Visits:
        """Those outside the book of denunciations."""
        return self.filter(sealed=False)

    def received(self) -> Visits:
        """Those who were let in: neither refused nor an empty line of the book, each once."""
        let_in = self.exclude(result=Result.REFUSED).exclude(stage=VisitStage.OWN_BOOK)
        return let_in.filter(own_visit=True)

    def overdue(self, *, as_of: date) -> Visits:
        return self.filter(due_key__lt=as_of)


class Visit(
    MayBeDestroyed,
    IntakeSteps,
    AfterwardsSteps,
    VisitInParts,
    CountedVisit,
    MovedByCalendar,
    Subject,
):
    """Một lượt tiếp: who came, about what, what was told."""

    stream_kind = "tiep-dan"
    PERSONAL = ("name", "gender", "birth_year", "id_number", "phone", "address")

    stage = models.CharField(
        "giai đoạn", max_length=24, choices=VisitStage, default=VisitStage.DONE
    )
    sealed = models.BooleanField("có nội dung tố cáo", default=False)
    received_on = models.DateField("ngày tiếp")
    registered_on = models.DateField("ngày vào sổ")
    registered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField("loại tiếp", max_length=12, choices=VisitKind)
    host = models.CharField("người chủ trì", max_length=12, choices=Host, blank=True)
    reception = models.ForeignKey(
        "citizens.Reception", models.PROTECT, null=True, blank=True, related_name="visits"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, verbose_name="đơn vị tiếp")
    place = models.ForeignKey("citizens.ReceptionPlace", models.PROTECT, null=True, blank=True)
    place_name = models.CharField("nơi tiếp", max_length=200, blank=True)
    receiver = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người tiếp"
    )
    receiver_name = models.CharField("người tiếp", max_length=120, blank=True)
    # who came
    name = models.CharField("họ và tên", max_length=200, blank=True)
    gender = models.CharField("giới tính", max_length=4, choices=Gender, blank=True)
    birth_year = models.PositiveSmallIntegerField("năm sinh", null=True, blank=True)
    id_number = models.CharField("số căn cước", max_length=12, blank=True)
    phone = models.CharField("điện thoại", max_length=20, blank=True)
    address = models.CharField("địa chỉ", max_length=300, blank=True)
    people = models.PositiveIntegerField("số người", default=1)
    appointed_on = models.DateField("văn bản cử người đại diện ngày", null=True, blank=True)
    part_of = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name="cùng lượt với",
    )
    own_visit = models.BooleanField("tính một lượt", default=True)
    # about what
    content = models.TextField("nội dung", blank=True)
    petition_kind = models.CharField("loại nội dung", max_length=16, choices=Kind, blank=True)
    field = models.ForeignKey(
        "portal.Field", models.PROTECT, null=True, blank=True, verbose_name="lĩnh vực"
    )
    handled_by = models.CharField("cơ quan đã giải quyết", max_length=300, blank=True)
    competent = models.BooleanField("thuộc thẩm quyền", null=True, blank=True)
    matter = models.ForeignKey(
        "citizens.Matter", models.PROTECT, null=True, blank=True, related_name="visits"
    )
    # what was told
    result = models.CharField("kết quả tiếp", max_length=12, choices=Result, blank=True)
    answer = models.TextField("nội dung trả lời", blank=True)
    guided_to = models.CharField("hướng dẫn đến cơ quan", max_length=300, blank=True)
    forwarded_to = models.CharField("chuyển đến cơ quan", max_length=300, blank=True)
    handed_in = models.TextField("tài liệu đã nhận", blank=True)
    note = models.CharField("ghi chú", max_length=500, blank=True)
    accepts_online = models.BooleanField(
        "người tố cáo không đề nghị giữ bí mật, đồng ý tiếp trực tuyến", null=True, blank=True
    )
    ground = models.CharField("căn cứ từ chối", max_length=8, blank=True)
    petition = models.ForeignKey(
        "citizens.Petition", models.PROTECT, null=True, blank=True, related_name="visits"
    )
    told_as = models.CharField("báo kết quả", max_length=12, choices=Told, blank=True)
    notice_number = models.CharField("số thông báo", max_length=60, blank=True)
    notice_on = models.DateField("ngày thông báo", null=True, blank=True)
    reported_on = models.DateField("cập nhật cơ sở dữ liệu quốc gia ngày", null=True, blank=True)
    due_key = models.DateField("hạn gần nhất", default=FAR_FUTURE)

    objects = Visits.as_manager()

    # the likely next step stands first: it is the page's one primary button
    workflow = Workflow(
        Step("register", "vào sổ", (), None, rules.receives_visits),
        Step(
            "send_refusal",
            "gửi thông báo từ chối",
            (VisitStage.UNANNOUNCED,),
            VisitStage.REFUSED,
            rules.receives_visits,
        ),
        Step(
            "take_petition",
            "nhận đơn",
            PLAIN_STAGES,
            None,
            rules.receives_visits,
            needs=(lambda visit: visit.not_sealed() or visit.no_letter_yet() or visit.nameless(),),
        ),
        Step(
            "take_envelope",
            "nhận bì mật",
            PLAIN_STAGES,
            None,
            rules.receives_visits,
            needs=(lambda visit: visit.no_letter_yet() or visit.is_sealed(),),
        ),
        Step(
            "tell_result",
            "báo kết quả",
            (VisitStage.AWAITED,),
            VisitStage.TOLD,
            rules.receives_visits,
        ),
        Step(
            "join",
            "ghép vào vụ việc",
            PLAIN_STAGES,
            None,
            rules.receives_visits,
            needs=(lambda visit: visit.not_sealed() or visit.no_case_yet(),),
        ),
        Step(
            "correct",
            "đính chính",
            PLAIN_STAGES,
            None,
            rules.receives_visits,
            needs=(lambda visit: visit.not_sealed(),),
        ),
        Step(
            "seal",
            "chuyển sổ riêng",
            PLAIN_STAGES,
            VisitStage.OWN_BOOK,
            rules.receives_visits,
            needs=(lambda visit: visit.not_sealed() or visit.goes_before_its_letter(),),
        ),
        Step(
            "report_nationally",
            "cập nhật cơ sở dữ liệu quốc gia",
            PLAIN_STAGES,
            None,
            rules.receives_visits,
            needs=(lambda visit: visit.not_reported_yet(),),
        ),
    )

    class Meta:
        ordering = ["-received_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["id", "sealed"], name="visit_id_sealed"),
            models.CheckConstraint(
                condition=Q(sealed=False) | (NO_WORDS & Q(petition_kind=Kind.DENUNCIATION)),
                name="sealed_visit_holds_no_text",
            ),
            models.CheckConstraint(
                condition=Q(sealed=True) | ~Q(petition_kind=Kind.DENUNCIATION),
                name="visit_for_denunciation_is_sealed",
            ),
            models.CheckConstraint(
                condition=Q(kind=VisitKind.REGULAR, host="", reception=None)
                | (~Q(kind=VisitKind.REGULAR) & ~Q(host="")),
                name="visit_host_unless_regular",
            ),
            models.CheckConstraint(condition=Q(people__gte=1), name="visit_of_somebody"),
            models.CheckConstraint(
                condition=Q(part_of=None) | Q(sealed=False), name="sealed_visit_is_no_part"
            ),
            models.CheckConstraint(
                condition=Q(accepts_online=None) | Q(sealed=True),
                name="only_sealed_visit_says_online",
            ),
            models.CheckConstraint(
                condition=Q(own_visit=True) | Q(part_of__isnull=False),
                name="only_a_part_is_no_visit_of_its_own",
            ),
            models.CheckConstraint(
                condition=Q(ground="") | Q(result=Result.REFUSED), name="visit_refused_on_ground"
            ),
            models.CheckConstraint(
                condition=Q(notice_on=None, told_as="", notice_number="")
                | (Q(notice_on__isnull=False) & Q(notice_on__gte=models.F("received_on"))),
                name="visit_notice_with_date",
            ),
        ]
        indexes = [
            models.Index(fields=["-received_on", "-id"], name="visit_received"),
            models.Index(fields=["unit", "-received_on", "-id"], name="visit_of_unit"),
            models.Index(fields=["id_number"], condition=~Q(id_number=""), name="visit_id_number"),
            models.Index(fields=["due_key", "id"], name="visit_due"),
            models.Index(CodeKey("code"), "id", name="visit_in_book"),
        ]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return f"/tiep-dan/{self.code}/"

    @property
    def keeps_words(self) -> bool:
        """Under paper custody nobody types anything about a denunciation."""
        return not self.sealed and super().keeps_words

    @property
    def refused_on(self) -> RefusalGround:
        """The ground in the words in which it was told."""
        return ground(RECEPTION, self.ground)

    @property
    def due_on(self) -> date | None:
        return None if self.due_key == FAR_FUTURE else self.due_key

    def standing(self, *, as_of: date) -> Standing:
        """How the nearest time limit stands, in words."""
        return deadlines.standing(
            self.due_on, as_of=as_of, calendar=calendar(), done_on=self.notice_on
        )

    def refresh_due(self) -> None:
        nearest = self.clocks.open().filter(due__isnull=False).order_by("due").first()
        self.due_key = nearest.due if nearest else FAR_FUTURE

    def not_sealed(self) -> str:
        return "lượt tiếp về tố cáo không ghi nội dung vào Cổng." if self.sealed else ""

    def is_sealed(self) -> str:
        return "" if self.sealed else "lượt tiếp này không về tố cáo."

    def no_letter_yet(self) -> str:
        return "đã có đơn của lượt tiếp này." if self.petition_id else ""

    def nameless(self) -> str:
        return "" if self.name else "lượt tiếp không ghi họ tên người đến."

    def goes_before_its_letter(self) -> str:
        if not self.petition_id:
            return ""
        return f"chuyển ở trang của đơn {self.petition}; lượt tiếp đi theo đơn."

    def no_case_yet(self) -> str:
        case = self.matter.cases.first() if self.matter else None
        return f"lượt tiếp đã thuộc vụ việc {case.code}." if case else ""

    def not_reported_yet(self) -> str:
        return "đã cập nhật trước đó." if self.reported_on else ""
