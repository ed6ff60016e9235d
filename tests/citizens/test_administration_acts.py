"""The administrator's acts, page by page: nothing happens before it was read and answered."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.history import events
from portal.office import Office, Setting, setting
from portal.people import Unit
from portal.reorganisation import Reorganisation
from portal.submissions import Line
from tests.cast import client_of, person, place

TODAY = date(2026, 11, 22)
DECISION = {
    "number": "88/QĐ-UBND",
    "decided_on": "27/7/2026",
    "signer": "Chủ tịch UBND tỉnh",
    "on": "3/8/2026",
}
MERGE = "/quan-tri/sap-xep/sap-nhap/"
SPLIT = "/quan-tri/sap-xep/chia-tach/"


@pytest.fixture
def admin(quantri):
    return client_of(quantri)


@pytest.fixture
def merging(units) -> dict:
    old, new = units["nguoi-co-cong"], units["lao-dong"]
    return DECISION | {"units": [old.pk], "into": new.pk}


def said(page) -> str:
    return page.content.decode()


def answered(client, address: str, typed: dict):
    """The page that says what would happen, and its button."""
    told = client.post(address, typed)
    hidden = re.findall(r'type="hidden" name="([\w-]+)" value="([^"]*)"', said(told))
    sent: dict = {}
    for name, value in hidden:
        sent.setdefault(name, []).append(value)
    sent.pop("csrfmiddlewaretoken", None)
    return told, client.post(address, sent)


def test_the_list_names_each_act(admin):
    page = said(admin.get("/quan-tri/sap-xep/"))
    assert page.count("/quan-tri/sap-xep/") >= 7
    assert "Chưa có lần sắp xếp nào" in page


def test_merge_is_counted_asked_and_done_with_a_protocol(admin, accepted, merging, units):
    case = accepted()
    told, done = answered(admin, MERGE, merging)
    assert "1 vụ việc đang giải quyết" in said(told)
    assert f"{case.code}, hạn 13/8/2026 – LĐVL" in said(told)
    assert case.title not in said(told)
    row = Reorganisation.objects.get()
    assert done.url == f"/quan-tri/sap-xep/bien-ban/{row.pk}/"
    case.refresh_from_db()
    assert case.unit == units["lao-dong"]


def test_before_the_answer_nothing_has_happened(admin, accepted, merging, units):
    case = accepted()
    assert admin.post(MERGE, merging).status_code == 200
    case.refresh_from_db()
    assert case.unit == units["nguoi-co-cong"]
    assert not Reorganisation.objects.exists()


def test_what_changed_since_it_was_counted_is_shown_again(admin, accepted, feedback, merging, lan):
    told = admin.post(MERGE, merging)
    mark = re.search(r'name="da-xem" value="(\w+)"', said(told))[1]
    accepted()
    again = admin.post(MERGE, merging | {"da-xem": mark})
    assert again.status_code == 200
    assert "1 vụ việc đang giải quyết" in said(again)


def test_the_protocol_prints_and_bears_the_decision(admin, accepted, merging):
    accepted()
    _, done = answered(admin, MERGE, merging)
    sheet = said(admin.get(done.url))
    assert "Quyết định số 88/QĐ-UBND ngày 27/7/2026" in sheet
    assert "Biên bản bàn giao" in sheet
    assert "Bên nhận" in sheet


def test_the_act_stands_in_the_history(admin, merging, quantri):
    answered(admin, MERGE, merging)
    row = Reorganisation.objects.get()
    told = events(f"quan-tri/sap-xep/{row.pk}").get()
    assert (told.step, told.by, told.facts["decision"]) == ("merge", "quantri", "88/QĐ-UBND")


def test_merging_into_itself_says_what_to_choose(admin, merging, units):
    page = admin.post(MERGE, merging | {"units": [units["lao-dong"].pk]})
    assert page.status_code == 422
    assert "Chọn thêm đơn vị nhập vào đơn vị nhận" in said(page)
    assert "88/QĐ-UBND" in said(page)


def test_a_decision_not_in_force_yet_waits(admin, merging):
    page = admin.post(MERGE, merging | {"on": "1/1/2099"})
    assert page.status_code == 422
    assert "Có hiệu lực từ ngày không được sau" in said(page)


def test_a_unit_does_not_act_before_it_was_founded(admin, merging, units):
    Unit.objects.filter(code="lao-dong").update(opened_on=date(2026, 9, 1))
    page = admin.post(MERGE, merging)
    assert "thành lập ngày 01/9/2026" in said(page)


def test_a_split_asks_who_goes_where(admin, accepted, minh, units, fields):
    case = accepted()
    a, b = units["lao-dong"], units["van-phong"]
    typed = DECISION | {"unit": units["nguoi-co-cong"].pk, "into": [a.pk, b.pk], "rest": b.pk}
    asking = admin.post(SPLIT, typed)
    assert asking.status_code == 200
    assert "Đỗ Hoàng Minh, Chuyên viên" in said(asking)
    unanswered = admin.post(SPLIT, typed | {"chia-viec": "1"})
    assert unanswered.status_code == 422
    shares = {f"linh-vuc-{field.pk}": b.pk for field in fields.values() if not field.parent_id}
    shares |= {
        f"linh-vuc-{fields['nguoi-co-cong'].pk}": a.pk,
        f"nguoi-{minh.positions.get().pk}": a.pk,
        "chia-viec": "1",
    }
    _, done = answered(admin, SPLIT, typed | shares)
    assert done.status_code == 302
    case.refresh_from_db()
    assert (case.unit, case.officer) == (a, minh)


def test_a_closed_unit_names_its_heir_and_who_waits(admin, accepted, minh, units):
    case = accepted()
    typed = DECISION | {"unit": units["nguoi-co-cong"].pk, "into": units["lao-dong"].pk}
    position = minh.positions.get()
    typed |= {"chia-viec": "1", f"nguoi-{position.pk}": "Chờ quyết định khác"}
    answered(admin, "/quan-tri/sap-xep/ket-thuc/", typed)
    case.refresh_from_db()
    position.refresh_from_db()
    assert (case.unit, case.officer) == (units["lao-dong"], None)
    assert position.closed_on == date(2026, 8, 3)


def test_a_renamed_unit_is_found_by_day(admin, units):
    typed = DECISION | {"unit": units["lao-dong"].pk, "name": "Phòng Việc làm", "short_name": "VL"}
    answered(admin, "/quan-tri/sap-xep/doi-ten/", typed)
    assert "Phòng Việc làm" in said(admin.get("/quan-tri/co-cau/"))
    past = said(admin.get("/quan-tri/co-cau/?ngay=2/8/2026"))
    assert "Phòng Lao động – Việc làm" in past
    assert "Phòng Việc làm" not in past


def test_renaming_twice_from_one_day_is_said_at_its_field(admin, units):
    typed = DECISION | {"unit": units["lao-dong"].pk, "name": "Phòng Việc làm", "short_name": ""}
    answered(admin, "/quan-tri/sap-xep/doi-ten/", typed)
    page = admin.post("/quan-tri/sap-xep/doi-ten/", typed | {"name": "Phòng Lao động"})
    assert "đã đổi tên từ ngày đó" in said(page)


def test_the_office_itself_changes_name_and_symbol(admin, office, units):
    typed = DECISION | {
        "name": "Sở Nội vụ tỉnh Tân Giang", "short_name": "Sở Nội vụ", "symbol": "SNV",
        "parent_body": "Ủy ban nhân dân tỉnh Tân Giang", "province": "Tân Giang",
    }  # fmt: skip
    told, _ = answered(admin, "/quan-tri/sap-xep/co-quan/", typed)
    assert "ký hiệu văn bản: SLĐTBXH → SNV" in said(told)
    now = Office.objects.valid(as_of=TODAY).first()
    assert (now.name, now.phone) == ("Sở Nội vụ tỉnh Tân Giang", office.phone)
    assert Unit.objects.get(code="so").name == "Sở Nội vụ tỉnh Tân Giang"


def test_a_body_is_reconstituted_with_its_people(admin, ha, party_committee):
    typed = DECISION | {"body": party_committee.pk, "name": "Đảng bộ Sở"}
    answered(admin, "/quan-tri/sap-xep/kien-toan/", typed)
    assert "Đảng bộ Sở" in said(admin.get("/quan-tri/co-cau/"))
    past = said(admin.get("/quan-tri/co-cau/?ngay=2/8/2026"))
    assert "Đảng ủy Sở" in past
    assert "Đảng bộ Sở" not in past
    assert ha.positions.get(body__name="Đảng bộ Sở").title == "Bí thư Đảng ủy"


def test_a_body_ends_with_its_positions(admin, ha, party_committee):
    typed = DECISION | {"body": party_committee.pk}
    told, _ = answered(admin, "/quan-tri/sap-xep/ket-thuc-to-chuc/", typed)
    assert "Bí thư Đảng ủy: Phạm Thị Hà" in said(told)
    assert ha.positions.get(body=party_committee).closed_on == date(2026, 8, 3)


# the office on a past day


def test_positions_are_those_of_the_day(admin, lan, binh, units):
    binh.positions.update(closed_on=date(2026, 8, 3))
    assert "Trần Văn Bình" in said(admin.get("/quan-tri/co-cau/?ngay=2/8/2026"))
    assert "Trần Văn Bình" not in said(admin.get("/quan-tri/co-cau/?ngay=3/8/2026"))


def test_before_everything_the_page_says_so(admin, units):
    page = said(admin.get("/quan-tri/co-cau/?ngay=1/1/1990"))
    assert "Ngày này chưa có đơn vị nào" in page


def test_a_day_that_is_none_is_asked_again(admin, units):
    page = admin.get("/quan-tri/co-cau/?ngay=31/2/2026")
    assert page.status_code == 422
    assert "tháng 2/2026 có 28 ngày" in said(page)


def test_a_large_office_costs_as_much_as_a_small_one(admin, units, fields):
    admin.get("/quan-tri/co-cau/")
    with CaptureQueriesContext(connection) as few:
        admin.get("/quan-tri/co-cau/")
    for number in range(20):
        place(person(f"nv{number}", f"Lê Văn {number}"), "officer", unit=units["van-phong"])
    with CaptureQueriesContext(connection) as many:
        admin.get("/quan-tri/co-cau/")
    assert len(many) == len(few)


# settings, lines, columns


def test_a_setting_says_what_it_does_and_keeps_its_past(admin, units):
    page = said(admin.get("/quan-tri/thiet-lap/"))
    assert "Đơn vị mà đơn mới vào sổ được giao tới" in page
    typed = {"value": "van-phong", "valid_from": "3/8/2026", "decision": "12/QĐ-SLĐ"}
    admin.post("/quan-tri/thiet-lap/don-vi-xu-ly-don/", typed)
    assert setting("petition_unit", as_of=date(2026, 8, 3)) == "van-phong"
    assert setting("petition_unit", as_of=date(2026, 8, 2)) == "tiep-cong-dan"
    page = said(admin.get("/quan-tri/thiet-lap/"))
    assert "theo 12/QĐ-SLĐ" in page
    assert "Phòng Tiếp công dân" in page
    assert events("quan-tri/thiet-lap/petition_unit").get().facts["value"] == "van-phong"


CUSTODY = "/quan-tri/thiet-lap/cach-giu-danh-tinh-nguoi-to-cao/"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"value": "giay", "valid_from": "3/8/2026"}, "Chưa nhập số, ngày quyết định"),
        ({"value": "niem_phong", "valid_from": "3/8/2026", "decision": "9"}, "mạng độc lập"),
        ({"value": "giay", "valid_from": "hôm qua", "decision": "9"}, "Chưa hiểu áp dụng từ ngày"),
    ],
)
def test_custody_names_its_decision_and_is_paper(admin, typed, sentence):
    page = admin.post(CUSTODY, typed)
    assert page.status_code == 422
    assert sentence in said(page)


def test_a_value_stands_once_a_day(admin):
    Setting.objects.create(name="custody", value="giay", valid_from=date(2026, 8, 3))
    page = admin.post(CUSTODY, {"value": "giay", "valid_from": "3/8/2026", "decision": "9/QĐ"})
    assert "Ngày này đã có một giá trị" in said(page)


def line_of(unit, **more) -> dict:
    return {"unit": unit.pk, "step": "accept", "roles": ["director", "head"]} | more


def test_a_line_reads_from_below_upwards(admin, units):
    admin.post("/quan-tri/duong-trinh/moi/", line_of(units["lao-dong"]))
    line = Line.objects.get()
    assert line.roles == ["head", "director"]
    page = said(admin.get("/quan-tri/duong-trinh/"))
    assert "Người soạn → Trưởng phòng, Thủ trưởng đơn vị → Giám đốc" in page


def test_a_line_ends_and_another_begins(admin, units):
    unit = units["lao-dong"]
    admin.post("/quan-tri/duong-trinh/moi/", line_of(unit))
    both = admin.post("/quan-tri/duong-trinh/moi/", line_of(unit, roles=["head"]))
    assert "Đơn vị đã có đường trình cho bước này" in said(both)
    row = Line.objects.get()
    admin.post(f"/quan-tri/duong-trinh/{row.pk}/", line_of(unit, closed_on="3/8/2026"))
    new = line_of(unit, roles=["head"], opened_on="3/8/2026")
    assert admin.post("/quan-tri/duong-trinh/moi/", new).status_code == 302
    assert Line.roles_for(unit, "accept", on=date(2026, 8, 2)) == ["head", "director"]
    assert Line.roles_for(unit, "accept", on=date(2026, 8, 3)) == ["head"]


def test_a_line_without_a_signer_is_refused(admin, units):
    page = admin.post(
        "/quan-tri/duong-trinh/moi/", line_of(units["lao-dong"], roles=["deputy_head"])
    )
    assert "Chọn thêm người có thẩm quyền ký" in said(page)


def test_a_column_follows_another_and_never_stands_beside_it(admin, fields):
    field = fields["no-luong"]
    new = {"field": field.pk, "kind": "KN", "column": "che_do_chinh_sach"}
    new["valid_from"] = "1/10/2026"
    page = admin.post("/quan-tri/cot-bao-cao/moi/", new)
    assert "đang được đếm vào cột Khác" in said(page)
    old = field.columns.get(kind="KN")
    typed = {"field": field.pk, "kind": "KN", "column": "khac", "valid_to": "30/9/2026"}
    admin.post(f"/quan-tri/cot-bao-cao/{old.pk}/", typed)
    assert admin.post("/quan-tri/cot-bao-cao/moi/", new).status_code == 302
    assert field.column("KN", as_of=date(2026, 10, 1)) == "che_do_chinh_sach"


# finding, and accounts


def test_three_ways_to_find_nothing(admin, ha, stranger):
    assert "Chưa có dòng nào" in said(admin.get("/quan-tri/xa-phuong/"))
    page = said(admin.get("/quan-tri/tai-khoan/?q=khong+ai+ca"))
    assert "Không có dòng nào khớp" in page
    assert "Bỏ tìm kiếm" in page
    assert client_of(ha).get("/quan-tri/tai-khoan/?q=ha").status_code == 404


def test_search_is_blind_to_accents(admin, lan, binh):
    page = said(admin.get("/quan-tri/tai-khoan/?q=tran binh"))
    assert "Trần Văn Bình" in page
    assert "Nguyễn Thị Lan" not in page


def test_a_new_account_shows_its_link_button(admin):
    typed = {"username": "hoa", "full_name": "Hồ Thị Hoa", "is_active": "on"}
    page = admin.post("/quan-tri/tai-khoan/moi/", typed, follow=True)
    assert "Tạo liên kết" in said(page)
    assert "chưa có mật khẩu" in said(page)
