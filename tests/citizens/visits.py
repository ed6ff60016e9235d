"""Visits as tests need them: what somebody types, and rows already in the book."""

from datetime import date

from citizens.models import Visit

DAY = date(2026, 8, 3)


def enter(by, *, on=DAY, **facts):
    """A plain visit of Thảo's, unless told otherwise."""
    told = {
        "received_on": on,
        "kind": "thuong_xuyen",
        "name": "Đinh Thị Thảo",
        "id_number": "099158000123",
        "address": "Thôn 3, xã An Phú",
        "content": "Hỏi vì sao thôi hưởng trợ cấp chất độc hóa học.",
        "petition_kind": "khieu_nai",
        "result": "nhan_don",
        "receiver": by,
    }
    return Visit.register(by=by, on=on, **told | facts)


def enter_sealed(by, *, on=DAY, **facts):
    told = {"received_on": on, "kind": "thuong_xuyen", "petition_kind": "to_cao"}
    return Visit.register(by=by, on=on, **told | {"result": "nhan_don"} | facts)


def typed(**answers):
    """What the page of registration sends."""
    return {
        "received_on": "03/08/2026",
        "kind": "thuong_xuyen",
        "host": "",
        "id_number": "099158000123",
        "name": "Đinh Thị Thảo",
        "address": "Thôn 3, xã An Phú",
        "people": "1",
        "petition_kind": "khieu_nai",
        "content": "Hỏi vì sao thôi hưởng trợ cấp.",
        "result": "nhan_don",
    } | answers
