"""A board's term begins with the conference that elected it."""

import pytest

from democracy import agenda
from democracy.models import BoardTerm
from democracy.obligations.board import recognitions
from portal.workflow import Refused
from tests.cast import client_of
from tests.democracy.board.conftest import ELECTED, HOME, elected
from tests.democracy.conference.conftest import meet, planned, vote

pytestmark = pytest.mark.django_db
NEW = "/dan-chu/thanh-tra-nhan-dan/nhiem-ky/moi/"


@pytest.fixture
def held(units, hoa):
    """Of the centre, on the day of the election."""
    one = planned(units[HOME], by=hoa)
    meet(one, by=hoa, present=36, on=ELECTED)
    return one


@pytest.fixture
def voted(held, hoa):
    vote(held, by=hoa, on=ELECTED, item=agenda.BOARD_ELECTION, title="Bầu Ban")
    return held


def test_a_conference_that_did_not_elect_begins_no_term(held, khanh, body, units):
    with pytest.raises(Refused, match="chưa ghi biểu quyết bầu Ban"):
        elected(khanh, body, units[HOME], conference=held)


def test_the_conference_is_of_the_same_unit(voted, khanh, body, units):
    with pytest.raises(Refused, match="Hội nghị này của Trung tâm"):
        elected(khanh, body, units["so"], conference=voted)


def test_what_was_voted_waits_to_be_written_down_and_recognised(voted, khanh, body, units):
    def owed() -> list:
        rows = recognitions([units[HOME]], year=ELECTED.year, as_of=ELECTED)
        return [row.what for row in rows]

    assert owed() == ["Công nhận Ban được bầu: Ban chưa ghi kết quả bầu"]
    elected(khanh, body, units[HOME], conference=voted)
    assert owed() == [f"Công nhận {body}"]


def test_the_page_of_the_conference_leads_to_the_form_with_what_it_knows(
    voted, khanh, body, office
):
    board = client_of(khanh)
    page = board.get(voted.get_absolute_url())
    url = page.context["elected"]["url"]
    form = board.get(url).context["form"]
    asked = {name: form[name].value() for name in ("conference", "unit", "elected_on", "staff")}
    board.post(NEW, asked | {"body": body.code, "places": "3"})
    term = BoardTerm.objects.get()
    assert (term.conference, term.elected_on, term.staff) == (voted, ELECTED, 40)
    shown = board.get(voted.get_absolute_url()).content.decode()
    assert term.get_absolute_url() in shown
