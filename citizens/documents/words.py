"""What the papers of a complaint say of it: the words that stand in their places."""

from __future__ import annotations

from datetime import date
from typing import Any

from citizens import statutes
from citizens.models.vocabulary import Kind, Level, Outcome, PaperKind, Regime
from portal.office import office
from portal.text import day, day_long

LAWS = (
    "Căn cứ Luật Khiếu nại số 02/2011/QH13 (được sửa đổi, bổ sung bởi Luật số 136/2025/QH15);\n"
    "Căn cứ Nghị định số 124/2020/NĐ-CP (được sửa đổi, bổ sung bởi Nghị định số 155/2026/NĐ-CP);\n"
)
LAWS_BEFORE_2026 = "Căn cứ Luật Khiếu nại số 02/2011/QH13;\nCăn cứ Nghị định số 124/2020/NĐ-CP;\n"


def complainant(case: Any) -> str:
    """bà Đinh Thị Thảo, địa chỉ: Thôn 3, Xã An Phú"""
    return f"{you(case)} {case.sender}" if case.sender else you(case)


def you(item: Any) -> str:
    first = letter_of(item).parties.first()
    return first.honorific if first else "ông/bà"


def letter_of(item: Any) -> Any:
    """The petition: itself, or the one that the case came with."""
    return getattr(item, "petition", item)


def identity(case: Any) -> str:
    sender = case.petition.parties.first()
    if sender is None:
        return ""
    place = ", ".join(filter(None, [sender.address, str(case.petition.commune or "")]))
    number = f", căn cước số {sender.id_number}" if sender.id_number else ""
    return number + (f", địa chỉ: {place}" if place else "")


def settler(case: Any) -> str:
    return case.settler.printed_title if case.settler else "Giám đốc Sở"


def level(case: Any) -> str:
    return case.get_level_display().lower()


def period(case: Any, *, on: date) -> str:
    """How long settling takes when it is accepted on that day (KN Đ28, Đ37)."""
    rule, remote = case.settling_rule, case.settling_variants["remote"]
    return statutes.RULES[rule].version_on(on).length_words(remote=remote)


def time_to_appeal(case: Any, *, on: date) -> str:
    """For the second complaint, after a decision of that day (KN Đ33)."""
    rule = statutes.RULES[case.procedure.limitation[Level.SECOND - 1]].version_on(on)
    if case.procedure.dismissal:
        return f"{rule.complex} ngày"
    return rule.length_words(remote=case.remote)


def bases(case: Any, *, on: date) -> str:
    laws = LAWS if on >= statutes.REFORM_OF_2026 else LAWS_BEFORE_2026
    return f"{laws}Theo đề nghị của Thủ trưởng {case.unit};\n"


def executors(case: Any) -> str:
    return (
        f"Thủ trưởng {case.unit}, các đơn vị, cá nhân có liên quan và {complainant(case)} chịu "
        "trách nhiệm thi hành quyết định này./."
    )


def findings(case: Any) -> str:
    found = [*case.findings.all()]
    return found[-1].text if found else "[kết quả xác minh]"


def dialogue(case: Any) -> str:
    held = [each for each in case.dialogues.all() if each.held_on]
    if not held:
        return (
            "Yêu cầu của người khiếu nại và kết quả xác minh thống nhất, không tổ chức đối thoại."
        )
    return f"Đối thoại {day_long(held[-1].held_on)}. {held[-1].minutes}"


def phone(on: date) -> str:
    return office(on).phone or "…"


def province(on: date) -> str:
    return office(on).parent_body


def first_decision_of(case: Any) -> str:
    first = case.first_case
    paper = first and first.papers.issued().filter(kind=PaperKind.DECISION).last()
    if paper:
        return f"{paper.title} số {paper.number} ngày {day(paper.dated_on)} của {first.unit}."
    return sentence(case.first_decision or "quá thời hạn không có quyết định giải quyết")


def way_onward(case: Any, *, on: date) -> str:
    """The second complaint after the first decision, the court after either (KN Đ33, Đ42)."""
    court = "khởi kiện vụ án hành chính tại Tòa án"
    if case.level == Level.SECOND:
        return f"Nếu không đồng ý với quyết định này, {you(case)} có quyền {court}."
    return (
        f"Trong thời hạn {time_to_appeal(case, on=on)} kể từ ngày nhận được quyết định này, nếu "
        f"không đồng ý, {you(case)} có quyền khiếu nại lần hai đến {next_settler(case, on=on)} "
        f"hoặc {court}."
    )


def next_settler(case: Any, *, on: date) -> str:
    if case.regime == Regime.LABOUR:
        return "người có thẩm quyền giải quyết lần hai theo Nghị định 24/2018/NĐ-CP"
    return "Giám đốc Sở" if case.settling_unit else f"Chủ tịch {province(on)}"


def ruling(case: Any, outcome: str) -> str:
    """Điều 1 of a decision, by its outcome."""
    whose = f"nội dung khiếu nại của {complainant(case)}"
    return {
        Outcome.RIGHT: f"Công nhận {whose} là đúng; thu hồi, sửa đổi quyết định bị khiếu nại.",
        Outcome.PARTLY_RIGHT: f"Công nhận một phần {whose}; sửa đổi quyết định bị khiếu nại.",
        Outcome.WRONG: f"Không công nhận {whose}; giữ nguyên quyết định bị khiếu nại.",
        Outcome.UPHELD: "Công nhận quyết định giải quyết khiếu nại lần đầu.",
        Outcome.OVERTURNED: "Hủy, sửa quyết định giải quyết khiếu nại lần đầu.",
    }[Outcome(outcome)]


def sender_of(item: Any) -> str:
    """ông Nguyễn Văn An, địa chỉ: Thôn 3, Xã An Phú"""
    petition = letter_of(item)
    first = petition.parties.first()
    if first is None:
        return ""
    place = ", ".join(filter(None, [first.address, str(petition.commune or first.commune or "")]))
    return f"{first.honorific} {first.name}" + (f", địa chỉ: {place}" if place else "")


def letter(petition: Any) -> str:
    """đơn khiếu nại, đơn kiến nghị …"""
    words = petition.get_kind_display().lower() if petition.kind else ""
    return {Kind.POLICY_QUESTION: "đơn hỏi chính sách"}.get(petition.kind, f"đơn {words}".strip())


def sentence(words: str) -> str:
    words = words.strip()
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def issued_decision(case: Any, *, on: date) -> str:
    paper = case.papers.issued().filter(kind=PaperKind.DECISION).last()
    return f"số {paper.number} ngày {day(paper.dated_on)}" if paper else f"ngày {day(on)}"


def to_carry_out(case: Any) -> str:
    """“- Trả lại tiền …: 12 triệu đồng, …; Phòng Người có công, hạn 30/9/2026.”"""
    rows = [
        ", ".join(filter(None, (str(row), row.whom, row.content, str(row.unit), due_words(row))))
        for row in case.executions.select_related("unit")
    ]
    return "\n".join(f"- {words}." for words in rows) or "- [nội dung thi hành]"


def due_words(row: Any) -> str:
    return f"hạn {day(row.due_on)}" if row.due_on else ""
