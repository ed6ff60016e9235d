"""Grounds of refusal are the office's table, by date; what was refused keeps its words."""

from datetime import date

import pytest

from citizens.forms.visit_register import Sitting
from citizens.words.visit import ground_words
from portal.grounds import ELIGIBILITY, RECEPTION, RefusalGround, deliver_grounds, grounds_on
from portal.grounds.delivered import DELIVERED
from portal.workflow import Refused
from tests.cast import client_of
from tests.citizens.visits import enter

pytestmark = pytest.mark.usefixtures("office", "fields")
ADDRESS = "/quan-tri/can-cu-tu-choi/"
NEW = {
    "purpose": "tiep",
    "words": "Gây rối tại nơi tiếp đã bị lập biên bản",
    "article": "khoản 5 Điều 9",
    "source": "Luật Tiếp công dân (sửa đổi)",
    "valid_from": "01/9/2026",
    "order": "20",
}


@pytest.fixture
def kept():
    """The table as an office has it: what is delivered, and what it adds."""
    deliver_grounds()


def test_delivering_twice_adds_nothing(kept):
    deliver_grounds()
    assert RefusalGround.objects.count() == len(DELIVERED)


def test_a_new_ground_is_offered_from_its_day_on(kept, quantri, lan):
    answer = client_of(quantri).post(f"{ADDRESS}moi/", NEW)
    assert answer.status_code == 302
    added = RefusalGround.objects.get(words=NEW["words"])
    before, after = date(2026, 8, 31), date(2026, 9, 1)
    assert added not in grounds_on(RECEPTION, on=before)
    assert added in grounds_on(RECEPTION, on=after)
    offered = dict(Sitting(by=lan, on=after).fields["ground"].choices)
    assert offered[added.code] == NEW["words"]
    visit = enter(lan, received_on=after, on=after, result="tu_choi", ground=added.code)
    assert ground_words(visit) == f"{NEW['words']} (khoản 5 Điều 9 Luật Tiếp công dân (sửa đổi))"


def test_one_that_has_ended_refuses_nobody_any_more_and_old_visits_keep_their_words(kept, lan):
    old = enter(lan, received_on=date(2026, 7, 6), result="tu_choi", ground="4.1.a")
    RefusalGround.objects.filter(code="4.1.a").update(valid_to=date(2026, 7, 31))
    assert "Mang vũ khí" in ground_words(old)
    with pytest.raises(Refused, match="đến hết ngày 31/7/2026"):
        enter(lan, received_on=date(2026, 8, 3), on=date(2026, 8, 3), result="tu_choi",
              ground="4.1.a")  # fmt: skip


def test_the_words_of_a_ground_in_force_are_not_rewritten(kept, quantri):
    row = RefusalGround.objects.get(code="9.3")
    page = client_of(quantri).post(
        f"{ADDRESS}{row.pk}/", NEW | {"valid_to": "31/12/2026", "order": "3"}
    )
    assert page.status_code == 302
    kept_row = RefusalGround.objects.get(pk=row.pk)
    assert (kept_row.words, kept_row.article) == (row.words, row.article)
    assert kept_row.valid_to == date(2026, 12, 31)


def test_an_end_before_the_beginning_is_said_at_the_form(kept, quantri):
    page = client_of(quantri).post(f"{ADDRESS}moi/", NEW | {"valid_to": "31/8/2026"})
    assert page.status_code == 422
    assert "Ngày cuối đang trước ngày đầu" in page.content.decode()


def test_without_a_table_the_delivered_law_serves(db):
    assert len(grounds_on(ELIGIBILITY, on=date(2026, 8, 3))) == 10
