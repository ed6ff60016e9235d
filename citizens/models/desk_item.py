"""What petitions and cases share: a unit and an officer who have it, clocks, notes, papers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models

from portal.notifications import Mention
from portal.people import Unit, User
from portal.workflow import Refused, Step, Subject, take

from .. import rules
from . import tally
from .corrections import Corrections
from .destroyed import MayBeDestroyed
from .has_clocks import HasClocks
from .leave import PassesOn
from .moved_by_calendar import MovedByCalendar
from .paper import Paper
from .vocabulary import PaperKind, kind_words
from .waiting import WaitsForSignature

if TYPE_CHECKING:
    from portal.attachments import File


def everyday_steps(*, open_at: Sequence[str], kept_at: Sequence[str]) -> tuple[Step, ...]:
    """The steps of every petition and case: handed out while it is open, the rest while it is kept.

    The workflow that takes them decides by its stages what open and kept mean.
    """
    kept_at = tuple(kept_at)
    return (
        Step("assign", "phân công", tuple(open_at), None, rules.hands_out_work),
        Step(
            "pass_on",
            "giao người làm thay",
            tuple(open_at),
            None,
            rules.passes_on,
            needs=(lambda item: item.not_sealed(),),
        ),
        Step("write", "ghi chú", kept_at, None, rules.writes_notes),
        Step("attach", "thêm tài liệu", kept_at, None, rules.adds_papers),
        Step(
            "send_out",
            "phát hành",
            kept_at,
            None,
            rules.is_clerk,
            needs=(lambda item: item.no_paper_waiting(),),
        ),
        Step(
            "sign_paper",
            "ban hành văn bản",
            tuple(open_at),
            None,
            rules.is_settler,
            prepared_by=rules.in_charge,
            needs=(lambda item: item.not_sealed(),),
        ),
        Step("correct", "đính chính", kept_at, None, rules.corrects),
        Step("retract", "rút lại bước", kept_at, None, rules.retracts),
    )


class DeskItem(
    MayBeDestroyed, HasClocks, Corrections, PassesOn, WaitsForSignature, MovedByCalendar, Subject
):
    """A petition or a case, as it lies on somebody's desk."""

    title = models.CharField("trích yếu", max_length=300, blank=True)
    sender = models.CharField("người gửi", max_length=200, blank=True)
    received_on = models.DateField("ngày nhận")
    field = models.ForeignKey(
        "portal.Field", models.PROTECT, null=True, blank=True, verbose_name="lĩnh vực"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, verbose_name="đơn vị giải quyết")
    officer = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="cán bộ"
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.code} – {self.title}" if self.title else self.code

    @property
    def kind_words(self) -> str:
        """The kind, of a complaint with its level; nothing before it was classified."""
        return kind_words(self.kind, self.level)

    def recount(self, before: tally.Counted) -> None:
        tally.change(before, self.counted())

    # steps that petitions and cases have in common

    def assign(self, *, by: Any, on: date, unit: Unit, officer: User | None = None) -> None:
        """Phân công: to a unit, then to a person."""
        with take(self, "assign", by=by, on=on) as taking:
            self.assignments.current().update(until=on)
            self.assignments.create(unit=unit, officer=officer, by=by, since=on)
            self.unit, self.officer = unit, officer
            taking.facts["unit"] = unit.code
            taking.facts["officer"] = officer.key if officer else ""

    def write(
        self, *, by: Any, on: date, text: str, to_citizen: bool = False, called: Iterable[User] = ()
    ) -> Any:
        """Ghi chú: for colleagues, or one that the citizen reads; who is called by name is told."""
        with take(self, "write", by=by, on=on) as taking:
            note = self.notes.create(text=text, to_citizen=to_citizen, by=by, on=on)
            taking.facts["to_citizen"] = to_citizen
            taking.values["text"] = text
            Mention.note(called, subject=self, by=by, on=on)
            return note

    def attach(self, *, by: Any, on: date, files: Iterable[File], title: str = "") -> None:
        """Thêm tài liệu that came later or was found in the office."""
        with take(self, "attach", by=by, on=on) as taking:
            for file in files:
                self.attachments.create(file=file, title=title)
            taking.values["files"] = [title or file.name for file in files]

    def send_out(
        self,
        *,
        by: Any,
        on: date,
        paper: Any,
        dated_on: date,
        number: str = "",
        recipients: str = "",
        scan: File | None = None,
    ) -> None:
        """Phát hành: số và ngày sau khi ký; the law's clocks run on the date of the paper.

        Without a ``number`` the next one of the portal's own book is taken.
        """
        with take(self, "send_out", by=by, on=on) as taking:
            number = number or paper.take_number(on=dated_on)
            paper.number_it(
                number=number, dated_on=dated_on, on=on, recipients=recipients, scan=scan
            )
            paper.take_effect(self)
            # phát hành is the sending: a suspension or a resumption has reached the post
            if not paper.form:
                self.stop_clocks("KN_TDC_GUI", on=on)
            form = {"form": paper.form} if paper.form else {}
            taking.facts.update(paper=paper.kind, number=number, dated=dated_on.isoformat(), **form)

    def sign_paper(
        self, *, by: Any, on: date, document: str, prepared_by: Any = None, draft: str = ""
    ) -> None:
        """Ban hành văn bản that belongs to no step of the law, as it was written in Word."""
        with take(self, "sign_paper", by=by, on=on, prepared_by=prepared_by) as taking:
            paper = Paper.draw_up(self, PaperKind.OTHER, taking=taking, text=draft, form=document)
            if paper.word is None:
                raise Refused("Văn bản này chưa có bản Word nào chờ ký.", field="document")
            taking.facts["document"] = document

    def papers_to_number(self) -> Sequence[Any]:
        return [paper for paper in self.papers.all() if paper.waits]

    def no_paper_waiting(self) -> str:
        return "" if self.papers_to_number() else "không có văn bản nào chờ lấy số."
