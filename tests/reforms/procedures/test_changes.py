"""A change from the instrument to the last day noted: five sorts, their last days, what is late."""

from datetime import date

import pytest

from portal.workflow import Refused
from portal.working_days import days_after
from reforms.models import Procedure, ProcedureArea, ProcedureChange
from tests.reforms.procedures.conftest import DAY, UNIT

pytestmark = pytest.mark.django_db
SIGNED = date(2026, 7, 10)  # a Friday
EFFECTIVE = date(2026, 8, 1)


@pytest.fixture
def changed(permit, phuong, units, calendar_as_delivered):
    def made(sort="sua-doi", procedures=(permit,), **facts):
        facts = {"promulgated_on": DAY, "effective_on": EFFECTIVE, "unit": units[UNIT]} | facts
        return ProcedureChange.open_change(
            by=phuong, on=DAY, sort=sort, title="Sửa đổi thủ tục cấp giấy phép lao động",
            because="Quyết định số 120/QĐ-BNV", procedures=procedures, **facts,
        )  # fmt: skip

    return made


def decided(change, by, **facts):
    facts = {"decision": "Quyết định số 512/QĐ-UBND", "signed_on": SIGNED} | facts
    change.note_decision(by=by, on=date(2026, 7, 30), **facts)
    return change


def test_signed_five_days_before_it_takes_effect(changed):
    assert changed().sign_by == date(2026, 7, 27)


def test_a_shortened_instrument_is_announced_within_three_days(changed):
    assert changed(shortened=True).sign_by == date(2026, 7, 9)


def test_entered_within_five_working_days_over_a_weekend(changed, phuong):
    change = decided(changed(), phuong)
    assert change.enter_by == date(2026, 7, 17)
    assert decided(changed(shortened=True, sort="bai-bo"), phuong).enter_by == date(2026, 7, 14)


@pytest.mark.parametrize(("days", "late"), [(0, 0), (1, 1), (3, 1), (4, 2)])
def test_one_day_after_the_last_is_late(changed, phuong, days, late):
    """The last day is a Friday: 17/7; Saturday is late already, Monday the first working day."""
    change = decided(changed(), phuong)
    done = days_after(change.enter_by, days)
    change.note_entry(by=phuong, on=done, done_on=done)
    told = {row.milestone.name: row.late_days for row in change.passed(as_of=done)}
    assert told["entered_on"] == late
    assert (change in ProcedureChange.objects.late_somewhere()) == bool(late)


def test_not_updated_in_time_until_every_step_is_taken(changed, phuong):
    change = decided(changed(), phuong)
    on, late = date(2026, 7, 30), ProcedureChange.objects.not_updated
    assert change not in late(as_of=date(2026, 7, 17))
    assert change in late(as_of=date(2026, 7, 18))
    for note in (change.note_entry, change.note_posting):
        note(by=phuong, on=on, done_on=on)
    assert change in late(as_of=on)
    change.note_process(by=phuong, on=on, done_on=on)
    assert change not in late(as_of=on)
    assert change.stage == "done"


def test_an_unsigned_change_is_late_after_its_day(changed):
    change = changed()
    change.drafted_on = DAY
    change.save()
    late = ProcedureChange.objects.not_updated
    assert [change in late(as_of=day) for day in (date(2026, 7, 27), date(2026, 7, 28))] == [
        False,
        True,
    ]


def test_an_amended_procedure_has_new_contents_from_its_day(changed, permit, phuong):
    decided(changed(), phuong)
    before, after = permit.versions.all()
    assert (before.closed_on, after.opened_on) == (EFFECTIVE, EFFECTIVE)
    assert after.decision == "Quyết định số 512/QĐ-UBND"
    assert [row.name for row in after.papers.all()] == ["Đơn đề nghị"]
    assert permit.version_on(date(2026, 7, 31)) == before
    assert permit.version_on(EFFECTIVE) == after


@pytest.mark.parametrize("sort", ["bai-bo", "huy-bo", "thay-the"])
def test_what_ends_is_closed_never_deleted(changed, permit, phuong, sort):
    decided(changed(sort), phuong)
    permit.refresh_from_db()
    assert (permit.stage, permit.closed_on) == ("closed", EFFECTIVE)
    in_force = [permit in Procedure.objects.in_force(as_of=day) for day in (SIGNED, EFFECTIVE)]
    assert in_force == [True, False]
    assert permit.version_on(EFFECTIVE) is not None


def test_what_replaces_it_is_named(changed, permit, phuong):
    successor = Procedure.enter_catalogue(
        by=phuong, on=DAY, code="1.014748", name="Hưởng trợ cấp", area=permit.area
    )
    change = changed("thay-the", procedures=())
    change.touch(by=phuong, on=DAY, procedure=permit, new_code="1.014748")
    decided(change, phuong)
    permit.refresh_from_db()
    assert permit.replaced_by == successor


def test_a_new_procedure_enters_the_catalogue(changed, phuong):
    change = changed("moi", procedures=())
    area = ProcedureArea.objects.named("Việc làm")
    change.touch(by=phuong, on=DAY, new_code="1.014300", new_name="Thủ tục mới", area=area)
    decided(change, phuong)
    made = Procedure.objects.get(code="1.014300")
    assert made.versions.get().opened_on == EFFECTIVE


def test_a_change_touches_something(changed, phuong):
    with pytest.raises(Refused, match="chưa ghi thủ tục nào"):
        decided(changed(procedures=()), phuong)


def test_what_ends_owes_no_process(changed, phuong):
    change = decided(changed("bai-bo"), phuong)
    on = date(2026, 7, 30)
    for note in (change.note_entry, change.note_posting):
        note(by=phuong, on=on, done_on=on)
    assert change.stage == "done"


def test_a_day_before_the_signature_is_refused(changed, phuong):
    change = decided(changed(), phuong)
    with pytest.raises(Refused, match="ký ngày 10/7/2026"):
        change.note_entry(by=phuong, on=EFFECTIVE, done_on=DAY)


def test_the_calendar_moves_the_last_days(changed, calendar_as_delivered):
    change = changed()
    ProcedureChange.objects.filter(pk=change.pk).update(sign_by=DAY)
    found = ProcedureChange.moving(calendar_as_delivered)
    assert (change.code, DAY, date(2026, 7, 27)) in [(r.code, r.before, r.after) for r in found]


def test_its_pages(client, changed, phuong, django_assert_max_num_queries):
    change = changed()
    client.force_login(phuong)
    with django_assert_max_num_queries(16):
        page = client.get("/cai-cach/bien-dong/").content.decode()
    assert change.code in page
    with django_assert_max_num_queries(20):
        page = client.get(change.get_absolute_url()).content.decode()
    assert "Ghi quyết định công bố" in page
    assert "1.014199" in page


def test_opened_on_the_screen(client, permit, phuong, units, calendar_as_delivered):
    client.force_login(phuong)
    typed = {
        "sort": "sua-doi", "title": "Sửa đổi", "because": "Quyết định số 120/QĐ-BNV",
        "promulgated_on": "6/7/2026", "effective_on": "1/8/2026", "unit": UNIT,
        "procedures": "1.014.199",
    }  # fmt: skip
    answer = client.post("/cai-cach/bien-dong/moi/", typed)
    assert answer.status_code == 302, answer.content.decode()[-2000:]
    change = ProcedureChange.objects.get()
    assert [row.procedure for row in change.touched.all()] == [permit]


def test_what_is_wrong_is_told_at_its_field(client, permit, phuong, units):
    client.force_login(phuong)
    typed = {"sort": "sua-doi", "title": "Sửa đổi", "promulgated_on": "6/7/2026",
             "effective_on": "1/7/2026", "unit": UNIT, "procedures": "1.999999"}  # fmt: skip
    page = client.post("/cai-cach/bien-dong/moi/", typed).content.decode()
    assert "Ngày có hiệu lực đang trước ngày ban hành" in page
    assert "Danh mục không có thủ tục 1.999999" in page
    assert "Ghi văn bản, hoặc số của văn bản trong sổ" in page


def test_a_choice_with_a_sign_that_cannot_be_stored_is_told_in_a_sentence(client, changed, phuong):
    change = changed()
    client.force_login(phuong)
    address = f"{change.get_absolute_url()}bo-thu-tuc/"
    page = client.post(address, {"touched": "\x00", "version": change.version}).content.decode()
    assert "Chọn thủ tục trong danh sách" in page
