"""The time limits that the verbs would have left running or stopped on one line of a register."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from portal.deadlines import FAR_FUTURE, DeadlineError

from .. import statutes
from ..models import Case, Clock, DenunciationEntry, Matter, Party, Petition
from ..models.vocabulary import CaseStage, Channel, Handling, Kind, Level, PetitionStage


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


def run_clocks(built: Built, row: dict[str, Any]) -> None:
    """Fill ``built.clocks`` and the due keys; raises ``Misdated``."""
    ClockRun(built, row).run()


class ClockRun:
    """The clocks of one line."""

    def __init__(self, built: Built, row: dict[str, Any]) -> None:
        self.built, self.row = built, row

    def run(self) -> None:
        self.run_clocks()
        self.keep_entered_due(self.row["due_on"])
        self.set_due_keys()

    def run_clocks(self) -> None:
        petition, case = self.built.petition, self.built.case
        if petition.sealed:
            self.run_denunciation(petition)
            return
        if not petition.question:
            for rule in ("DON_XL", "DON_45"):
                self.start_known(petition, rule, petition.received_on, until=petition.handled_on)
        if case is None:
            self.run_unopened(petition)
        elif petition.kind == Kind.COMPLAINT:
            self.run_complaint(case)
        else:
            self.start(case, "PAKN_TRA_LOI", petition.received_on, until=case.closed_on)
        self.run_report_back(petition, case)

    def run_denunciation(self, petition: Petition) -> None:
        """First whether it is taken up, then until its conclusion (TC Đ24, Đ30)."""
        entry = self.built.entry
        ended = entry and (entry.concluded_on or entry.closed_on)
        until = petition.handled_on or ended
        self.start_known(petition, "TC_XLBD", petition.received_on, until=until)
        if entry and entry.accepted_on:
            self.start_known(petition, "TC_GQ", entry.accepted_on, until=ended)

    def run_unopened(self, petition: Petition) -> None:
        if petition.kind == Kind.COMPLAINT and petition.stage == PetitionStage.CLASSIFIED:
            accepting = statutes.PROCEDURES[petition.regime].accepting
            self.start(petition, accepting, petition.received_on)

    def run_complaint(self, case: Any) -> None:
        until = case.accepted_on or case.closed_on
        self.start(case, case.procedure.accepting, case.received_on, until=until)
        if case.accepted_on:
            until = case.decided_on or case.closed_on
            settling = case.settling_variants
            self.start(case, case.settling_rule, case.accepted_on, until=until, **settling)
        if case.decided_on and case.stage in (CaseStage.SETTLED, CaseStage.ENDED):
            self.run_decided(case)

    def run_decided(self, case: Any) -> None:
        """Sending, publicity, effect; from the sending on, the citizen's time to go on."""
        decided, closed, served = case.decided_on, case.closed_on, self.row["served_on"]
        second = case.level == Level.SECOND
        self.start(case, "KN_GUI2" if second else "KN_GUI1", decided, until=served or closed)
        published = self.row["publicised_on"] or closed
        self.start_known(case, "KN_CONG_KHAI", decided, until=published)
        self.start(case, "KN_HIEU_LUC", decided, until=closed, remote=case.remote)
        if served and not second:
            appeal = case.procedure.limitation[1]
            self.start(case, appeal, served, until=closed, **case.appeal_variants)

    def run_report_back(self, petition: Petition, case: Any) -> None:
        """Whoever forwarded it hears what became of it; a line called closed owes nothing more."""
        left = petition.handling in (Handling.GUIDED, Handling.FORWARDED) and petition.handled_on
        settled = (case.decided_on or case.closed_on) if case else left
        if petition.channel == Channel.FORWARDED and settled:
            told = settled if self.row["stage"] == "closed" else None
            self.start_known(
                petition, "TCD_PHUC_DAP", settled, until=self.row["replied_on"] or told
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
