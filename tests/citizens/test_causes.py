"""After a case is settled: its cause, the national database; days of those who receive."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from citizens.causes import FIGURES
from citizens.models import Cause, Petition
from portal.dashboard.reform import tiles
from portal.periods import Quarter, Year
from portal.statistics import figure
from portal.workflow import Refused
from tests.cast import client_of
from tests.citizens.visits import enter

AUGUST = date(2026, 8, 5)
PAGE = "/vu-viec/nguyen-nhan/?ky=2026-q3"
NATIONAL = "/co-so-du-lieu-quoc-gia/"


@pytest.fixture
def explained(settled, minh):
    case = settled()
    case.name_cause(by=minh, on=AUGUST, code="chinh-sach", note="Thông tư chưa rõ.")
    return case


def test_a_cause_is_named_once_and_put_right(explained, minh):
    explained.name_cause(by=minh, on=AUGUST, code="can-bo")
    assert Cause.objects.get().code == Cause.Code.STAFF_ERROR


def test_an_open_case_has_no_cause_yet(accepted, minh):
    with pytest.raises(Refused, match="Chưa thể ghi nguyên nhân"):
        accepted().name_cause(by=minh, on=AUGUST, code="khac")


def test_the_figure_counts_what_its_list_shows(explained, ha):
    figure, quarter = FIGURES[Cause.Code.POLICY], Quarter.of(2026, 3)
    assert figure.value(quarter) == 1
    page = client_of(ha).get(figure.opens(quarter)).content.decode()
    assert explained.code in page
    assert FIGURES[Cause.Code.STAFF_ERROR].value(quarter) == 0


def test_complaints_about_procedures_are_a_figure_of_reform(settled, minh, ha):
    case, year = settled(), Year.of(2026)
    case.name_cause(by=minh, on=AUGUST, code="thu-tuc")
    told = figure("cases_by_procedure")
    assert told.value(year) == told.value(year, unit=case.unit.code) == 1
    assert case.code in client_of(ha).get(told.opens(year)).content.decode()
    tile = next(each for each in tiles() if told.name in each.beside)
    assert tile.title == "Kiểm tra, kỷ luật, kỷ cương"


def test_the_page_counts_by_cause_and_names_what_is_missing(explained, settled, ha):
    explained.cause.delete()
    page = client_of(ha).get(PAGE).content.decode()
    assert "Còn <b>1</b> vụ việc đã giải quyết chưa ghi nguyên nhân" in page
    missing = client_of(ha).get("/vu-viec/?giai-quyet-trong=2026-q3&nguyen-nhan=chua")
    assert explained.code in missing.content.decode()


def test_the_three_empty_states_of_causes(accepted, ha, quantri):
    accepted()
    assert "Chưa có vụ việc nào giải quyết" in client_of(ha).get(PAGE).content.decode()
    assert "dành cho người xử lý" in client_of(quantri).get(PAGE).content.decode()
    assert client_of(ha).get("/vu-viec/nguyen-nhan/?ky=2026-q9").status_code == 400


def test_causes_are_counted_in_one_statement(explained, ha, few_statements):
    browser = client_of(ha)
    browser.get(PAGE)
    with few_statements(8):
        browser.get(PAGE)


def test_naming_a_cause_through_the_page(settled, minh):
    case = settled()
    address = f"{case.get_absolute_url()}ghi-nguyen-nhan/"
    assert client_of(minh).post(address, {"note": "Chưa rõ"}).status_code == 422
    assert client_of(minh).post(address, {"code": "khac", "note": "Chưa rõ"}).status_code == 302
    page = client_of(minh).get(case.get_absolute_url()).content.decode()
    assert "Nguyên nhân khác. Chưa rõ" in page


# the national database


def test_a_case_is_owed_until_it_is_entered_and_again_when_it_is_settled(settled, lan, mai):
    case = settled()
    case.report_nationally(by=mai, on=AUGUST, reported_on=date(2026, 8, 1))
    assert case.nationally_up_to_date() == ""
    case.report_nationally(by=mai, on=AUGUST, reported_on=AUGUST)
    with pytest.raises(Refused, match="đã cập nhật sau lần thay đổi"):
        case.report_nationally(by=mai, on=AUGUST, reported_on=AUGUST)


def test_many_are_marked_at_once(settled, mai):
    case = settled()
    address = "/vu-viec/hang-loat/cap-nhat-co-so-du-lieu-quoc-gia/?tat-ca=1&loc=csdl%3Dchua"
    browser = client_of(mai)
    page = browser.get(address)
    mark = page.context["found"].mark
    sent = {"reported_on": "05/8/2026", "da-xem-dong": mark}
    assert browser.post(address, sent).status_code == 302
    case.refresh_from_db()
    assert case.reported_on == AUGUST
    assert case.code not in browser.get("/vu-viec/?csdl=chua").content.decode()


def test_visits_are_marked_at_once(lan, mai):
    visit = enter(lan)
    address = "/tiep-dan/hang-loat/cap-nhat-co-so-du-lieu-quoc-gia/?tat-ca=1&loc=csdl%3Dchua"
    browser = client_of(mai)
    mark = browser.get(address).context["found"].mark
    day = f"{visit.received_on:%d/%m/%Y}"
    answer = browser.post(address, {"reported_on": day, "da-xem-dong": mark})
    assert answer.url.startswith("/viec-hang-loat/")
    visit.refresh_from_db()
    assert visit.reported_on == visit.received_on


def test_the_file_holds_what_is_owed_and_no_denunciation(settled, mai, lan):
    case = settled()
    envelope = Petition.register_sealed(
        by=mai, on=AUGUST, received_on=AUGUST, channel="buu_chinh", envelope_no="BM-01"
    )
    assert "chưa cập nhật" in client_of(mai).get(NATIONAL).content.decode()
    file = client_of(mai).get(f"{NATIONAL}vu-viec/")
    book = ZipFile(BytesIO(b"".join(file.streaming_content)))
    cells = "".join(book.read(name).decode() for name in book.namelist())
    assert case.code in cells
    assert envelope.code not in cells
    assert "BM-01" not in cells


def test_who_does_not_register_does_not_find_the_page(minh):
    assert client_of(minh).get(NATIONAL).status_code == 404


# days of those who receive


def test_a_day_counts_once_however_many_came(lan, binh):
    for _ in range(3):
        visit = enter(lan)
    month = f"{visit.received_on.year}-t{visit.received_on.month}"
    page = client_of(binh).get(f"/tiep-dan/boi-duong/?thang={month}")
    people = page.context["people"]
    assert [(each["name"], each["count"]) for each in people] == [("Nguyễn Thị Lan", 1)]
    assert "Ký nhận" in page.content.decode()


def test_a_month_is_a_month(binh):
    for typed in ("2026", "2026-q1", "abc"):
        assert client_of(binh).get(f"/tiep-dan/boi-duong/?thang={typed}").status_code == 400
