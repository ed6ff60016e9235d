"""The board's pages: each opens, steps are taken by their forms, statements are bounded."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from docx import Document

from democracy.models import (
    BoardInspection,
    BoardProgramme,
    BoardRecommendation,
    BoardReport,
    BoardRequest,
    BoardTerm,
)
from democracy.obligations import board as duties
from portal.periods import Year
from portal.statistics import figure
from portal.working_days import days_after
from tests.cast import client_of
from tests.democracy.board.conftest import HOME, elected

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
AT = "/dan-chu/thanh-tra-nhan-dan"
PARTS = dict.fromkeys(
    ("purpose", "demands", "contents", "times", "funding", "carrying_out"), "Đủ phần"
)


@pytest.fixture
def now(khanh, colleagues, body, units, hoa, representative, office, fields) -> BoardTerm:
    """A board that was elected today, and recognised."""
    one = elected(khanh, body, units[HOME], elected_on=TODAY())
    for user in (khanh, *colleagues[:2]):
        one.fill_seat(by=khanh, on=TODAY(), user=user, since=TODAY())
    one.recognise(by=representative, on=TODAY(), recognised_on=TODAY(), recognition="05/QĐ-CĐCS")
    return one


@pytest.fixture
def asked(now, khanh) -> BoardRecommendation:
    return BoardRecommendation.send_recommendation(
        by=khanh, on=TODAY(), term=now, title="Niêm yết bảng chi", received_on=TODAY()
    )


@pytest.fixture
def planned(now, khanh, units) -> BoardInspection:
    return BoardInspection.plan_inspection(
        by=khanh, on=TODAY(), term=now, inspected=units[HOME], title="Công khai", plan="Xem sổ",
        starts_on=days_after(TODAY(), 30), ends_by=days_after(TODAY(), 33),
    )  # fmt: skip


@pytest.fixture
def board(khanh):
    return client_of(khanh)


def text(answer) -> str:
    return answer.content.decode()


def day(value: date) -> str:
    return f"{value:%d/%m/%Y}"


# begun by forms


def test_the_board_writes_down_its_election_and_members(khanh, body, units, colleagues, office):
    board = client_of(khanh)
    typed = {"body": body.code, "unit": HOME, "elected_on": day(TODAY()), "staff": "7",
             "places": "3"}  # fmt: skip
    answer = board.post(f"{AT}/nhiem-ky/moi/", typed)
    assert answer.status_code == 422
    assert "từ 7 người trở xuống không lập Ban" in text(answer)
    board.post(f"{AT}/nhiem-ky/moi/", typed | {"staff": "8"})
    term = BoardTerm.objects.get()
    typed = {"user": "dao", "office": "uy-vien", "since": day(TODAY())}
    board.post(f"{term.get_absolute_url()}ghi-thanh-vien/", typed)
    assert term.members.get().user == colleagues[0]
    assert "Lê Thị Đào: quản trị hệ thống chưa ghi" in text(board.get(term.get_absolute_url()))


def test_the_programme_has_six_parts_and_is_known_when_it_is_issued(now, board, hoa):
    typed = {"term": now.code, "period_code": Year.containing(TODAY()).code, **PARTS}
    answer = board.post(f"{AT}/chuong-trinh/moi/", typed | {"funding": ""})
    assert answer.status_code == 422
    assert "Đủ phần" in text(answer)
    board.post(f"{AT}/chuong-trinh/moi/", typed)
    at = BoardProgramme.objects.get().get_absolute_url()
    head = client_of(hoa)
    assert head.get(at).status_code == 404
    board.post(f"{at}ban-hanh-chuong-trinh/", {})
    assert head.get(at).status_code == 200
    board.post(f"{at}dieu-chinh-chuong-trinh/", PARTS | {"reason": "Thêm việc", "times": "Quý IV"})
    assert BoardProgramme.objects.get().adjusted_because == "Thêm việc"


def test_an_inspection_is_announced_held_and_told_in_writing(planned, board):
    at = planned.get_absolute_url()
    answer = board.post(f"{at}thong-bao-cho-don-vi/", {"told_representative": "khong"})
    assert answer.status_code == 422
    assert "ghi lý do" in text(answer)
    board.post(f"{at}thong-bao-cho-don-vi/", {"told_representative": "co"})
    BoardInspection.objects.update(starts_on=TODAY())
    paper = SimpleUploadedFile("ket-qua.pdf", b"%PDF-1.4\n%%EOF", "application/pdf")
    board.post(f"{at}ghi-ket-qua-kiem-tra/", {"results": "Đủ", "file_sent": paper})
    assert board.get(f"{at}tep/").status_code == 200
    assert f"{AT}/kien-nghi/moi/?inspection={planned.code}" in text(board.get(at))


def test_the_head_answers_in_sight_of_the_staff(asked, hoa, colleagues, minh):
    at = asked.get_absolute_url()
    assert "Còn" in text(client_of(colleagues[2]).get(at))
    assert client_of(minh).get(at).status_code == 404
    head = client_of(hoa)
    assert "Gửi lại kiến nghị" not in text(head.get(at))
    head.post(f"{at}tra-loi-kien-nghi/", {"outcome": "tiep-thu", "answer": "Niêm yết tuần này"})
    page = text(client_of(colleagues[2]).get(at))
    assert "Niêm yết tuần này" in page


def test_what_the_board_begins_is_begun_within_its_own_term(asked, board, units):
    answer = board.post(
        f"{AT}/kien-nghi/moi/",
        {"term": "BTT-1999-0001", "title": "Việc", "received_on": day(TODAY())},
    )
    assert answer.status_code == 422
    assert BoardRecommendation.objects.count() == 1


def test_staff_ask_the_board_and_read_its_answer(now, colleagues, board, hoa):
    dao = client_of(colleagues[0])
    dao.post(f"{AT}/de-nghi/moi/", {"term": now.code, "title": "Chấm công", "text": "Xin xem"})
    at = BoardRequest.objects.get().get_absolute_url()
    board.post(f"{at}tra-loi-nguoi-de-nghi/", {"answer": "Đã đủ công"})
    assert "Đã đủ công" in text(dao.get(at))
    assert client_of(hoa).get(at).status_code == 404


def test_a_planned_inspection_is_not_told_to_who_asked(now, planned, board, colleagues, khanh):
    asked = BoardRequest.ask_board(
        by=colleagues[0], on=TODAY(), term=now, title="Chấm công", text="Xin xem"
    )
    asked.join_inspection(by=khanh, on=TODAY(), inspection=planned)
    at = asked.get_absolute_url()
    assert planned.code in text(board.get(at))
    assert planned.code not in text(client_of(colleagues[0]).get(at))


def test_a_report_freezes_its_figures_when_it_is_sent(asked, now, board, khanh):
    period = Year.containing(TODAY()).code
    typed = {"term": now.code, "period": period, "results": "Họp hai lần"}
    board.post(f"{AT}/bao-cao/moi/", typed)
    report = BoardReport.objects.get()
    assert report.figures_now()["recommendations"] == 1
    board.post(f"{report.get_absolute_url()}gui-bao-cao/", {})
    asked.delete()
    assert BoardReport.objects.get().figures_now()["recommendations"] == 1
    paper = board.get(f"{report.get_absolute_url()}van-ban/")
    words = [row.text for row in Document(BytesIO(b"".join(paper.streaming_content))).paragraphs]
    assert "- Kiến nghị đã gửi người đứng đầu: 1;" in words
    assert "Họp hai lần" in words


def test_a_day_beyond_the_calendar_is_a_sentence_not_a_fault(now, board):
    typed = {"term": now.code, "kind": "kiem-tra", "inspected": HOME, "title": "Việc",
             "plan": "Xem", "starts_on": "31/12/9999", "ends_by": "31/12/9999"}  # fmt: skip
    assert board.post(f"{AT}/kiem-tra/moi/", typed).status_code in (302, 422)


def test_days_that_were_asked_for_are_asked_for(now, board):
    answer = board.post(f"{AT}/bao-cao/moi/", {"term": now.code, "period": "yeu-cau"})
    assert answer.status_code == 422
    assert text(answer).count("Ghi ngày của kỳ báo cáo") >= 2


# read


@pytest.mark.parametrize(
    "address",
    ["/", "/kien-nghi/?xem=cho-tra-loi", "/kien-nghi/?xem=qua-han&q=bang", "/kiem-tra/?xem=planned",
     "/de-nghi/?xem=cho", "/nhiem-ky/moi/", "/chuong-trinh/moi/", "/bao-cao/moi/",
     "/de-nghi/nhan-truc-tiep/"],
)  # fmt: skip
def test_the_page_opens(address, asked, planned, board):
    assert board.get(AT + address).status_code == 200


def test_three_empty_pages_say_three_things(now, board, khanh, quantri):
    assert "Chưa có kiến nghị nào" in text(board.get(f"{AT}/kien-nghi/"))
    BoardRecommendation.send_recommendation(
        by=khanh, on=TODAY(), term=now, title="Niêm yết", received_on=TODAY()
    )
    assert "Không có dòng nào khớp" in text(board.get(f"{AT}/kien-nghi/?q=khong-co-dau"))
    assert "Tài khoản quản trị" in text(client_of(quantri).get(f"{AT}/kien-nghi/"))


def statements(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as asked_for:
        assert client.get(address).status_code == 200
    return len(asked_for)


def test_more_rows_need_no_more_statements(asked, planned, board, khanh, now):
    pages = (f"{AT}/", f"{AT}/kien-nghi/", f"{AT}/kiem-tra/", now.get_absolute_url())
    before = [statements(board, page) for page in pages]
    for n in range(8):
        BoardRecommendation.send_recommendation(
            by=khanh, on=TODAY(), term=now, title=f"Việc {n}", received_on=TODAY()
        )
        BoardInspection.plan_inspection(
            by=khanh, on=TODAY(), term=now, inspected=now.unit, title=f"Việc {n}", plan="Xem",
            starts_on=days_after(TODAY(), 40), ends_by=days_after(TODAY(), 41),
        )  # fmt: skip
    assert [statements(board, page) for page in pages] == before
    assert max(before) <= 24


# duties and figures


def test_what_is_owed_stands_among_the_duties(asked, now, units):
    year, of = TODAY().year, {"year": TODAY().year, "as_of": TODAY()}
    (owed,) = duties.answers([units[HOME]], **of)
    assert (owed.unit, owed.due, owed.done_on) == (units[HOME], asked.due_on, None)
    (known,) = duties.recognitions([units[HOME]], **of)
    assert known.done_on == TODAY()
    (bare,) = duties.elections([units[HOME], units["so"]], **of)
    assert (bare.unit, bare.what) == (units["so"], "Bầu Ban Thanh tra nhân dân")
    assert all(row.due.year in (year, year + 1) for row in duties.reports([units[HOME]], **of))


def test_an_unannounced_inspection_is_owed_for_boards_eyes_only(planned, units, khanh):
    def owed():
        of = {"year": planned.notify_due.year, "as_of": TODAY()}
        (row,) = duties.notices([units[HOME]], **of)
        return row

    assert owed().readers == ("inspection_board",)
    planned.notify(by=khanh, on=TODAY(), told_representative=True)
    assert (owed().readers, owed().done_on) == ((), TODAY())


def test_a_figure_is_as_many_as_the_list_it_opens(asked, board):
    year = Year.containing(TODAY())
    told = figure("board_recommendations")
    assert told.value(year, unit=HOME) == 1
    assert asked.code in text(board.get(told.rows(year, unit=HOME)))
