"""What strangers are shown because a law says so: each by an act of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, ClassVar, Self

from django.db import models, transaction
from django.db.models import F, Q

from portal import registers
from portal.attachments import File
from portal.deadlines import Standing, standing
from portal.people import Unit, User
from portal.publications import rules
from portal.publications.grounds import GROUNDS, Ground
from portal.submissions import being_read
from portal.text import day
from portal.workflow import Refused, Step, Subject, Workflow, enter, take

BOOK = "CBNN"


class DisclosureStage(models.TextChoices):
    DRAFT = "draft", "Đang soạn"
    RELEASED = "released", "Đã công khai"
    RETRACTED = "retracted", "Thôi công khai"


class Disclosures(models.QuerySet["Disclosure"]):
    def visible_to(self, user: User, *, on: date) -> Disclosures:
        """Released: the whole staff; else its unit, leaders, coordinator, editor."""
        if not rules.works_here(user, on=on):
            return self.none()
        if rules.sees_every_article(user, on=on):
            return self
        mine = Q(officer=user) | Q(unit__in=rules.units_of(user, on=on))
        return self.filter(mine | Q(stage=DisclosureStage.RELEASED))

    def on_show(self, *, as_of: date) -> Disclosures:
        """What strangers find on that day."""
        open_still = Q(shown_until=None) | Q(shown_until__gte=as_of)
        return self.filter(open_still, stage=DisclosureStage.RELEASED, released_on__lte=as_of)


class Disclosure(Subject):
    """Nội dung công khai ra ngoài cơ quan."""

    stream_kind = "cong-bo"
    ground = models.CharField("công khai theo", max_length=30)
    title = models.CharField("trích yếu", max_length=300)
    summary = models.TextField("nội dung", blank=True)
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="disclosures", verbose_name="đơn vị chủ trì"
    )
    officer = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người ghi")
    file = models.ForeignKey(File, models.PROTECT, null=True, blank=True, related_name="+")
    source = models.CharField("lấy từ", max_length=60, blank=True)
    stage = models.CharField(
        "giai đoạn", max_length=10, choices=DisclosureStage, default=DisclosureStage.DRAFT
    )
    released_on = models.DateField("công khai từ ngày", null=True, blank=True)
    shown_until = models.DateField("đến hết ngày", null=True, blank=True)
    released_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người duyệt"
    )
    retracted_because = models.CharField("lý do thôi công khai", max_length=500, blank=True)

    objects: ClassVar[Any] = Disclosures.as_manager()

    workflow = Workflow(
        Step("note_disclosure", "ghi nội dung công khai", (), DisclosureStage.DRAFT,
             rules.discloses),
        Step("edit", "sửa nội dung công khai", (DisclosureStage.DRAFT,), None,
             rules.edits_disclosure, needs=(being_read,)),
        Step("release", "công khai ra ngoài", (DisclosureStage.DRAFT,), DisclosureStage.RELEASED,
             rules.releases, prepared_by=rules.edits_disclosure),
        Step("retract", "thôi công khai", (DisclosureStage.RELEASED,), DisclosureStage.RETRACTED,
             rules.releases, ends=True),
    )  # fmt: skip

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="disclosure_released_by_somebody_on_a_day",
                condition=Q(stage="draft", released_on=None, released_by=None)
                | (~Q(stage="draft") & Q(released_on__isnull=False, released_by__isnull=False)),
            ),
            models.CheckConstraint(
                name="disclosure_until_after_from",
                condition=Q(shown_until=None) | Q(shown_until__gte=F("released_on")),
            ),
            models.CheckConstraint(
                name="disclosure_says_something", condition=~Q(summary="") | Q(file__isnull=False)
            ),
            models.CheckConstraint(
                name="disclosure_retracted_with_reason",
                condition=(Q(stage="retracted") & ~Q(retracted_because=""))
                | (~Q(stage="retracted") & Q(retracted_because="")),
            ),
        ]
        indexes = [models.Index(fields=["stage", "-released_on", "-id"], name="disclosure_newest")]

    def __str__(self) -> str:
        return f"{self.code} – {self.title}"

    def get_absolute_url(self) -> str:
        return f"/cong-bo/{self.code}/"

    @property
    def public_url(self) -> str:
        return f"/cong-khai/{self.code}/"

    field = None
    field_id = None
    kind_words = property(lambda self: "Công khai ra ngoài")
    due_on = property(lambda self: None)

    def standing(self, *, as_of: date) -> Standing:
        return standing(None, as_of=as_of)

    @property
    def under(self) -> Ground:
        return GROUNDS[self.ground]

    @property
    def seen_by_strangers(self) -> str:
        """Every word that strangers will read."""
        lines = [self.title, f"{self.under.words} ({self.under.law})", str(self.unit), self.summary]
        return "\n".join(filter(None, [*lines, f"Tệp: {self.file.name}" if self.file else ""]))

    # verbs

    @classmethod
    @transaction.atomic
    def note_disclosure(cls, *, by: Any, on: date, **facts: Any) -> Self:
        """Ghi nội dung công khai: a draft that no stranger sees."""
        one = cls(officer=by, **facts)
        refuse_silence(one)
        with enter(one, "note_disclosure", by=by, on=on) as taking:
            one.code = registers.take_number(BOOK, on=on, stream=BOOK).code
            taking.facts["ground"] = one.ground
            taking.values["title"] = one.title
        return one

    def edit(self, *, by: Any, on: date, **facts: Any) -> None:
        """Sửa nội dung công khai."""
        with take(self, "edit", by=by, on=on) as taking:
            self.put(facts)
            refuse_silence(self)
            taking.values["title"] = self.title

    def release(
        self, *, by: Any, on: date, until: date | None = None, prepared_by: Any = None
    ) -> None:
        """Công khai ra ngoài: from today on; every word of it stands in the history."""
        with take(self, "release", by=by, on=on, prepared_by=prepared_by) as taking:
            if until and until < on:
                raise Refused(f"Ngày cuối đang trước hôm nay, {day(on)}.", field="until")
            self.released_on, self.released_by, self.shown_until = on, by, until
            taking.facts["until"] = until.isoformat() if until else ""
            taking.values["shown"] = self.seen_by_strangers

    def retract(self, *, by: Any, on: date, reason: str) -> None:
        """Thôi công khai."""
        with take(self, "retract", by=by, on=on) as taking:
            self.retracted_because = reason
            taking.values["reason"] = reason


def refuse_silence(one: Disclosure) -> None:
    if not one.summary.strip() and one.file is None:
        raise Refused("Ghi nội dung hoặc gửi một tệp.", field="summary")


Beginning = Callable[[Any], dict[str, Any] | None]
BEGINNINGS: dict[str, Beginning] = {}
"""What a disclosure out of a record begins with, by the kind of its stream; None: it has none."""


def begins_with(stream: str, *, by: User, on: date) -> dict[str, Any] | None:
    """For whoever sees the record; its file is not taken along: that is somebody's decision."""
    kind, _, code = stream.partition("/")
    if kind not in BEGINNINGS:
        return None
    seen = Subject.kinds[kind].objects.visible_to(by, on=on).filter(code=code).first()
    return BEGINNINGS[kind](seen) if seen else None
