"""Ý kiến chỉ đạo in the browser: given from a page, answered, closed."""

import pytest
from django.utils import timezone

from portal.instructions import Instruction
from portal.people import Role
from tests.cast import client_of, person, place

TODAY = timezone.localdate()
IN_WORDS = TODAY.strftime("%d/%m/%Y")


@pytest.fixture
def given(ha, minh, units, complaint):
    def give(**changes):
        case = complaint(TODAY)
        typed = {
            "text": "Báo cáo tiến độ trước thứ Sáu.",
            "unit": units["nguoi-co-cong"].pk,
            "user": minh.pk,
            "due_on": IN_WORDS,
        }
        return client_of(ha).post(f"/chi-dao/moi/?ve={case.stream}", typed | changes)

    return give


def test_given_from_the_page_of_a_case(given, ha, minh):
    assert given().status_code == 302
    row = Instruction.objects.get()
    assert (row.given_by, row.user, row.due_on) == (ha, minh, TODAY)
    assert "Báo cáo tiến độ trước thứ Sáu." in client_of(ha).get(f"/{row.stream}/").content.decode()


def test_date_before_today_stands_at_its_field(given):
    response = given(due_on="01/01/2020")
    assert response.status_code == 422
    assert "Hạn báo cáo không được trước hôm nay" in response.content.decode()


def test_person_of_another_unit_is_refused(given, lan):
    response = given(user=lan.pk)
    assert "chọn người của đơn vị này" in response.content.decode()


def test_officer_gives_none(complaint, minh):
    case = complaint(TODAY)
    assert client_of(minh).get(f"/chi-dao/moi/?ve={case.stream}").status_code == 404


def test_head_instructs_on_what_his_unit_has(complaint, units):
    head = person("hoa", "Trịnh Thị Hòa")
    place(head, Role.HEAD, unit=units["nguoi-co-cong"])
    case = complaint(TODAY)
    assert client_of(head).get(f"/chi-dao/moi/?ve={case.stream}").status_code == 200
    assert client_of(head).get("/chi-dao/moi/").status_code == 404


def test_nobody_instructs_about_what_he_does_not_see(ha):
    assert client_of(ha).get("/chi-dao/moi/?ve=vu-viec/KN-2026-9999").status_code == 404
    assert client_of(ha).get("/chi-dao/moi/?ve=gi-do").status_code == 404


def test_addressee_reports_and_giver_closes(given, ha, minh):
    given()
    row = Instruction.objects.get()
    address = f"/chi-dao/{row.pk}/"
    client_of(minh).post(address, {"text": "Đã xác minh xong, trình trong tuần."})
    assert "Đã xác minh xong" in client_of(ha).get(address).content.decode()
    client_of(ha).post(f"{address}ket-thuc/")
    row.refresh_from_db()
    assert (row.reported_by, row.closed_on) == (minh, TODAY)


def test_unreported_alone(given, ha, minh):
    given()
    row = Instruction.objects.get()
    row.answer(by=minh, on=TODAY, text="Xong.")
    client = client_of(ha)
    assert "Báo cáo tiến độ" in client.get("/chi-dao/").content.decode()
    assert "Báo cáo tiến độ" not in client.get("/chi-dao/?xem=chua-bao-cao").content.decode()
    assert client.get("/chi-dao/?xem=gi-do").status_code == 400


def test_it_does_not_exist_for_the_others(given, lan):
    given()
    row = Instruction.objects.get()
    assert client_of(lan).get(f"/chi-dao/{row.pk}/").status_code == 404
