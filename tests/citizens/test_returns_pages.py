"""/bao-cao/: the forms of a period on the screen, as a workbook, frozen; only for their makers."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document

from citizens.returns import FORMS
from portal.dashboard.returns.line import BY_NUMBER
from portal.dashboard.returns.rows import rows_of_figure
from portal.dashboard.returns.told import NOTHING_ASKED, PLACE, RESULTS, asked_for, change
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
    assert page.count("Khớp") == 6
    assert "Cột 1 biểu 03 (3) bằng cột 6 biểu 02 (3)" in page


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


def report(user, query=QUARTER):
    answer = client_of(user).get(f"/bao-cao/bao-cao-ky/{query}")
    return Document(BytesIO(b"".join(answer.streaming_content)))


def test_the_text_is_a_draft_in_sentences(letters, ha):
    words = [each.text for each in report(ha).paragraphs]
    assert (
        "Đơn không thuộc thẩm quyền: 3 đơn, đã hướng dẫn 1 đơn, chuyển 2 đơn đến cơ quan có thẩm"
        " quyền." in words
    )
    assert any("So với kỳ trước (1) tăng 10." in each for each in words)
    assert not [each for each in words if "{" in each]


def test_each_part_is_compared_in_a_table(letters, ha):
    _, letters_table, *_ = [table for table in report(ha).tables if len(table.columns) > 2]
    assert [cell.text for cell in letters_table.rows[0].cells][:4] == [
        *("Chỉ tiêu", "Kỳ này", "Kỳ trước", "Tăng, giảm")
    ]
    assert [cell.text for cell in letters_table.rows[1].cells][:4] == [
        *("Tổng số đơn phải xử lý", "11", "1", "tăng 10")
    ]


def test_what_decisions_ask_for_is_told_only_where_there_is_any(letters, ha):
    words = [each.text for each in report(ha).paragraphs]
    assert words.count(NOTHING_ASKED) == 2
    forms = {"03": dict.fromkeys(range(1, 24), 0) | {13: Decimal("12.5"), 19: 2, 20: 1}}
    asked = asked_for(RESULTS[2], forms)
    assert asked == (
        "Kiến nghị: thu hồi cho Nhà nước 12,5 triệu đồng; xử lý hành chính 2 người, trong đó 1 cán"
        " bộ, công chức, viên chức."
    )


def test_a_part_without_anything_is_one_sentence(brought, ha):
    words = [each.text for each in report(ha).paragraphs]
    assert "Trong kỳ không có vụ việc tố cáo thuộc thẩm quyền, không ban hành kết luận." in words
    assert "Đã tiếp 0 lượt, 0 người, về 0 vụ việc, không có đoàn đông người." in words


@pytest.mark.parametrize(
    ("now", "then", "words"),
    [(11, 1, "tăng 10"), (15, 12, "tăng 3 (25%)"), (9, 12, "giảm 3 (25%)"), (4, 4, "không đổi")],
)
def test_a_handful_is_not_told_in_per_cent(now, then, words):
    assert change(now, then) == words


def test_every_column_that_the_text_names_is_one_of_its_form():
    for part in RESULTS:
        for form, column in PLACE.findall("".join(part.sentences)):
            assert int(column) in {each.number for each in BY_NUMBER[form].columns}


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


def test_the_forms_of_a_page_read_letters_once(letters, ha):
    client = client_of(ha)
    for path in ("", "03-gqkn/", "04-gqtc/"):
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/bao-cao/{path}{QUARTER}")
        here = [each for each in asked if "FROM citizens_petition AS petition" in each["sql"]]
        assert len([each for each in here if "2026-06-15" in each["sql"]]) == 1, path
