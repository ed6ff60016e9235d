"""The time limits that the verbs would have left running or stopped on one line of a register."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from portal.deadlines import FAR_FUTURE, DeadlineError

from .. import statutes
from ..models import Case, Clock, DenunciationEntry, Matter, Party, Petition
from ..models.vocabulary import CaseStage, Kind, PetitionStage


class Misdated(Exception):
    """A date for which the law knows no period: (column, sentence)."""


@dataclass
class Built:
    """The unsaved rows of one line."""

    line: int
    petition: Petition
    party: Party | None = None
    matter: Matter | None = None
    case: Case | None = None
    entry: DenunciationEntry | None = None
    clocks: list[Clock] = field(default_factory=list)
    warning: tuple[str, str] | None = None


def run_clocks(built: Built, *, entered_due: date | None) -> None:
    """Fill ``built.clocks`` and the due keys; raises ``Misdated``."""
    ClockRun(built).run(entered_due=entered_due)


class ClockRun:
    """The clocks of one line."""

    def __init__(self, built: Built) -> None:
        self.built = built

    def run(self, *, entered_due: date | None) -> None:
        self.run_clocks()
        self.keep_entered_due(entered_due)
        self.set_due_keys()

    def run_clocks(self) -> None:
        received, petition, case = (
            self.built.petition.received_on,
            self.built.petition,
            self.built.case,
        )
        if petition.sealed:
            self.start(petition, "TC_XLBD", received, until=petition.handled_on)
            return
        for rule in ("DON_XL", "DON_45"):
            self.start_known(petition, rule, received, until=petition.handled_on)
        if case is None:
            if petition.kind == Kind.COMPLAINT and petition.stage == PetitionStage.CLASSIFIED:
                self.start(petition, "KN_THU_LY", received)
        elif petition.kind == Kind.COMPLAINT:
            self.run_complaint(case)
        else:
            self.start(case, "PAKN_TRA_LOI", received, until=case.closed_on)

    def run_complaint(self, case: Case) -> None:
        until = case.accepted_on or case.closed_on
        self.start(case, "KN_THU_LY", case.received_on, until=until)
        if case.accepted_on:
            rule = "KN_GQ2" if case.level == 2 else "KN_GQ1"
            until = case.decided_on or case.closed_on
            self.start(case, rule, case.accepted_on, until=until, remote=case.remote)
        if case.decided_on and case.stage in (CaseStage.SETTLED, CaseStage.ENDED):
            serving = "KN_GUI2" if case.level == 2 else "KN_GUI1"
            self.start(case, serving, case.decided_on, until=case.closed_on)
            self.start_known(case, "KN_CONG_KHAI", case.decided_on, until=case.closed_on)
            self.start(
                case, "KN_HIEU_LUC", case.decided_on, until=case.closed_on, remote=case.remote
            )

    def start_known(self, item: Any, rule: str, on: date, *, until: date | None) -> None:
        if statutes.RULES[rule].versions[0].since <= on:
            self.start(item, rule, on, until=until)

    def start(
        self, item: Any, rule: str, on: date, *, until: date | None = None, **variants: Any
    ) -> None:
        try:
            clock = Clock.prepare(rule, on=on, **variants)
        except DeadlineError as refusal:
            raise Misdated("received_on", str(refusal)) from refusal
        clock.stopped_on = until
        clock.item = item
        self.built.clocks.append(clock)

    def keep_entered_due(self, entered: date | None) -> None:
        """``due_on`` is kept as entered; when the law gives another day, a warning says so."""
        duties = [clock for clock in self.built.clocks if clock.rule not in statutes.WATCHED]
        if not entered or not duties:
            return
        clock = next(
            (each for each in reversed(duties) if each.rule in statutes.SETTLING),
            duties[0],
        )
        if clock.due != entered:
            self.built.warning = (
                "due_on",
                "Hạn trong sổ khác hạn tính theo luật; giữ hạn trong sổ.",
            )
        clock.entered_due = clock.due = entered
        clock.nominal = None

    def set_due_keys(self) -> None:
        for item in (self.built.petition, self.built.case):
            if item is not None:
                dues = [
                    clock.due
                    for clock in self.built.clocks
                    if clock.item is item and clock.is_open and clock.rule not in statutes.WATCHED
                ]
                item.due_key = min(dues, default=FAR_FUTURE)
