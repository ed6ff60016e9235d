"""What a session concluded: announced, numbered, scanned, carried out."""

import re
from datetime import date
from io import BytesIO

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

from citizens.words.conclusion import recipients_of
from portal.instructions import instruct
from tests.cast import client_of
from tests.citizens.reception import a_place, a_session
from tests.citizens.visits import enter
from tests.portal.specimens import pdf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("office", "fields")]
DAY, LATER = date(2026, 8, 20), date(2026, 8, 24)


@pytest.fixture(autouse=True)
def monday():
    with time_machine.travel("2026-08-24 09:00+07:00", tick=False):
        yield


@pytest.fixture
def session(lan, ha):
    made = a_session(lan, ha, place=a_place())
    made.write_conclusion(by=lan, on=DAY, text="1. Ghi nhận.\n2. Giao Phòng trả lời.")
    return made


@pytest.fixture
def announced(session, ha):
    session.announce(by=ha, on=DAY)
    return session


def task(session, ha, units, due_on=date(2026, 9, 4)):
    unit = units["nguoi-co-cong"]
    return instruct(by=ha, on=DAY, text="Trả lời.", unit=unit, due_on=due_on, subject=session)


def page(user, address) -> str:
    response = client_of(user).get(address)
    assert response.status_code == 200
    return response.content.decode()


def send_out(mai, session, **typed):
    told = {"number": "9", "dated_on": "24/8/2026", "version": session.version}
    return client_of(mai).post(f"{session.get_absolute_url()}phat-hanh/", told | typed)


# to whom


def test_it_goes_to_those_received_and_to_the_units_with_tasks(session, ha, units):
    task(session, ha, units)
    assert recipients_of(session).splitlines() == [
        "- Công dân đã được tiếp;",
        "- Phòng Người có công;",
        "- Lưu: VT, TCD.",
    ]


def test_it_is_put_up_only_where_many_came_about_one_content(session, lan):
    visit = {"kind": "dinh_ky", "host": "thu_truong", "on": DAY, "received_on": DAY}
    enter(lan, **visit)
    assert "Niêm yết" not in recipients_of(session)
    enter(lan, people=6, **visit)
    assert "- Niêm yết tại nơi tiếp công dân;" in recipients_of(session)


# its number, its scan, its Word form


def test_the_clerk_numbers_it_with_its_recipients_and_its_signed_scan(announced, mai, lan):
    scan = SimpleUploadedFile("thong-bao.pdf", pdf(), "application/pdf")
    response = send_out(mai, announced, recipients="- Như trên;", scan=scan)
    assert response.status_code == 302
    announced.conclusion.refresh_from_db()
    notice = announced.conclusion
    assert (notice.number, notice.recipients) == ("9/TB-SLĐTBXH", "- Như trên;")
    assert f"/tep/{notice.scan_id}/" in page(lan, announced.get_absolute_url())
    assert client_of(lan).get(f"/tep/{notice.scan_id}/").status_code == 200


def test_the_scan_is_for_those_who_see_the_session(announced, mai, minh):
    scan = SimpleUploadedFile("thong-bao.pdf", pdf(), "application/pdf")
    send_out(mai, announced, scan=scan)
    announced.conclusion.refresh_from_db()
    assert client_of(minh).get(f"/tep/{announced.conclusion.scan_id}/").status_code == 404


def test_a_number_is_given_once_a_year(announced, mai, lan, ha):
    send_out(mai, announced)
    other = a_session(lan, ha, date=date(2026, 8, 21))
    other.write_conclusion(by=lan, on=date(2026, 8, 21), text="Ghi nhận.")
    other.announce(by=ha, on=date(2026, 8, 21))
    response = send_out(mai, other, recipients="- Như trên;")
    assert response.status_code == 422
    assert "đã ghi cho thông báo kết luận buổi tiếp 20/8/2026" in response.content.decode()
    assert "- Như trên;</textarea>" in response.content.decode()


def test_the_word_form_says_what_the_sheet_says(announced, lan):
    response = client_of(lan).get(f"{announced.get_absolute_url()}van-ban/word/")
    document = Document(BytesIO(b"".join(response.streaming_content)))
    cells = [cell.text for table in document.tables for cell in table.rows[0].cells]
    words = "\n".join([*(each.text for each in document.paragraphs), *cells])
    for part in ("THÔNG BÁO", "2. Giao Phòng trả lời.", "Lưu: VT, TCD.", "GIÁM ĐỐC", "Phạm Thị Hà"):
        assert part in words
    assert "Số: ……/TB-SLĐTBXH" in words


def test_a_deputy_signs_in_the_directors_place(lan, dung):
    made = a_session(lan, dung)
    made.write_conclusion(by=lan, on=DAY, text="Ghi nhận.")
    made.announce(by=dung, on=DAY)
    sheet = page(lan, f"{made.get_absolute_url()}van-ban/")
    assert re.search(r"KT\. GIÁM ĐỐC</b><br><b>PHÓ GIÁM ĐỐC", sheet)


def test_there_is_no_sheet_before_the_approval(session, lan):
    for more in ("van-ban/", "van-ban/word/"):
        assert client_of(lan).get(f"{session.get_absolute_url()}{more}").status_code == 404


# until it is done


def told(user, more="") -> list[str]:
    return re.findall(
        r'<span class="tag[^"]*">([^<]+)</span></td></tr>', page(user, f"/tiep-dan/ket-luan/{more}")
    )


def test_it_is_followed_from_the_approval_to_the_last_task(session, lan, ha, binh, mai, units):
    row = task(session, ha, units, due_on=date(2026, 8, 21))
    assert told(lan) == ["Chưa duyệt thông báo; 0/1 việc đã xong, 1 việc quá hạn"]
    session.announce(by=ha, on=DAY)
    send_out(mai, session)
    assert told(lan) == ["0/1 việc đã xong, 1 việc quá hạn"]
    row.reported_by, row.reported_on = binh, LATER
    row.save()
    assert told(lan) == ["0/1 việc đã xong, 1 việc chờ kết thúc"]
    row.close(by=ha, on=LATER)
    assert told(lan) == []
    assert told(lan, "?xem=da-xong") == ["Đã thực hiện xong"]


def test_whoever_sees_no_session_follows_none(session, lan, minh, quantri):
    assert len(told(lan)) == 1
    assert told(minh) == []
    assert "Đồng chí không theo dõi buổi tiếp nào" in page(quantri, "/tiep-dan/ket-luan/")


def test_an_unknown_part_of_the_list_is_told(lan):
    assert client_of(lan).get("/tiep-dan/ket-luan/?xem=gi").status_code == 400


def test_the_list_is_read_in_few_statements(session, lan, ha, units, django_assert_max_num_queries):
    for number in range(4):
        made = a_session(lan, ha, date=date(2026, 8, 4 + number))
        made.write_conclusion(by=lan, on=DAY, text="Ghi nhận.")
        task(made, ha, units)
    client = client_of(lan)
    client.get("/tiep-dan/ket-luan/")
    with django_assert_max_num_queries(14):
        client.get("/tiep-dan/ket-luan/")
