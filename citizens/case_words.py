"""A case in words, for its page: facts, stages, people, how its deadlines are reckoned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.deadlines import Row, Standing, confirmations
from portal.templatetags.portal import mask_id, mask_phone
from portal.text import day
from portal.working_days import days_after

from .models.desk_item import INFORMATIVE_CLOCKS
from .models.tally import SETTLING_RULES
from .models.vocabulary import CaseStage, Kind

STAGE = CaseStage
COMPLAINT_WAY = ("Tiếp nhận", "Thụ lý", "Xác minh", "Đối thoại", "Quyết định", "Gửi, công khai")
FEEDBACK_WAY = ("Tiếp nhận", "Giải quyết", "Trả lời")
UNDER_WAY = {
    STAGE.PROPOSED: 1,
    STAGE.ACCEPTED: 2,
    STAGE.VERIFYING: 2,
    STAGE.DIALOGUE: 3,
    STAGE.VERIFIED: 4,
    STAGE.SETTLED: 5,
    STAGE.HANDLING: 1,
    STAGE.ANSWERED: 3,
    STAGE.ENDED: 6,
}
"""Which part of the way is being walked at a stage; the parts before it lie behind."""

ENDED_EARLY = {
    STAGE.DECLINED: (1, "Không thụ lý"),
    STAGE.TERMINATED: (2, "Đình chỉ"),
}


@dataclass(frozen=True)
class Reckoning:
    """One time limit of the case: what it is for, how it stands, how it was reckoned."""

    about: str
    standing: Standing
    rows: list[Row]
    clock: Any

    @property
    def late(self) -> bool:
        """What it asked for was done after its last day."""
        clock = self.clock
        watched = clock.rule in INFORMATIVE_CLOCKS
        return bool(not watched and clock.stopped_on and clock.due and clock.stopped_on > clock.due)

    @property
    def confirmed(self) -> bool:
        return not any("chưa kiểm tra" in row.words for row in self.rows)


def reckonings(case: Any, clocks: list[Any], *, on: date) -> list[Reckoning]:
    """The nearest duty first, then what else runs, then what is over."""
    ordered = sorted(clocks, key=lambda clock: _rank(clock, paused=bool(case.paused_from)))
    confirmed = confirmations()
    told = []
    for clock in ordered:
        rows = clock.deadline(confirmed=confirmed).rows()
        told.append(Reckoning(_capital(clock.term.label), clock.standing(as_of=on), rows, clock))
    return told


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def standing_of(case: Any, clocks: list[Any], *, on: date) -> Standing:
    """How the nearest duty stands; where none is left, from when the decision has effect."""
    effect = next(
        (each for each in clocks if each.rule in INFORMATIVE_CLOCKS and each.is_open), None
    )
    if case.due_on or case.closed_on or effect is None:
        return case.standing(as_of=on)
    since = days_after(effect.due, 1)
    words = f"Quyết định có hiệu lực từ ngày {day(since)}"
    return Standing("done" if since <= on else "ok", words, words, since)


def _rank(clock: Any, *, paused: bool) -> tuple:
    """While the settling stands still, its clock comes first; what is only watched comes last."""
    stands_still = paused and clock.is_open and clock.due is None
    watched = clock.rule in INFORMATIVE_CLOCKS
    settles = clock.rule in SETTLING_RULES
    return (not clock.is_open, not stands_still, watched, clock.due_key, not settles)


def stages_of(case: Any) -> list[dict[str, str]]:
    """The way of the law, as the bar under the heading."""
    way = COMPLAINT_WAY if case.kind == Kind.COMPLAINT else FEEDBACK_WAY
    if case.stage in ENDED_EARLY:
        passed, last = ENDED_EARLY[case.stage]
        way = (*way[:passed], last)
        return [_part(label, at, passed) for at, label in enumerate(way)]
    stage = case.stage_before_pause or case.stage
    return [_part(label, at, UNDER_WAY[stage]) for at, label in enumerate(way)]


def _part(label: str, at: int, now: int) -> dict[str, str]:
    return {"label": label, "state": "past" if at < now else "now" if at == now else ""}


def facts_of(case: Any, lists: dict[str, list]) -> list[tuple[str, str]]:
    """What happened and to whom; what is not known is left out."""
    petition = case.petition
    facts = [
        ("Người gửi", "" if lists else case.sender),
        ("Lĩnh vực", case.field),
        ("Nhận đơn", f"{day(case.received_on)}, {petition.get_channel_display().lower()}"),
        ("Cơ quan chuyển đến", petition.forwarded_by),
        ("Số người", petition.people if petition.people > 1 else ""),
        ("Thụ lý", case.accepted_on and day(case.accepted_on)),
        ("Quyết định", case.decided_on and day(case.decided_on)),
        ("Kết quả", case.get_outcome_display()),
        ("Người giải quyết", case.settler and f"{case.settler.printed_title} {case.settler.user}"),
        ("Tổ xác minh", team_words(lists.get("verification_members", []))),
        ("Vụ việc phức tạp", complexity_words(lists.get("complexities", []))),
        ("Vùng sâu, vùng xa", "có" if case.remote else ""),
    ]
    return [(words, str(value)) for words, value in facts if value]


def team_words(members: list[Any]) -> str:
    ordered = sorted(members, key=lambda member: not member.lead)
    return "\n".join(f"{each.user}{' (tổ trưởng)' if each.lead else ''}" for each in ordered)


def complexity_words(records: list[Any]) -> str:
    return "\n".join(f"{record}. {record.ground}" for record in records)


def people_of(case: Any, lists: dict[str, list]) -> list[dict[str, Any]]:
    """The sender and representatives, numbers masked."""
    return [
        {
            "role": party.get_role_display(),
            "name": party.name,
            "honorific": party.honorific,
            "facts": [(words, value) for words, value in _known(party) if value],
        }
        for party in lists["parties"]
    ]


def _known(party: Any) -> list[tuple[str, str]]:
    place = ", ".join(filter(None, [party.address, str(party.commune or "")]))
    return [
        ("Năm sinh", str(party.birth_year or "")),
        ("Địa chỉ", place),
        ("Căn cước", mask_id(party.id_number)),
        ("Điện thoại", mask_phone(party.phone)),
    ]
