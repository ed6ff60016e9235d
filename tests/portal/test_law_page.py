"""A time limit is unchecked until a named person has compared it with the law."""

from django.utils import timezone

from portal.deadlines import RuleConfirmation
from portal.history import events
from portal.publications import Disclosure
from tests.cast import client_of

TODAY = timezone.localdate
WORDING = "/danh-muc/can-cu/KN_GQ1/2012-07-01/"


def test_every_rule_stands_on_the_page_with_its_article(lan):
    page = client_of(lan).get("/danh-muc/").content.decode()
    for code in ("KN_GQ1", "TC_GQ", "T1", "TTHC_CAP_NHAT"):
        assert code in page
    assert "Điều 28" in page


def test_a_named_person_confirms_a_wording(binh):
    assert client_of(binh).post(WORDING).status_code == 302
    assert "Trần Văn Bình xác nhận ngày" in client_of(binh).get("/danh-muc/").content.decode()
    assert events("can-cu/KN_GQ1").get().by == "binh"


def test_who_does_not_answer_for_it_confirms_nothing(lan, quantri):
    for user in (lan, quantri):
        assert "Đã đối chiếu" not in client_of(user).get("/danh-muc/").content.decode()
        assert client_of(user).post(WORDING).status_code == 404
    assert not RuleConfirmation.objects.exists()


def test_a_wording_that_is_not_in_the_law_cannot_be_confirmed(binh):
    for address in ("/danh-muc/can-cu/KN_GQ1/1999-01-01/", "/danh-muc/can-cu/XX/2012-07-01/"):
        assert client_of(binh).post(address).status_code == 404


def test_what_the_public_site_rests_on_is_confirmed_there_and_told_to_staff_alone(
    binh, minh, ha, units, stranger
):
    facts = {"ground": "ngan-sach", "title": "Dự toán", "summary": "12 tỷ", "unit": units["so"]}
    one = Disclosure.note_disclosure(by=minh, on=TODAY(), **facts)
    one.release(by=ha, on=TODAY())
    assert "căn cứ chưa kiểm tra" in text(client_of(binh), one.get_absolute_url())
    assert "chưa kiểm tra" not in text(stranger, one.public_url)
    assert client_of(binh).post("/danh-muc/can-cu/ngan-sach/2017-01-01/").status_code == 302
    told = text(client_of(binh), one.get_absolute_url())
    assert "Trần Văn Bình xác nhận ngày" in told
    assert "căn cứ chưa kiểm tra" not in told


def text(client, address: str) -> str:
    return client.get(address).content.decode()
