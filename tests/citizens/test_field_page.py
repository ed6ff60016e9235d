"""/dieu-hanh/linh-vuc/: three apps of one field; each number is that of its rows."""

import re
from datetime import date

import pytest
from django.utils import timezone

from citizens.models import Case, Cause, Petition
from citizens.of_field import added, causes_of, months_of
from portal.activities import Limitation
from portal.dashboard.field.remedy import KINDS
from portal.instructions import Instruction
from portal.people import Role
from portal.periods import Year
from tests.cast import client_of, person, place

AUGUST = date(2026, 8, 5)
PAGE = "/dieu-hanh/linh-vuc/?linh-vuc=nguoi-co-cong&ky=2026"
REMEDY = "/dieu-hanh/linh-vuc/giao-khac-phuc/?linh-vuc=nguoi-co-cong&ky=2026&nguyen-nhan="
TYPED = {
    "title": "Chính sách chất độc hóa học hay thay đổi",
    "cause": "the-che",
    "text": "Soạn hướng dẫn một trang, gửi các xã.",
    "unit": "nguoi-co-cong",
    "due_on": "31/12/2026",
}


@pytest.fixture
def explained(settled, minh):
    case = settled()
    case.name_cause(by=minh, on=AUGUST, code="chinh-sach")
    return case


def test_the_months_of_a_field_are_those_of_its_letters(explained, letter, fields):
    letter()
    year = Year.of(2026)
    told = added(months_of("nguoi-co-cong", first=year.start, last=year.end), year)
    of_field = Petition.objects.filter(field=fields["ncc-chat-doc-hoa-hoc"])
    assert (told.received, told.settled) == (of_field.count(), 1) == (1, 1)
    assert not months_of("tre-em", first=year.start, last=year.end)


def test_a_cause_is_counted_in_its_field_alone(explained):
    assert causes_of("nguoi-co-cong", Year.of(2026)) == {Cause.Code.POLICY: 1}
    assert causes_of("tre-em", Year.of(2026)) == {}


def test_each_number_opens_as_many_rows(explained, ha):
    client = client_of(ha)
    shown = client.get(PAGE).content.decode()
    opened = re.findall(r'href="(/(?:don|vu-viec)/\?[^"]*)">(\d+)</a>', shown)
    assert len(opened) > 4
    for url, count in opened:
        rows = client.get(url.replace("&amp;", "&")).content.decode()
        assert rows.count('<tr data-href="') or rows.count("<tr") - 1 >= int(count), url


def test_a_cause_becomes_a_task_on_both_desks_in_one_step(explained, ha, units):
    client = client_of(ha)
    page = client.get(PAGE).content.decode()
    assert "nguyen-nhan=chinh-sach" in page
    assert "1 vụ việc" in client.get(f"{REMEDY}chinh-sach").content.decode()
    assert client.post(f"{REMEDY}chinh-sach", TYPED).status_code == 302
    order, limitation = Instruction.objects.get(), Limitation.objects.get()
    assert limitation.ordered == order
    assert (order.unit, order.given_by, order.due_on) == (
        units["nguoi-co-cong"], ha, date(2026, 12, 31),
    )  # fmt: skip
    assert "1 vụ việc" in limitation.cause_words
    assert limitation.code in client.get(PAGE).content.decode()


def test_what_is_wrong_is_said_and_what_was_typed_stays(explained, ha):
    answer = client_of(ha).post(f"{REMEDY}chinh-sach", TYPED | {"due_on": "1/1/2020"})
    assert answer.status_code == 422
    assert "Soạn hướng dẫn một trang" in answer.content.decode()
    assert not Limitation.objects.exists()


def test_the_coordinator_reads_and_gives_no_task(explained, tuan, office):
    client = client_of(tuan)
    page = client.get(PAGE).content.decode()
    assert "Giao việc khắc phục" not in page
    assert client.get(f"{REMEDY}chinh-sach").status_code == 404


def test_a_party_committee_sees_sums_and_no_way_to_rows(explained, party_committee, office):
    member = person("dang", "Lý Thị Đảng")
    place(member, Role.PARTY_COMMITTEE, body=party_committee)
    page = client_of(member).get(PAGE).content.decode()
    assert "Vụ việc giải quyết" in page
    assert "/vu-viec/?" not in page


@pytest.mark.parametrize("asked", ["linh-vuc=khong-co", "ky=nam-ngoai"])
def test_what_is_not_known_is_a_bad_request(ha, fields, asked):
    assert client_of(ha).get(f"/dieu-hanh/linh-vuc/?{asked}").status_code == 400


def test_without_fields_it_says_so(ha):
    assert "Chưa có lĩnh vực nào" in client_of(ha).get("/dieu-hanh/linh-vuc/").content.decode()


def test_a_denunciation_changes_no_number(explained, letter, lan, ha):
    client, day = client_of(ha), timezone.localdate()
    before = numbers_of(client.get(PAGE))
    letter(day).seal(
        by=lan, on=day, reason="Tố cáo", envelope_no="B1", envelope_place="tủ", envelope_keeper="L"
    )
    assert numbers_of(client.get(PAGE)) == before
    assert Case.objects.count() == 1


def numbers_of(answer) -> list[str]:
    return re.findall(r'class="figure[^>]*>([^<]*)<', answer.content.decode())


def test_it_costs_a_bounded_number_of_statements(explained, ha, django_assert_max_num_queries):
    client = client_of(ha)
    client.get(PAGE)
    with django_assert_max_num_queries(36):
        client.get(PAGE)


def test_every_cause_has_a_kind_of_limitation_to_begin_with():
    assert set(KINDS) == set(Cause.Code)
