"""What decisions and conclusions ask for, how far a denunciation has come: figures, no words."""

from datetime import date

import pytest

from citizens.models import Recommendation
from citizens.returns.gqkn import GQKN
from citizens.returns.gqtc import GQTC
from citizens.returns.xld import XLD
from portal.periods import Reporting
from portal.returns import Scope
from portal.workflow import Refused
from tests.cast import client_of

MONDAY = date(2026, 7, 6)
NOTHING = dict.fromkeys((column.name for column in Recommendation.figures()), 0)
QUARTER = Scope(Reporting.of(2026, "q3"))


def course(**facts):
    return {
        "level": 1,
        "category": "hanh_chinh",
        "handling": "thu_ly",
        "handled_on": date(2026, 8, 3),
        "accepted_on": date(2026, 8, 3),
        "concluded_on": date(2026, 8, 20),
        "outcome": "dung",
        "closed_on": None,
    } | facts


def test_a_decision_asks_for_money_and_the_return_counts_it(settled, minh):
    case = settled()
    figures = NOTHING | {"returned_money": 12, "people_restored": 1}
    case.recommend(by=minh, on=date(2026, 8, 5), **figures)
    counted = GQKN.figures(QUARTER)
    assert (counted[15], counted[18], counted[13]) == (12, 1, 0)


def test_writing_it_again_puts_it_right(settled, minh):
    case = settled()
    for people in (3, 2):
        case.recommend(by=minh, on=date(2026, 8, 5), **NOTHING | {"people_restored": people})
    assert Recommendation.objects.get().people_restored == 2


def test_officials_are_among_all_people(settled, minh):
    with pytest.raises(Refused, match="không được lớn hơn"):
        settled().recommend(by=minh, on=MONDAY, **NOTHING | {"officials_disciplined": 1})


def test_who_is_not_in_charge_recommends_nothing(settled, lan):
    with pytest.raises(Refused, match="không được phân công"):
        settled().recommend(by=lan, on=date(2026, 8, 5), **NOTHING)


def test_the_page_keeps_what_was_typed_and_shows_what_stands(settled, minh):
    case = settled()
    browser, address = client_of(minh), f"{case.get_absolute_url()}ghi-kien-nghi-xu-ly/"
    answer = browser.post(address, {"returned_money": "mười hai", "people_restored": "1"})
    assert answer.status_code == 422
    assert "Ghi bằng chữ số, phần lẻ sau dấu phẩy" in answer.content.decode()
    assert browser.post(address, {"returned_money": "1.250,5"}).status_code == 302
    assert "1.250,5" in browser.get(case.get_absolute_url()).content.decode()


def test_a_denunciation_is_followed_into_the_returns(sealed, lan):
    sealed.follow(by=lan, on=date(2026, 8, 21), **course())
    sealed.recommend(by=lan, on=date(2026, 8, 21), **NOTHING | {"people_disciplined": 2})
    counted = GQTC.figures(QUARTER)
    assert (counted[1], counted[4], counted[8], counted[21]) == (1, 1, 1, 2)
    letters = XLD.figures(QUARTER)
    assert (letters[12], letters[13], letters[15]) == (1, 1, 1)


def test_its_time_limits_follow_its_dates(sealed, lan):
    sealed.follow(by=lan, on=date(2026, 8, 4), **course(concluded_on=None, outcome=""))
    running = [clock.rule for clock in sealed.clocks.open()]
    assert (running, sealed.closed_on) == (["TC_GQ"], None)
    sealed.follow(by=lan, on=date(2026, 8, 21), **course())
    assert (sealed.clocks.open().count(), sealed.closed_on) == (0, date(2026, 8, 3))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"handled_on": None}, "handled_on"),
        ({"handling": "chuyen_don"}, "accepted_on"),
        ({"concluded_on": date(2026, 8, 1)}, "concluded_on"),
        ({"outcome": ""}, "outcome"),
        ({"outcome": "rut_don", "concluded_on": None}, "closed_on"),
        ({"closed_on": date(2026, 8, 19)}, "closed_on"),
    ],
)
def test_dates_that_contradict_are_refused_at_their_field(sealed, lan, wrong, field):
    with pytest.raises(Refused) as refusal:
        sealed.follow(by=lan, on=date(2026, 8, 21), **course(**wrong))
    assert refusal.value.field == field


def test_whoever_entered_the_envelope_does_not_read_its_course(sealed, lan, mai):
    sealed.follow(by=lan, on=date(2026, 8, 21), **course())
    assert "Tố cáo đúng" in client_of(lan).get(sealed.get_absolute_url()).content.decode()
    page = client_of(mai).get(sealed.get_absolute_url()).content.decode()
    assert "BM-01" in page
    assert "Tố cáo đúng" not in page


def test_a_plain_letter_is_not_followed(classified, lan):
    petition = classified()
    assert petition.workflow["follow"].missing(petition)


def test_following_through_the_page(sealed, lan):
    browser, address = client_of(lan), f"{sealed.get_absolute_url()}ghi-theo-doi/"
    assert browser.post(address, {"handling": "thu_ly"}).status_code == 422
    sent = {"level": "2", "category": "khac", "handling": "chuyen_don", "handled_on": "07/7/2026"}
    assert browser.post(address, sent).status_code == 302
    sealed.refresh_from_db()
    assert (sealed.level, sealed.competent, sealed.handled_on) == (2, False, date(2026, 7, 7))
