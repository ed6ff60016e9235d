"""A unit ends: what it had still to tell, ask and answer goes to its heir."""

from datetime import date, timedelta

import pytest

from democracy.models import Consultation, Posting, Suggestion
from democracy.models.slip import drop, open_box
from portal.reorganisation import Decision, merge
from tests.democracy.conference.conftest import planned
from tests.democracy.visit.conftest import open_visit

ON = date(2026, 8, 3)
DAY = date(2026, 5, 4)


@pytest.fixture
def decision(quantri) -> Decision:
    return Decision("88/QĐ-UBND", date(2026, 7, 27), "Chủ tịch UBND tỉnh", ON, quantri)


def told(done) -> dict[str, list[str]]:
    return {group["label"]: group["lines"] for group in done.moved}


def posted(by, unit, *, on: date) -> Posting:
    row = Posting.note_posting(by=by, on=on, item="46.6", title="Quyết định", decided_on=on,
                               unit=unit)  # fmt: skip
    row.display(by=by, on=on)
    return row


def test_what_is_open_goes_along_and_what_is_over_stays(tuan, units, decision):
    old, heir = units["nguoi-co-cong"], units["lao-dong"]
    over, shown = posted(tuan, old, on=DAY), posted(tuan, old, on=ON - timedelta(days=3))
    asked = Consultation.draw_up(
        by=tuan, on=DAY, item="53.2", title="Kế hoạch", text="Góp ý", forms=["cong"],
        closes_on=date(2026, 9, 15), unit=old,
    )  # fmt: skip
    visit = open_visit(tuan, old, old, kind="tu-kiem-tra")
    merge([old], into=heir, decision=decision)
    for row in (over, shown, asked, visit):
        row.refresh_from_db()
    assert (over.unit, shown.unit, asked.unit) == (old, heir, heir)
    assert (visit.unit, visit.visited) == (heir, heir)


def test_nobody_meets_in_a_unit_that_is_no_more(hoa, units, decision):
    one = planned(units["dich-vu-viec-lam"], by=hoa)
    merge([one.unit], into=units["lao-dong"], decision=decision)
    one.refresh_from_db()
    assert (one.stage, one.none_because) == ("none", "Đơn vị kết thúc từ 03/8/2026")


def test_letters_to_others_than_leaders_go_along_untold(tuan, board, units, decision):
    old = units["nguoi-co-cong"]
    for whom in ("leaders", "board"):
        drop(on=DAY, addressed_to=whom, topic="khac", text="Sân sau thiếu đèn")
    open_box(on=date(2026, 5, 5))
    for letter, by in zip(Suggestion.objects.order_by("addressed_to"), (board, tuan), strict=True):
        letter.route(by=by, on=DAY, unit=old)
    done = merge([old], into=units["lao-dong"], decision=decision)
    assert {row.unit for row in Suggestion.objects.all()} == {units["lao-dong"]}
    assert len(told(done)["Thư góp ý chờ đơn vị trả lời"]) == 1
