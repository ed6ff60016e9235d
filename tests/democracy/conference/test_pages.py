"""The pages of the conference: a head takes one from the invitation to the check by its forms."""

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from docx import Document

from democracy import agenda
from democracy.models import Conference
from democracy.obligations.conference import checks, conferences
from portal.people import Unit
from portal.planning import Plan, TaskUnit
from tests.cast import LONG_AGO, client_of
from tests.democracy.conference.conftest import MET, planned
from tests.portal.specimens import pdf

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
NEW = {"unit": "dich-vu-viec-lam", "work_year": "2025", "kind": "dinh-ky", "total_staff": "40",
       "proposed_by": "nguoi-dung-dau", "mode": "toan-the", "chair": "Bùi Thị Hoa",
       "secretary": "Lý Quốc Khánh"}  # fmt: skip
AT = "/dan-chu/hoi-nghi/"


def written(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def words_of(answer) -> str:
    content = io.BytesIO(b"".join(answer.streaming_content))
    return "\n".join(each.text for each in Document(content).paragraphs)


def test_a_head_takes_a_conference_from_the_invitation_to_the_check(
    office, fields, hoa, mai, representative, units
):
    browser = client_of(hoa)
    at = browser.post(f"{AT}moi/", NEW).url
    send = lambda step, **typed: browser.post(f"{at}{step}/", typed)  # noqa: E731
    send("trieu-tap-hoi-nghi", meets_on=written(TODAY()), hour="8 giờ 30", place="Hội trường",
         convened="40")  # fmt: skip
    assert "Nội dung:" in words_of(browser.get(f"{at}du-thao/giay-moi/"))
    send("ghi-so-nguoi-du", present="36")
    for part in agenda.AGENDA[:7]:
        send("ghi-noi-dung-chuong-trinh", part=part.code, reporter="Chủ tọa", summary="Đã nghe",
             paper_sent=SimpleUploadedFile("bao-cao.pdf", pdf()))  # fmt: skip
    send("ky-giao-uoc-thi-dua", text="Cùng thi đua", signed_on=written(TODAY()))
    client_of(representative).post(f"{at}ky-cung/", {"paper": "giao-uoc"})
    send("ghi-bieu-quyet", item="49.3", title="Nghị quyết", yes="30", no="4", other="2")
    answer = send("thong-qua-nghi-quyet", items="- Niêm yết thu chi\n- Sửa nhà xe",
                  focal="dich-vu-viec-lam",
                  minutes_sent=SimpleUploadedFile("bien-ban.pdf", pdf()))  # fmt: skip
    assert answer.url == at
    send("kiem-tra-thuc-hien-nghi-quyet", checked_on=written(TODAY()), text="Đang làm")
    one = Conference.objects.get()
    assert (one.stage, one.plan.tasks.count(), one.checks.count()) == ("adopted", 2, 1)
    page = browser.get(at).content.decode()
    assert "Niêm yết thu chi" in page
    assert "Chờ tổ chức đại diện ký cùng" in page
    assert browser.get(f"{at}bien-ban/").status_code == 200
    assert browser.get(f"{at}tai-lieu/a/").status_code == 200


def test_the_minutes_are_drafted_from_the_record(office, adopted, hoa):
    words = words_of(client_of(hoa).get(f"{adopted.get_absolute_url()}du-thao/bien-ban/"))
    assert "triệu tập 40 người, có mặt 36 người (cần ít nhất 27)" in words
    assert "tán thành 30, không tán thành 6" in words
    assert words.index("a) Báo cáo") < words.index("đ) Báo cáo") < words.index("i) Thông qua")


@pytest.mark.parametrize("kind", ["giay-moi", "nghi-quyet", "giao-uoc"])
def test_every_paper_can_be_had_in_word(office, adopted, hoa, kind):
    words = words_of(client_of(hoa).get(f"{adopted.get_absolute_url()}du-thao/{kind}/"))
    assert "NĂM" in words.upper()


def test_a_paper_that_has_nothing_to_say_yet_is_not_there(office, one, hoa, khanh):
    assert client_of(hoa).get(f"{one.get_absolute_url()}du-thao/nghi-quyet/").status_code == 404
    assert client_of(khanh).get(f"{one.get_absolute_url()}du-thao/bien-ban/").status_code == 404


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"mode": "dai-bieu"}, "phải ghi lý do"),
        ({"total_staff": "0"}, "Tổng số người của đơn vị nhỏ nhất là 1"),
        ({"proposed_by": "mot-phan-ba", "proposers": "13"}, "Cần ít nhất 14 người đề xuất"),
        ({"unit": "van-phong"}, "Chọn cơ quan, đơn vị trong danh sách"),
        ({"work_year": "năm ngoái"}, "Ghi bằng chữ số"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_typed_is_lost(office, hoa, typed, sentence):
    answer = client_of(hoa).post(f"{AT}moi/", NEW | typed)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert 'value="Bùi Thị Hoa"' in answer.content.decode()


@pytest.mark.parametrize(
    ("step", "typed", "sentence"),
    [
        ("trieu-tap-hoi-nghi", {"meets_on": "1/1/2020", "hour": "8", "place": "A",
                                "convened": "40"}, "họp từ ngày 01/01/2025"),
        ("trieu-tap-hoi-nghi", {"meets_on": "1/3/2026", "hour": "8", "place": "A",
                                "convened": "41"}, "Không quá tổng số người của đơn vị: 40"),
        ("lay-y-kien-bang-phieu", {"ground": "hai-lan", "because": "x", "agreed_with": "CĐ",
                                   "agreed_on": "1/3/2026", "counted_on": "1/3/2026",
                                   "returned": "30"}, "Chưa triệu tập 2 lần"),
        ("bo-qua-noi-dung-chuong-trinh", {"part": "a", "reason": "x"}, "part"),
    ],
)  # fmt: skip
def test_a_step_says_what_is_wrong_at_its_field(office, one, hoa, step, typed, sentence):
    answer = client_of(hoa).post(f"{one.get_absolute_url()}{step}/", typed)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_a_wrong_vote_and_a_wrong_count_are_mended_by_their_forms(office, held, hoa):
    browser, at = client_of(hoa), held.get_absolute_url()
    browser.post(f"{at}ghi-lai-so-nguoi-du/", {"present": "35", "reason": "Ghi nhầm"})
    typed = {"item": "49.3", "title": "Nghị quyết", "yes": "30", "no": "5", "other": "0"}
    browser.post(f"{at}ghi-bieu-quyet/", typed)
    row = held.votes.get()
    browser.post(f"{at}gach-bieu-quyet-ghi-sai/", {"vote": row.code, "reason": "Nhầm cột"})
    assert "đã gạch, ghi sai" in browser.get(at).content.decode()
    assert "Nhầm cột" in browser.get(row.get_absolute_url()).content.decode()


def test_the_representative_finds_what_waits_for_a_signature(
    office, held, hoa, representative, units
):
    planned(units["dich-vu-viec-lam"], by=hoa, work_year=2024)
    held.sign_pledge(by=hoa, on=MET, text="Thi đua", signed_on=MET)
    page = client_of(representative).get(f"{AT}?xem=cho-ky").content.decode()
    assert page.count("/dan-chu/hoi-nghi/HN-") == 1
    assert held.code in page


def test_units_that_held_none_are_listed(office, adopted, units, tuan, hoa, khanh, minh):
    page = client_of(tuan).get(f"{AT}theo-don-vi/?nam=2025").content.decode()
    assert "1 trên 2 đơn vị chưa tổ chức" in page
    assert page.count("Chưa tổ chức") == 1
    assert "Phòng Người có công" not in page
    assert adopted.code in client_of(khanh).get(f"{AT}theo-don-vi/?nam=2025").content.decode()
    assert adopted.code not in client_of(minh).get(f"{AT}theo-don-vi/?nam=2025").content.decode()


@pytest.mark.parametrize("query", ["theo-don-vi/?nam=x", "theo-don-vi/?nam=20255", "?xem=gi",
                                   "?nam=1", "moi/?nam=x"])  # fmt: skip
def test_what_the_address_cannot_ask_is_a_400(office, hoa, query):
    assert client_of(hoa).get(f"{AT}{query}").status_code == 400


def test_an_empty_list_says_which_of_three(office, minh, quantri, hoa, units):
    assert "Chưa có hội nghị nào" in client_of(minh).get(AT).content.decode()
    assert "không xem nội dung công việc" in client_of(quantri).get(AT).content.decode()
    planned(units["dich-vu-viec-lam"], by=hoa)
    assert "Không có dòng nào khớp" in client_of(hoa).get(f"{AT}?xem=den-ky").content.decode()


def test_lists_cost_a_bounded_number_of_statements(
    office, adopted, tuan, hoa, units, django_assert_max_num_queries
):
    for year in range(2010, 2024):
        planned(units["dich-vu-viec-lam"], by=hoa, work_year=year)
    browser = client_of(tuan)
    browser.get(AT)
    for address in (AT, f"{AT}?xem=chuan-bi&nam=2012", f"{AT}theo-don-vi/?nam=2025"):
        with django_assert_max_num_queries(16):
            browser.get(address)


def test_the_page_costs_a_bounded_number_of_statements(
    office, adopted, hoa, mai, django_assert_max_num_queries
):
    plan = adopted.plan
    plan.issue(by=hoa, on=MET)
    plan.send_out(by=mai, on=MET, number="01", symbol="NQ", dated_on=MET)
    for month in (4, 5, 6):
        on = date(2026, month, 1)
        adopted.check_resolution(by=hoa, on=on, checked_on=on, text="Tiếp tục")
    browser = client_of(hoa)
    browser.get(adopted.get_absolute_url())
    with django_assert_max_num_queries(28):  # four settings, which a process keeps
        browser.get(adopted.get_absolute_url())


def task_of(plan_year: int, *, by, hoa, mai, units) -> TaskUnit:
    plan = Plan.draw_up(
        by=by, on=date(2025, 3, 1), programme="dan-chu", title="Kế hoạch dân chủ", year=plan_year,
        unit=units["dich-vu-viec-lam"], coordinating_unit=units["van-phong"],
        from_on=date(2025, 1, 1), to_on=date(2025, 12, 31),
    )  # fmt: skip
    plan.add_task(by=by, on=date(2025, 3, 1), text="Tổ chức hội nghị", record="conference",
                  lead_unit=units["dich-vu-viec-lam"])  # fmt: skip
    plan.issue(by=hoa, on=date(2025, 3, 1))
    plan.send_out(by=mai, on=date(2025, 3, 1), number="02", symbol="KH", dated_on=date(2025, 3, 1))
    return plan.shares.get()


def test_a_task_opens_the_conference_and_is_done_with_it(office, tuan, hoa, mai, units, request):
    share = task_of(2025, by=tuan, hoa=hoa, mai=mai, units=units)
    page = client_of(hoa).get(share.get_absolute_url()).content.decode()
    assert f"{AT}moi/?don-vi=dich-vu-viec-lam&amp;nam=2025" in page
    adopted = request.getfixturevalue("adopted")
    share.refresh_from_db()
    assert (share.stage, share.record) == ("reported", adopted.stream)


def test_what_a_unit_owes_of_a_conference(adopted, units):
    both = [units["so"], units["dich-vu-viec-lam"], units["nguoi-co-cong"]]
    rows = list(conferences(both, year=2026, as_of=date(2026, 5, 1)))
    assert [(row.unit.code, row.done_on) for row in rows] == [
        ("so", None),
        ("dich-vu-viec-lam", MET),
    ]
    assert rows[0].is_late(as_of=date(2026, 5, 1))
    owed = list(checks(both, year=2026, as_of=date(2026, 5, 1)))
    assert [(row.due, row.done_on) for row in owed] == [(date(2026, 9, 12), None)]


def test_a_unit_known_to_be_small_owes_nothing(units, hoa):
    small = planned(units["dich-vu-viec-lam"], by=hoa, work_year=2024, total_staff=6)
    small.go_without(by=hoa, on=date(2025, 1, 10), reason="Chỉ có 6 người")
    for year in (2025, 2026):
        assert list(conferences([small.unit], year=year, as_of=date(2026, 5, 1))) == []


def test_a_unit_that_ended_is_not_asked(office, tuan, units):
    Unit.objects.create(code="cu", name="Trung tâm cũ", kind="subordinate", opened_on=LONG_AGO,
                        closed_on=date(2021, 1, 1))  # fmt: skip
    assert "Trung tâm cũ" not in client_of(tuan).get(f"{AT}theo-don-vi/").content.decode()
