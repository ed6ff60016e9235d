"""Quán triệt: one instrument, who has to hear of it, and how many of them did."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.db import models, transaction
from django.db.models import F, Q

from democracy import briefing_rules as rules
from portal import registers
from portal.deadlines import Standing, standing
from portal.instruments import Instrument
from portal.people import Body, Unit, User
from portal.planning.rules import bodies_of, units_of, works_here
from portal.text import day, number
from portal.workflow import Refused, Step, Subject, Workflow, enter, take

BOOK = "QT"


class Stage(models.TextChoices):
    OPEN = "open", "Đang quán triệt"
    CLOSED = "closed", "Đã kết thúc"


class Form(models.TextChoices):
    MEETING = "hop", "Hội nghị, họp"
    ONLINE = "truc-tuyen", "Trực tuyến"
    PAPER = "van-ban", "Gửi văn bản, ký nhận"
    CELL = "sinh-hoat", "Sinh hoạt chi bộ, chuyên đề"


class Briefings(models.QuerySet["Briefing"]):
    def visible_to(self, user: User, *, on: date) -> Briefings:
        return self if works_here(user, on=on) else self.none()

    def overdue(self, *, as_of: date) -> Briefings:
        return self.filter(stage=Stage.OPEN, due_on__lt=as_of)


class Briefing(Subject):
    """Đợt quán triệt một văn bản."""

    stream_kind = "quan-triet"
    instrument = models.ForeignKey(
        Instrument, models.PROTECT, related_name="briefings", verbose_name="văn bản"
    )
    content = models.TextField("nội dung cần nắm", blank=True)
    officer = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người mở")
    opened_on = models.DateField("mở ngày")
    due_on = models.DateField("hạn quán triệt xong")
    units = models.ManyToManyField(Unit, blank=True, related_name="+", verbose_name="đơn vị")
    bodies = models.ManyToManyField(
        Body, blank=True, related_name="+", verbose_name="chi bộ, đoàn thể"
    )
    stage = models.CharField("giai đoạn", max_length=8, choices=Stage, default=Stage.OPEN)
    closing_words = models.TextField("đánh giá khi kết thúc", blank=True)

    objects = Briefings.as_manager()

    workflow = Workflow(
        Step("open_briefing", "mở đợt quán triệt", (), Stage.OPEN, rules.calls),
        Step("edit", "sửa đợt quán triệt", (Stage.OPEN,), None, rules.calls),
        Step("note_session", "ghi buổi quán triệt", (Stage.OPEN,), None, rules.tells),
        Step(
            "strike_session",
            "bỏ buổi ghi nhầm",
            (Stage.OPEN,),
            None,
            rules.tells,
            needs=(lambda one: one.lacks_session(),),
        ),
        Step("close_briefing", "kết thúc đợt quán triệt", (Stage.OPEN,), Stage.CLOSED, rules.calls),
    )

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="briefing_due_after_it_opens", condition=Q(due_on__gte=F("opened_on"))
            )
        ]
        indexes = [models.Index(fields=["stage", "due_on"], name="briefing_by_due")]

    def __str__(self) -> str:
        return f"{self.code} – {self.title}"

    def get_absolute_url(self) -> str:
        return f"/dan-chu/quan-triet/{self.code}/"

    unit = unit_id = field = field_id = None
    officer_id: int
    kind_words = property(lambda self: "Quán triệt")
    title = property(lambda self: f"{self.instrument.reference}: {self.instrument.title}")

    def standing(self, *, as_of: date) -> Standing:
        return standing(self.due_on if self.stage == Stage.OPEN else None, as_of=as_of)

    # verbs

    @classmethod
    @transaction.atomic
    def open_briefing(
        cls, *, by: Any, on: date, units: Iterable[Unit], bodies: Iterable[Body] = (), **facts: Any
    ) -> Self:
        """Mở đợt quán triệt."""
        one = cls(officer=by, opened_on=on, **facts)
        with enter(one, "open_briefing", by=by, on=on) as taking:
            one.code = registers.take_number(BOOK, on=on, stream=BOOK).code
            taking.facts["instrument"] = one.instrument.reference
        one.units.set(units)
        one.bodies.set(bodies)
        return one

    def edit(
        self, *, by: Any, on: date, units: Iterable[Unit], bodies: Iterable[Body],
        due_on: date, content: str = "",
    ) -> None:  # fmt: skip
        """Sửa đợt quán triệt; whoever was told already stays."""
        with take(self, "edit", by=by, on=on) as taking:
            self.refuse_who_was_told(units, bodies)
            self.due_on, self.content = due_on, content
            self.units.set(units)
            self.bodies.set(bodies)
            taking.facts["due"] = due_on.isoformat()

    def refuse_who_was_told(self, units: Iterable[Unit], bodies: Iterable[Body]) -> None:
        told = self.sessions.standing().select_related("unit", "body")
        for row in told:
            if row.place not in (*units, *bodies):
                raise Refused(
                    f"{row.place} đã có buổi quán triệt, không bỏ khỏi đợt.",
                    field="units" if row.unit_id else "bodies",
                )

    def note_session(
        self, *, by: Any, on: date, held_on: date, form: str, attending: int, headcount: int,
        unit: Unit | None = None, body: Body | None = None, note: str = "",
    ) -> None:  # fmt: skip
        """Ghi buổi quán triệt: how many of how many."""
        with take(self, "note_session", by=by, on=on) as taking:
            self.refuse_another_place(unit, body, by=by, on=on)
            self.refuse_another_day(held_on, on=on)
            self.refuse_more_than_there_are(unit, body, attending, headcount)
            self.sessions.create(unit=unit, body=body, held_on=held_on, form=form, by=by,
                                 attending=attending, headcount=headcount, note=note)  # fmt: skip
            taking.facts.update(attending=attending, of=headcount)
            taking.values["place"] = str(unit or body)

    def refuse_another_day(self, held_on: date, *, on: date) -> None:
        dated = self.instrument.dated_on
        if dated and held_on < dated:
            raise Refused(f"Văn bản ban hành ngày {day(dated)}.", field="held_on")
        if held_on > on:
            raise Refused("Chưa đến ngày này: ghi sau khi đã quán triệt.", field="held_on")

    def refuse_another_place(
        self, unit: Unit | None, body: Body | None, *, by: Any, on: date
    ) -> None:
        place = unit or body
        if place not in (*self.units.all(), *self.bodies.all()):
            raise Refused("Nơi này không có tên trong đợt quán triệt.", field="place")
        mine = (unit and unit.pk in units_of(by, on=on)) or (
            body and body.pk in bodies_of(by, on=on)
        )
        if not mine and not rules.calls(by, on=on):
            raise Refused("Đồng chí chỉ ghi được cho đơn vị, chi bộ mình.", field="place")

    def refuse_more_than_there_are(
        self, unit: Unit | None, body: Body | None, attending: int, headcount: int
    ) -> None:
        before = self.sessions.standing().filter(unit=unit, body=body)
        heard = sum(row.attending for row in before) + attending
        if heard > headcount:
            raise Refused(
                f"Cộng các buổi được {number(heard)} người, quá số người hiện có: "
                f"{number(headcount)}.",
                field="attending",
            )

    def strike_session(self, *, by: Any, on: date, session: Any, reason: str) -> None:
        """Bỏ buổi ghi nhầm: the line stays, crossed out."""
        with take(self, "strike_session", by=by, on=on) as taking:
            if session.by_id != by.pk and not rules.calls(by, on=on):
                raise Refused("Chỉ người đã ghi hoặc nơi mở đợt bỏ được.", field="session")
            session.struck_on, session.struck_because = on, reason
            session.save(update_fields=["struck_on", "struck_because"])
            taking.values["reason"] = reason

    def lacks_session(self) -> str:
        return "" if self.sessions.standing().exists() else "chưa có buổi nào."

    def close_briefing(self, *, by: Any, on: date, closing_words: str = "") -> None:
        """Kết thúc đợt quán triệt."""
        with take(self, "close_briefing", by=by, on=on) as taking:
            self.closing_words = closing_words
            taking.values["words"] = closing_words


class Sessions(models.QuerySet["BriefingSession"]):
    def standing(self) -> Sessions:
        """Those that were not crossed out."""
        return self.filter(struck_on=None)


class BriefingSession(models.Model):
    """Một buổi: nơi nào, ngày nào, bao nhiêu người trên bao nhiêu."""

    briefing = models.ForeignKey(Briefing, models.PROTECT, related_name="sessions")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    body = models.ForeignKey(Body, models.PROTECT, null=True, blank=True, related_name="+")
    held_on = models.DateField("ngày")
    form = models.CharField("hình thức", max_length=10, choices=Form)
    attending = models.PositiveIntegerField("số người được quán triệt")
    headcount = models.PositiveIntegerField("số người hiện có")
    note = models.CharField("ghi chú", max_length=300, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    struck_on = models.DateField("bỏ ngày", null=True, blank=True)
    struck_because = models.CharField("lý do bỏ", max_length=300, blank=True)

    objects = Sessions.as_manager()

    class Meta:
        ordering = ["held_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="session_of_a_unit_or_a_body",
                condition=Q(unit__isnull=False, body=None) | Q(unit=None, body__isnull=False),
            ),
            models.CheckConstraint(
                name="session_attended_by_no_more_than_there_are",
                condition=Q(headcount__gt=0, attending__lte=F("headcount")),
            ),
            models.CheckConstraint(
                name="session_struck_with_a_reason",
                condition=Q(struck_on=None, struck_because="")
                | (Q(struck_on__isnull=False) & ~Q(struck_because="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place}, {day(self.held_on)}: {self.attending} trên {self.headcount}"

    @property
    def place(self) -> Any:
        return self.unit or self.body
