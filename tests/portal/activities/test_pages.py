"""Every page of every register opens, acts, and says what is wrong at its field."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from python_calamine import CalamineWorkbook

from portal.activities import Limitation, OpinionNote, Outreach, PlannedVisit
from portal.views.activities.registers import REGISTERS
from portal.working_days import days_after
from tests.cast import client_of
from tests.conventions.words import english, never, shown
from tests.portal.activities.conftest import lines_of
from tests.portal.specimens import pdf

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
LISTS = [register.url for register in REGISTERS]


def written(day) -> str:
    return f"{day:%d/%m/%Y}"


@pytest.fixture
def rows(tuan, units, office, fields):
    return lines_of(tuan, units["van-phong"], units["dich-vu-viec-lam"], on=TODAY(), day=TODAY())


@pytest.fixture
def one(tuan):
    return client_of(tuan)


@pytest.fixture
def typed():
    return {"programme": "dan-chu", "title": "Nội dung", "from_on": written(TODAY()),
            "unit": "van-phong"}  # fmt: skip


def test_lists_open_narrowed_and_cost_a_bounded_number_of_statements(
    one, rows, subtests, django_assert_max_num_queries, tuan, units
):
    for days in range(1, 5):
        day = days_after(TODAY(), -days)
        lines_of(tuan, units["lao-dong"], units["lao-dong"], on=TODAY(), day=day)
    narrowed = f"?q=dan+chu&nam={TODAY().year}&chuong-trinh=dan-chu&don-vi=van-phong"
    for address in LISTS:
        with subtests.test(address):
            one.get(address)
            with django_assert_max_num_queries(22):
                assert one.get(address).status_code == 200
            assert one.get(f"{address}{narrowed}").status_code == 200


def test_the_start_page_names_every_register(one, rows, quantri):
    shown = one.get("/hoat-dong/").content.decode()
    assert [register.title for register in REGISTERS if register.title not in shown] == []
    assert "không xem nội dung công việc" in client_of(quantri).get("/hoat-dong/").content.decode()


def test_lines_open_and_cost_a_bounded_number_of_statements(
    one, rows, subtests, django_assert_max_num_queries
):
    for register in REGISTERS:
        with subtests.test(register.noun):
            row = rows[register.noun]
            one.get(row.get_absolute_url())
            with django_assert_max_num_queries(18):
                shown = one.get(row.get_absolute_url()).content.decode()
            assert row.title in shown
            assert "Sửa dòng sổ" in shown


def test_each_list_is_an_excel_file_too(one, rows, subtests):
    for register in REGISTERS:
        with subtests.test(register.noun):
            answer = one.get(f"{register.url}xuat-excel/")
            book = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(answer.streaming_content)))
            lines = book.get_sheet_by_index(0).to_python()
            assert lines[0][:3] == ["Số", register.date_words, "Nội dung"]
            assert lines[1][0] == rows[register.noun].code


def test_three_empty_pages_differ(subtests, tuan, quantri, office, units):
    one, administrator = client_of(tuan), client_of(quantri)
    for register in REGISTERS:
        with subtests.test(register.noun):
            nothing = one.get(register.url).content.decode()
            assert "Sổ chưa có dòng nào" in nothing
            assert f"{register.url}moi/" in nothing
            assert "không xem nội dung" in administrator.get(register.url).content.decode()
    lines_of(tuan, units["van-phong"], units["lao-dong"], on=TODAY(), day=TODAY())
    for register in REGISTERS:
        with subtests.test(f"{register.noun}, narrowed"):
            assert "Bỏ bộ lọc" in one.get(f"{register.url}?q=khongco").content.decode()


@pytest.mark.parametrize("query", ["xem=gi", "nam=1999", "chuong-trinh=x", "sau=x", "sap-xep=x"])
def test_what_the_address_cannot_ask_is_a_400(one, rows, query):
    assert one.get(f"/hoat-dong/kiem-tra/?{query}").status_code == 400


def test_a_line_is_written_with_its_paper(one, typed, office, fields, units, minh):
    typed |= {"topic": "dan-chu", "way": "lop", "audience": "can-bo", "times": "2",
              "people": "1.250", "file": SimpleUploadedFile("bien-ban.pdf", pdf())}  # fmt: skip
    answer = one.post("/hoat-dong/tuyen-truyen/moi/", typed)
    row = Outreach.objects.get()
    assert (answer.url, row.people) == (row.get_absolute_url(), 1250)
    assert client_of(minh).get(f"{answer.url}tep/").status_code == 200


def test_nothing_typed_is_lost_when_something_is_missing(one, typed, office, units):
    typed |= {"title": "Phổ biến Luật", "audience": "can-bo", "times": "hai"}
    answer = one.post("/hoat-dong/tuyen-truyen/moi/", typed)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="Phổ biến Luật"' in shown
    assert "Ghi bằng chữ số" in shown


def test_what_has_not_happened_is_not_written_down(one, typed, office, units):
    typed |= {"from_on": written(days_after(TODAY(), 1))}
    shown = one.post("/hoat-dong/doi-thoai/moi/", typed).content.decode()
    assert "không được sau" in shown


def test_a_line_is_put_right_on_a_page_that_knows_it(one, rows):
    row = rows["training"]
    page = one.get(f"{row.get_absolute_url()}sua-dong-so/").content.decode()
    assert 'value="Kỹ năng số"' in page
    typed = {"programme": "cai-cach", "title": "Kỹ năng số cơ bản", "topic": "ky-nang-so",
             "from_on": written(TODAY()), "unit": "van-phong", "people": "28",
             "version": row.version}  # fmt: skip
    one.post(f"{row.get_absolute_url()}sua-dong-so/", typed)
    row.refresh_from_db()
    assert (row.title, row.people, row.programme) == ("Kỹ năng số cơ bản", 28, "cai-cach")


def test_the_list_names_the_visit_that_clashes(one, rows, typed, units):
    typed |= {"visited": "dich-vu-viec-lam", "topic": "ky-cuong", "way": "dot-xuat",
              "to_on": typed["from_on"], "team": "Đoàn 2"}  # fmt: skip
    second = one.post("/hoat-dong/kiem-tra/moi/", typed).url
    first = rows["planned-visit"].code
    assert (
        f"Trùng đơn vị và thời gian với {first}"
        in one.get("/hoat-dong/kiem-tra/?xem=trung").content.decode()
    )
    assert "Kết hợp hai cuộc" in one.get(second).content.decode()
    one.post(f"{second}sua-dong-so/", typed | {"combined_with": first, "version": 1})
    assert "Đi cùng một lần với" in one.get(second).content.decode()
    assert not PlannedVisit.objects.clashing().exists()


def test_a_visit_is_combined_only_with_one_to_the_same_unit(one, rows, typed):
    typed |= {"visited": "lao-dong", "topic": "dan-chu", "way": "dot-xuat",
              "to_on": typed["from_on"], "team": "Đoàn 2",
              "combined_with": rows["planned-visit"].code}  # fmt: skip
    assert "kiểm tra đơn vị khác" in one.post("/hoat-dong/kiem-tra/moi/", typed).content.decode()


def test_a_name_card_in_an_opinion_is_refused_at_its_field(one, typed, office, units):
    typed |= {"group": "tre-em", "channel": "bao-chi", "mood": "dong-tinh",
              "text": "Ông A, điện thoại 0912345678"}  # fmt: skip
    shown = one.post("/hoat-dong/nam-tinh-hinh/moi/", typed).content.decode()
    assert "bỏ đi rồi ghi" in shown
    assert not OpinionNote.objects.exists()


def test_figures_of_one_day_are_asked_once(one, rows, typed):
    typed |= {"cells": "8", "members": "10", "committee": "14"}
    shown = one.post("/hoat-dong/dang-bo/moi/", typed).content.decode()
    assert "Không quá số đảng viên: 10" in shown
    assert "Số liệu ngày này đã có trong sổ" in shown


def test_a_remedy_goes_its_way(one, rows, ha, units):
    row = rows["limitation"]
    due = written(days_after(TODAY(), 9))
    typed = {"text": "Lập lịch công khai", "unit": "van-phong", "due_on": due}
    at = row.get_absolute_url()
    assert b'action="./"' not in one.get(f"{at}giao-khac-phuc/").content
    client_of(ha).post(f"{at}giao-khac-phuc/", typed)
    assert "Lập lịch công khai" in one.get(at).content.decode()
    assert "Lập lịch công khai" in one.get("/hoat-dong/han-che/").content.decode()
    one.post(f"{at}ghi-da-khac-phuc/", {"resolved_on": written(TODAY()), "result": "Xong"})
    assert Limitation.objects.get().stage == "done"


def test_a_dialogue_shows_questions_and_what_was_promised(one, rows):
    at = rows["dialogue"].get_absolute_url()
    one.post(f"{at}ghi-cau-hoi/", {"text": "Khi nào chi trả?", "answer": "Ngày 5"})
    one.post(f"{at}ghi-cam-ket/", {"text": "Chi trả tại nhà", "unit": "van-phong",
                                   "due_on": written(days_after(TODAY(), 3))})  # fmt: skip
    shown = one.get(at).content.decode()
    assert "Khi nào chi trả?" in shown
    assert "Chi trả tại nhà" in shown
    promise = rows["dialogue"].promises.get()
    one.post(f"{at}ghi-da-thuc-hien-cam-ket/", {
        "promise": promise.pk, "kept_on": written(TODAY()), "result": "Đã chi trả"
    })  # fmt: skip
    assert "Đã thực hiện 1 cam kết" in one.get("/hoat-dong/doi-thoai/").content.decode()


def test_an_unknown_task_is_told_at_its_field(one, typed, office, units):
    typed |= {"way": "lop", "audience": "can-bo", "times": "1", "share": "KH-2026-0099-1-1"}
    shown = one.post("/hoat-dong/tuyen-truyen/moi/", typed).content.decode()
    assert "Không có nhiệm vụ số KH-2026-0099-1-1" in shown


def test_their_pages_speak_vietnamese(one, rows, subtests):
    for register in REGISTERS:
        at = rows[register.noun].get_absolute_url()
        steps = [f"{at}{step.path}/" for step in register.model.workflow if step.sources]
        for address in (register.url, f"{register.url}moi/", at, *steps):
            with subtests.test(address):
                words = shown(one.get(address).content)
                assert english(words) | never(words) == set()
