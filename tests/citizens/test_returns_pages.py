"""/bao-cao/: the forms of a period on the screen, as a workbook, frozen; only for their makers."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from portal.importing import read_sheet
from portal.returns import FrozenReturn
from tests.cast import client_of
from tests.citizens import returns_ledger as ledger

QUARTER = "?ky=2026-q3"
LATER = ledger.letter(
    "10/07/2026", "kien_nghi", "thu_ly", handled_on="13/07/2026", **ledger.POLICY, **ledger.OURS
)


@pytest.fixture
def letters(brought):
    brought("petitions", ledger.PETITIONS)
    return brought


def test_the_index_says_which_sums_hold(letters, ha):
    page = client_of(ha).get(f"/bao-cao/{QUARTER}").content.decode()
    assert "gửi Ủy ban nhân dân tỉnh trước ngày 17/9/2026" in page
    assert page.count("Khớp") == 4


def test_a_figure_opens_its_records(letters, ha):
    page = client_of(ha).get(f"/bao-cao/02-xld/dong/{QUARTER}&cot=25").content.decode()
    assert page.partition("panel codes")[2].count('<a href="/don/') == 2


def test_the_form_shows_each_unit_and_the_office(letters, ha):
    page = client_of(ha).get(f"/bao-cao/02-xld/{QUARTER}").content.decode()
    assert "Phòng Tiếp công dân" in page
    assert "Toàn cơ quan" in page


def test_what_changes_after_freezing_shows_as_a_difference(letters, ha):
    client = client_of(ha)
    client.post(f"/bao-cao/02-xld/chot/{QUARTER}")
    assert "số liệu không đổi" in client.get(f"/bao-cao/02-xld/{QUARTER}").content.decode()
    letters("petitions", [LATER])
    page = client.get(f"/bao-cao/02-xld/{QUARTER}").content.decode()
    assert "Cột 1, Tổng số đơn: khi chốt 11, nay 12" in page
    assert FrozenReturn.objects.get().on == date.today()


def test_a_period_that_still_runs_cannot_be_frozen(letters, ha):
    runs_on = f"?ky={date.today().year + 1}-nam"
    client = client_of(ha)
    page = client.get(f"/bao-cao/02-xld/{runs_on}").content.decode()
    assert "Chốt được số liệu từ ngày" in page
    assert "Chốt số liệu</button>" not in page
    answer = client.post(f"/bao-cao/02-xld/chot/{runs_on}", follow=True)
    assert "khi hết kỳ" in answer.content.decode()
    assert not FrozenReturn.objects.exists()


def test_the_workbook_has_the_codes_and_the_figures(letters, ha, tmp_path):
    answer = client_of(ha).get(f"/bao-cao/02-xld/tep/{QUARTER}")
    path = tmp_path / "bieu.xlsx"
    path.write_bytes(b"".join(answer.streaming_content))
    rows = [row for _, row in read_sheet(path).rows]
    codes = next(row for row in rows if row[0] == "MS")
    whole = next(row for row in rows if row[0] == "Tổng cộng")
    assert codes[1:] == [str(number) for number in range(1, 27)]
    assert whole[1:6] == ["11", "10", "8", "5", "5"]


def test_the_text_is_a_draft_with_the_figures(letters, ha):
    answer = client_of(ha).get(f"/bao-cao/bao-cao-ky/{QUARTER}")
    words = [each.text for each in Document(BytesIO(b"".join(answer.streaming_content))).paragraphs]
    assert "Tổng số đơn phải xử lý: 11 (kỳ trước 1, tăng 10)." in words


@pytest.mark.parametrize("who", ["minh", "mai", "dung"])
def test_others_find_nothing(letters, who, request):
    client = client_of(request.getfixturevalue(who))
    assert client.get(f"/bao-cao/{QUARTER}").status_code == 404
    assert "/bao-cao/" not in client.get("/cong-viec/").content.decode()


@pytest.mark.parametrize("asked", ["?ky=2026-q5", "?ky=1999-q1", "?don-vi=khong-co", "?ky=²-q1"])
def test_an_unknown_value_is_a_bad_request(letters, ha, asked):
    assert client_of(ha).get(f"/bao-cao/02-xld/{asked}").status_code == 400


def test_a_form_is_counted_in_few_statements(letters, ha, django_assert_max_num_queries):
    client = client_of(ha)
    client.get(f"/bao-cao/02-xld/{QUARTER}")
    with django_assert_max_num_queries(16):
        client.get(f"/bao-cao/02-xld/{QUARTER}")
