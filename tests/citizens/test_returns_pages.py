"""/bao-cao/: the forms of a period on the screen, as a workbook, frozen; only for their makers."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from citizens.returns import FORMS
from portal.dashboard.returns.rows import rows_of_figure
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


ROWS = f"/bao-cao/02-xld/dong/{QUARTER}"


def test_a_figure_opens_its_records_as_lines(letters, ha):
    answer = client_of(ha).get(f"{ROWS}&cot=25")
    assert [(line.code, line.kind, line.stage) for line in answer.context["lines"]] == [
        ("D-2026-00005", "Phản ánh", "Đã chuyển đơn"),
        ("NTC-2026-0002", "Tố cáo", "Giữ bì mật"),
    ]
    assert 'href="/don/D-2026-00005/"' in answer.content.decode()


def test_every_column_of_every_form_opens_its_records(brought, ha):
    for kind in ("sessions", "visits", "petitions"):
        brought(kind, getattr(ledger, kind.upper()))
    client = client_of(ha)
    for form in FORMS.values():
        for column in form.columns:
            answer = client.get(f"/bao-cao/{form.path}/dong/{QUARTER}&cot={column.number}")
            assert answer.status_code == 200, (form.code, column.number)


def test_the_records_come_a_page_at_a_time_in_both_orders(brought, ha):
    brought("petitions", [LATER] * 60)
    client, address, codes = client_of(ha), f"{ROWS}&cot=1&sap-xep=-so", []
    while address:
        shown = client.get(address).context
        codes += [line.code for line in shown["lines"]]
        following = shown["page"].next
        address = following and f"/bao-cao/02-xld/dong/{following}"
    assert codes == sorted(codes, reverse=True)
    assert len(set(codes)) == 60
    assert shown["how_many"] == "10 trong 60 đơn"


def test_records_out_of_sight_are_a_number_and_nothing_else(letters, mai, rf):
    request = rf.get("/", {"ky": "2026-q3", "cot": "12"})
    request.user = mai
    page = rows_of_figure(request, "02-xld").content.decode()
    assert "1 ở sổ riêng" in page
    assert "NTC-" not in page


@pytest.mark.parametrize("place", ["so=1&sau=x", "sau=NTC.1", "sap-xep=ten"])
def test_a_place_that_is_none_is_a_bad_request(letters, ha, place):
    assert client_of(ha).get(f"{ROWS}&cot=1&{place}").status_code == 400


def test_the_records_are_read_in_few_statements(letters, ha, few_statements):
    client = client_of(ha)
    client.get(f"{ROWS}&cot=1")
    with few_statements(12):
        client.get(f"{ROWS}&cot=1")


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
