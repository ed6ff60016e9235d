"""A late dossier: one letter, a day before at the latest; past twice, the Director's."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from portal.obligations import owed
from portal.people import Unit
from portal.periods import Month
from portal.statistics import figure
from portal.workflow import Refused
from reforms.dossiers.apology import write_apology
from reforms.models import LateDossier
from tests.cast import person, place
from tests.reforms.dossiers.conftest import late_dossier

pytestmark = pytest.mark.django_db
TOLD = {"promised_on": date(2026, 11, 25), "cause": "phoi-hop", "reason": "Chờ cơ quan lưu trữ"}


@pytest.fixture
def head(units):
    user = person("hoang", "Đỗ Văn Hoàng", "man")
    place(user, "head", unit=units["nguoi-co-cong"], title="Trưởng phòng")
    return user


@pytest.fixture
def row(head, units, office):
    return late_dossier(head, units["nguoi-co-cong"])


def rows_of(code: str, *, as_of: date) -> list:
    lines = owed(list(Unit.objects.all()), year=2026, as_of=as_of)
    return [line.owed for line in lines if line.duty.code == code]


def test_a_letter_goes_out_a_day_before_at_the_latest(row, head):
    row.reappoint(by=head, on=date(2026, 11, 19), **TOLD)
    assert (row.stage, row.letter_in_time, row.next_due) == ("promised", True, date(2026, 11, 25))


def test_on_the_day_itself_it_is_too_late_to_put_off(row, head):
    with pytest.raises(Refused, match=r"chậm nhất 19/11/2026"):
        row.reappoint(by=head, on=date(2026, 11, 20), **TOLD)


def test_an_apology_still_goes_out_when_it_is_late(row, head):
    with pytest.raises(Refused, match="còn trong hạn báo trước"):
        row.apologise(by=head, on=date(2026, 11, 19), **TOLD)
    row.apologise(by=head, on=date(2026, 11, 23), **TOLD)
    assert not row.letter_in_time


@pytest.mark.parametrize("step", ["reappoint", "apologise"])
def test_a_second_time_is_refused(row, head, step):
    row.reappoint(by=head, on=date(2026, 11, 19), **TOLD)
    with pytest.raises(Refused, match="chỉ được hẹn lại một lần"):
        getattr(row, step)(by=head, on=date(2026, 11, 24), **TOLD)


@pytest.mark.parametrize("day", [date(2026, 11, 20), date(2026, 11, 28)])
def test_the_new_day_is_a_later_working_day(row, head, day):
    with pytest.raises(Refused):
        row.reappoint(by=head, on=date(2026, 11, 19), **TOLD | {"promised_on": day})


def test_a_working_day_before_the_letter_is_owed(row, head):
    assert rows_of("PXL", as_of=date(2026, 11, 18)) == []
    [before] = rows_of("PXL", as_of=date(2026, 11, 19))
    assert (before.due, before.done_on) == (date(2026, 11, 19), None)
    assert before.unit.code == "nguoi-co-cong"
    row.reappoint(by=head, on=date(2026, 11, 19), **TOLD)
    [after] = rows_of("PXL", as_of=date(2026, 11, 19))
    assert after.what == "1 hồ sơ đã xin lỗi, hẹn lại trước hạn"


def test_what_is_past_its_new_day_is_the_directors(row, head):
    row.reappoint(by=head, on=date(2026, 11, 19), **TOLD)
    assert rows_of("QHL", as_of=date(2026, 11, 25)) == []
    [told] = rows_of("QHL", as_of=date(2026, 11, 26))
    assert told.unit.kind == Unit.Kind.HEADQUARTERS
    assert told.readers == ("director", "deputy_director")


def test_it_is_handed_back_or_struck_with_a_reason(row, head, units):
    row.hand_back(by=head, on=date(2026, 11, 23), returned_on=date(2026, 11, 21))
    assert row.standing(as_of=date(2026, 11, 23)).words
    with pytest.raises(Refused, match="đã có trong sổ"):
        late_dossier(head, units["nguoi-co-cong"])
    other = late_dossier(head, units["nguoi-co-cong"], number="2")
    other.strike(by=head, on=date(2026, 11, 23), reason="Ghi nhầm")
    assert late_dossier(head, units["nguoi-co-cong"], number="2").pk != other.pk


def test_letters_are_counted_against_what_was_late(row, head, units):
    month, unit = Month.of(2026, 11), units["nguoi-co-cong"]
    row.reappoint(by=head, on=date(2026, 11, 19), **TOLD)
    late_dossier(head, unit, number="2", due=19)
    late_dossier(head, unit, number="3", due=27)  # not yet late on the day of the tests
    in_time = late_dossier(head, unit, number="4", due=19)
    in_time.hand_back(by=head, on=date(2026, 11, 19), returned_on=date(2026, 11, 19))
    assert figure("overdue_dossiers").value(month) == 2
    assert figure("apology_letters").value(month) == 50.0
    assert figure("apology_letters").value(month, "lao-dong") is None


def test_a_figure_of_late_dossiers_opens_its_rows(client, ha, row, head):
    late_dossier(head, row.unit, number="3", due=27)
    client.force_login(ha)
    page = client.get(figure("overdue_dossiers").opens(Month.of(2026, 11))).content.decode()
    assert row.number in page
    assert ">3</a>" not in page


def test_the_letter_in_word_knows_no_applicant(row, head):
    row.reappoint(by=head, on=date(2026, 11, 19), **TOLD)
    target = BytesIO()
    write_apology(target, row)
    words = "\n".join(each.text for each in Document(BytesIO(target.getvalue())).paragraphs)
    assert "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ" in words
    assert "Thời gian hẹn trả kết quả: 16 giờ, ngày 20 tháng 11 năm 2026" in words
    assert "Lý do: Chờ cơ quan lưu trữ" in words
    assert "vào ngày 25 tháng 11 năm 2026" in words
    assert "Kính gửi: ……" in words


def test_the_form_reckons_when_it_is_due(client, head, office):
    client.force_login(head)
    answer = client.post("/cai-cach/ho-so/qua-han/moi/", {
        "number": "H45-9", "procedure": "Trợ cấp thờ cúng", "unit": "nguoi-co-cong",
        "received_on": "13/11/2026", "hour": "16:30", "quantity": "0,5", "measure": "working",
    })  # fmt: skip
    row = LateDossier.objects.get()
    assert answer.url == row.get_absolute_url()
    assert str(row.due_at) == "2026-11-16 03:30:00+00:00"  # Monday 10:30 here


def test_faults_stand_at_their_fields(client, head, office, row):
    client.force_login(head)
    answer = client.post("/cai-cach/ho-so/qua-han/moi/", {
        "number": row.number, "procedure": "1.010803", "unit": "nguoi-co-cong",
        "received_on": "13/11/2026", "hour": "25:00", "quantity": "0", "measure": "working",
    })  # fmt: skip
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Ghi giờ và phút" in page
    assert 'value="25:00"' in page


def test_a_page_in_few_statements(client, ha, row, head, django_assert_max_num_queries):
    row.reappoint(by=head, on=date(2026, 11, 19), **TOLD)
    for n in range(3):
        late_dossier(head, row.unit, number=f"X{n}")
    client.force_login(ha)
    client.get("/cai-cach/ho-so/qua-han/")
    with django_assert_max_num_queries(10):
        assert client.get("/cai-cach/ho-so/qua-han/").content.decode().count("HSQH-2026-") >= 4
    with django_assert_max_num_queries(12):
        assert client.get(row.get_absolute_url()).status_code == 200
    assert client.get(f"{row.get_absolute_url()}phieu/").status_code == 200


def test_lateness_by_whoever_handles_it_opens_its_rows(client, ha, head, units, office):
    for number, handler, due in (
        ("1", head, 19),
        ("2", head, 18),
        ("3", None, 19),
        ("4", head, 30),
    ):
        late_dossier(head, units["nguoi-co-cong"], number=number, due=due, handler=handler)
    client.force_login(ha)
    lines = client.get("/cai-cach/ho-so/qua-han/can-bo/?ky=2026").context["lines"]
    told = [(line["handler__full_name"], line["late"], line["still"]) for line in lines]
    assert told == [("Đỗ Văn Hoàng", 2, 2), (None, 1, 1)]
    for line in lines:
        page = client.get(line["url"]).content.decode()
        assert page.count("HSQH-2026-") >= line["late"]
        assert (">3</a>" in page) == (line["handler__username"] is None)
