"""A sheet on its way: self-score, sent, appraised, adjusted, decided."""

from datetime import date
from decimal import Decimal

import pytest

from democracy.models import CriteriaVersion, RatingRound, ScoreSheet
from portal.people import Body, Unit
from portal.scoring import BrokenSet, Entry
from portal.workflow import Refused
from tests.cast import place
from tests.democracy.rating.conftest import (
    DECIDED,
    OPENED,
    REVIEWED,
    SCORED,
    SELF_DUE,
    review_all,
    score_all,
)
from tests.portal.scoring.test_reading import SIXTH

pytestmark = pytest.mark.django_db
EIGHT, TEN = Decimal(8), Decimal(10)


def test_the_five_sets_are_delivered_once(criteria):
    CriteriaVersion.deliver()
    assert CriteriaVersion.objects.count() == 5
    assert criteria.value.lines["1.1"].top == 4


def test_a_later_version_takes_the_place_of_the_earlier(criteria):
    text = criteria.text.replace("valid_from = 2026-01-01", "valid_from = 2027-01-01")
    later = CriteriaVersion.load(text, by=None, on=OPENED)
    in_force = CriteriaVersion.objects.in_force
    assert in_force(as_of=date(2026, 12, 31)).get(code=criteria.code) == criteria
    assert in_force(as_of=date(2027, 1, 1)).get(code=criteria.code) == later


def test_the_same_version_is_not_loaded_twice(criteria):
    with pytest.raises(BrokenSet, match="cần ngày bắt đầu khác"):
        CriteriaVersion.load(criteria.text, by=None, on=OPENED)


def test_a_round_lays_a_sheet_before_each_unit(round_):
    assert round_.code == "XL-2026-0001"
    assert [sheet.code[-3:] for sheet in round_.sheets.all()] == ["-01", "-02", "-03"]


def test_a_round_runs_once_a_year_and_set(round_, criteria, tuan):
    with pytest.raises(Refused, match="đã mở"):
        RatingRound.open_round(by=tuan, on=OPENED, criteria=criteria, year=2026,
                               self_due=SELF_DUE, review_due=SELF_DUE, rated=[])  # fmt: skip


def test_a_line_gets_its_points_from_its_own_method(sheet, khanh):
    sheet.self_score(by=khanh, on=SCORED, line="1.2", entry=Entry(EIGHT, TEN), note="8 người")
    assert sheet.marks.get().points == Decimal("2.4")
    assert sheet.self_total == Decimal("2.4")


def test_more_done_than_there_was_is_refused_at_its_field(sheet, khanh):
    with pytest.raises(Refused, match="lớn hơn tổng số") as refusal:
        sheet.self_score(by=khanh, on=SCORED, line="1.2", entry=Entry(TEN, EIGHT))
    assert refusal.value.field == "value"


def test_another_unit_does_not_score_it(sheet, minh):
    with pytest.raises(Refused, match="chính đơn vị"):
        sheet.self_score(by=minh, on=SCORED, line="1.3", entry=Entry(Decimal(1)))


def test_what_the_superior_gives_nobody_gives_themselves(sheet, khanh):
    with pytest.raises(Refused, match="cấp trên chấm"):
        sheet.self_score(by=khanh, on=SCORED, line="P.1", entry=Entry(Decimal(0)))


def test_a_sheet_is_sent_whole(sheet, khanh, hoa):
    score_all(sheet, by=khanh, but=("1.1",))
    with pytest.raises(Refused, match=r"còn 1 dòng chưa chấm \(1\.1\)"):
        sheet.send_self_score(by=hoa, on=SCORED)


def test_a_bonus_needs_its_evidence(sheet, khanh, hoa, paper):
    score_all(sheet, by=khanh)
    bonus = {"line": "T.1", "entry": Entry(Decimal(2))}
    sheet.self_score(by=khanh, on=SCORED, **bonus)
    with pytest.raises(Refused, match=r"T\.1 phải có tài liệu kiểm chứng"):
        sheet.send_self_score(by=hoa, on=SCORED)
    sheet.self_score(by=khanh, on=SCORED, files=[paper], **bonus)
    sheet.send_self_score(by=hoa, on=SCORED)
    assert (sheet.stage, sheet.self_total) == ("sent", 102)


def test_other_points_than_their_own_need_a_reason(sent, tuan):
    with pytest.raises(Refused, match="ghi rõ lý do") as refusal:
        sent.appraise(by=tuan, on=REVIEWED, line="1.3", entry=Entry(Decimal(0)))
    assert refusal.value.field == "note"
    sent.appraise(by=tuan, on=REVIEWED, line="1.3", entry=Entry(Decimal(0)), note="Chưa rà soát")
    marks = sent.marks_of()
    assert (marks["self"]["1.3"].points, marks["review"]["1.3"].points) == (3, 0)


def test_nobody_appraises_their_own_unit(round_, units, tuan, ha):
    own = round_.sheets.get(unit=units["van-phong"])
    score_all(own, by=tuan)
    place(ha, "head", unit=units["tiep-cong-dan"])
    own.pass_over(by=ha, on=DECIDED, reason="Không gửi")
    with pytest.raises(Refused, match="đơn vị mình"):
        own.appraise(by=tuan, on=DECIDED, line="1.3", entry=Entry(Decimal(1)))
    own.appraise(by=ha, on=DECIDED, line="1.3", entry=Entry(Decimal(1)))


def test_lines_with_evidence_are_agreed_to_in_one_act(sheet, khanh, hoa, tuan, paper):
    score_all(sheet, by=khanh)
    sheet.self_score(by=khanh, on=SCORED, line="1.1", entry=Entry(Decimal(3)), files=[paper])
    sheet.send_self_score(by=hoa, on=SCORED)
    sheet.agree(by=tuan, on=REVIEWED)
    assert list(sheet.marks_of()["review"]) == ["1.1"]


def test_appraisal_ends_when_every_line_was_looked_at(sent, tuan):
    with pytest.raises(Refused, match="dòng chưa thẩm định"):
        sent.finish_appraisal(by=tuan, on=REVIEWED)
    review_all(sent, by=tuan)
    sent.finish_appraisal(by=tuan, on=REVIEWED)
    assert (sent.total, sent.level) == (100, "xuat-sac")


def test_a_stated_condition_lowers_the_level_and_can_be_taken_back(appraised, tuan):
    said = {"condition": "khien-trach", "reason": "Quyết định số 5 ngày 01/12/2026"}
    appraised.state_condition(by=tuan, on=REVIEWED, holds=True, **said)
    assert appraised.level == "tot"
    appraised.state_condition(by=tuan, on=REVIEWED, holds=False, **said)
    assert appraised.level == "xuat-sac"


def test_a_leader_adjusts_with_a_reason_and_all_three_remain(appraised, ha):
    with pytest.raises(Refused, match="lý do"):
        appraised.adjust(by=ha, on=REVIEWED, line="1.3", entry=Entry(Decimal(0)), note=" ")
    appraised.adjust(by=ha, on=REVIEWED, line="1.3", entry=Entry(Decimal(0)), note="Họp xét")
    marks = appraised.marks_of()
    assert [marks[side]["1.3"].points for side in ("self", "review", "final")] == [3, 3, 0]
    assert (appraised.total, appraised.level) == (97, "hoan-thanh")


def test_nothing_sent_is_told_after_the_last_day_only(sheet, tuan):
    with pytest.raises(Refused, match="đến hết ngày 15/12/2026"):
        sheet.pass_over(by=tuan, on=SELF_DUE, reason="Chưa gửi")
    sheet.pass_over(by=tuan, on=REVIEWED, reason="Chưa gửi")
    assert sheet.level == "khong"
    sheet.finish_appraisal(by=tuan, on=REVIEWED)
    assert sheet.stage == "appraised"


def test_a_unit_too_young_is_not_rated(round_, units, tuan, sheet):
    unit = Unit.objects.get(code="dich-vu-viec-lam")
    unit.opened_on = date(2026, 8, 1)
    unit.save()
    sheet = ScoreSheet.objects.get(pk=sheet.pk)
    sheet.pass_over(by=tuan, on=REVIEWED, reason="Mới thành lập")
    assert sheet.level_words == "Không xếp loại"


def test_a_unit_that_ended_in_the_year_is_not_rated(round_, units, tuan, sheet):
    Unit.objects.filter(code="dich-vu-viec-lam").update(closed_on=date(2026, 9, 1))
    sheet = ScoreSheet.objects.get(pk=sheet.pk)
    sheet.pass_over(by=tuan, on=REVIEWED, reason="Đã sáp nhập")
    assert (sheet.level, sheet.level_words) == ("", "Không xếp loại")
    sheet.finish_appraisal(by=tuan, on=REVIEWED)
    assert sheet.stage == "appraised"


def test_the_director_decides_over_all_once_all_are_appraised(round_, appraised, tuan, ha):
    with pytest.raises(Refused, match="còn 2 phiếu"):
        round_.rate(by=ha, on=DECIDED)
    for other in round_.sheets.exclude(pk=appraised.pk):
        by = ha if other.unit.code == "van-phong" else tuan
        other.pass_over(by=by, on=REVIEWED, reason="Không gửi")
        other.finish_appraisal(by=by, on=REVIEWED)
    with pytest.raises(Refused, match="Giám đốc quyết định"):
        round_.rate(by=tuan, on=DECIDED)
    round_.rate(by=ha, on=DECIDED)
    assert set(round_.sheets.values_list("stage", flat=True)) == {"decided"}


def alone(rated, criteria, *, by) -> ScoreSheet:
    """The sheet of a round that rates nobody else."""
    dates = {"self_due": SELF_DUE, "review_due": SELF_DUE}
    one = RatingRound.open_round(by=by, on=OPENED, criteria=criteria, year=2026, rated=[rated],
                                 **dates)  # fmt: skip
    return one.sheets.get()


def test_a_sixth_set_rates_a_steering_committee(units, tuan, ha):
    criteria = CriteriaVersion.load(SIXTH, by=tuan, on=OPENED)
    body = Body.objects.create(code="bcd", name="Ban Chỉ đạo", kind=Body.Kind.STEERING)
    place(ha, "party_committee", body=body)
    sheet = alone(body, criteria, by=tuan)
    score_all(sheet, by=ha)
    sheet.send_self_score(by=ha, on=SCORED)
    review_all(sheet, by=tuan)
    assert (sheet.rated, sheet.level_words) == (body, "Hoạt động mạnh")


def test_a_person_is_rated_in_their_unit_and_scores_alone(criteria, units, tuan, khanh, hoa):
    text = criteria.text.replace('rates = "unit"', 'rates = "individual"')
    own = CriteriaVersion.load(text.replace('"can-tho-2025"', '"ca-nhan"'), by=tuan, on=OPENED)
    sheet = alone(khanh, own, by=tuan)
    with pytest.raises(Refused):
        sheet.self_score(by=hoa, on=SCORED, line="1.3", entry=Entry(Decimal(1)))
    sheet.self_score(by=khanh, on=SCORED, line="1.3", entry=Entry(Decimal(1)))
    assert list(ScoreSheet.objects.visible_to(hoa, on=SCORED)) == [sheet]
