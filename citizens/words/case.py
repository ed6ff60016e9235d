"""A case in words, for its page: its facts, and the stages of its way."""

from __future__ import annotations

from typing import Any

from portal.text import day, number, upper_first

from ..models.vocabulary import CaseStage, Kind, Regime

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
    STAGE.PASSED_UP: (2, "Chuyển lần hai"),
}


def stages_of(case: Any) -> list[dict[str, str]]:
    """The way of the law, as the bar under the heading."""
    way: tuple[str, ...] = COMPLAINT_WAY if case.kind == Kind.COMPLAINT else FEEDBACK_WAY
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
        (
            "Nhận câu hỏi" if petition.question else "Nhận đơn",
            f"{day(case.received_on)}, {petition.get_channel_display().lower()}",
        ),
        ("Cơ quan chuyển đến", petition.forwarded_by),
        ("Số người", petition.people if petition.people > 1 else ""),
        ("Thủ tục", case.get_regime_display() if case.regime != Regime.ADMINISTRATIVE else ""),
        ("Vụ việc lần đầu", case.first_case.code if case.first_case else ""),
        ("Quyết định lần đầu", case.first_decision),
        ("Thụ lý", case.accepted_on and day(case.accepted_on)),
        ("Quyết định", case.decided_on and day(case.decided_on)),
        ("Kết quả", case.get_outcome_display()),
        ("Người giải quyết", case.settler and f"{case.settler.printed_title} {case.settler.user}"),
        ("Tổ xác minh", team_words(lists.get("verification_members", []))),
        ("Vụ việc phức tạp", complexity_words(lists.get("complexities", []))),
        ("Vùng sâu, vùng xa", "có" if case.remote else ""),
        ("Diện theo dõi", flag_words(lists.get("flags", []))),
        ("Nguyên nhân", cause_words(lists.get("causes", []))),
        ("Cập nhật CSDL quốc gia", case.reported_on and day(case.reported_on)),
        ("Kiến nghị xử lý", recommendation_words(lists.get("recommendations", []))),
    ]
    return [(words, str(value)) for words, value in facts if value]


def team_words(members: list[Any]) -> str:
    ordered = sorted(members, key=lambda member: not member.lead)
    return "\n".join(f"{each.user}{' (tổ trưởng)' if each.lead else ''}" for each in ordered)


def flag_words(flags: list[Any]) -> str:
    standing = [flag for flag in flags if flag.lifted_on is None]
    return "\n".join(f"{each}: {each.answerable} chịu trách nhiệm" for each in standing)


def cause_words(causes: list[Any]) -> str:
    return "\n".join(f"{each}. {each.note}" if each.note else str(each) for each in causes)


def recommendation_words(rows: list[Any]) -> str:
    told = [each for row in rows for each in row.told()]
    return "\n".join(f"{upper_first(words)}: {number(value)}" for words, value in told)


def complexity_words(records: list[Any]) -> str:
    return "\n".join(f"{record}. {record.ground}" for record in records)
