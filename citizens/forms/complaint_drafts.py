"""How the papers of a complaint begin, from its facts (forms 03–05, 14a, 14b, 15 of the decrees).

What stands in square brackets is filled in from the answers beside the draft when it is sent.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from citizens import statutes
from citizens.forms.petition_drafts import sentence, title_of
from citizens.models.vocabulary import Level, Outcome, PaperKind, Regime
from portal.office import office
from portal.text import day, day_long

LAWS = (
    "Căn cứ Luật Khiếu nại số 02/2011/QH13 (được sửa đổi, bổ sung bởi Luật số 136/2025/QH15);\n"
    "Căn cứ Nghị định số 124/2020/NĐ-CP (được sửa đổi, bổ sung bởi Nghị định số 155/2026/NĐ-CP);\n"
)
LAWS_BEFORE_2026 = "Căn cứ Luật Khiếu nại số 02/2011/QH13;\nCăn cứ Nghị định số 124/2020/NĐ-CP;\n"


def acceptance(case: Any, *, on: date) -> str:
    """Mẫu 03."""
    return (
        f"Kính gửi: {complainant(case)}\n\n"
        f"{received(case, on=on)}\n\n"
        "Sau khi xem xét, đơn khiếu nại đủ các điều kiện thụ lý và thuộc thẩm quyền giải quyết của "
        f"{settler(case)} theo {case.procedure.article[case.level - 1]}.\n\n"
        f"{settler(case)} thông báo thụ lý giải quyết khiếu nại {level(case)} của {you(case)} kể "
        f"từ ngày ban hành văn bản này. Thời hạn giải quyết là {period(case, on=on)} theo quy định "
        "của Luật Khiếu nại.\n\n"
        f"Vậy, thông báo để {you(case)} được biết./."
    )


def refusal(case: Any, *, on: date) -> str:
    """Mẫu 04."""
    return (
        f"Kính gửi: {complainant(case)}\n\n"
        f"{received(case, on=on)}\n\n"
        "Căn cứ Điều 11 Luật Khiếu nại, khiếu nại nêu trên thuộc trường hợp: [căn cứ]. [lý do]\n\n"
        f"Vì vậy, {settler(case)} không thụ lý giải quyết khiếu nại của {you(case)}.\n\n"
        f"Vậy, thông báo để {you(case)} được biết./."
    )


def verification_order(case: Any, *, on: date) -> str:
    """Mẫu 05."""
    return (
        f"{bases(case, on=on)}"
        f"Căn cứ Thông báo thụ lý giải quyết khiếu nại ngày {day(case.accepted_on or on)};\n\n"
        "QUYẾT ĐỊNH:\n\n"
        f"Điều 1. Xác minh nội dung khiếu nại của {complainant(case)}, về việc: "
        f"{sentence(case.title)} Thời hạn xác minh là [số ngày] ngày, kể từ ngày ký quyết định.\n"
        "Nội dung xác minh: [nội dung xác minh]\n\n"
        "Điều 2. Tổ xác minh gồm:\n[thành viên]\n"
        "Tổ xác minh có nhiệm vụ, quyền hạn theo Điều 29 Luật Khiếu nại và báo cáo kết quả bằng "
        "văn bản.\n\n"
        "Điều 3. Thủ trưởng các đơn vị có liên quan và những người có tên tại Điều 2 chịu trách "
        "nhiệm thi hành quyết định này./."
    )


def invitation(case: Any, *, on: date) -> str:
    return (
        f"Kính mời: {complainant(case)}\n\n"
        f"Để làm rõ nội dung khiếu nại, yêu cầu của {you(case)} và hướng giải quyết theo Điều 30 "
        f"Luật Khiếu nại, {settler(case)} tổ chức đối thoại:\n"
        "- Thời gian: [ngày đối thoại]\n"
        "- Địa điểm: [địa điểm]\n"
        f"- Nội dung: {sentence(case.title)}\n\n"
        f"Khi đến, {you(case)} mang theo giấy tờ tùy thân và tài liệu liên quan. Nếu không thể có "
        f"mặt, {you(case)} báo trước cho {office(on).short_name}, điện thoại {phone(on)}./."
    )


def complexity_record(case: Any, *, on: date) -> str:
    return (
        f"Vụ việc {case.code}: {sentence(case.title)}\n\n"
        f"Thụ lý ngày {day(case.accepted_on or on)}. Xác định đây là vụ việc phức tạp vì: "
        f"{'[tiêu chí]. ' if on >= statutes.REFORM_OF_2026 else ''}[căn cứ]\n\n"
        "Thời hạn giải quyết được áp dụng theo trường hợp vụ việc phức tạp, tính từ ngày thụ lý. "
        "Văn bản này lưu cùng tài liệu giải quyết khiếu nại./."
    )


def suspension(case: Any, *, on: date) -> str:
    """Mẫu 14a."""
    return (
        f"{bases(case, on=on)}\nQUYẾT ĐỊNH:\n\n"
        f"Điều 1. Tạm đình chỉ việc giải quyết khiếu nại của {complainant(case)}, về việc: "
        f"{sentence(case.title)}\nLý do: [căn cứ]. [lý do]\n\n"
        "Điều 2. Quyết định có hiệu lực kể từ ngày ký. Thời gian tạm đình chỉ không tính vào thời "
        "hạn giải quyết khiếu nại.\n\n"
        f"Điều 3. {executors(case)}"
    )


def resumption(case: Any, *, on: date) -> str:
    """Mẫu 14b."""
    since = f" từ ngày {day(case.paused_from)}" if case.paused_from else ""
    return (
        f"{bases(case, on=on)}\nQUYẾT ĐỊNH:\n\n"
        f"Điều 1. Tiếp tục giải quyết khiếu nại của {complainant(case)}, về việc: "
        f"{sentence(case.title)} Việc giải quyết đã tạm đình chỉ{since}; lý do tạm đình chỉ không "
        "còn.\n\n"
        "Điều 2. Quyết định có hiệu lực kể từ ngày ký; thời hạn giải quyết được tính tiếp từ ngày "
        "này.\n\n"
        f"Điều 3. {executors(case)}"
    )


def termination(case: Any, *, on: date) -> str:
    """Mẫu 14a too: the decree has one form for suspending and for ending a settlement."""
    return (
        f"{bases(case, on=on)}\nQUYẾT ĐỊNH:\n\n"
        f"Điều 1. Đình chỉ việc giải quyết khiếu nại của {complainant(case)}, về việc: "
        f"{sentence(case.title)}\nLý do: [căn cứ]. [lý do]\n\n"
        "Điều 2. Quyết định có hiệu lực kể từ ngày ký.\n\n"
        f"Điều 3. {executors(case)}"
    )


def decision(case: Any, *, on: date) -> str:
    """Mẫu 15, at the second level Mẫu 16."""
    return (
        f"{bases(case, on=on)}Xét đơn khiếu nại của {complainant(case)};\n\n"
        f"I. NỘI DUNG KHIẾU NẠI\n{sentence(case.title)}\n{decided_first(case)}\n"
        f"II. KẾT QUẢ XÁC MINH\n{findings(case)}\n\n"
        f"III. KẾT QUẢ ĐỐI THOẠI\n{dialogue(case)}\n\n"
        f"IV. {ending(case, on=on)}"
    )


def decision_at_once(case: Any, *, on: date) -> str:
    """Mẫu 15, where nothing had to be verified."""
    return (
        f"{bases(case, on=on)}Xét đơn khiếu nại của {complainant(case)};\n\n"
        f"I. NỘI DUNG KHIẾU NẠI\n{sentence(case.title)}\n\n"
        "II. KẾT QUẢ KIỂM TRA LẠI\n[kết quả kiểm tra lại]\n\n"
        f"III. {ending(case, on=on)}"
    )


def ending(case: Any, *, on: date) -> str:
    """The conclusion, what is decided, and where the law leads from here."""
    return (
        "KẾT LUẬN\n[kết luận]. [nội dung kết luận]\n\n"
        "QUYẾT ĐỊNH:\n\n"
        "Điều 1. [nội dung quyết định]\n\n"
        f"Điều 2. {way_onward(case, on=on)}\n\n"
        f"Điều 3. {executors(case)}"
    )


def enforcement(case: Any, *, on: date) -> str:
    """What each unit has to do and by when (NĐ124 Đ31)."""
    paper = case.papers.issued().filter(kind=PaperKind.DECISION).last()
    which = f"số {paper.number} ngày {day(paper.dated_on)}" if paper else f"ngày {day(on)}"
    return (
        f"Kính gửi: [đơn vị thi hành]\n\n"
        f"Quyết định giải quyết khiếu nại {which} đối với khiếu nại của {complainant(case)}, về "
        f"việc: {sentence(case.title)} đã có hiệu lực pháp luật.\n\n"
        "Căn cứ khoản 1 Điều 31 Nghị định số 124/2020/NĐ-CP, "
        f"{settler(case)} yêu cầu thi hành các nội dung sau:\n{to_carry_out(case)}\n\n"
        "Đơn vị được giao báo cáo kết quả thi hành bằng văn bản./."
    )


def to_carry_out(case: Any) -> str:
    """“- Trả lại tiền …: 12 triệu đồng, …; Phòng Người có công, hạn 30/9/2026.”"""
    rows = [
        ", ".join(filter(None, (str(row), row.whom, row.content, str(row.unit), due_words(row))))
        for row in case.executions.select_related("unit")
    ]
    return "\n".join(f"- {words}." for words in rows) or "- [nội dung thi hành]"


def due_words(row: Any) -> str:
    return f"hạn {day(row.due_on)}" if row.due_on else ""


def decided_first(case: Any) -> str:
    """What the first level decided, in a decision of the second."""
    if case.level == Level.FIRST:
        return ""
    return f"\nKết quả giải quyết lần đầu: {first_decision_of(case)}\n"


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


def answer(case: Any, *, on: date) -> str:
    return (
        f"Kính gửi: {complainant(case)}\n\n"
        f"Ngày {day(case.received_on)}, {office(on).name} nhận được ý kiến của {you(case)} về "
        f"việc: {sentence(case.title)}\n\n[nội dung trả lời]\n\n"
        f"{office(on).short_name} cảm ơn {you(case)} đã gửi ý kiến./."
    )


# the words that several papers share


def complainant(case: Any) -> str:
    """bà Đinh Thị Thảo, địa chỉ: Thôn 3, Xã An Phú"""
    return f"{you(case)} {case.sender}" if case.sender else you(case)


def you(case: Any) -> str:
    return title_of(case.petition)


def received(case: Any, *, on: date) -> str:
    return (
        f"Ngày {day(case.received_on)}, {case.settling_unit or office(on).name} nhận được đơn "
        f"khiếu nại của "
        f"{complainant(case)}{identity(case)}, về việc: {sentence(case.title)}"
    )


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
