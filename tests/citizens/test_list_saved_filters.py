"""Filters with a name: one's own or the unit's, what is new in them, chosen columns."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from portal.filters import SavedFilter
from portal.text import day
from tests.cast import client_of, person

TODAY = date(2026, 7, 20)


@pytest.fixture(autouse=True)
def monday(office, fields):
    with time_machine.travel("2026-07-20 09:00+07:00", tick=False):
        yield


@pytest.fixture
def save(lan):
    def keep(user=lan, name="Chờ phân loại", readers="chi-toi", loc=""):
        address = reverse("saved-filter-new", query={"danh-sach": "/don/", "loc": loc})
        return client_of(user).post(address, {"name": name, "readers": readers})

    return keep


def page_of(user, address="/don/"):
    return client_of(user).get(address).content.decode()


def test_what_is_asked_now_can_be_given_a_name(letter, lan):
    letter()
    stage = letter().stage
    body = page_of(lan, f"/don/?giai-doan={stage}")
    assert "Lưu bộ lọc này" in body
    assert "Lưu bộ lọc này" not in page_of(lan, "/don/?han=qua-han")


def first_stage(letter):
    return f"giai-doan={letter().stage}"


def test_a_saved_filter_leads_back_to_what_it_asks(letter, lan, save):
    asks = first_stage(letter)
    assert save(loc=asks).url == f"/don/?{asks}"
    (row,) = SavedFilter.objects.all()
    assert client_of(lan).get(f"/bo-loc/{row.pk}/").url == f"/don/?{asks}"
    assert "Chờ phân loại" in page_of(lan)


def test_it_counts_what_came_since_it_was_opened(letter, lan, save):
    save(loc=first_stage(letter))
    assert " mới</b>" not in page_of(lan)
    letter()
    letter()
    assert "2 mới" in page_of(lan)
    client_of(lan).get(f"/bo-loc/{SavedFilter.objects.get().pk}/")
    assert " mới</b>" not in page_of(lan)


def test_one_shared_with_the_unit_is_the_units_alone(letter, lan, binh, minh, save):
    save(loc=first_stage(letter), readers="tiep-cong-dan")
    pk = SavedFilter.objects.get().pk
    assert "Chờ phân loại" in page_of(binh)
    assert 'href="/bo-loc/' not in page_of(minh)
    assert client_of(minh).get(f"/bo-loc/{pk}/").status_code == 404


def test_each_reader_has_seen_as_far_as_he_opened_it(letter, lan, binh, save):
    save(loc=first_stage(letter), readers="tiep-cong-dan")
    letter()
    client_of(binh).get(f"/bo-loc/{SavedFilter.objects.get().pk}/")
    assert " mới</b>" not in page_of(binh)
    assert "1 mới" in page_of(lan)


def test_only_its_owner_changes_or_deletes_it(letter, lan, binh, save):
    save(loc=first_stage(letter), readers="tiep-cong-dan")
    pk = SavedFilter.objects.get().pk
    for end in ("sua", "xoa"):
        assert client_of(binh).post(f"/bo-loc/{pk}/{end}/").status_code == 404
    client_of(lan).post(f"/bo-loc/{pk}/sua/", {"name": "Tên khác", "readers": "chi-toi"})
    row = SavedFilter.objects.get()
    assert (row.name, row.unit) == ("Tên khác", None)
    client_of(lan).post(f"/bo-loc/{pk}/xoa/")
    assert not SavedFilter.objects.exists()


def test_two_filters_of_one_name_are_refused_at_the_field(letter, save):
    asks = first_stage(letter)
    save(loc=asks)
    answer = save(loc=asks)
    assert answer.status_code == 422
    assert "đã có bộ lọc mang tên này" in answer.content.decode()


def test_nobody_shares_with_a_unit_of_others(letter, save):
    answer = save(loc=first_stage(letter), readers="lao-dong")
    assert answer.status_code == 422
    assert not SavedFilter.objects.exists()


@pytest.mark.parametrize("loc", ["", "sap-xep=han", "giai-doan=khong-co"])
def test_what_asks_nothing_that_is_known_is_not_saved(loc, save, lan):
    assert save(loc=loc).status_code == 400


def test_a_filter_whose_value_is_gone_says_so_and_counts_nothing(letter, lan):
    letter()
    SavedFilter.objects.create(owner=lan, at="/don/", name="Cũ", query="don-vi=khong-con")
    assert "Cũ" in page_of(lan)
    assert "không còn dùng được" in page_of(lan, "/bo-loc/")


def test_someone_without_a_position_saves_for_himself(letter, save, units):
    newcomer = person("moi", "Người Mới")
    answer = save(user=newcomer, loc=first_stage(letter))
    assert answer.status_code == 302
    assert "Cả " not in page_of(newcomer, f"/bo-loc/{SavedFilter.objects.get().pk}/sua/")


# columns


COLUMNS = "/cot-danh-sach/?danh-sach=/vu-viec/&loc=han%3Dqua-han"


def test_chosen_columns_stay_and_lead_back_to_the_list(accepted, minh):
    case = accepted()
    answer = client_of(minh).post(COLUMNS, {"cot": ["stage", "waits_for", "accepted_on"]})
    assert answer.url == "/vu-viec/?han=qua-han"
    body = page_of(minh, "/vu-viec/")
    assert '<th scope="col">Chờ ai</th>' in body
    assert "14/7/2026" in body
    assert "Đang ở" not in body
    assert case.code in body


def test_a_column_that_the_list_does_not_have_is_left_out(minh):
    client_of(minh).post(COLUMNS, {"cot": ["stage", "id_number"]})
    minh.refresh_from_db()
    assert minh.list_columns == {"/vu-viec/": ["stage"]}


def test_a_list_that_offers_no_columns_has_no_such_page(lan):
    assert client_of(lan).get("/cot-danh-sach/?danh-sach=/don/so-rieng/").status_code == 404


def test_a_letter_shows_when_its_case_was_entered_nationally(accepted, lan, minh):
    case = accepted()
    case.report_nationally(by=lan, on=case.accepted_on, reported_on=case.accepted_on)
    client_of(lan).post("/cot-danh-sach/?danh-sach=/don/&loc=", {"cot": ["reported_on"]})
    body = page_of(lan, "/don/?xem=tat-ca")
    assert '<th scope="col">CSDL quốc gia</th>' in body
    assert f'data-label="CSDL quốc gia">{day(case.accepted_on)}<' in body
