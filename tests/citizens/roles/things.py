"""Petitions and cases at every stage; each carries a mark of its own in every personal field."""

from __future__ import annotations

import dataclasses
import itertools
from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from citizens.models import Party, Petition
from citizens.models.policy_question import ask
from portal.attachments import receive
from portal.fields import Field
from portal.instructions import instruct
from portal.submissions import submit
from tests.citizens.roles.people import DESK, FIELD, HOME, OTHER_FIELD, OTHER_UNIT
from tests.portal.specimens import png

DAY = date(2026, 7, 6)
ENVELOPE = ("envelope_no", "envelope_place", "envelope_keeper")


def mark(number: int, letter: str) -> str:
    """``Zq07zN``: the seventh thing's name; nothing else in the portal looks like it."""
    return f"Zq{number:02d}z{letter}"


def phone_of(number: int) -> str:
    return f"09870001{number:02d}"


def id_number_of(number: int) -> str:
    return f"0991580007{number:02d}"


@dataclasses.dataclass
class Thing:
    """A petition or case as the rules look at it, told independently of the portal."""

    name: str
    item: Any
    number: int
    unit: str = DESK
    officer: str = ""
    team: tuple[str, ...] = ()
    field: str = FIELD
    settling_unit: str = ""
    entered_by: str = "clerk"
    sealed: bool = False
    hidden_from: tuple[str, ...] = ()
    case: Thing | None = None
    extra: dict[str, Any] = dataclasses.field(default_factory=dict)

    @property
    def is_case(self) -> bool:
        return self.item.stream_kind == "vu-viec"

    @property
    def url(self) -> str:
        return self.item.get_absolute_url()

    @property
    def code(self) -> str:
        return self.item.code


class Maker:
    """Enters letters and carries them to where they are wanted, by the portal's own verbs."""

    def __init__(self, people: dict[str, Any], units: dict[str, Any]) -> None:
        self.people, self.units = people, units
        self.fields = {each.code: each for each in Field.objects.all()}
        self.numbers = itertools.count(1)
        self.things: list[Thing] = []

    def letter(self, name: str, **facts: Any) -> Thing:
        number, clerk = next(self.numbers), self.people["clerk"]
        party = Party(
            name=f"Đinh Thị {mark(number, 'N')}",
            gender="nu",
            birth_year=1958,
            id_number=id_number_of(number),
            phone=phone_of(number),
            email=f"{mark(number, 'E').lower()}@thu.example",
            address=f"Thôn {mark(number, 'A')}",
        )
        scan = receive(SimpleUploadedFile(f"{mark(number, 'S')}.png", png()), by=clerk)
        item = Petition.register(
            by=clerk,
            on=DAY,
            received_on=DAY,
            parties=[party],
            files=[scan],
            channel="buu_chinh",
            title=f"Đơn {mark(number, 'T')}",
            content=f"Nội dung {mark(number, 'C')}",
            **facts,
        )
        return self.kept(Thing(name, item, number, field="", extra={"file": str(scan.pk)}))

    def kept(self, thing: Thing) -> Thing:
        self.things.append(thing)
        return thing

    def classified(self, name: str, kind: str = "khieu_nai", **facts: Any) -> Thing:
        about = facts.pop("about", FIELD)
        judged = {
            "eligible": facts.pop("eligible", True),
            "competent": facts.pop("competent", True),
        }
        thing = self.letter(name, **facts)
        clerk = self.people["petition_officer"]
        thing.item.classify(by=clerk, on=DAY, kind=kind, field=self.fields[about], **judged)
        thing.field = about
        return thing

    def complaint(
        self, name: str, *, unit: str = HOME, officer: str = "officer", **facts: Any
    ) -> Thing:
        letter = self.classified(f"letter of {name}", **facts)
        case = letter.item.propose(
            by=self.people["petition_officer"],
            on=DAY,
            unit=self.units[unit],
            officer=self.people[officer],
            summary="Đủ điều kiện.",
        )
        return self.opened(name, letter, case, unit, officer)

    def feedback(self, name: str) -> Thing:
        letter = self.classified(f"letter of {name}", "kien_nghi")
        case = letter.item.entrust(
            by=self.people["head_of_petitions"],
            on=DAY,
            unit=self.units[HOME],
            officer=self.people["officer"],
        )
        return self.opened(name, letter, case, HOME, "officer")

    def opened(self, name: str, letter: Thing, case: Any, unit: str, officer: str) -> Thing:
        thing = Thing(name, case, letter.number, unit, officer, field=letter.field)
        letter.case = thing
        thing.extra["file"] = letter.extra["file"]
        return self.kept(thing)

    def numbered(self, thing: Thing, kind: str, on: date) -> Thing:
        paper = thing.item.papers.waiting().get(kind=kind)
        thing.item.send_out(by=self.people["clerk"], on=on, paper=paper, number="1/VB", dated_on=on)
        thing.extra["paper"] = paper
        return thing

    def accepted(self, name: str) -> Thing:
        thing = self.complaint(name)
        thing.item.accept(by=self.people["director"], on=date(2026, 7, 14))
        return self.numbered(thing, "tb_thu_ly", date(2026, 7, 14))

    def verifying(self, name: str) -> Thing:
        thing, people = self.accepted(name), self.people
        team = ("officer", "verifier")
        thing.item.order_verification(
            by=people["director"],
            on=date(2026, 7, 15),
            lead=people["officer"],
            members=[people["verifier"]],
            days=15,
        )
        thing.team = team
        return thing

    def verified(self, name: str, *, differs: bool = False) -> Thing:
        thing = self.verifying(name)
        thing.item.report_findings(
            by=self.people["officer"],
            on=date(2026, 7, 29),
            text="Đã đối chiếu.",
            proposal="dung",
            differs=differs,
        )
        return thing

    def settled(self, name: str) -> Thing:
        thing = self.verified(name)
        thing.item.settle(
            by=self.people["director"], on=date(2026, 8, 3), outcome="dung", conclusion="Đúng."
        )
        return self.numbered(thing, "qd_giai_quyet", date(2026, 8, 4))

    def submission(self, thing: Thing, step: str) -> Any:
        return submit(
            thing.item,
            thing.item.workflow[step],
            by=self.people["officer"],
            on=date(2026, 7, 10),
            payload={"draft": ["Dự thảo"]},
            draft="Dự thảo",
        )


def petitions(maker: Maker) -> None:
    people, units = maker.people, maker.units
    head, officer = people["head_of_petitions"], people["petition_officer"]
    maker.letter("waiting")
    maker.classified("classified")
    maker.classified("classified feedback", "kien_nghi")
    maker.classified("not ours", competent=False, forwarded_by="UBND xã An Phú")
    supplement = maker.letter("supplement").item
    supplement.request_supplement(by=officer, on=DAY, missing="Thiếu chữ ký.")
    assigned = maker.letter("assigned")
    assigned.item.assign(by=head, on=DAY, unit=units[HOME], officer=people["officer"])
    assigned.unit, assigned.officer = HOME, "officer"
    where = {"addressee": "Bảo hiểm xã hội tỉnh", "ground": "Không thuộc thẩm quyền."}
    guided = maker.classified("guided", competent=False)
    guided.item.guide(by=head, on=DAY, **where)
    guided.extra["paper"] = guided.item.papers.get()
    forwarded = maker.classified("forwarded", competent=False)
    forwarded.item.forward(by=head, on=DAY, **where)
    maker.numbered(forwarded, "phieu_chuyen", DAY)
    sent_back = maker.classified("sent back", competent=False, forwarded_by="UBND xã An Phú")
    sent_back.item.send_back(by=head, on=DAY, ground="Chuyển nhầm.")
    shelved = maker.classified("shelved", eligible=False)
    shelved.item.shelve(by=head, on=DAY, ground="Không ký.")
    sealed_petitions(maker)


def sealed_petitions(maker: Maker) -> None:
    officer = maker.people["petition_officer"]
    turned = maker.letter("turned out sealed")
    words = {name: mark(turned.number + 40, "KNO"[at]) for at, name in enumerate(ENVELOPE)}
    sealed = turned.item.seal(by=officer, on=DAY, reason="Có nội dung tố cáo.", **words)
    turned.extra["emptied"] = True
    maker.kept(
        Thing(
            "sealed",
            sealed,
            turned.number + 40,
            entered_by="petition_officer",
            sealed=True,
            field="",
        )
    )
    number = next(maker.numbers) + 40
    words = {name: mark(number, "KNO"[at]) for at, name in enumerate(ENVELOPE)}
    closed = Petition.register_sealed(
        by=maker.people["clerk"], on=DAY, received_on=DAY, channel="buu_chinh", **words
    )
    maker.kept(Thing("sealed at entry", closed, number, sealed=True, field=""))


def cases(maker: Maker) -> None:
    people = maker.people
    director, officer, clerk = people["director"], people["officer"], people["clerk"]
    maker.complaint("proposed")
    maker.accepted("accepted")
    verifying = maker.verifying("verifying")
    joined = maker.classified("joined")
    joined.item.join(by=people["petition_officer"], on=date(2026, 7, 20), case=verifying.item)
    maker.verified("verified")
    dialogue = maker.verified("dialogue", differs=True)
    dialogue.item.invite(
        by=director, on=date(2026, 7, 30), held_on=date(2026, 8, 10), place="Phòng họp"
    )
    maker.settled("settled")
    suspended = maker.accepted("suspended")
    suspended.item.suspend(by=director, on=date(2026, 7, 20), ground="tro_ngai", reason="Ốm.")
    maker.numbered(suspended, "qd_tam_dinh_chi", date(2026, 7, 20))
    declined = maker.complaint("declined")
    declined.item.decline(by=director, on=date(2026, 7, 10), ground="k5", reason="…")
    terminated = maker.accepted("terminated")
    terminated.item.withdraw(
        by=officer, on=date(2026, 7, 20), stated_on=date(2026, 7, 20), form="don"
    )
    terminated.item.terminate(by=director, on=date(2026, 7, 21), ground="rut_don", reason="Đã rút.")
    ended = maker.settled("ended").item
    ended.serve(by=clerk, on=date(2026, 8, 5), served_on=date(2026, 8, 5), way="Bưu chính")
    ended.publicise(
        by=clerk, on=date(2026, 8, 6), form="hop", start_on=date(2026, 8, 6), until=None
    )
    ended.close(by=officer, on=date(2026, 10, 15))
    maker.feedback("handling")
    answered = maker.feedback("answered")
    answered.item.answer(by=people["head"], on=date(2026, 7, 10), conclusion="Đã lắp mái che.")
    levels(maker)
    maker.complaint("elsewhere", unit=OTHER_UNIT, officer="officer_elsewhere", about=OTHER_FIELD)


def levels(maker: Maker) -> None:
    """One that a unit settles under its own seal, one of the second level before its dialogue."""
    people, units = maker.people, maker.units
    letter = maker.classified("letter of own seal")
    unit, officer = units[HOME], people["officer"]
    unit.symbol = "NCC"
    unit.save()
    facts = {"by": people["petition_officer"], "on": DAY, "unit": unit, "summary": "Đủ điều kiện."}
    case = letter.item.propose(officer=officer, under_own_seal=True, **facts)
    maker.opened("own seal", letter, case, HOME, "officer").settling_unit = HOME
    question_of(maker, officer)
    letter = maker.classified("letter of second level", level=2)
    case = letter.item.open_second_level(officer=officer, first_decision="Quyết định 1", **facts)
    second = maker.opened("second level", letter, case, HOME, "officer")
    case.accept(by=people["director"], on=date(2026, 7, 14))
    maker.numbered(second, "tb_thu_ly", date(2026, 7, 14))
    on, team = date(2026, 7, 15), [people["verifier"]]
    case.order_verification(by=people["director"], on=on, lead=officer, members=team, days=9)
    second.team = ("officer", "verifier")
    case.report_findings(by=officer, on=on, text="Đã rõ.", proposal="cong_nhan")
    case.invite(by=people["director"], on=on, held_on=date(2026, 7, 27), place="Phòng họp")


def question_of(maker: Maker, officer: Any) -> None:
    """A question of a citizen, and a flag upon it."""
    number, people = next(maker.numbers), maker.people
    item = ask(
        by=people["clerk"],
        on=DAY,
        received_on=DAY,
        unit=maker.units[HOME],
        officer=officer,
        parties=[Party(name=f"Đinh Thị {mark(number, 'N')}", phone=phone_of(number))],
        channel="dien_thoai",
        title=f"Hỏi {mark(number, 'T')}",
        content=f"Nội dung {mark(number, 'C')}",
    )
    thing = maker.kept(Thing("question", item, number, HOME, "officer", field=""))
    item.flag(
        by=people["head"], on=DAY, kind="keo_dai", reason="Hỏi nhiều lần.", answerable=officer
    )
    letter = maker.kept(Thing("letter of question", item.petition, number, field=""))
    letter.case = thing


def on_their_way(maker: Maker) -> None:
    """Submissions, open and handed back, and an instruction."""
    people = maker.people
    submitted = maker.complaint("submitted")
    submitted.extra["submission"] = maker.submission(submitted, "accept")
    back = maker.complaint("handed back")
    back.extra["submission"] = maker.submission(back, "accept")
    back.extra["submission"].hand_back(
        by=people["head"], on=date(2026, 7, 11), reason="Thiếu căn cứ."
    )
    back.extra["instruction"] = instruct(
        by=people["director"],
        on=date(2026, 7, 12),
        text="Làm rõ căn cứ.",
        unit=maker.units[HOME],
        due_on=date(2026, 7, 20),
        subject=back.item,
    )


def everything(people: dict[str, Any], units: dict[str, Any]) -> dict[str, Thing]:
    from tests.citizens.roles.denunciations import denunciations
    from tests.citizens.roles.sessions import sessions
    from tests.citizens.roles.visits import visits

    maker = Maker(people, units)
    for part in (petitions, cases, on_their_way, visits, sessions, denunciations):
        part(maker)
    for thing in maker.things:
        thing.item.refresh_from_db()
    return {thing.name: thing for thing in maker.things}
