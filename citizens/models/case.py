"""Vụ việc as it is settled: one concrete table, whose kinds are proxy classes with workflows."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from portal import history, registers
from portal.deadlines import FAR_FUTURE
from portal.people import Position, Unit, User
from portal.workflow import Step, enter

from .. import rules, statutes
from . import search_row, tally
from .desk_item import DeskItem
from .flagged import Flagged
from .national import ReportedNationally
from .of_letter import OfLetter
from .urged import Urged
from .vocabulary import (
    FIRST_LEVEL_OUTCOMES,
    SECOND_LEVEL_OUTCOMES,
    CaseStage,
    Kind,
    Level,
    Outcome,
    Regime,
)

CLOSED_STAGES = (
    CaseStage.DECLINED,
    CaseStage.TERMINATED,
    CaseStage.ANSWERED,
    CaseStage.PASSED_UP,
    CaseStage.ENDED,
)


def urge_step(open_at: tuple[str, ...]) -> Step:
    """A letter to the unit that is behind."""
    return Step(
        "urge",
        "đôn đốc",
        open_at,
        None,
        rules.decides_petition,
        prepared_by=rules.handles_petitions,
    )


def accepted_key(day: Any) -> Coalesce:
    """By the day of acceptance; what is not accepted yet stands last."""
    return Coalesce(day, Value(FAR_FUTURE), output_field=models.DateField())


class Cases(models.QuerySet["Case"]):
    def visible_to(self, user: User, *, on: date) -> Cases:
        """Leaders and the petition desk see all; others what they, their unit or team have."""
        if rules.oversees(user, on=on):
            return self
        return self.filter(
            Q(unit__in=rules.units_seen_by(user, on=on)) | Q(officer=user) | rules.in_team(user)
        )

    def open(self) -> Cases:
        return self.filter(closed_on=None)

    def overdue(self, *, as_of: date) -> Cases:
        return self.open().filter(due_key__lt=as_of)


class Case(Flagged, Urged, ReportedNationally, OfLetter, DeskItem):
    """Vụ việc."""

    stream_kind = "vu-viec"
    sealed = False
    """A denunciation has a case of its own kind."""
    book: ClassVar[str] = ""
    own_kinds: ClassVar[dict[str, type[Case]]] = {}

    stage = models.CharField("giai đoạn", max_length=24, choices=CaseStage)
    kind = models.CharField("loại", max_length=16, choices=Kind)
    level = models.PositiveSmallIntegerField("lần", choices=Level, default=Level.FIRST)
    matter = models.ForeignKey("citizens.Matter", models.PROTECT, related_name="cases")
    petition = models.OneToOneField("citizens.Petition", models.PROTECT, related_name="case")
    first_case = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="further_cases"
    )
    first_decision = models.CharField("quyết định lần đầu", max_length=300, blank=True)
    regime = models.CharField(
        "thủ tục giải quyết", max_length=16, choices=Regime, default=Regime.ADMINISTRATIVE
    )
    settling_unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, related_name="+", verbose_name="đơn vị tự giải quyết"
    )
    settler = models.ForeignKey(
        Position, models.PROTECT, null=True, related_name="+", verbose_name="người giải quyết"
    )
    accepted_on = models.DateField("ngày thụ lý", null=True)
    decided_on = models.DateField("ngày quyết định", null=True)
    closed_on = models.DateField("ngày kết thúc", null=True)
    outcome = models.CharField("kết quả", max_length=16, choices=Outcome, blank=True)
    complex = models.BooleanField("vụ việc phức tạp", default=False)
    remote = models.BooleanField("vùng sâu, vùng xa đi lại khó khăn", default=False)
    paused_from = models.DateField("tạm đình chỉ từ", null=True)
    reported_on = models.DateField("cập nhật cơ sở dữ liệu quốc gia ngày", null=True)
    stage_before_pause = models.CharField(max_length=24, blank=True)

    objects = Cases.as_manager()

    class Meta:
        ordering = ["due_key", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_on=None) | Q(accepted_on__gte=F("received_on")),
                name="case_accepted_after_receipt",
            ),
            models.CheckConstraint(
                condition=Q(decided_on=None)
                | Q(accepted_on=None)
                | Q(decided_on__gte=F("accepted_on")),
                name="case_decided_after_acceptance",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(stage__in=CLOSED_STAGES),
                name="closed_case_in_closed_stage",
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=FIRST_LEVEL_OUTCOMES) | Q(level=1, kind=Kind.COMPLAINT),
                name="first_level_outcome",
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=SECOND_LEVEL_OUTCOMES) | Q(level=2, kind=Kind.COMPLAINT),
                name="second_level_outcome",
            ),
        ]
        indexes = [
            models.Index(fields=["due_key", "id"], name="case_due"),
            models.Index(fields=["decided_on"], name="case_decided"),
            models.Index(
                fields=["unit", "due_key", "id"], condition=Q(closed_on=None), name="case_open_unit"
            ),
            models.Index(
                fields=["field", "due_key", "id"],
                condition=Q(closed_on=None),
                name="case_open_field",
            ),
            models.Index(
                fields=["officer", "due_key", "id"],
                condition=Q(closed_on=None),
                name="case_open_officer",
            ),
            models.Index(
                fields=["due_key", "id"], condition=Q(closed_on=None), name="case_open_due"
            ),
            models.Index(fields=["unit", "stage", "due_key", "id"], name="case_of_unit"),
            models.Index(fields=["stage", "due_key", "id"], name="case_at_stage"),
            models.Index(fields=["-received_on", "-id"], name="case_received"),
            models.Index(registers.CodeKey("code"), "id", name="case_in_book"),
            models.Index(accepted_key("accepted_on"), "id", name="case_accepted"),
        ]

    def get_absolute_url(self) -> str:
        return f"/vu-viec/{self.code}/"

    def as_owner(self) -> dict[str, Any]:
        return {"case": self}

    def own_kind(self) -> Any:
        """The same row as its proxy class, which knows its workflow."""
        return type(self).of_kind(self)

    @classmethod
    def of_kind(cls, case: Any) -> Any:
        case.__class__ = Case.own_kinds[case.kind]
        return case

    @classmethod
    def open_from(
        cls,
        petition: Any,
        *,
        by: Any,
        on: date,
        unit: Unit,
        officer: User | None = None,
        **facts: Any,
    ) -> Any:
        """Open the case of a petition; it keeps the petition's receipt date and running clocks.

        ``facts``: columns that the petition does not have, such as what was decided first.
        """
        case: Any = cls(
            petition=petition,
            kind=petition.kind,
            level=petition.level,
            title=petition.title,
            sender=petition.sender,
            received_on=petition.received_on,
            field=petition.field,
            unit=unit,
            officer=officer,
            regime=petition.regime,
            remote=bool(petition.commune and petition.commune.remote),
            **facts,
        )
        with enter(case, cls.opening_step, by=by, on=on) as taking:
            seal = case.settling_unit.symbol if case.settling_unit else ""
            case.code = petition.code
            if not petition.question:
                case.code = registers.take_number(cls.book + seal, on=on).code
            case.matter = petition.matter = petition.matter or case.new_matter()
            case.settler = case.sole_reader(on=on) or director(on)
            case.save()
            if isinstance(by, User):
                case.assignments.create(unit=unit, officer=officer, by=by, since=on)
            case.take_over_clocks(petition)
            search_row.index(case)
            taking.facts.update(petition=petition.code, unit=unit.code)
        return case

    def sole_reader(self, *, on: date) -> Position | None:
        """Under a unit's own seal nobody reads but its head."""
        if self.settling_unit is None:
            return None
        return Position.objects.holding("head", as_of=on, unit=self.settling_unit).first()

    @property
    def appealed(self) -> bool:
        """A second complaint is under way or decided: the first decision has no effect."""
        if self.settling_unit_id is None:  # of the Director's own, the second level is elsewhere
            return False
        return self.further_cases.exclude(stage=CaseStage.DECLINED).exists()

    def yield_to_second(self, *, on: date, decided: bool) -> None:
        """The second level has accepted what was late here (NĐ124 Đ4.2), or has decided."""
        self.lock()
        if self.closed_on:
            return
        if self.decided_on and not decided:
            self.stop_clocks("KN_THI_HANH", on=on)
            self.save(update_fields=["due_key"])
            return
        end = CaseStage.ENDED if decided else CaseStage.PASSED_UP
        counted, before, self.stage = self.counted(), self.stage, end.value
        self.end(on=on)
        self.version += 1
        self.save()
        self.recount(counted)
        facts = {"stage": [before, self.stage]}
        label = f"Lần hai đã có quyết định: {end.label.lower()}" if decided else end.label
        history.record(self.stream, "pass_up", by="portal", on=on, label=label, facts=facts)

    def new_matter(self) -> Any:
        return Case.matter.field.related_model.objects.create(opened_on=self.received_on)

    def take_over_clocks(self, petition: Any) -> None:
        """The period for acceptance goes on in the case."""
        petition.clocks.open().filter(rule__in=statutes.ACCEPTING).update(case=self, petition=None)
        self.refresh_due()

    def tell_petition(self, stage: str, **changes: Any) -> None:
        """The petition stands where its case does; ``changes``: columns of the petition."""
        petition = self.petition.lock()
        petition.stage = stage
        for name, value in changes.items():
            setattr(petition, name, value)
        petition.save()

    def settling_clock(self) -> Any:
        """The running period for settling, paused or not."""
        running = (clock for clock in self.clocks.all() if clock.is_open)
        return next((clock for clock in running if clock.rule in statutes.SETTLING), None)

    def end(self, *, on: date) -> list[int]:
        """No period runs any longer: the paper that ends the case is dated. Returns which ran."""
        self.closed_on, self.paused_from = on, None
        return self.stop_clocks(on=on)

    def settled_late(self) -> bool:
        """The decision or answer bears a date after the last day."""
        return self.clocks.all().settled_late().exists()

    def counted(self) -> tally.Counted:
        return tally.counted_of_case(self)


def director(on: date) -> Position | None:
    return Position.objects.holding("director", as_of=on).first()
