"""Visits at every stage; each carries a mark of its own in every personal field."""

from __future__ import annotations

from typing import Any

from citizens.models import Visit
from tests.citizens.roles.things import DAY, Maker, Thing, id_number_of, mark, phone_of


def visit(maker: Maker, name: str, **facts: Any) -> Thing:
    number = next(maker.numbers)
    told: dict[str, Any] = {"petition_kind": "khieu_nai", "result": "nhan_don"}
    item = Visit.register(
        by=maker.people["clerk"],
        on=DAY,
        received_on=DAY,
        kind="thuong_xuyen",
        receiver=maker.people["reception_officer"],
        name=f"Đinh Thị {mark(number, 'N')}",
        id_number=id_number_of(number),
        phone=phone_of(number),
        address=f"Thôn {mark(number, 'A')}",
        content=f"Nội dung {mark(number, 'C')}",
        **told | facts,
    )
    return maker.kept(Thing(f"visit {name}", item, number, officer="reception_officer"))


def sealed_visit(maker: Maker, name: str, item: Any, by: str) -> Thing:
    number = next(maker.numbers) + 40
    return maker.kept(Thing(name, item, number, entered_by=by, sealed=True, field=""))


def visits(maker: Maker) -> None:
    """Who came: at each stage of a visit."""
    people = maker.people
    visit(maker, "awaited")
    told = visit(maker, "told", people=7)
    told.item.tell_result(by=people["clerk"], on=DAY, told_as="thu_ly", number="7/TB", dated_on=DAY)
    visit(maker, "answered", result="tra_loi", answer="Đã giải thích.")
    refused = visit(maker, "refused in writing", result="tu_choi", ground="9.3")
    refused.extra["refusal"] = True
    turned = visit(maker, "turned out to denounce")
    sealed = turned.item.seal(by=people["petition_officer"], on=DAY, reason="Tố cáo.")
    turned.extra["emptied"] = True
    sealed_visit(maker, "sealed visit turned", sealed, "petition_officer")
    entered = Visit.register(
        by=people["clerk"],
        on=DAY,
        received_on=DAY,
        kind="thuong_xuyen",
        petition_kind="to_cao",
        result="nhan_don",
    )
    sealed_visit(maker, "sealed visit", entered, "clerk")
