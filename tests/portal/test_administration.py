"""The administrator keeps accounts, positions and tables, and sees nothing else."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.history import events
from portal.people import Position, User
from portal.views.administration import TABLES
from portal.working_days import Holiday, calendar, deliver_calendar, forget_calendar
from tests.cast import client_of, person, place

PATHS = [table.path for table in TABLES]


@pytest.fixture
def admin(quantri) -> Client:
    return client_of(quantri)


@pytest.mark.parametrize("path", PATHS)
def test_each_table_has_a_list_and_a_form(admin, ha, office, communes, fields, path):
    page = admin.get(f"/quan-tri/{path}/")
    assert page.status_code == 200
    assert admin.get(f"/quan-tri/{path}/moi/").status_code == 200
    first = re.search(rf"/quan-tri/{path}/\d+/", page.content.decode())
    assert first is None or admin.get(first[0]).status_code == 200


@pytest.mark.parametrize("path", PATHS)
def test_an_empty_form_says_what_is_missing_and_never_breaks(admin, path):
    page = admin.post(f"/quan-tri/{path}/moi/", {"_once": ""})
    assert page.status_code == 422
    assert "Chưa" in page.content.decode()
    assert "This field" not in page.content.decode()


@pytest.mark.parametrize("address", ["/quan-tri/", "/quan-tri/don-vi/", "/quan-tri/chuc-vu/moi/"])
@pytest.mark.parametrize("who", ["lan", "binh", "ha", "dung", "minh", "mai"])
def test_for_everybody_else_it_does_not_exist(request, who, address):
    assert client_of(request.getfixturevalue(who)).get(address).status_code == 404


def test_on_a_telephone_each_cell_stands_under_its_heading(admin):
    page = admin.get("/quan-tri/tai-khoan/").content.decode()
    headings = re.findall(r'<th scope="col">([^<]+)</th>', page)
    assert re.findall(r'data-label="([^"]+)"', page)[: len(headings) - 1] == headings[1:]


def test_a_table_nobody_keeps_does_not_exist(admin):
    assert admin.get("/quan-tri/vu-viec/").status_code == 404


def test_an_account_begins_without_a_password_and_with_a_link(admin, quantri):
    typed = {"username": "hoa", "full_name": "Hồ Thị Hoa", "is_active": "on"}
    admin.post("/quan-tri/tai-khoan/moi/", typed)
    hoa = User.objects.get(username="hoa")
    assert not hoa.has_usable_password()
    page = admin.post(f"/quan-tri/tai-khoan/{hoa.pk}/lien-ket/").content.decode()
    door = re.search(r"/dang-nhap/moi/[\w-]+/", page)[0]
    assert Client().get(door).status_code == 200
    steps = [(event.step, event.by) for event in events(f"quan-tri/tai-khoan/{hoa.pk}")]
    assert steps == [("edit", "quantri"), ("invite", "quantri")]


def test_a_username_is_taken_once(admin, lan):
    page = admin.post("/quan-tri/tai-khoan/moi/", {"username": "lan", "full_name": "Lê Thị Lan"})
    assert "Tên đăng nhập này đã có" in page.content.decode()


def position_of(user, unit, more=()) -> dict:
    typed = {"user": user.pk, "role": "officer", "unit": unit.pk, "opened_on": "1/8/2026"}
    return typed | dict(more)


def test_a_position_is_given_from_a_day(admin, lan, units):
    admin.post("/quan-tri/chuc-vu/moi/", position_of(lan, units["van-phong"]))
    given = Position.objects.get(user=lan, unit=units["van-phong"])
    assert given.opened_on == date(2026, 8, 1)


def test_nobody_gives_themselves_a_position(admin, quantri, units):
    page = admin.post("/quan-tri/chuc-vu/moi/", position_of(quantri, units["so"]))
    assert "không tự giao chức vụ cho mình" in page.content.decode()
    assert quantri.positions.count() == 1


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"unit": ""}, "Chọn một đơn vị hoặc một tổ chức."),
        ({"role": "head"}, "Đơn vị đang có người đứng đầu trong thời gian này."),
        ({"closed_on": "1/7/2026"}, "Ngày kết thúc đang trước ngày bắt đầu."),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(admin, lan, binh, units, more, sentence):
    page = admin.post("/quan-tri/chuc-vu/moi/", position_of(lan, units["tiep-cong-dan"], more))
    assert sentence in page.content.decode()


def test_a_holiday_entered_by_the_office_counts_at_once(admin):
    deliver_calendar()
    forget_calendar()
    typed = {"day": "23/11/2027", "kind": "holiday", "name": "Ngày nghỉ riêng", "counts": "on"}
    assert calendar().is_working(date(2027, 11, 23))
    assert admin.post("/quan-tri/lich/moi/", typed).status_code == 302
    assert not calendar().is_working(date(2027, 11, 23))
    assert Holiday.objects.get(day=date(2027, 11, 23)).edited_by == "quantri"


def test_history_names_the_columns_and_keeps_their_values_apart(admin, lan):
    typed = {"username": "lan", "full_name": "Nguyễn Thị Lan Anh", "gender": "woman"}
    admin.post(f"/quan-tri/tai-khoan/{lan.pk}/", typed | {"is_active": "on"})
    event = events(f"quan-tri/tai-khoan/{lan.pk}").get()
    assert event.facts == {"fields": ["full_name"]}
    assert event.values == {"full_name": "Nguyễn Thị Lan Anh"}


def test_a_long_list_of_accounts_costs_as_much_as_a_short_one(admin, lan, binh, ha, mai):
    admin.get("/quan-tri/tai-khoan/")
    with CaptureQueriesContext(connection) as few:
        admin.get("/quan-tri/tai-khoan/")
    for number in range(30):
        place(person(f"nv{number}", f"Lê Văn {number}"), "officer", unit=lan.unit)
    with CaptureQueriesContext(connection) as many:
        page = admin.get("/quan-tri/tai-khoan/").content.decode()
    assert "Lê Văn 29" in page
    assert len(many) == len(few)
