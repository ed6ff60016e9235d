"""Crowds, prolonged cases, hot spots: dated, with a reason and a name; the target is 0."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.workflow import Refused
from tests.cast import client_of, person, place

ON = date(2026, 7, 20)
LIST = "/vu-viec/diem-nong/"


@pytest.fixture
def hot(accepted, binh, minh, ha):
    def flag(case=None, kind="diem_nong"):
        case = case or accepted()
        case.flag(by=ha, on=ON, kind=kind, reason="Hai mươi người chờ ở cổng.", answerable=minh)
        return case

    return flag


def test_a_flag_stands_until_it_is_lifted_with_a_reason(hot, ha):
    case = hot()
    flag = case.flags.get()
    case.lift_flag(by=ha, on=date(2026, 8, 3), flag=flag, reason="Đã đối thoại xong.")
    flag.refresh_from_db()
    assert (flag.since, flag.lifted_on, flag.lifted_by) == (ON, date(2026, 8, 3), ha)
    assert case.workflow["lift_flag"].missing(case).endswith("vụ việc không trong diện nào.")


def test_one_flag_of_a_kind_at_a_time(hot):
    case = hot()
    with pytest.raises(Refused, match="đang trong diện điểm nóng"):
        hot(case)
    hot(case, "keo_dai")
    assert case.flags.count() == 2


def test_an_officer_does_not_flag(accepted, minh):
    with pytest.raises(Refused, match="lãnh đạo"):
        accepted().flag(by=minh, on=ON, kind="keo_dai", reason="x", answerable=minh)


def test_the_list_names_who_answers_and_the_case_page_says_it(hot, ha, minh):
    case = hot()
    page = client_of(ha).get(LIST).content.decode()
    assert "Còn <b>1</b> lượt theo dõi; mục tiêu là 0" in page
    assert f"<b>{minh}</b>" in page
    assert "Điểm nóng từ 20/7/2026" in client_of(ha).get(case.get_absolute_url()).content.decode()


def test_the_target_is_reached(accepted, ha):
    accepted()
    assert "đạt mục tiêu 0" in client_of(ha).get(LIST).content.decode()


def test_what_one_may_not_see_is_not_on_the_list(hot, units, quantri):
    case = hot()
    other = person("kien", "Phùng Trung Kiên")
    place(other, "officer", unit=units["lao-dong"])
    assert case.code not in client_of(other).get(LIST).content.decode()
    assert "dành cho người xử lý đơn" in client_of(quantri).get(LIST).content.decode()


def statements(user, address):
    browser = client_of(user)
    browser.get(address)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        browser.get(address)
    return len(asked)


def test_the_list_asks_the_same_of_one_and_of_many(hot, accepted, ha):
    hot()
    one = statements(ha, LIST)
    for _ in range(4):
        hot(accepted(ON))
    assert statements(ha, LIST) == one


def test_flagging_through_the_page(accepted, ha, minh):
    case = accepted()
    address = f"{case.get_absolute_url()}dua-vao-dien-theo-doi/"
    missing = client_of(ha).post(address, {"kind": "keo_dai"})
    assert missing.status_code == 422
    assert "Chưa nhập lý do" in missing.content.decode()
    sent = {"kind": "keo_dai", "reason": "Gửi lần thứ tư.", "answerable": "minh"}
    assert client_of(ha).post(address, sent).status_code == 302
    assert case.flags.get().answerable == minh
