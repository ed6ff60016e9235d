"""How often the site is read: two numbers a day, nothing about anybody; and what it still lacks."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone

from portal.publications import VisitDay, counting
from portal.publications.counting import Tally, told
from portal.publications.site_check import checked, lacking
from tests.cast import client_of

pytestmark = pytest.mark.django_db
OWN = {"headers": {"referer": "http://testserver/tin-tuc/"}}


@pytest.fixture(autouse=True)
def counted(monkeypatch) -> Tally:
    fresh = Tally()
    monkeypatch.setattr("portal.views.count_visits.tally", fresh)
    return fresh


def kept(tally: Tally) -> tuple[int, int]:
    tally.write()
    row = VisitDay.objects.filter(on=timezone.localdate()).first()
    return (row.visits, row.pages) if row else (0, 0)


def test_a_page_from_elsewhere_begins_a_visit_our_own_goes_on(stranger, counted):
    stranger.get("/tin-tuc/")
    stranger.get("/lien-he/", **OWN)
    stranger.get("/", headers={"referer": "https://tim.example/"})
    assert kept(counted) == (2, 3)


def test_no_program_no_staff_no_unseen_page_is_counted(stranger, counted, minh):
    stranger.get("/tin-tuc/", headers={"user-agent": "Googlebot/2.1"})
    client_of(minh).get("/tin-tuc/")
    stranger.get("/dan-chu/hom-thu/")
    stranger.get("/gui-don/to-cao/")
    stranger.get("/tin-tuc/khong-co/")
    stranger.get("/robots.txt")
    stranger.get("/cong-viec/")
    assert kept(counted) == (0, 0)


def test_the_row_of_a_day_knows_nobody(stranger, counted):
    stranger.get("/tin-tuc/", REMOTE_ADDR="203.0.113.7")
    answer = stranger.get("/lien-he/")
    kept(counted)
    assert not answer.cookies
    assert [field.name for field in VisitDay._meta.fields] == ["on", "visits", "pages"]


def test_what_was_counted_is_added_up():
    today = date(2026, 11, 18)  # a Wednesday
    for days, visits in ((0, 1), (1, 10), (3, 100), (17, 1_000), (40, 10_000)):
        VisitDay.objects.create(on=today - timedelta(days=days), visits=visits, pages=visits)
    assert told(on=today) == (1, 11, 1111, 11_111)


def test_two_processes_add_to_one_row(counted):
    other = Tally()
    for tally in (counted, other):
        tally.note(on=timezone.localdate(), begins=True)
    other.write()
    assert kept(counted) == (2, 2)


def test_what_the_database_does_not_take_is_kept(counted, monkeypatch):
    class Down:
        def cursor(self):
            raise DatabaseError

    counted.note(on=timezone.localdate(), begins=True)
    with monkeypatch.context() as broken:
        broken.setattr(counting, "connection", Down())
        counted.write()
    assert kept(counted) == (1, 1)


def test_the_site_shows_its_numbers(stranger, office):
    VisitDay.objects.create(on=timezone.localdate(), visits=1234, pages=5000)
    assert "<b>1.234</b>" in stranger.get("/tin-tuc/").content.decode()


# what is missing


def test_the_check_names_what_is_missing(office, written):
    groups = checked(at=timezone.now())
    missing = [row.label for _, rows in groups for row in rows if not row.says]
    assert missing[0] == "Giấy phép: số, ngày cấp, cơ quan cấp"
    assert missing[1:] == ["Chức năng, nhiệm vụ", "Cơ cấu tổ chức", "Liên hệ", "Trợ năng",
                           "Bảo vệ thông tin cá nhân"]  # fmt: skip
    for code in ("chuc-nang-nhiem-vu", "tro-nang"):
        written(code, "<p>Chữ</p>")
    assert lacking(checked(at=timezone.now())) == 4


def test_the_check_is_for_whoever_answers_for_the_site(office, quantri, ha, minh):
    page = client_of(quantri).get("/quan-tri/trang-cong-khai/").content.decode()
    assert "Còn thiếu 6 mục." in page
    assert client_of(ha).get("/quan-tri/trang-cong-khai/").status_code == 200
    assert client_of(minh).get("/quan-tri/trang-cong-khai/").status_code == 404
    assert Client().get("/quan-tri/trang-cong-khai/").status_code == 302


def test_the_footer_says_what_was_entered(stranger, office):
    type(office).objects.update(licence="Số 07/GP-TTĐT")
    foot = stranger.get("/lien-he/").content.decode().partition("<footer")[2]
    for words in (office.parent_body, office.address, office.phone, office.email, "07/GP-TTĐT",
                  office.responsible_person):  # fmt: skip
        assert words in foot
