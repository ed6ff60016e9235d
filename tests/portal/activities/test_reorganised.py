"""A unit ends: what it had still to do goes to its heir, what it did stays under its name."""

from datetime import date

import pytest

from portal.reorganisation import Decision, merge
from tests.portal.activities.conftest import DAY, lines_of

ON = date(2026, 8, 3)


@pytest.mark.django_db
def test_open_lines_go_to_the_heir_and_done_ones_stay(tuan, units, quantri):
    old, heir = units["nguoi-co-cong"], units["lao-dong"]
    lines = lines_of(tuan, old, old)
    promise = lines["dialogue"].promise(by=tuan, on=DAY, text="Chi trả", unit=old, due_on=ON)
    decision = Decision("88/QĐ-UBND", date(2026, 7, 27), "Chủ tịch UBND tỉnh", ON, quantri)
    merge([old], into=heir, decision=decision)
    for row in (*lines.values(), promise):
        row.refresh_from_db()
    moved = {noun for noun, row in lines.items() if row.unit == heir}
    assert moved == {"limitation", "planned-visit", "legal-draft", "software"}
    assert (lines["planned-visit"].visited, promise.unit) == (heir, heir)
