"""Intake: entering a petition in its book, classifying it, moving it to the book of its own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from portal import drafts, history, instructions, registers, submissions
from portal.documents import versions as word_versions
from portal.office import setting
from portal.people import Unit, User
from portal.people.names import unit_with
from portal.workflow import Refused, enter, key_of, take

from ... import statutes
from ...sheets.gathered import lay_on
from .. import search_row
from ..clock import Clock, nearest_due
from ..lookup import LookupCode
from ..party import Party
from ..vocabulary import Handling, Kind, PetitionStage

if TYPE_CHECKING:
    from portal.attachments import File

PLAIN_BOOK, OWN_BOOK, QUESTION_BOOK = "D", "NTC", "HCS"
registers.open_book(PLAIN_BOOK, "Sổ đơn")
registers.open_book("KN", "Sổ khiếu nại")
registers.open_book("KNPA", "Sổ kiến nghị, phản ánh")
registers.open_book(QUESTION_BOOK, "Sổ hỏi về chế độ, chính sách")
registers.open_book("TD", "Sổ tiếp công dân")
ENVELOPE = ("envelope_no", "envelope_place", "envelope_keeper")


class IntakeSteps:
    """Tiếp nhận, vào sổ, phân loại."""

    @classmethod
    def register(
        cls,
        *,
        by: Any,
        on: date,
        received_on: date,
        parties: Iterable[Party] = (),
        files: Iterable[File] = (),
        **facts: Any,
    ) -> Any:
        """Vào sổ: the next number of the book ``D``; the law's periods run from the receipt.

        ``parties``: unsaved rows, the sender first. ``files``: scans of the letter.
        ``facts``: columns of the petition.
        """
        parties = list(parties)
        petition: Any = cls(received_on=received_on, registered_on=on, sealed=False, **facts)
        with enter(petition, "register", by=by, on=on) as taking:
            book = QUESTION_BOOK if petition.question else PLAIN_BOOK
            petition.code = registers.take_number(book, on=on).code
            petition.unit = petition.unit or petition_unit(on)
            petition.registered_by = by if isinstance(by, User) else None
            if parties:
                petition.sender = parties[0].name
            clocks = petition.handling_clocks()
            petition.due_key = nearest_due(clocks)
            taking.write(petition)
            for party in parties:
                party.petition = petition
                party.save()
            lay_on(petition, "parties", parties)
            for file in files:
                petition.attachments.create(file=file, title="Đơn (bản quét)")
            petition.clocks.bulk_create(clocks)
            search_row.index(petition)
            taking.facts["received"] = received_on.isoformat()
        return petition

    @classmethod
    def register_sealed(
        cls,
        *,
        by: Any,
        on: date,
        received_on: date,
        channel: str,
        postmark_on: date | None = None,
        field: Any = None,
        **envelope: str,
    ) -> Any:
        """Vào sổ riêng under paper custody: number, date, field, unit, envelope, nothing else."""
        petition: Any = cls(
            received_on=received_on,
            registered_on=on,
            sealed=True,
            kind=Kind.DENUNCIATION,
            channel=channel,
            postmark_on=postmark_on,
            field=field,
            registered_by=by if isinstance(by, User) else None,
            **{name: envelope.get(name, "") for name in ENVELOPE},
        )
        with enter(petition, "register", by=by, on=on) as taking:
            petition.code = registers.take_number(OWN_BOOK, on=on).code
            petition.unit = petition_unit(on)
            petition.save()
            petition.start_clock("TC_XLBD", on=received_on)
            taking.target = PetitionStage.ENVELOPE
            taking.facts["received"] = received_on.isoformat()
        return petition

    def start_handling_clocks(self) -> None:
        self.clocks.bulk_create(self.handling_clocks())
        self.refresh_due()

    def handling_clocks(self) -> list[Clock]:
        """The periods for handling that the law knows on the day of receipt."""
        names = () if self.question else ("DON_XL", "DON_45")
        return self.known_clocks(*names, on=self.received_on)

    def classify(
        self, *, by: Any, on: date, kind: str, eligible: bool, competent: bool, **facts: Any
    ) -> None:
        """Phân loại: by content, condition and authority; the receipt keeps its date."""
        if kind == Kind.DENUNCIATION:
            raise Refused("Đơn có nội dung tố cáo thì chuyển sổ riêng, không phân loại ở sổ này.")
        with take(self, "classify", by=by, on=on) as taking:
            self.kind, self.eligible, self.competent = kind, eligible, competent
            self.put(facts)
            self._run_acceptance_clock()
            search_row.index(self)
            taking.facts.update(kind=kind, eligible=eligible, competent=competent)

    def _run_acceptance_clock(self) -> None:
        """The period for acceptance runs from the receipt of a complaint, and of nothing else."""
        running = self.clocks.open().filter(rule__in=statutes.ACCEPTING)
        wanted = statutes.PROCEDURES[self.regime].accepting
        if self.kind != Kind.COMPLAINT:
            running.delete()
        else:
            running.exclude(rule=wanted).delete()
            if not running.exists():
                self.start_clock(wanted, on=self.received_on)
        self.refresh_due()

    def request_supplement(self, *, by: Any, on: date, missing: str) -> None:
        """Yêu cầu bổ sung: what is missing, in words that the citizen reads."""
        with take(self, "request_supplement", by=by, on=on) as taking:
            self.ground = missing
            self.notes.create(text=missing, to_citizen=True, by=by, on=on)
            taking.values["missing"] = missing

    def seal(self, *, by: Any, on: date, reason: str, **envelope: str) -> Any:
        """Chuyển sổ riêng: what turns out to be a denunciation leaves the open book.

        The sender, scans, text and search row go; the old number stays as an empty line.
        Returns the new petition in the book ``NTC``.
        """
        with take(self, "seal", by=by, on=on) as taking:
            sealed = type(self).register_sealed(
                by=by,
                on=on,
                received_on=self.received_on,
                channel=self.channel,
                field=self.field,
                **envelope,
            )
            LookupCode.follow_into_own_book(self, sealed)
            for visit in self.visits.all():
                visit.follow_letter(sealed, by=by, on=on, reason=reason)
            self._empty(on=on)
            self._forget_words(by=by, on=on)
            taking.facts["reason_given"] = bool(reason)
        return sealed

    def _empty(self, *, on: date) -> None:
        self.parties.all().delete()
        self.notes.all().delete()
        for link in self.attachments.select_related("file"):
            link.erase()
        search_row.drop(self)
        self.papers.update(text="", recipients="", word=None)
        word_versions.forget(self)
        self.title = self.content = self.sender = self.ground = self.forwarded_by = ""
        self.addressee = ""
        self.incoming_no, self.commune, self.postmark_on = "", None, None
        # whoever else is known in the matter, or sent the other part, would tell who this was
        self.matter = self.split_from = self.leading = None
        self.parts.update(split_from=None)
        self.followers.update(leading=None)
        self.handling, self.handled_on = Handling.SHELVED, on
        self.clocks.all().delete()
        self.refresh_due()

    def _forget_words(self, *, by: Any, on: date) -> None:
        """What was typed on the way: values in the history, submissions, drafts of forms."""
        reason = "Chuyển sổ riêng"
        for event in history.events(self.stream).filter(kept_values__isnull=False):
            history.erase_values(event, by=key_of(by), on=on, reason=reason)
        submissions.forget(self)
        instructions.forget(self)
        drafts.forget(self.code)


def petition_unit(on: date) -> Unit | None:
    """The unit that the office has charged with petitions on that day (TCD Đ16.2)."""
    return unit_with(setting("petition_unit", as_of=on))
