"""Work in parts and work that recurs has rounds; words of time are read, then compared."""

from datetime import date

import pytest

from portal.workflow import Refused
from tests.cast import client_of
from tests.portal.planning.conftest import DRAFTED, SENT, SIGNED

PARTS = [
    {"start": "2026-06-01", "due": "2026-06-15"},
    {"start": "2026-10-01", "due": "2026-10-15"},
]


@pytest.fixture
def sent(draft, tuan, ha, mai, units):
    """A quarterly report and one in two parts, both of the centre."""
    unit = units["dich-vu-viec-lam"]
    draft.add_task(by=tuan, on=DRAFTED, ref="II.3", text="Báo cáo quý", raw_time="Hằng quý",
                   time_kind="recurring", recurs="QUARTERLY", lead_unit=unit)  # fmt: skip
    draft.add_task(by=tuan, on=DRAFTED, ref="II.4", text="Tập huấn hai đợt", raw_time="Đợt 1, 2",
                   time_kind="multi", parts=PARTS, lead_unit=unit)  # fmt: skip
    draft.issue(by=ha, on=SIGNED)
    draft.send_out(by=mai, on=SENT, number="12", symbol="KH-S", dated_on=SIGNED)
    return draft


def test_a_quarterly_report_has_the_quarters_left_in_the_plan_and_no_day_of_ours(sent):
    rounds = sent.shares.get(task__ref="II.3").occurrences.order_by("start")
    assert [row.label for row in rounds] == [
        "Quý II năm 2026", "Quý III năm 2026", "Quý IV năm 2026"
    ]  # fmt: skip
    assert {row.due for row in rounds} == {None}


def test_a_task_in_parts_has_a_round_for_each_with_its_days(sent):
    rounds = sent.shares.get(task__ref="II.4").occurrences.all()
    assert [(row.label, row.due) for row in rounds] == [
        ("Đợt 1", date(2026, 6, 15)), ("Đợt 2", date(2026, 10, 15))
    ]  # fmt: skip


def test_each_round_is_reported_once(sent, khanh):
    share = sent.shares.get(task__ref="II.4")
    first = share.occurrences.first()
    share.report_round(by=khanh, on=date(2026, 6, 10), occurrence=first, text="25 người dự")
    assert (share.percent, share.stage) == (50, "doing")
    with pytest.raises(Refused, match="đã báo cáo"):
        share.report_round(by=khanh, on=date(2026, 6, 11), occurrence=first, text="Lần nữa")


def test_a_round_is_reported_on_its_page(sent, khanh, office):
    share = sent.shares.get(task__ref="II.3")
    address = f"{share.get_absolute_url()}bao-cao-ky-dot/"
    assert "Quý II năm 2026" in client_of(khanh).get(address).content.decode()
    typed = {"occurrence": share.occurrences.first().pk, "text": "Đã gửi báo cáo số 15"}
    client_of(khanh).post(address, typed)
    assert share.occurrences.filter(result="Đã gửi báo cáo số 15").count() == 1


@pytest.mark.parametrize(
    ("words", "kind", "due"),
    [
        ("Chậm nhất trong quý II năm 2026", "deadline", date(2026, 6, 30)),
        ("Thường xuyên", "continuous", date(2026, 12, 31)),
        ("Hằng quý", "recurring", None),
        ("", "none", None),
    ],
)
def test_words_of_time_alone_are_read_and_marked_for_comparison(
    draft, tuan, office, words, kind, due
):
    address = f"{draft.get_absolute_url()}them-nhiem-vu/"
    client_of(tuan).post(address, {"text": "Việc mới", "raw_time": words})
    task = draft.tasks.get(text="Việc mới")
    assert (task.time_kind, task.due, task.time_confirmed) == (kind, due, not words)


def test_a_date_that_was_typed_is_taken_as_typed(draft, tuan, office):
    address = f"{draft.get_absolute_url()}them-nhiem-vu/"
    typed = {"text": "Việc mới", "raw_time": "Quý II", "due": "15/6/2026"}
    client_of(tuan).post(address, typed)
    task = draft.tasks.get(text="Việc mới")
    assert (task.due, task.time_kind, task.time_confirmed) == (date(2026, 6, 15), "deadline", True)


def test_no_plan_is_signed_before_its_times_were_compared(draft, tuan, ha, office):
    client_of(tuan).post(
        f"{draft.get_absolute_url()}them-nhiem-vu/", {"text": "Việc", "raw_time": "Quý III"}
    )
    with pytest.raises(Refused, match="1 nhiệm vụ chưa đối chiếu"):
        draft.issue(by=ha, on=SIGNED)
    page = client_of(tuan).get(f"{draft.get_absolute_url()}xac-nhan-thoi-gian/").content.decode()
    assert "đến hết 30/9/2026" in page
    draft.confirm_times(by=tuan, on=SIGNED)
    draft.issue(by=ha, on=SIGNED)
    assert draft.stage == "signed"


def test_continuous_work_is_not_counted_down(draft, tuan, ha, mai, units):
    draft.add_task(by=tuan, on=DRAFTED, text="Công khai", time_kind="continuous",
                   due=date(2026, 12, 31), lead_unit=units["lao-dong"])  # fmt: skip
    draft.issue(by=ha, on=SIGNED)
    draft.send_out(by=mai, on=SENT, number="12", symbol="KH-S", dated_on=SIGNED)
    share = draft.shares.get(task__text="Công khai")
    assert share.standing(as_of=date(2026, 12, 30)).words == "Thường xuyên"
    assert share.standing(as_of=date(2027, 1, 4)).late
