"""How the papers about a denunciation begin. None names who denounced: those lines stay blank."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from portal.text import day, day_long

BLANK = "Kính gửi: ……………………………………\nĐịa chỉ: ……………………………………\n(ghi tay khi gửi, không nhập vào Cổng)"


def denounced(case: Any) -> str:
    return "; ".join(str(each) for each in case.denounced.all()) or "(chưa ghi)"


def contents(case: Any) -> str:
    rows = enumerate(case.allegations.all(), start=1)
    return "\n".join(f"{at}. {each.text}" for at, each in rows)


SAME = {
    "cơ quan có thẩm quyền": "cơ quan",
    "cơ quan, đơn vị thanh tra, kiểm tra": "cơ quan",
    "cơ quan giám định": "cơ quan",
    "từng nội dung": "kết quả xác minh tố cáo",
}
"""An answer as the draft has it, and as the forms of the documents call it."""


def known_of(case: Any, answers: Mapping[str, str]) -> dict[str, str]:
    """What a Word file says of the denounced and of the contents, and what was answered."""
    told = {SAME.get(name, name): words for name, words in answers.items()}
    found = case.reports.last()
    known = {
        "người bị tố cáo": denounced(case),
        "nội dung tố cáo": f"\n{contents(case)}",
        "nội dung xác minh": f"\n{contents(case)}",
        "kết quả xác minh tố cáo": found.text if found else "",
    }
    return known | told


def received(case: Any) -> str:
    return f"tố cáo ghi tại sổ riêng số {case.code}, nhận ngày {day(case.received_on)}"


def forwarding(case: Any, *, on: date) -> str:
    return (
        "Kính gửi: [cơ quan có thẩm quyền]\n\n"
        f"Sở tiếp nhận {received(case)}.\nNgười bị tố cáo: {denounced(case)}.\n"
        f"Nội dung:\n{contents(case)}\n\n[căn cứ]\n"
        "Căn cứ khoản 2 Điều 24 Luật Tố cáo, Sở chuyển để xem xét, giải quyết theo thẩm quyền."
        " Bản gốc đơn gửi kèm trong bì mật."
    )


def refusal(case: Any, *, on: date) -> str:
    return (
        f"{BLANK}\n\nSở đã xem xét {received(case)}.\n"
        "Tố cáo không đủ điều kiện thụ lý: [căn cứ]. [lý do]\n"
        "Căn cứ khoản 1 Điều 29 Luật Tố cáo, Sở thông báo để ông/bà biết."
    )


def inspection(case: Any, *, on: date) -> str:
    return (
        "Kính gửi: [cơ quan, đơn vị thanh tra, kiểm tra]\n\n"
        f"Sở tiếp nhận thông tin ghi tại sổ riêng số {case.code}. Người có hành vi được nêu:"
        f" {denounced(case)}.\nNội dung:\n{contents(case)}\n\n[lý do]\n"
        "Căn cứ khoản 2 Điều 25 Luật Tố cáo, đề nghị thanh tra, kiểm tra theo thẩm quyền."
    )


def acceptance(case: Any, *, on: date) -> str:
    return (
        f"Điều 1. Thụ lý {received(case)}.\nNgười bị tố cáo: {denounced(case)}.\n"
        f"Nội dung tố cáo được thụ lý:\n{contents(case)}\n\n"
        "Thời hạn giải quyết: 30 ngày kể từ ngày ký Quyết định này.\n"
        "Điều 2. Đơn vị, cá nhân có liên quan và người bị tố cáo chịu trách nhiệm thi hành."
    )


def notice_of_contents(case: Any, *, on: date) -> str:
    since = f" ngày {day(case.accepted_on)}" if case.accepted_on else ""
    return (
        f"Kính gửi: {denounced(case)}\n\n"
        f"Sở đã thụ lý{since} tố cáo có các nội dung sau:\n{contents(case)}\n\n"
        "Đề nghị giải trình bằng văn bản về từng nội dung và cung cấp tài liệu, chứng cứ."
    )


def team(case: Any, *, on: date) -> str:
    return (
        "Điều 1. Thành lập Tổ xác minh nội dung tố cáo gồm:\n[thành viên]\n\n"
        f"Điều 2. Xác minh các nội dung:\n{contents(case)}\n\nThời hạn xác minh: [số ngày] ngày."
    )


def expertise(case: Any, *, on: date) -> str:
    return (
        "Kính gửi: [cơ quan giám định]\n\n"
        "Căn cứ Điều 15 Nghị định 31/2019/NĐ-CP, Sở trưng cầu giám định:\n[nội dung giám định]"
    )


def extension(case: Any, *, on: date) -> str:
    return (
        "Điều 1. Gia hạn thời hạn giải quyết vụ việc tố cáo"
        f" số {case.code} thêm [số ngày] ngày kể từ ngày hết thời hạn giải quyết.\nLý do: [căn cứ]"
    )


def suspension(case: Any, *, on: date) -> str:
    return (
        f"Điều 1. Tạm đình chỉ giải quyết vụ việc tố cáo số {case.code}.\n"
        "Căn cứ: [căn cứ]\nLý do: [lý do]\n"
        "Thời gian tạm đình chỉ không tính vào thời hạn giải quyết."
    )


def resumption(case: Any, *, on: date) -> str:
    return (
        f"Điều 1. Tiếp tục giải quyết vụ việc tố cáo số {case.code}, vì căn cứ tạm đình chỉ không"
        " còn."
    )


def termination(case: Any, *, on: date) -> str:
    return (
        f"Điều 1. Đình chỉ giải quyết vụ việc tố cáo số {case.code}.\n"
        "Căn cứ: [căn cứ]\nLý do: [lý do]"
    )


def conclusion(case: Any, *, on: date) -> str:
    return (
        f"Người bị tố cáo: {denounced(case)}.\n\nI. Kết quả xác minh từng nội dung\n[từng nội dung]"
        "\n\nII. Kết luận\n[kết luận]. [nội dung kết luận]\n\nIII. Trách nhiệm\n[trách nhiệm]"
    )


def result(case: Any, *, on: date) -> str:
    rows = case.measures.select_related("execution").prefetch_related("execution__results")
    done = "\n".join(f"- {each}: {each.content} {how_far(each.execution)}" for each in rows)
    return f"{BLANK}\n\nKết quả xử lý theo kết luận nội dung tố cáo đến {day_long(on)}:\n{done}"


def how_far(execution: Any) -> str:
    """(200 triệu đồng; đã thi hành xong)"""
    if execution is None:
        return ""
    told = f"đã thực hiện {execution.performed}" if execution.performed else "đang thực hiện"
    stands = "đã thực hiện xong" if execution.done_on else told
    return f"({'; '.join(filter(None, (execution.ordered, stands)))})"


def demand(case: Any, *, on: date) -> str:
    return (
        "Kính gửi: (người giải quyết tố cáo lần đầu)\n\n"
        "Quá thời hạn giải quyết mà tố cáo chưa được giải quyết. Căn cứ Điều 38 Luật Tố cáo, yêu"
        " cầu báo cáo lý do và tiến độ trong 05 ngày làm việc kể từ ngày nhận được văn bản này."
    )
