"""The log: who saw and who changed a case, by person, by day; nothing of a denunciation."""

from datetime import date
from io import BytesIO

import pytest
from django.utils import timezone
from python_calamine import CalamineWorkbook

from citizens.models import Petition
from portal import history
from portal.people import User
from portal.sights import Sight, look
from tests.cast import client_of, person

pytestmark = pytest.mark.django_db
LOG = "/nhat-ky/"
QUERIES = ("", "?viec=xem", "?nguoi=lan", "?viec=xem&nguoi=lan")


def told(who: User, query: str = "") -> str:
    return client_of(who).get(f"{LOG}{query}").content.decode()


def test_who_saw_a_letter_stands_there_once_a_day(letter, binh, ha):
    code = letter().code
    for _ in range(3):
        client_of(binh).get(f"/don/{code}/")
    assert Sight.objects.filter(stream=f"don/{code}", by="binh").count() == 1
    assert binh.full_name in told(ha, f"?viec=xem&so={code}")


def test_who_changed_it_stands_there(letter, ha, mai):
    code = letter().code
    page = told(ha, f"?so={code.lower()}&nguoi=mai&tu=01/01/2020&den=31/12/2099")
    assert (mai.full_name in page, f"/don/{code}/" in page) == (True, True)
    assert "Không có dòng nào khớp" in told(ha, f"?so={code}&nguoi=ha")
    assert "Không có dòng nào khớp" in told(ha, f"?so={code}&den=01/01/2020")


def test_what_somebody_may_not_see_leaves_no_line(letter, minh, ha):
    code = letter().code
    assert client_of(minh).get(f"/don/{code}/").status_code == 404
    assert not Sight.objects.exists()


def test_a_denunciation_is_in_no_log(sealed_letter, lan, ha, quantri):
    client_of(lan).get(f"/don/{sealed_letter.code}/")
    assert Sight.objects.filter(stream=f"don/{sealed_letter.code}").exists()
    for who in (ha, quantri):
        for query in QUERIES:
            assert "NTC-" not in told(who, query)
        page = told(who, f"?viec=xem&so={sealed_letter.code}")
        assert f"/don/{sealed_letter.code}" not in page
        assert "Không có dòng nào khớp" in page


@pytest.fixture
def sealed_letter(lan, fields, office):
    return Petition.register_sealed(
        by=lan, on=date(2026, 7, 6), received_on=date(2026, 7, 6), channel="buu_chinh"
    )


def test_the_administrator_reads_of_the_administration_alone(letter, quantri, ha):
    code = letter().code
    client_of(quantri).post("/quan-tri/tu-dong-nghia/moi/", {"word": "đơn", "means": "thư"})
    page = told(quantri)
    assert "Từ đồng nghĩa khi tìm" in page
    assert code not in page
    assert code in told(ha)


@pytest.mark.parametrize("who", ["lan", "binh", "dung", "mai"])
def test_for_everybody_else_there_is_no_log(request, who):
    client = client_of(request.getfixturevalue(who))
    assert client.get(LOG).status_code == client.get(f"{LOG}tep/").status_code == 404


@pytest.mark.parametrize("query", ["?viec=khac", "?sau=x", "?sau=٣"])
def test_a_made_up_address_is_said_so(ha, query):
    assert client_of(ha).get(f"{LOG}{query}").status_code == 400


@pytest.mark.parametrize(
    "query", ["?so=xyz", "?tu=32/1/2026", "?nguoi=khong-co", "?tu=2/3/2026&den=1/3/2026"]
)
def test_a_wrong_box_keeps_what_was_typed(ha, query):
    page = client_of(ha).get(f"{LOG}{query}")
    assert page.status_code == 422
    assert 'class="invalid-feedback"' in page.content.decode()


def test_older_lines_are_one_step_away(ha):
    for number in range(60):
        look(f"don/xuat-{number}", by="ha", at=timezone.now())
    first = told(ha, "?viec=xem")
    assert first.count("Tải danh sách về máy") == 50
    following = first.split("Các dòng cũ hơn")[0].rsplit('href="', 1)[1].split('"')[0]
    assert told(ha, following.replace("&amp;", "&")).count("Tải danh sách về máy") == 10


def test_the_file_is_the_same_and_formula_safe(letter, ha, django_assert_max_num_queries):
    evil = person("evil", "=1+1")
    history.record("quan-tri/x/1", "edit", by=evil.key, on=date(2026, 7, 6), label="+sửa")
    with django_assert_max_num_queries(12):
        answer = client_of(ha).get(f"{LOG}tep/?nguoi=evil")
    sheet = CalamineWorkbook.from_filelike(BytesIO(b"".join(answer))).get_sheet_by_index(0)
    assert sheet.to_python()[1][2:4] == ["=1+1", "+sửa"]
    assert Sight.objects.filter(stream="nhat-ky/tep", by="ha").exists()


def test_the_list_asks_little(letter, ha, django_assert_max_num_queries):
    letter()
    client = client_of(ha)
    with django_assert_max_num_queries(20):
        assert client.get(LOG).status_code == 200
