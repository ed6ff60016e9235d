"""Đơn: the paper as it came, in the book ``D`` (denunciations: ``NTC``, in a book of their own)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q

from portal.people import User
from portal.registers import CodeKey
from portal.workflow import Step, Workflow

from ... import rules
from .. import tally
from ..denunciation import Denunciation
from ..desk_item import DeskItem, everyday_steps
from ..enforces import execution_steps
from ..same_text import SameText
from ..vocabulary import (
    OPEN_PETITION_STAGES,
    Category,
    Channel,
    Handling,
    Kind,
    Level,
    PetitionStage,
    Regime,
)
from .afterwards import AfterwardSteps
from .denouncing import DenouncingSteps
from .following import FollowingSteps
from .handling import HandlingSteps
from .intake import IntakeSteps
from .parts import PartSteps
from .signers import SignersSteps
from .together import UNDECIDED, TogetherSteps

STAGE = PetitionStage
IN_PLAIN_BOOK = tuple(set(STAGE) - {STAGE.OWN_BOOK, STAGE.ENVELOPE})
IN_OWN_BOOK = tuple(set(STAGE) - {*UNDECIDED, STAGE.OWN_BOOK})


def heads_step(name: str, label: str, sources: tuple, target: str | None, *needs: Any) -> Step:
    """Decided by the head of the unit or the settler, prepared by whoever handles the petition."""
    return Step(
        name,
        label,
        sources,
        target,
        rules.decides_petition,
        prepared_by=rules.handles_petitions,
        needs=needs,
    )


class Petitions(models.QuerySet["Petition"]):
    def visible_to(self, user: User, *, on: date) -> Petitions:
        """What this user may see; a denunciation only its own group and whoever entered it."""
        plain = Q(sealed=False)
        if not rules.oversees(user, on=on):
            plain &= Q(unit__in=rules.units_seen_by(user, on=on)) | Q(officer=user)
        hidden = Denunciation.objects.hidden_from(user, on=on)
        sealed = Q(sealed=True) & ~Q(pk__in=hidden.values("petition"))
        if not rules.keeps_denunciations(user, on=on):
            sealed &= Q(registered_by=user)
        return self.filter(plain | sealed)

    def plain(self) -> Petitions:
        """Those outside the book of denunciations."""
        return self.filter(sealed=False)

    def waiting(self) -> Petitions:
        """Not handled yet (chưa xử lý)."""
        return self.filter(stage__in=OPEN_PETITION_STAGES)

    def overdue(self, *, as_of: date) -> Petitions:
        return self.filter(due_key__lt=as_of)


class Petition(
    IntakeSteps,
    PartSteps,
    HandlingSteps,
    AfterwardSteps,
    FollowingSteps,
    SignersSteps,
    TogetherSteps,
    DenouncingSteps,
    DeskItem,
):
    """Đơn khiếu nại, tố cáo, kiến nghị, phản ánh."""

    stream_kind = "don"
    paused_from = None

    stage = models.CharField(
        "giai đoạn", max_length=24, choices=PetitionStage, default=STAGE.WAITING
    )
    sealed = models.BooleanField("có nội dung tố cáo", default=False)
    incoming_no = models.CharField("số đến", max_length=30, blank=True)
    postmark_on = models.DateField("ngày dấu bưu điện", null=True, blank=True)
    channel = models.CharField("nguồn đơn", max_length=12, choices=Channel)
    forwarded_by = models.CharField("cơ quan chuyển đến", max_length=200, blank=True)
    kind = models.CharField("loại đơn", max_length=16, choices=Kind, blank=True)
    level = models.PositiveSmallIntegerField("lần", choices=Level, default=Level.FIRST)
    category = models.CharField("nhóm nội dung", max_length=20, choices=Category, blank=True)
    regime = models.CharField(
        "thủ tục giải quyết", max_length=16, choices=Regime, default=Regime.ADMINISTRATIVE
    )
    known_on = models.DateField("ngày nhận hoặc biết quyết định", null=True, blank=True)
    question = models.BooleanField("câu hỏi, không tính là đơn", default=False)
    split_from = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="parts", verbose_name="tách từ đơn"
    )
    leading = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="followers", verbose_name="đơn chính"
    )
    content = models.TextField("nội dung", blank=True)
    people = models.PositiveIntegerField("số người", default=1)
    signers = models.PositiveIntegerField("số người ký", default=1)
    commune = models.ForeignKey(
        "portal.Commune", models.PROTECT, null=True, blank=True, verbose_name="xã, phường"
    )
    eligible = models.BooleanField("đủ điều kiện", null=True)
    competent = models.BooleanField("thuộc thẩm quyền", null=True)
    handling = models.CharField(
        "kết quả xử lý", max_length=16, choices=Handling, default=Handling.PENDING
    )
    handled_on = models.DateField("ngày xử lý", null=True)
    ground = models.TextField("lý do, căn cứ", blank=True)
    addressee = models.CharField("cơ quan có thẩm quyền", max_length=200, blank=True)
    matter = models.ForeignKey(
        "citizens.Matter", models.PROTECT, null=True, related_name="petitions"
    )
    registered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    registered_on = models.DateField("ngày vào sổ")
    envelope_no = models.CharField("bì mật số", max_length=40, blank=True)
    envelope_place = models.CharField("nơi giữ bì", max_length=120, blank=True)
    envelope_keeper = models.CharField("người giữ bì", max_length=120, blank=True)

    objects = Petitions.as_manager()

    # the likely next step stands first: it is the page's one primary button
    workflow = Workflow(
        Step("register", "vào sổ", (), STAGE.WAITING, rules.registers_petitions),
        Step(
            "propose",
            "đề xuất thụ lý",
            (STAGE.CLASSIFIED,),
            STAGE.PROPOSED,
            rules.handles_petitions,
            needs=(lambda petition: petition.not_a_complaint(Level.FIRST),),
        ),
        Step(
            "open_second_level",
            "mở vụ việc khiếu nại lần hai",
            (STAGE.CLASSIFIED,),
            STAGE.PROPOSED,
            rules.handles_petitions,
            needs=(lambda petition: petition.not_a_complaint(Level.SECOND),),
        ),
        heads_step(
            "entrust",
            "giao giải quyết",
            (STAGE.CLASSIFIED,),
            STAGE.ACCEPTED,
            lambda petition: petition.not_feedback(),
        ),
        heads_step(
            "guide",
            "hướng dẫn",
            (STAGE.CLASSIFIED,),
            STAGE.GUIDED,
            lambda petition: petition.to_be_settled_here(),
        ),
        heads_step(
            "forward",
            "chuyển đơn",
            (STAGE.CLASSIFIED,),
            STAGE.FORWARDED,
            lambda petition: petition.to_be_settled_here(),
        ),
        heads_step(
            "send_back",
            "trả lại đơn",
            (STAGE.CLASSIFIED,),
            STAGE.SENT_BACK,
            lambda petition: petition.not_forwarded_here(),
        ),
        Step("classify", "phân loại", UNDECIDED, STAGE.CLASSIFIED, rules.handles_petitions),
        Step(
            "request_supplement",
            "yêu cầu bổ sung",
            (STAGE.WAITING, STAGE.CLASSIFIED),
            STAGE.SUPPLEMENT,
            rules.handles_petitions,
        ),
        heads_step(
            "shelve",
            "lưu đơn",
            (STAGE.CLASSIFIED, STAGE.SUPPLEMENT),
            STAGE.SHELVED,
            lambda petition: petition.fit_to_be_handled(),
        ),
        heads_step(
            "report_back",
            "phúc đáp",
            tuple(set(IN_PLAIN_BOOK) - {*UNDECIDED, STAGE.SENT_BACK}),
            None,
            lambda petition: petition.nothing_to_report_back(),
        ),
        Step(
            "record_reply",
            "ghi phúc đáp nhận được",
            (STAGE.FORWARDED,),
            None,
            rules.corrects,
        ),
        heads_step("urge", "đôn đốc", (STAGE.FORWARDED,), None),
        Step("split", "tách nội dung", UNDECIDED, None, rules.handles_petitions),
        Step(
            "go_with",
            "đi cùng đơn chính",
            UNDECIDED,
            None,
            rules.handles_petitions,
            needs=(lambda petition: petition.not_alone(),),
        ),
        Step(
            "go_alone",
            "tách khỏi đơn chính",
            UNDECIDED,
            None,
            rules.handles_petitions,
            needs=(lambda petition: petition.not_going_along(),),
        ),
        Step("join", "ghép vào vụ việc", UNDECIDED, STAGE.JOINED, rules.handles_petitions),
        Step("unjoin", "bỏ ghép", (STAGE.JOINED,), STAGE.CLASSIFIED, rules.handles_petitions),
        Step(
            "seal",
            "chuyển sổ riêng",
            UNDECIDED,
            STAGE.OWN_BOOK,
            rules.handles_petitions,
        ),
        Step(
            "examine",
            "xử lý ban đầu",
            (STAGE.ENVELOPE,),
            None,
            rules.follows_denunciations,
            needs=(lambda petition: petition.not_to_be_examined(),),
        ),
        Step(
            "follow",
            "ghi theo dõi",
            IN_OWN_BOOK,
            None,
            rules.follows_denunciations,
            needs=(
                lambda petition: petition.not_in_own_book(),
                lambda petition: petition.followed_by_case(),
            ),
        ),
        Step(
            "recommend",
            "ghi kiến nghị xử lý",
            IN_OWN_BOOK,
            None,
            rules.follows_denunciations,
            needs=(lambda petition: petition.not_concluded(),),
        ),
        *execution_steps(
            IN_OWN_BOOK,
            rules.follows_denunciations,
            lambda petition: petition.not_concluded(),
            lambda petition: petition.followed_by_case(),
        ),
        Step("add_signers", "ghi người cùng ký", IN_PLAIN_BOOK, None, rules.corrects),
        *everyday_steps(open_at=(*UNDECIDED, STAGE.ENVELOPE), kept_at=IN_PLAIN_BOOK),
    )

    class Meta:
        ordering = ["due_key", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["id", "sealed"], name="petition_id_sealed"),
            models.CheckConstraint(
                condition=Q(sealed=False)
                | Q(content="", title="", sender="", kind=Kind.DENUNCIATION, commune=None),
                name="sealed_petition_holds_no_text",
            ),
            models.CheckConstraint(
                condition=Q(handling=Handling.PENDING, handled_on=None)
                | ~Q(handling=Handling.PENDING) & Q(handled_on__isnull=False),
                name="petition_handled_with_date",
            ),
            models.CheckConstraint(
                condition=Q(postmark_on=None) | Q(postmark_on__lte=F("received_on")),
                name="postmark_before_receipt",
            ),
        ]
        indexes = [
            models.Index(fields=["due_key", "id"], name="petition_due"),
            models.Index(fields=["stage", "due_key", "id"], name="petition_at_stage"),
            models.Index(fields=["-received_on", "-id"], name="petition_received"),
            models.Index(fields=["handled_on"], name="petition_handled"),
            models.Index(fields=["unit", "stage", "due_key", "id"], name="petition_of_unit"),
            models.Index(
                fields=["unit", "field"],
                condition=Q(sealed=False, stage__in=OPEN_PETITION_STAGES),
                name="petition_waiting",
            ),
            models.Index(CodeKey("code"), "id", name="petition_in_book"),
            models.Index(
                SameText("content"),
                condition=Q(sealed=False) & ~Q(content=""),
                name="petition_same_text",
            ),
        ]

    def get_absolute_url(self) -> str:
        return f"/don/{self.code}/"

    @property
    def keeps_words(self) -> bool:
        """Under paper custody nobody types anything about a denunciation."""
        return not self.sealed and super().keeps_words

    def as_owner(self) -> dict[str, Any]:
        return {"petition": self}

    def counted(self) -> tally.Counted:
        return tally.counted_of_petition(self)

    @property
    def closed_on(self) -> date | None:
        """Handled; a denunciation that was taken up still has its conclusion before it."""
        return None if self.sealed and self.due_on else self.handled_on

    @property
    def is_crowd(self) -> bool:
        """Đông người: five people or more (TT 06/2025, form 01/TCD)."""
        return self.people >= 5

    def not_a_complaint(self, level: Level) -> str:
        if self.kind != Kind.COMPLAINT:
            return "đơn chưa được phân loại là khiếu nại."
        if self.level != level:
            return f"đơn là khiếu nại {self.get_level_display().lower()}."
        if not (self.eligible and self.competent):
            return "đơn chưa đủ điều kiện hoặc không thuộc thẩm quyền."
        return ""

    def not_feedback(self) -> str:
        if self.kind in ("", Kind.COMPLAINT, Kind.DENUNCIATION):
            return "đơn không phải kiến nghị, phản ánh."
        return "" if self.competent else "nội dung không thuộc thẩm quyền."

    def to_be_settled_here(self) -> str:
        if self.eligible and self.competent:
            return "đơn đủ điều kiện và thuộc thẩm quyền của Sở."
        return ""

    def fit_to_be_handled(self) -> str:
        unsupplemented = self.stage == STAGE.SUPPLEMENT
        return "" if unsupplemented or not self.eligible else "đơn đủ điều kiện xử lý."

    def not_forwarded_here(self) -> str:
        return "" if self.forwarded_by else "đơn không do cơ quan khác chuyển đến."
