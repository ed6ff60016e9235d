"""A model of the centre: officer Khánh writes, head Hoa answers for it, Tuấn compiles."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from democracy.models import Practice
from portal.attachments import File, receive
from tests.portal.specimens import png

DAY = date(2026, 3, 2)
LATER = date(2026, 9, 1)
CENTRE = "dich-vu-viec-lam"


def facts_of(unit, field, **other):
    return {
        "kind": "mo-hinh", "title": "Ngày hội việc làm ở thôn", "holder": "tap-the", "unit": unit,
        "in_charge": "Bùi Thị Hoa", "serves": "Tư vấn, giới thiệu việc làm", "field": field,
        "area": "kinh-te", "mobilisation": "chinh-quyen", "goals": "200 người được tư vấn",
        "content": "Mỗi tháng một thôn", "place": "Các xã miền núi",
        "beneficiaries": "Người chưa có việc làm", "planned_reach": 200, "from_on": DAY,
    } | other  # fmt: skip


@pytest.fixture
def one(khanh, hoa, units, fields) -> Practice:
    facts = facts_of(units[CENTRE], fields["lao-dong-viec-lam"])
    return Practice.enrol(by=khanh, on=DAY, **facts)


@pytest.fixture
def running(one, ha, tuan) -> Practice:
    one.list_up(by=ha, on=DAY, prepared_by=tuan)
    return one


@pytest.fixture
def recognised(running, khanh, hoa, ha) -> Practice:
    running.note_progress(by=khanh, on=LATER, text="Đã tư vấn 150 người ở 5 thôn", reached=150)
    running.self_assess(by=hoa, on=LATER, assessment="Đạt", criteria_met=["lan-toa", "ten"])
    running.recognise(by=ha, on=LATER)
    return running


@pytest.fixture
def photo(db) -> File:
    return receive(SimpleUploadedFile("ngay-hoi.png", png()))
