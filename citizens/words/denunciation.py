"""A denunciation in words, for its own page and for whoever reads a slip about it."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.text import day

from ..models.denunciation.vocabulary import STAGE
from ..models.protection import Protection
from .execution import lines_of

WAY = ("Bì mật", "Xử lý ban đầu", "Thụ lý", "Xác minh", "Kết luận", "Xử lý, công khai")
UNDER_WAY = {
    STAGE.EXAMINING: 1,
    STAGE.ACCEPTED: 2,
    STAGE.VERIFYING: 3,
    STAGE.VERIFIED: 4,
    STAGE.CONCLUDED: 5,
    STAGE.ENDED: 6,
}
ENDED_EARLY = {
    STAGE.FORWARDED: (2, "Chuyển"),
    STAGE.DECLINED: (2, "Không thụ lý"),
    STAGE.INSPECTED: (2, "Thanh tra, kiểm tra"),
    STAGE.TERMINATED: (3, "Đình chỉ"),
}


def stages_of(case: Any) -> list[dict[str, str]]:
    """The way of the law, as the bar under the heading."""
    if case.stage in ENDED_EARLY:
        passed, last = ENDED_EARLY[case.stage]
        way, now = (*WAY[:passed], last), passed
    else:
        way, now = WAY, UNDER_WAY[case.stage_before_pause or case.stage]
    states = ["past" if at < now else "now" if at == now else "" for at in range(len(way))]
    return [{"label": label, "state": state} for label, state in zip(way, states, strict=True)]


def facts_of(subject: Any) -> list[tuple[str, str]]:
    """What is known; what is not is left out."""
    if isinstance(subject, Protection):
        return protection_facts(subject)
    letter = subject.petition
    facts = [
        ("Nhận", f"{day(letter.received_on)}, {letter.get_channel_display().lower()}"),
        ("Lần tố cáo", "tố cáo tiếp" if letter.level == 2 else "lần đầu"),
        ("Lĩnh vực", letter.field),
        ("Nhóm nội dung", letter.get_category_display()),
        ("Người bị tố cáo", "\n".join(str(each) for each in subject.denounced.all())),
        ("Cán bộ giải quyết", subject.officer),
        ("Tổ xác minh", team_words(subject)),
        ("Thụ lý", subject.accepted_on and day(subject.accepted_on)),
        ("Kết luận", subject.concluded_on and day(subject.concluded_on)),
        ("Kết quả", subject.get_outcome_display()),
        ("Kết thúc", subject.closed_on and day(subject.closed_on)),
    ]
    return [(words, str(value)) for words, value in facts if value]


def envelope_of(case: Any) -> list[tuple[str, str]]:
    letter = case.petition
    facts = [
        ("Bì mật số", letter.envelope_no),
        ("Nơi giữ", letter.envelope_place),
        ("Người giữ", letter.envelope_keeper),
    ]
    return [(words, value) for words, value in facts if value]


def measures_of(case: Any, *, on: date) -> list[dict[str, Any]]:
    """What the conclusion asks for: in words, in figures, and how far it was carried out.

    Figures that stood in the book before the case was opened have no words.
    """
    known = {each.execution_id: each for each in case.measures.all()}
    rows = case.executions_now().select_related("unit").prefetch_related("results")
    lines = lines_of(rows, on=on)
    told = [{"words": known.get(line["row"].pk), **line} for line in lines]
    return [*told, *({"words": each} for each in known.values() if each.execution_id is None)]


def protection_facts(protection: Protection) -> list[tuple[str, str]]:
    facts = [
        ("Vụ việc", protection.denunciation.code),
        ("Nội dung bảo vệ", protection.get_protects_display()),
        ("Số người", protection.people),
        ("Đề nghị", day(protection.requested_on)),
        ("Khẩn cấp", "có" if protection.urgent else ""),
        ("Biện pháp", protection.measures),
        ("Quyết định áp dụng", protection.decided_on and day(protection.decided_on)),
        ("Chấm dứt", protection.ended_on and day(protection.ended_on)),
        ("Căn cứ chấm dứt", protection.get_end_ground_display()),
    ]
    return [(words, str(value)) for words, value in facts if value]


def team_words(case: Any) -> str:
    members = sorted(case.members.all(), key=lambda each: not each.lead)
    return "\n".join(f"{each.user}{' (tổ trưởng)' if each.lead else ''}" for each in members)


def texts_of(subject: Any) -> list[tuple[str, str]]:
    """What is denounced, and what was found."""
    if isinstance(subject, Protection):
        return []
    rows = enumerate(subject.allegations.all(), start=1)
    told = [("Nội dung tố cáo", "\n".join(f"{at}. {each.text}" for at, each in rows))]
    if found := subject.reports.last():
        proposed = f"{found.text}\n\nĐề xuất: {found.get_proposal_display().lower()}."
        told.append(("Báo cáo kết quả xác minh", proposed))
    return told
