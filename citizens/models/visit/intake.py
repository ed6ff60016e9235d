"""Vào sổ tiếp công dân, and what follows from the talk."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from portal import drafts, history, registers
from portal.people import User
from portal.workflow import Refused, enter, key_of, take

from ... import statutes
from ..matter import Matter
from ..petition import Petition
from ..petition.intake import petition_unit
from ..reception import Reception, Registration
from ..vocabulary import Channel, Kind
from . import search_row
from .group import too_many
from .records import Representative, VisitClock
from .vocabulary import OWES_AN_ANSWER, Result, VisitKind, VisitStage

if TYPE_CHECKING:
    from portal.attachments import File

PLAIN_BOOK, OWN_BOOK = "TD", "TDR"
ANSWER, REFUSAL = "TCD_KQ", "TCD_TU_CHOI"
WORDS = (
    *("name", "gender", "id_number", "phone", "address", "content", "answer", "handled_by"),
    *("guided_to", "forwarded_to", "handed_in", "note"),
)
FIRST_STAGE = {
    ANSWER: VisitStage.AWAITED,
    REFUSAL: VisitStage.UNANNOUNCED,
}


class IntakeSteps:
    """Vào sổ, chuyển sổ riêng, lập đơn, ghép."""

    @classmethod
    def register(
        cls,
        *,
        by: Any,
        on: date,
        received_on: date,
        kind: str,
        representatives: Iterable[Representative] = (),
        part_of: Any = None,
        **facts: Any,
    ) -> Any:
        """Vào sổ: the next number of the year's book; a denunciation's in a book of its own.

        ``representatives``: unsaved rows, beside the visitor. ``part_of``: the line of the same
        visit that was written before. ``facts``: columns of the visit.
        """
        representatives = list(representatives)
        visit: Any = cls(received_on=received_on, registered_on=on, kind=kind, **facts)
        visit.sealed = visit.petition_kind == Kind.DENUNCIATION
        visit.refuse_impossible(speakers=1 + len(representatives))
        with enter(visit, "register", by=by, on=on) as taking:
            if part_of:
                visit.join_visit(part_of)
            visit.code = registers.take_number(visit.book, on=received_on).code
            visit.registered_by = by if isinstance(by, User) else None
            visit.unit = visit.unit or petition_unit(received_on)
            visit.reception = visit.reception_of_the_day()
            visit.matter = visit.matter or Matter.objects.create(opened_on=received_on)
            visit.save()
            for person in representatives:
                person.visit = visit
                person.save()
            taking.target = visit.start_clocks()
            search_row.index(visit)
            taking.facts.update(received=received_on.isoformat(), result=visit.result)
        return visit

    @property
    def book(self) -> str:
        return OWN_BOOK if self.sealed else PLAIN_BOOK

    def refuse_impossible(self, *, speakers: int) -> None:
        """What the register cannot hold, each with its sentence at its field."""
        if self.sealed and (speakers > 1 or any(getattr(self, name) for name in WORDS)):
            raise Refused("Lượt tiếp về tố cáo không ghi họ tên, địa chỉ, nội dung vào Cổng.")
        if self.result == Result.REFUSED and not self.ground:
            raise Refused("Chưa chọn căn cứ từ chối tiếp.", field="ground")
        if self.ground and (why := self.refused_on.why_not(on=self.received_on)):
            raise Refused(why, field="ground")
        if (self.kind == VisitKind.REGULAR) == bool(self.host):
            raise Refused(
                "Buổi tiếp định kỳ, đột xuất mới ghi người chủ trì; tiếp thường xuyên thì không.",
                field="host",
            )
        if sentence := too_many(people=self.people, speakers=speakers):
            raise Refused(sentence, field="people")

    def reception_of_the_day(self) -> Any:
        """The one session of that day, kind and host, where there is one."""
        if self.kind == VisitKind.REGULAR:
            return None
        of_day = Reception.objects.filter(date=self.received_on, kind=self.kind, host=self.host)
        found = list(of_day[:2])
        return found[0] if len(found) == 1 else None

    def start_clocks(self) -> str:
        """The period that the result starts, and the stage that waits for its end."""
        rule = self.duty()
        if not rule:
            refused = self.result == Result.REFUSED
            return VisitStage.REFUSED if refused else VisitStage.DONE
        if statutes.RULES[rule].versions[0].since <= self.received_on:
            VisitClock.begin(rule, on=self.received_on, visit=self)
        self.refresh_due()
        return FIRST_STAGE[rule]

    def duty(self) -> str:
        if self.result in OWES_AN_ANSWER:
            return ANSWER
        written = bool(self.ground) and self.refused_on.in_writing
        return REFUSAL if written else ""

    def stop_clock(self, rule: str, *, on: date) -> None:
        for clock in self.clocks.open().filter(rule=rule):
            clock.stop(on=on)
        self.refresh_due()

    def take_petition(
        self, *, by: Any, on: date, parties: Iterable[Any], files: Iterable[File] = (), **facts: Any
    ) -> Any:
        """Nhận đơn: the visitor's letter goes into the book of petitions. Returns the petition."""
        with take(self, "take_petition", by=by, on=on) as taking:
            petition = Petition.register(
                by=by,
                on=on,
                received_on=self.received_on,
                channel=Channel.RECEPTION,
                parties=parties,
                files=files,
                people=self.people,
                matter=self.matter,
                **facts,
            )
            self.petition = petition
            taking.facts["letter"] = petition.code
        return petition

    def take_envelope(self, *, by: Any, on: date, **envelope: str) -> Any:
        """Nhận bì mật: what the denouncer left behind, unopened. Returns the petition."""
        with take(self, "take_envelope", by=by, on=on) as taking:
            self.petition = Petition.register_sealed(
                by=by,
                on=on,
                received_on=self.received_on,
                channel=Channel.RECEPTION,
                field=self.field,
                **envelope,
            )
            taking.facts["letter"] = self.petition.code
        return self.petition

    def join(self, *, by: Any, on: date, case: Any) -> None:
        """Ghép vào vụ việc: the returns count one matter, however often somebody came."""
        with take(self, "join", by=by, on=on) as taking:
            self.matter = case.matter
            taking.facts["case"] = case.code

    def seal(self, *, by: Any, on: date, reason: str) -> Any:
        """Chuyển sổ riêng: who came and about what goes; the old number stays as an empty line."""
        with take(self, "seal", by=by, on=on) as taking:
            sealed = type(self).register(
                by=by,
                on=on,
                received_on=self.received_on,
                kind=self.kind,
                host=self.host,
                unit=self.unit,
                place=self.place,
                place_name=self.place_name,
                receiver=self.receiver,
                people=self.people,
                field=self.field,
                petition_kind=Kind.DENUNCIATION,
                result=self.result,
                ground=self.ground,
            )
            for registration in Registration.objects.of_visitor(self):
                registration.seal(by=by, on=on)
            self.leave_visit()
            self._empty()
            for event in history.events(self.stream).filter(kept_values__isnull=False):
                history.erase_values(event, by=key_of(by), on=on, reason="Chuyển sổ riêng")
            drafts.forget(self.code)
            taking.facts["reason_given"] = bool(reason)
        return sealed

    def follow_letter(self, letter: Any, *, by: Any, on: date, reason: str) -> None:
        """Chuyển sổ riêng with the letter that came of it."""
        self.petition = None
        self.save(update_fields=["petition"])
        sealed = self.seal(by=key_of(by), on=on, reason=reason)
        sealed.petition = letter
        sealed.save(update_fields=["petition"])

    def _empty(self) -> None:
        self.representatives.all().delete()
        search_row.drop(self)
        for name in (*WORDS, "petition_kind", "result", "ground"):
            setattr(self, name, "")
        self.birth_year = self.appointed_on = self.field = self.competent = None
        self.matter = None  # its cases name people
        self.clocks.all().delete()
        self.refresh_due()
