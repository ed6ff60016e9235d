"""What a decision orders is written row by row, carried out, and kept in sight until it is done."""

from datetime import date

import pytest

from citizens.desk.rows import work
from citizens.models import Execution
from portal.attachments import File
from portal.workflow import Refused
from tests.cast import client_of
from tests.citizens.conftest import number
from tests.citizens.executing import COUNTS, EFFECT, LATE, done


def test_the_five_days_run_from_the_effect_until_the_order_is_dated(effective, ha, mai):
    case = effective()
    running = case.clocks.open().get(rule="KN_THI_HANH")
    assert (running.started_on, running.due) == (EFFECT, date(2026, 9, 11))
    case.enforce(by=ha, on=EFFECT, draft="Yêu cầu thi hành.")
    number(case, mai, "vb_thi_hanh", date(2026, 9, 8), "9/SLĐTBXH-NCC")
    assert case.clocks.get(rule="KN_THI_HANH").stopped_on == date(2026, 9, 8)


def test_a_decision_without_effect_is_not_ordered_to_be_carried_out(effective, ha):
    with pytest.raises(Refused, match="chưa có hiệu lực"):
        effective().enforce(by=ha, on=date(2026, 9, 3), draft="…")


def test_the_desk_names_the_order_then_the_result_then_the_end(owed, ha, mai, minh):
    case, execution = owed()

    def next_act():
        return [row.act for row in work(minh, on=LATE) if row.code == case.code]

    assert next_act() == ["Trình chỉ đạo thi hành quyết định"]
    case.enforce(by=ha, on=EFFECT, draft="Yêu cầu thi hành.")
    number(case, mai, "vb_thi_hanh", EFFECT, "9/SLĐTBXH-NCC")
    assert next_act() == ["Ghi kết quả thi hành"]
    done(case, minh, execution, amount=12)
    assert next_act() == ["Kết thúc vụ việc"]


def test_what_is_not_carried_out_in_time_is_late_on_desk_and_lists(owed, minh, ha, mai):
    case, _ = owed()
    case.enforce(by=ha, on=EFFECT, draft="Yêu cầu thi hành.")
    number(case, mai, "vb_thi_hanh", EFFECT, "9/SLĐTBXH-NCC")
    (row,) = [row for row in work(minh, on=LATE) if row.code == case.code]
    assert (row.due_on, row.late) == (date(2026, 9, 18), True)
    assert [each.code for each in type(case).objects.overdue(as_of=LATE)] == [case.code]


def test_money_is_given_back_in_parts_and_never_more_than_was_ordered(owed, minh):
    case, execution = owed()
    done(case, minh, execution, amount=5, document="UNC 12")
    assert (execution.done_on, execution.left) == (None, 7)
    with pytest.raises(Refused, match="Chỉ còn 7 triệu đồng"):
        done(case, minh, execution, amount=8)
    done(case, minh, execution, amount=7)
    assert execution.done_on == EFFECT


def test_the_case_ends_when_nothing_is_left_to_carry_out(owed, minh):
    case, execution = owed()
    with pytest.raises(Refused, match="còn 1 nội dung chưa thi hành xong"):
        case.close(by=minh, on=LATE)
    done(case, minh, execution, amount=12)
    case.close(by=minh, on=LATE)
    assert case.closed_on == LATE


def test_people_are_counted_and_whoever_writes_says_when_it_is_done(owed, minh):
    case, execution = owed("xu_ly", people=2)
    done(case, minh, execution, people=1, officials=1)
    assert execution.done_on is None
    done(case, minh, execution, people=1, finished=True)
    assert execution.done_on == EFFECT
    with pytest.raises(Refused, match="không được lớn hơn"):
        case.add_execution(by=minh, on=LATE, what="xu_ly", unit=execution.unit,
                           **COUNTS | {"officials": 1})  # fmt: skip


def test_who_is_not_in_charge_writes_nothing(owed, lan):
    case, execution = owed()
    with pytest.raises(Refused, match="không được phân công"):
        done(case, lan, execution, amount=1)


def test_a_row_by_mistake_goes_while_nothing_was_done(owed, minh):
    case, execution = owed()
    case.drop_execution(by=minh, on=EFFECT, execution=execution, reason="Ghi nhầm")
    assert not Execution.objects.exists()


def test_the_pages_keep_what_was_typed_and_show_what_is_left(owed, minh):
    case, execution = owed()
    browser, at = client_of(minh), case.get_absolute_url()
    answer = browser.post(f"{at}ghi-ket-qua-thi-hanh/", {"execution": execution.pk, "amount": "x"})
    assert answer.status_code == 422
    typed = {"execution": execution.pk, "amount": "4,5", "done_on": "18/9/2026", "words": "Đã chi."}
    assert browser.post(f"{at}ghi-ket-qua-thi-hanh/", typed).status_code == 302
    page = browser.get(at).content.decode()
    assert "Trả lại tiền cho tổ chức, cá nhân: <b>12 triệu đồng</b>" in page
    assert "Đã thi hành 4,5 triệu đồng, còn 7,5 triệu đồng" in page


def test_the_proof_is_a_file_of_the_case(owed, minh):
    case, execution = owed()
    file = File.objects.create(name="unc.pdf", size=1, by=minh)
    done(case, minh, execution, amount=1, file=file, document="UNC 12")
    assert [each.title for each in case.attachments.all()] == ["UNC 12"]
