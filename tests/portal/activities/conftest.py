"""The Office keeps the registers; the centre is visited, criticised and makes promises."""

from datetime import date

import pytest

from portal.activities import (
    Dialogue,
    Limitation,
    OpinionNote,
    Outreach,
    PartyFigures,
    PlannedVisit,
    Training,
)

DAY = date(2026, 5, 4)


def lines_of(by, unit, visited, *, on=DAY, day=DAY, party=None):
    """One line of every register, by noun."""
    common = {"by": by, "on": on, "programme": "ca-hai", "unit": unit, "from_on": day}
    return {
        "outreach": Outreach.note(
            title="Phổ biến Luật Thực hiện dân chủ", way="hoi-nghi", audience="can-bo", people=42,
            **common,
        ),
        "training": Training.note(title="Kỹ năng số", topic="ky-nang-so", planned=30, **common),
        "planned-visit": PlannedVisit.note(
            title="Thực hiện dân chủ", visited=visited, to_on=day, team="Phó Giám đốc làm trưởng",
            **common,
        ),
        "limitation": Limitation.note(
            title="Công khai chậm", source="tu-kiem-tra", cause="nhan-thuc", **common
        ),
        "dialogue": Dialogue.note(
            title="Đối thoại về trợ cấp", chaired_by="Giám đốc Sở", place="Hội trường",
            audience="Người hưởng trợ cấp", people=60, **common,
        ),
        "opinion-note": OpinionNote.note(
            title="Chi trả trợ cấp", group="nguoi-co-cong", channel="tiep-xuc", mood="ban-khoan",
            text="Mong chi trả tại nhà", **common,
        ),
        "party-figures": PartyFigures.note(
            title="Đảng bộ Sở", cells=8, members=135, committee=14, standing_committee=5,
            **common | {"by": party or by},
        ),
    }  # fmt: skip


@pytest.fixture
def lines(tuan, units):
    return lines_of(tuan, units["van-phong"], units["dich-vu-viec-lam"])
