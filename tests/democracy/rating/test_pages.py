"""The pages of rating: every view opens, steps are taken by their forms, counts are bounded."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from democracy.models import CriteriaVersion, RatingRound, ScoreSheet
from portal.people import Unit
from portal.planning import Plan
from portal.submissions import Submission
from portal.working_days import days_after
from tests.cast import LONG_AGO, client_of
from tests.democracy.rating.conftest import best, review_all, score_all
from tests.portal.scoring.test_reading import SIXTH

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@pytest.fixture
def now(criteria, units, tuan, ha, hoa, khanh, mai, minh, office, fields) -> RatingRound:
    """A round that runs today."""
    rated = [units["dich-vu-viec-lam"], units["nguoi-co-cong"]]
    return RatingRound.open_round(
        by=tuan, on=TODAY(), criteria=criteria, year=2026, self_due=days_after(TODAY(), 10),
        review_due=days_after(TODAY(), 20), rated=rated,
    )  # fmt: skip


@pytest.fixture
def sheet(now, units) -> ScoreSheet:
    return now.sheets.get(unit=units["dich-vu-viec-lam"])


@pytest.fixture
def ones(now, tuan, ha, hoa, khanh, mai, minh):
    people = {"tuan": tuan, "ha": ha, "hoa": hoa, "khanh": khanh, "mai": mai, "minh": minh}
    return {name: client_of(user) for name, user in people.items()}


def text(answer) -> str:
    return answer.content.decode()


@pytest.mark.parametrize(
    ("who", "address"),
    [
        ("khanh", "/dan-chu/xep-loai/"),
        ("mai", "/dan-chu/xep-loai/"),
        ("tuan", "/dan-chu/xep-loai/moi/"),
        ("tuan", "/dan-chu/xep-loai/XL-2026-0001/"),
        ("minh", "/dan-chu/xep-loai/XL-2026-0001/"),
        ("ha", "/dan-chu/xep-loai/XL-2026-0001/xep-loai/"),
        ("tuan", "/dan-chu/xep-loai/XL-2026-0001/lui-han-tu-cham/"),
        ("khanh", "/dan-chu/phieu-diem/"),
        ("khanh", "/dan-chu/phieu-diem/?xem=chua-gui&nam=2026&q=trung%20tam"),
        ("khanh", "/dan-chu/phieu-diem/XL-2026-0001-01/"),
        ("khanh", "/dan-chu/phieu-diem/XL-2026-0001-01/tu-cham-diem/"),
        ("khanh", "/dan-chu/phieu-diem/XL-2026-0001-01/tu-cham-diem/?line=T.1"),
        ("tuan", "/dan-chu/phieu-diem/XL-2026-0001-01/"),
        ("tuan", "/dan-chu/phieu-diem/XL-2026-0001-01/tham-dinh-diem/"),
        ("khanh", "/dan-chu/bo-tieu-chi/"),
        ("khanh", "/dan-chu/bo-tieu-chi/can-tho-thi-dua-2025/2025-11-18/"),
        ("khanh", "/dan-chu/bo-tieu-chi/ngan-son-2017/2017-10-30/tep/"),
        ("tuan", "/dan-chu/bo-tieu-chi/moi/"),
    ],
)
def test_the_page_opens(ones, who, address):
    answer = ones[who].get(address)
    assert answer.status_code == 200, text(answer)[-900:]


@pytest.mark.parametrize(
    ("who", "address", "status"),
    [
        ("minh", "/dan-chu/phieu-diem/XL-2026-0001-01/", 404),
        ("mai", "/dan-chu/phieu-diem/XL-2026-0001-01/", 404),
        ("khanh", "/dan-chu/xep-loai/moi/", 404),
        ("khanh", "/dan-chu/bo-tieu-chi/moi/", 404),
        ("khanh", "/dan-chu/bo-tieu-chi/ngan-son-2017/2017-13-30/", 404),
        ("khanh", "/dan-chu/phieu-diem/XL-2026-0001-01/tu-cham-diem/?line=9.9", 400),
        ("khanh", "/dan-chu/phieu-diem/?nam=x", 400),
        ("tuan", "/dan-chu/xep-loai/moi/?bo=x", 404),
    ],
)
def test_what_is_not_for_the_reader_or_does_not_exist(ones, who, address, status):
    assert ones[who].get(address).status_code == status


def address_of(sheet, step: str) -> str:
    return f"{sheet.get_absolute_url()}{sheet.workflow[step].path}/"


def test_a_line_is_scored_and_the_next_one_offered(ones, sheet):
    typed = {"line": "1.2", "value": "8", "whole": "10", "note": "Tám người", "tiep": "1"}
    answer = ones["khanh"].post(address_of(sheet, "self_score"), typed)
    assert answer.url.endswith("?line=1.3")
    assert "8 trên 10" in text(ones["khanh"].get(sheet.get_absolute_url()))


def test_what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(ones, sheet):
    typed = {"line": "1.2", "value": "11", "whole": "10", "note": "Mười một người"}
    answer = ones["khanh"].post(address_of(sheet, "self_score"), typed)
    assert answer.status_code == 422
    assert "Số đã thực hiện lớn hơn tổng số, 10" in text(answer)
    assert "Mười một người" in text(answer)


@pytest.mark.parametrize("typed", ["", "abc", "-1", "1e9", "0,3", "999999999999"])
def test_points_that_cannot_be_are_a_sentence(ones, sheet, typed):
    answer = ones["khanh"].post(address_of(sheet, "self_score"), {"line": "1.1", "value": typed})
    assert answer.status_code == 422


def test_what_was_typed_at_one_line_is_not_offered_at_another(ones, sheet):
    address = address_of(sheet, "self_score")
    ones["khanh"].post(address, {"line": "1.1", "value": "99", "note": "Riêng dòng này"})
    assert "Riêng dòng này" in text(ones["khanh"].get(f"{address}?line=1.1"))
    assert "Riêng dòng này" not in text(ones["khanh"].get(f"{address}?line=1.2"))


def test_two_who_score_different_lines_do_not_disturb_each_other(ones, sheet, hoa):
    seen = sheet.version
    sheet.self_score(by=hoa, on=TODAY(), line="1.1", entry=best(sheet.set.lines["1.1"]))
    address = address_of(sheet, "self_score")
    other = {"line": "1.3", "value": "co", "version": seen}
    assert ones["khanh"].post(address, other).status_code == 302
    same = {"line": "1.1", "value": "2", "version": seen}
    assert ones["khanh"].post(address, same).status_code == 409


def test_evidence_is_a_file_or_a_task_and_can_be_dropped(ones, sheet, units, tuan, ha, mai):
    plan = Plan.draw_up(
        by=tuan, on=TODAY(), programme="dan-chu", title="Kế hoạch", unit=units["so"],
        coordinating_unit=units["van-phong"], year=2026, from_on=date(2026, 1, 1),
        to_on=date(2026, 12, 31),
    )  # fmt: skip
    plan.add_task(by=tuan, on=TODAY(), text="Tập huấn", lead_unit=units["dich-vu-viec-lam"])
    plan.issue(by=ha, on=TODAY())
    plan.send_out(by=mai, on=TODAY(), number="9", symbol="KH-S", dated_on=TODAY())
    share = plan.shares.get()
    address = address_of(sheet, "self_score")
    paper = SimpleUploadedFile("bien-ban.pdf", b"%PDF-1.4\n%%EOF\n")
    typed = {"line": "1.1", "value": "4", "shares": share.code, "files_sent": paper}
    assert ones["khanh"].post(address, typed).status_code == 302
    file, task = sheet.evidence.order_by("share")
    file, task = (file, task) if file.file else (task, file)
    assert ones["tuan"].get(file.get_absolute_url()).status_code == 200
    assert ones["minh"].get(file.get_absolute_url()).status_code == 404
    ones["khanh"].post(address, {"line": "1.1", "value": "4", "drop": [task.pk]})
    assert list(sheet.evidence.all()) == [file]


def test_the_officer_prepares_and_the_head_sends(ones, sheet, khanh):
    score_all(sheet, by=khanh, on=TODAY())
    ones["khanh"].post(address_of(sheet, "send_self_score"), {"note": "Xin gửi"})
    tray = f"/trinh/{Submission.objects.latest('pk').pk}/"
    assert "1.1 Kế hoạch năm" in text(ones["hoa"].get(tray))
    ones["hoa"].post(tray, {"verdict": "approve"})
    sheet.refresh_from_db()
    assert (sheet.stage, sheet.self_scored_on) == ("sent", TODAY())


def walked(ones, now, sheet, khanh, hoa, tuan):
    """Both sheets appraised through verbs, so that the round can be decided."""
    score_all(sheet, by=khanh, on=TODAY())
    sheet.send_self_score(by=hoa, on=TODAY())
    review_all(sheet, by=tuan, on=TODAY())
    sheet.finish_appraisal(by=tuan, on=TODAY())
    other = now.sheets.exclude(pk=sheet.pk).get()
    now.self_due = days_after(TODAY(), -1)
    now.save()
    other.round.refresh_from_db()
    other.pass_over(by=tuan, on=TODAY(), reason="Không gửi")
    other.finish_appraisal(by=tuan, on=TODAY())


def test_appraisal_by_forms(ones, sheet, khanh, hoa, tuan):
    score_all(sheet, by=khanh, on=TODAY())
    sheet.send_self_score(by=hoa, on=TODAY())
    address = address_of(sheet, "appraise")
    assert ones["tuan"].post(address, {"line": "1.3", "value": "khong"}).status_code == 422
    answer = ones["tuan"].post(address, {"line": "1.3", "value": "khong", "note": "Chưa rà soát"})
    assert answer.url == f"{sheet.get_absolute_url()}#dong-1-3"
    assert "Chưa rà soát" in text(ones["khanh"].get(sheet.get_absolute_url()))
    said = {"condition": "khien-trach", "holds": "co", "reason": "QĐ 5 ngày 01/3/2026"}
    assert ones["tuan"].post(address_of(sheet, "state_condition"), said).status_code == 302
    assert sheet.conditions.get().reason == "QĐ 5 ngày 01/3/2026"
    assert ones["tuan"].post(address_of(sheet, "ask_again"), {"reason": "Bổ sung"}).url
    sheet.refresh_from_db()
    assert sheet.stage == "self"


def test_the_round_goes_up_and_is_decided_and_told(ones, now, sheet, khanh, hoa, tuan, ha):
    walked(ones, now, sheet, khanh, hoa, tuan)
    ones["tuan"].post(f"{now.get_absolute_url()}xep-loai/", {"note": "Xin quyết định"})
    tray = f"/trinh/{Submission.objects.latest('pk').pk}/"
    assert "100 – Hoàn thành xuất sắc nhiệm vụ" in text(ones["ha"].get(tray))
    ones["ha"].post(tray, {"verdict": "approve"})
    typed = {"reference": "15/QĐ-S", "dated_on": f"{TODAY():%d/%m/%Y}"}
    assert ones["mai"].post(f"{now.get_absolute_url()}ghi-so-quyet-dinh/", typed).url
    shown = text(ones["minh"].get(now.get_absolute_url()))
    assert "Hoàn thành xuất sắc nhiệm vụ" in shown
    assert "15/QĐ-S" in shown


def test_of_another_units_sheet_the_staff_read_total_and_level_alone(
    ones, now, sheet, khanh, hoa, tuan, ha
):
    walked(ones, now, sheet, khanh, hoa, tuan)
    sheet.state_condition(by=tuan, on=TODAY(), condition="khien-trach", holds=True, reason="QĐ 5")
    before = text(ones["minh"].get(now.get_absolute_url()))
    assert "Trung tâm Dịch vụ việc làm" not in before
    now.refresh_from_db()
    now.rate(by=ha, on=TODAY())
    shown = text(ones["minh"].get(now.get_absolute_url()))
    assert "Trung tâm Dịch vụ việc làm" in shown
    assert sheet.get_absolute_url() not in shown
    assert "khiển trách" not in shown
    assert "QĐ 5" not in shown


def test_a_round_is_opened_on_its_page(ones, criteria):
    typed = {"year": "2027", "self_due": "10/12/2027", "review_due": "31/12/2027",
             "rated": ["dich-vu-viec-lam", "lao-dong"]}  # fmt: skip
    answer = ones["tuan"].post(f"/dan-chu/xep-loai/moi/?bo={criteria.pk}", typed)
    assert answer.status_code == 302, text(answer)
    assert RatingRound.objects.get(year=2027).sheets.count() == 2


def test_a_round_that_runs_already_is_told_at_the_year(ones, criteria):
    typed = {"year": "2026", "self_due": "10/12/2026", "review_due": "31/12/2026",
             "rated": ["lao-dong"]}  # fmt: skip
    answer = ones["tuan"].post(f"/dan-chu/xep-loai/moi/?bo={criteria.pk}", typed)
    assert answer.status_code == 422
    assert "đã mở" in text(answer)


def test_a_sixth_set_is_brought_in_as_a_file_and_a_broken_one_refused(ones):
    def bring(words: str):
        file = SimpleUploadedFile("bo.toml", words.encode())
        return ones["tuan"].post("/dan-chu/bo-tieu-chi/moi/", {"file": file})

    refused = bring(SIXTH.replace("regular = 10", "regular = 11"))
    assert (refused.status_code, "không bằng 11" in text(refused)) == (422, True)
    brought = bring(SIXTH)
    assert brought.url == "/dan-chu/bo-tieu-chi/ban-chi-dao-2026/2026-01-01/"
    assert "Hoạt động mạnh" in text(ones["khanh"].get(brought.url))
    assert bring(SIXTH).status_code == 422
    assert CriteriaVersion.objects.count() == 6


# counts


def statements(client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def more_units(now, tuan, how_many: int) -> None:
    for n in range(how_many):
        unit = Unit.objects.create(code=f"dv-{n}", name=f"Đơn vị {n}", kind="subordinate",
                                   opened_on=LONG_AGO)  # fmt: skip
        ScoreSheet.lay_out(now, unit, place=10 + n, by=tuan, on=TODAY())


@pytest.mark.parametrize(
    "address", ["/dan-chu/phieu-diem/", "/dan-chu/xep-loai/", "/dan-chu/xep-loai/XL-2026-0001/"]
)
def test_more_sheets_are_not_more_statements(ones, now, tuan, address):
    few = statements(ones["tuan"], address)
    more_units(now, tuan, 15)
    assert statements(ones["tuan"], address) <= few
    assert few <= 26


def test_more_marks_and_papers_are_not_more_statements(ones, sheet, khanh, paper):
    address = sheet.get_absolute_url()
    score_all(sheet, by=khanh, on=TODAY())
    sheet.keep_evidence("1.3", [paper], [], by=khanh, on=TODAY())
    few = statements(ones["khanh"], address)
    score_all(sheet, by=khanh, on=TODAY())
    for line in ("1.1", "1.2", "2.1"):
        sheet.keep_evidence(line, [paper], [], by=khanh, on=TODAY())
    assert statements(ones["khanh"], address) <= few
    assert few <= 26
