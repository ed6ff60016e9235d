"""Figures of sessions, outreach, training; what the registers say is gathered."""

from datetime import date

import pytest

from democracy.models import Briefing
from portal.activities import Dialogue, Limitation, Outreach, Training
from portal.instruments import Instrument, deliver_instruments
from portal.periods import Half
from portal.reporting import Report
from portal.reporting.counting import counted
from portal.reporting.reading import parts_of
from tests.cast import client_of

ON = date(2026, 7, 6)
FIRST = Half.of(2026, 1)
DAY = date(2026, 5, 4)
REFORM_ALONE = {"programme": "cai-cach"}


@pytest.fixture
def work(tuan, units):
    """Two lines count, one belongs to the other programme, one to another half, one is struck."""
    own = {"by": tuan, "on": ON, "programme": "ca-hai", "unit": units["van-phong"], "from_on": DAY}
    said = {"title": "Luật Thực hiện dân chủ", "way": "hoi-nghi", "audience": "can-bo"}
    for other in ({"times": 2, "people": 40}, {}, REFORM_ALONE, {"from_on": date(2026, 7, 2)}):
        Outreach.note(**own | said | other)
    Outreach.note(**own | said).strike(by=tuan, on=ON, reason="Ghi trùng")
    Training.note(**own | {"title": "Kỹ năng", "topic": "dan-chu", "planned": 30, "people": 28})
    Dialogue.note(**own | {"title": "Đối thoại", "chaired_by": "Giám đốc", "place": "Hội trường",
                           "audience": "Người có công", "people": 60})  # fmt: skip
    Limitation.note(**own | {"title": "Công khai chậm", "source": "tu-kiem-tra",
                             "cause": "nhan-thuc", "cause_words": "chưa phân công"})  # fmt: skip
    deliver_instruments()
    law = Instrument.objects.get(number="10", symbol="2022/QH15")
    told = Briefing.open_briefing(by=tuan, on=DAY, instrument=law, due_on=ON,
                                  units=[units["van-phong"]])  # fmt: skip
    told.note_session(by=tuan, on=DAY, held_on=DAY, form="hop", attending=18, headcount=20,
                      unit=units["van-phong"])  # fmt: skip


@pytest.fixture
def report(tuan, units) -> Report:
    return Report.draw_up(
        by=tuan, on=ON, outline="sau-thang", unit=units["so"], from_on=FIRST.start,
        to_on=FIRST.end, title="Kết quả thực hiện dân chủ 6 tháng đầu năm 2026",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value", "rows"),
    [
        ("outreach_held", 3, 2),
        ("outreach_people", 40, 2),
        ("training_held", 1, 1),
        ("training_people", 28, 1),
        ("dialogues_held", 1, 1),
        ("limitations_named", 1, 1),
        ("limitations_remedied", 0, 0),
        ("dissemination_sessions", 1, 1),
        ("dissemination_people", 18, 1),
    ],
)
def test_a_figure_opens_the_lines_it_is_made_of(report, work, tuan, office, name, value, rows):
    row = next(row for row in counted(report) if row.name == name)
    assert row.value == value
    listed = client_of(tuan).get(row.cells[0][1]).context["how_many"]
    assert listed.startswith(f"{rows or 'Không'} ") or not rows


def test_registers_say_how_many_heard_and_what_is_to_be_remedied(report, work):
    said = [line.words for part in parts_of(report, on=ON) for line in part.said]
    assert any(words.endswith("18 trên 20 người (90%)") for words in said)
    assert any("Công khai chậm. Nguyên nhân: chưa phân công." in words for words in said)
