"""What is wrong in a policy: said, sent, answered; and what supervising bodies see and ask."""

from datetime import date

import pytest

from citizens.models import Case, PolicyIssue, SupervisionRemark
from citizens.views.supervision import veiled
from portal.workflow import Refused
from tests.cast import client_of, person, place

ON = date(2026, 8, 5)
LIST = "/phan-anh-chinh-sach/"
WATCHED = "/giam-sat/"


@pytest.fixture
def issue(settled, minh):
    case = settled()
    return PolicyIssue.raise_issue(
        by=minh, on=ON, cases=[case], issue="Thông tư chưa nói rõ hồ sơ thay thế.", proposal=""
    )


def test_an_issue_goes_its_way_and_keeps_its_history(issue, minh, settled):
    facts = {"addressee": "Bộ Nội vụ", "number": "12/SLĐ", "dated_on": ON}
    issue.follow_up(by=minh, on=ON, cases=issue.cases.all(), **facts)
    assert issue.standing == "Đã gửi, chờ kết quả"
    page = client_of(minh).get(issue.get_absolute_url()).content.decode()
    assert "Bộ Nội vụ" in page
    assert issue.cases.get().code in page
    assert "Cập nhật" in page


def test_it_is_written_through_the_page(minh, settled):
    case = settled()
    sent = {"issue": "Mức trợ cấp cũ.", "cases": case.code.lower(), "number": "", "addressee": ""}
    answer = client_of(minh).post(f"{LIST}moi/", sent)
    assert answer.status_code == 302
    assert PolicyIssue.objects.get().code.startswith("KNCS-")
    assert list(PolicyIssue.objects.get().cases.all()) == [Case.objects.get()]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"issue": ""}, "Chưa nhập vướng mắc"),
        ({"cases": "KN-2026-9999"}, "Không thấy vụ việc KN-2026-9999"),
        ({"number": "12"}, "ghi đủ nơi gửi, số và ngày"),
        ({"result": "Đã sửa."}, "ghi cùng nhau"),
        ({"result": "Đã sửa.", "answered_on": "01/08/2026"}, "không trước ngày văn bản"),
        ({"dated_on": "31/02/2026"}, "Chưa hiểu ngày văn bản"),
    ],
)
def test_bad_input_is_told_at_its_field_and_kept(minh, office, typed, words):
    answer = client_of(minh).post(f"{LIST}moi/", {"issue": "Mức cũ."} | typed)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert words in page
    assert all(value in page for value in typed.values())


def test_the_list_has_three_empty_states(minh, quantri, issue):
    assert "Không có mục nào ở phần này" in client_of(minh).get(f"{LIST}?phan=co-ket-qua").text
    assert "dành cho người xử lý" in client_of(quantri).get(LIST).text
    assert issue.code in client_of(minh).get(LIST).text
    assert client_of(minh).get(f"{LIST}?phan=x").status_code == 400
    assert client_of(quantri).get(issue.get_absolute_url()).status_code == 404


def test_a_link_to_a_case_that_the_writer_does_not_see_stays(issue, units):
    other = person("kien", "Phùng Trung Kiên")
    place(other, "officer", unit=units["lao-dong"])
    browser, case = client_of(other), issue.cases.get()
    assert case.code not in browser.get(issue.get_absolute_url()).text
    browser.post(f"{issue.get_absolute_url()}cap-nhat/", {"issue": "Khác.", "cases": ""})
    assert list(issue.cases.all()) == [case]


def test_the_list_asks_the_same_of_one_and_of_many(issue, minh, few_statements):
    for _ in range(5):
        PolicyIssue.raise_issue(by=minh, on=ON, cases=[], issue="Thêm.")
    browser = client_of(minh)
    browser.get(LIST)
    with few_statements(12):
        browser.get(LIST)


# supervision


@pytest.fixture
def member(party_committee):
    user = person("uy-vien", "Lò Văn Pản", "man")
    place(user, "party_committee", body=party_committee)
    return user


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        ([("a", 9), ("b", 6)], [("a", 9), ("b", 6)]),
        ([("a", 9), ("b", 6), ("c", 1)], [("a", 9), ("Gộp: b, c", 7)]),
        ([("a", 9), ("b", 3), ("c", 3)], [("a", 9), ("Gộp: b, c", 6)]),
        ([("a", 9), ("b", 1), ("c", 1)], [("Gộp: a, b, c", 11)]),
        ([("a", 4), ("b", 1)], [("Gộp: a, b", 5)]),
    ],
)
def test_what_is_fewer_than_five_stands_with_others(rows, shown):
    assert veiled(rows) == shown


def test_a_quarter_with_few_cases_shows_nothing(settled, member, ha, minh):
    case = settled()
    page = client_of(member).get(WATCHED).text
    assert "dưới 5 vụ việc kết thúc" in page
    assert case.code not in page


def test_enough_cases_are_counted_without_a_name(feedback, binh, ha, member, mai, units):
    from tests.citizens.conftest import number

    for at in range(5):
        case = feedback()
        case.answer(by=ha, on=ON, conclusion="Đã lắp.")
        number(case, mai, "vb_tra_loi", ON, f"{at + 1}/SLĐTBXH")
    page = client_of(member).get(f"{WATCHED}?ky=2026-q3").text
    assert "5 vụ việc đã kết thúc" in page
    assert case.code not in page
    assert "Đinh Thị Thảo" not in page


def test_a_body_remarks_and_the_director_answers(member, ha, party_committee, office):
    answer = client_of(member).post(
        f"{WATCHED}?ky=2026-q3", {"body": "dang-uy", "text": "Nhiều vụ quá hạn."}
    )
    assert answer.status_code == 302
    remark = SupervisionRemark.objects.get()
    reply = client_of(ha).post(f"{WATCHED}{remark.pk}/tra-loi/", {"text": "Đã chấn chỉnh."})
    assert reply.status_code == 302
    assert "Đã chấn chỉnh." in client_of(member).get(f"{WATCHED}?ky=2026-q3").text


def test_others_neither_remark_nor_answer(member, minh, dung, party_committee):
    with pytest.raises(Refused):
        SupervisionRemark.remark(by=dung, on=ON, body=party_committee, period="2026-q2", text="x")
    remark = SupervisionRemark.remark(
        by=member, on=ON, body=party_committee, period="2026-q2", text="x"
    )
    with pytest.raises(Refused):
        remark.reply(by=dung, on=ON, text="y")
    assert client_of(minh).get(WATCHED).status_code == 404
    assert client_of(dung).get(f"{WATCHED}{remark.pk}/tra-loi/").status_code == 404


def test_an_unfinished_quarter_is_not_offered(member):
    for typed in ("2026", "2031-q1", "x"):
        assert client_of(member).get(f"{WATCHED}?ky={typed}").status_code == 400
