"""A centre that takes part, proposes its people, and hears of documents."""

from datetime import date

import pytest

from democracy.models import AwardRegulation, Briefing, Movement, Nomination
from portal.instruments import Instrument, deliver_instruments
from portal.people import Body, Role
from tests.cast import LONG_AGO, person, place

DAY = date(2026, 3, 2)
LATER = date(2026, 9, 1)
CENTRE = "dich-vu-viec-lam"
OWN = """
code = "thi-dua-khen-thuong"
title = "Quy chế thi đua, khen thưởng của Sở"
valid_from = 2026-01-01
source = "Quy chế của Sở, dữ liệu thử"
present = 80
dossiers_due = "12-09"

[[award]]
code = "giay-khen"
name = "Giấy khen"
sort = "award"
of = "both"
decided_by = "head"
words = "Có thành tích"
source = "Điều 5"
  [[award.condition]]
  code = "thanh-tich"
  words = "Có thành tích"

[[award]]
code = "cstd-co-so"
name = "Chiến sĩ thi đua cơ sở"
sort = "title"
of = "person"
decided_by = "head"
votes = 80
words = "Hoàn thành xuất sắc nhiệm vụ"
source = "Điều 6"

[[award]]
code = "cstd-tinh"
name = "Chiến sĩ thi đua cấp tỉnh"
sort = "title"
of = "person"
decided_by = "above"
words = "Ba năm liên tục"
source = "Điều 7"
  [[award.condition]]
  code = "ba-nam"
  words = "Ba năm liên tục"
  held = "cstd-co-so"
  years = 3

[[quota]]
awards = ["giay-khen"]
words = "Mỗi đơn vị 01 tập thể và 01 cá nhân"
source = "Công văn 1121"
unit_kind = "subordinate"
collectives = 1
persons = 1
enforced = true

[[quota]]
awards = ["giay-khen"]
words = "Mỗi phòng 01 tập thể hoặc 01 cá nhân"
source = "Công văn 1121"
unit_kind = "division"
collectives = 1
persons = 1
either = true
enforced = true
"""


@pytest.fixture
def cell(db) -> Body:
    return Body.objects.create(
        code="chi-bo-2", name="Chi bộ 2", kind=Body.Kind.PARTY_CELL, opened_on=LONG_AGO
    )


@pytest.fixture
def secretary(cell):
    user = person("bithu", "Phan Văn Sáu", "man")
    place(user, Role.OFFICER, body=cell, title="Bí thư Chi bộ")
    return user


@pytest.fixture
def law(db) -> Instrument:
    deliver_instruments()
    return Instrument.objects.get(number="10", symbol="2022/QH15")


@pytest.fixture
def briefing(tuan, law, units, cell) -> Briefing:
    return Briefing.open_briefing(
        by=tuan, on=DAY, instrument=law, due_on=LATER, bodies=[cell],
        units=[units[CENTRE], units["lao-dong"]],
    )  # fmt: skip


def drawn_up(by, unit, **other) -> Movement:
    facts = {
        "title": "Thi đua phục vụ nhân dân", "content": "Giải quyết đúng hạn", "unit": unit,
        "criteria": "Không quá hạn", "launch_form": "van-ban", "from_on": DAY,
        "to_on": date(2026, 12, 31), "most_collectives": 50, "most_persons": 50,
    } | other  # fmt: skip
    return Movement.draw_up(by=by, on=DAY, **facts)


@pytest.fixture
def movement(tuan, ha, units) -> Movement:
    one = drawn_up(tuan, units["van-phong"])
    one.launch(by=ha, on=DAY, prepared_by=tuan)
    return one


@pytest.fixture
def regulation(db) -> AwardRegulation:
    AwardRegulation.deliver()
    return AwardRegulation.load(OWN, by=None, on=None)


def proposed(by, unit, regulation, **other) -> Nomination:
    facts = {
        "regulation": regulation, "award": "giay-khen", "year": 2026, "occasion": "hang-nam",
        "unit": unit, "person_name": "Lý Quốc Khánh", "reason": "Hoàn thành xuất sắc",
    } | other  # fmt: skip
    return Nomination.nominate(by=by, on=DAY, **facts)


def ready(one, *, by, head) -> Nomination:
    """Conditions stated, and the word that there is no obstacle."""
    stated = {each.code: (True, "Báo cáo 3") for each in one.conditions}
    if stated:
        one.state_conditions(by=by, on=DAY, statements=stated)
    one.state_no_obstacle(by=head, on=DAY, words="Không vướng mắc")
    return one


def sent(one, *, by, head) -> Nomination:
    ready(one, by=by, head=head).send_nomination(by=head, on=DAY)
    return one


@pytest.fixture
def nomination(khanh, units, regulation) -> Nomination:
    return proposed(khanh, units[CENTRE], regulation)
