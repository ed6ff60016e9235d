"""What a row of the register must hold together; each fault stands at its cell, in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from portal.text import day

from ..models.vocabulary import (
    FEEDBACK_KINDS,
    FIRST_LEVEL_OUTCOMES,
    SECOND_LEVEL_OUTCOMES,
    Channel,
    Conclusion,
    Handling,
    Kind,
    Level,
    Outcome,
)
from .petition_columns import SECRET_OF_A_DENOUNCER

Problem = tuple[str, str]
ORDER = (
    ("postmark_on", "received_on", "Dấu bưu điện không được sau ngày nhận đơn."),
    ("received_on", "handled_on", "Ngày xử lý không được trước ngày nhận đơn."),
    ("received_on", "accepted_on", "Ngày thụ lý không được trước ngày nhận đơn."),
    ("accepted_on", "decided_on", "Ngày quyết định không được trước ngày thụ lý."),
    ("received_on", "decided_on", "Ngày quyết định không được trước ngày nhận đơn."),
    ("decided_on", "served_on", "Ngày gửi quyết định không được trước ngày quyết định."),
    ("decided_on", "publicised_on", "Ngày công khai không được trước ngày quyết định."),
    ("decided_on", "closed_on", "Ngày kết thúc không được trước ngày quyết định."),
    ("handled_on", "replied_on", "Ngày phúc đáp không được trước ngày xử lý đơn."),
    ("received_on", "replied_on", "Ngày phúc đáp không được trước ngày nhận đơn."),
    ("received_on", "closed_on", "Ngày kết thúc không được trước ngày nhận đơn."),
)
DAYS = (
    *("received_on", "handled_on", "accepted_on", "decided_on", "served_on", "publicised_on"),
    *("replied_on", "closed_on"),
)
LEFT_OUT = "Đơn tố cáo chỉ giữ số, ngày, lĩnh vực, đơn vị: trích yếu, nội dung không được nhập."
NOT_A_CASE = {*Handling} - {Handling.ACCEPTED, Handling.DECLINED}


def problems_of(row: dict[str, Any], *, today: date) -> Iterator[Problem]:
    """Faults inside one row, as (column, sentence)."""
    yield from out_of_order(row, today)
    yield from unfinished_handling(row)
    if row["kind"] == Kind.DENUNCIATION:
        yield from told_of_a_denouncer(row)
    yield from wrong_outcome(row)
    yield from beside_the_procedure(row)


def doubts_of(row: dict[str, Any]) -> Iterator[Problem]:
    """What somebody should look at, though it can be written as it is."""
    if row["kind"] == Kind.DENUNCIATION:
        if row["title"] or row["content"]:
            yield "title", LEFT_OUT
    elif not row["name"]:
        yield "name", "Chưa có họ tên người gửi: ghi là đơn không rõ người gửi."
    if row["channel"] == Channel.FORWARDED and not row["forwarded_by"]:
        yield "forwarded_by", "Chưa có tên cơ quan chuyển đơn đến."


def out_of_order(row: dict[str, Any], today: date) -> Iterator[Problem]:
    for first, second, sentence in ORDER:
        if row[first] and row[second] and row[second] < row[first]:
            yield (first if first == "postmark_on" else second), sentence
    for column in DAYS:
        if row[column] and row[column] > today:
            yield column, f"Ngày này sau hôm nay, {day(today)}."


def unfinished_handling(row: dict[str, Any]) -> Iterator[Problem]:
    handling = row["handling"] or Handling.PENDING
    if handling == Handling.JOINED and not row["case_ref"]:
        yield "case_ref", "Đơn ghép phải có số vụ việc."
    if handling in NOT_A_CASE:
        for column in ("accepted_on", "decided_on", "outcome"):
            if row[column]:
                yield column, "Chỉ đơn được thụ lý mới có nội dung ở cột này."
    if handling == Handling.PENDING and row["handled_on"]:
        yield "handled_on", "Đơn đang xử lý chưa có ngày xử lý."
    settled = row["kind"] in (Kind.COMPLAINT, Kind.DENUNCIATION) and row["decided_on"]
    if settled and not row["accepted_on"]:
        yield "accepted_on", "Vụ việc đã có quyết định phải có ngày thụ lý."


def beside_the_procedure(row: dict[str, Any]) -> Iterator[Problem]:
    """What only complaints have, and only those that somebody else forwarded."""
    if row["kind"] != Kind.COMPLAINT:
        for column in ("regime", "own_seal", "first_decision", "complex"):
            if row[column]:
                yield column, "Chỉ khiếu nại có nội dung ở cột này."
    for column in ("served_on", "publicised_on"):
        if row[column] and not (row["kind"] == Kind.COMPLAINT and row["decided_on"]):
            yield column, "Chỉ khiếu nại đã có quyết định mới ghi ngày này."
    if row["own_seal"] and row["level"] == Level.SECOND:
        yield "own_seal", "Đơn vị tự giải quyết lần đầu; lần hai do Giám đốc giải quyết."
    elif row["own_seal"] and not (row["unit"] and row["unit"].symbol):
        yield "own_seal", "Đơn vị này không có con dấu riêng."
    if row["first_decision"] and row["level"] != Level.SECOND:
        yield "first_decision", "Chỉ khiếu nại lần hai ghi quyết định lần đầu."
    if row["replied_on"] and row["channel"] != Channel.FORWARDED:
        yield "replied_on", "Chỉ đơn cơ quan khác chuyển đến mới phải phúc đáp."


def told_of_a_denouncer(row: dict[str, Any]) -> Iterator[Problem]:
    for column in SECRET_OF_A_DENOUNCER:
        if row[column]:
            yield column, "Đơn tố cáo không nhập thông tin người tố cáo: giữ trong bì mật."


def wrong_outcome(row: dict[str, Any]) -> Iterator[Problem]:
    outcome = row["outcome"]
    if not outcome:
        if row["decided_on"] and row["kind"] in (Kind.COMPLAINT, Kind.DENUNCIATION):
            yield "outcome", "Vụ việc đã có quyết định phải có kết quả."
        return
    if outcome not in outcomes_for(row["kind"], row["level"] or 1):
        yield "outcome", "Kết quả này không có ở loại đơn và lần giải quyết này."
    elif not (row["decided_on"] or row["closed_on"]):
        yield "decided_on", "Đã có kết quả thì phải có ngày quyết định hoặc ngày kết thúc."
    elif outcome in (*FIRST_LEVEL_OUTCOMES, *SECOND_LEVEL_OUTCOMES) and not row["decided_on"]:
        yield "decided_on", "Kết quả này phải có ngày quyết định."


def outcomes_for(kind: str, level: int) -> tuple[str, ...]:
    ended = (Outcome.WITHDRAWN, Outcome.TERMINATED)
    if kind in FEEDBACK_KINDS:
        return (Outcome.ANSWERED, *ended)
    if kind == Kind.COMPLAINT:
        return (*(SECOND_LEVEL_OUTCOMES if level == 2 else FIRST_LEVEL_OUTCOMES), *ended)
    return tuple(Conclusion.values)
