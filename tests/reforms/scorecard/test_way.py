"""A card on its way: evidence, windows that lock, three sides, nobody their own, publication."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from portal import history
from portal.workflow import Refused
from reforms.models import Scorecard, ScoringCampaign
from reforms.models.scorecard.mark import Told
from tests.reforms.scorecard.conftest import (
    EXPLAINED,
    LAST_LOOK,
    REVIEWED,
    SCORED,
    SELF_DUE,
    WINDOWS,
    best,
    review_all,
    score_all,
    told,
)

pytestmark = pytest.mark.django_db
LATE = date(2026, 12, 16)


def test_points_without_paper_or_words_are_refused(card, khanh):
    with pytest.raises(Refused, match="tài liệu kiểm chứng"):
        card.self_score(by=khanh, on=SCORED, line="1.3", told=told(9, 10))
    assert not card.marks.exists()


def test_no_points_need_no_paper(card, khanh):
    card.self_score(by=khanh, on=SCORED, line="1.3", told=told(7, 10))
    assert card.marks.get().points == 0


@pytest.mark.parametrize("shown", ["file", "link", "note"])
def test_a_file_a_link_or_words_will_do(card, khanh, paper, shown):
    papers = {"files": [paper]} if shown == "file" else {}
    papers |= {"links": ["https://so.tangiang.example/bc"]} if shown == "link" else {}
    note = "Chưa tách được tài liệu" if shown == "note" else ""
    card.self_score(by=khanh, on=SCORED, line="1.3", told=told(9, 10), note=note, **papers)
    assert card.marks.get().points == Decimal("1.8")


def test_dropping_the_only_paper_is_refused(card, khanh, paper):
    card.self_score(by=khanh, on=SCORED, line="1.3", told=told(9, 10), files=[paper])
    with pytest.raises(Refused, match="tài liệu kiểm chứng"):
        card.self_score(
            by=khanh, on=SCORED, line="1.3", told=told(9, 10), drop=list(card.evidence.all())
        )
    assert card.evidence.count() == 1


def test_other_points_than_counted_need_a_reason(card, khanh, paper):
    with pytest.raises(Refused, match="lý do điểm khác cách tính"):
        card.self_score(
            by=khanh, on=SCORED, line="1.3", told=told(9, 10, points=Decimal(2)), files=[paper]
        )


def test_other_points_stand_beside_the_counted_ones(card, khanh):
    given = told(9, 10, points=Decimal("1.5"))
    card.self_score(by=khanh, on=SCORED, line="1.3", told=given, note="Một việc do tỉnh lùi")
    mark = card.marks.get()
    assert (mark.counted, mark.points, mark.is_by_hand) == (Decimal("1.8"), Decimal("1.5"), True)


@pytest.mark.parametrize(("points", "why"), [("2.25", "cao nhất"), ("1.3", "bậc 0,25")])
def test_other_points_stay_in_the_line_and_its_steps(card, khanh, points, why):
    with pytest.raises(Refused, match=why):
        given = told(9, 10, points=Decimal(points))
        card.self_score(by=khanh, on=SCORED, line="1.3", told=given, note="Lý do")


def test_a_line_that_does_not_apply_needs_a_reason_and_leaves_the_maximum(card, khanh):
    off = Told(best(card.set.lines["1.3"]).entry, applies=False)
    with pytest.raises(Refused, match="lý do không áp dụng"):
        card.self_score(by=khanh, on=SCORED, line="1.3", told=off)
    score_all(card, by=khanh)
    card.self_score(by=khanh, on=SCORED, line="1.3", told=off, note="Trung tâm không lập kế hoạch")
    assert card.marks.get(line="1.3").points is None
    assert card.self_total == Decimal("85.714")  # 84 of 98, drawn up to 100


def test_the_window_locks_and_only_an_appraiser_opens_it_again(card, khanh, oanh):
    with pytest.raises(Refused, match="Đã hết thời gian"):
        card.self_score(by=khanh, on=LATE, line="1.3", told=told(9, 10), note="Sổ")
    with pytest.raises(Refused, match="đơn vị mình"):
        card.reopen_self_score(by=khanh, on=LATE, until=date(2026, 12, 18), reason="Muộn")
    card.reopen_self_score(by=oanh, on=LATE, until=date(2026, 12, 18), reason="Mất mạng hai ngày")
    card.self_score(by=khanh, on=LATE, line="1.3", told=told(9, 10), note="Sổ")
    event = history.events(card.stream).get(step="reopen_self_score")
    assert (event.by, event.values["reason"]) == ("oanh", "Mất mạng hai ngày")


def test_the_last_day_still_counts(card, khanh):
    card.self_score(by=khanh, on=SELF_DUE, line="1.3", told=told(9, 10), note="Sổ")
    assert card.marks.count() == 1


def test_it_is_closed_only_when_its_window_is_over(card, oanh):
    with pytest.raises(Refused, match="còn được ghi"):
        card.close_self_score(by=oanh, on=SELF_DUE, reason="Hết hạn")
    card.close_self_score(by=oanh, on=LATE, reason="Không gửi")
    assert (card.stage, card.open_until, card.self_scored_on) == ("review", None, None)


def test_it_is_sent_by_the_head_once_every_line_is_scored(card, khanh, hoa):
    score_all(card, by=khanh, but=("7.7",))
    with pytest.raises(Refused, match=r"còn 1 dòng chưa chấm \(7.7\)"):
        card.send_self_score(by=hoa, on=SCORED)
    score_all(card, by=khanh)
    with pytest.raises(Refused, match="thủ trưởng"):
        card.send_self_score(by=khanh, on=SCORED)
    card.send_self_score(by=hoa, on=SCORED)
    assert (card.stage, card.self_total) == ("review", Decimal(86))


def test_what_was_sent_is_read_only(sent, khanh):
    with pytest.raises(Refused, match="Chờ thẩm định"):
        sent.self_score(by=khanh, on=SCORED, line="1.3", told=told(9, 10), note="Sổ")


def test_nobody_appraises_their_own_unit(campaign, units, oanh, tuan, ha):
    own = campaign.cards.get(unit=units["van-phong"])
    own.close_self_score(by=ha, on=LATE, reason="Không gửi")
    for user in (oanh, tuan):
        with pytest.raises(Refused, match="đơn vị mình"):
            own.appraise(by=user, on=REVIEWED, line="1.3", told=told(9, 10))
    own.appraise(by=ha, on=REVIEWED, line="1.3", told=told(9, 10))
    assert own.marks.get().points == Decimal("1.8")


def test_the_office_is_scored_by_one_and_the_provinces_points_entered_by_another(
    of_the_office, oanh, tuan, ha
):
    score_all(of_the_office, by=oanh)
    of_the_office.send_self_score(by=ha, on=SCORED)
    with pytest.raises(Refused, match="đơn vị mình"):
        of_the_office.appraise(by=oanh, on=REVIEWED, line="1.3", told=told(10, 10))
    of_the_office.appraise(by=tuan, on=REVIEWED, line="1.3", told=told(10, 10))
    assert of_the_office.marks.filter(side="review").count() == 1


def test_an_appraiser_who_gives_other_points_says_why(sent, oanh):
    with pytest.raises(Refused, match="ghi rõ lý do"):
        sent.appraise(by=oanh, on=REVIEWED, line="1.3", told=told(9, 10))


def test_lines_with_papers_are_agreed_to_at_once(card, khanh, hoa, oanh, paper):
    score_all(card, by=khanh)
    card.self_score(by=khanh, on=SCORED, line="1.3", told=told(9, 10), files=[paper])
    card.send_self_score(by=hoa, on=SCORED)
    card.agree(by=oanh, on=REVIEWED)
    assert list(card.marks.filter(side="review").values_list("line", flat=True)) == ["1.3"]


def test_only_what_got_less_is_explained(appraised, khanh):
    assert appraised.lessened() == ["1.3"]
    with pytest.raises(Refused, match="không bị giảm"):
        appraised.explain(by=khanh, on=EXPLAINED, line="1.4", words="Đã gửi đủ")
    appraised.explain(by=khanh, on=EXPLAINED, line="1.3", words="Tài liệu ở mục 4 của báo cáo")
    assert appraised.explanations.get().words.startswith("Tài liệu")


def test_the_last_word_on_a_line_counts(appraised, khanh, hoa, oanh):
    assert appraised.total == Decimal(98)
    appraised.explain(by=khanh, on=EXPLAINED, line="1.3", words="Tài liệu ở mục 4")
    appraised.send_explanation(by=hoa, on=EXPLAINED)
    appraised.appraise_again(
        by=oanh, on=LAST_LOOK, line="1.3", told=told(9, 10), note="Chấp nhận một phần"
    )
    appraised.finish_scoring(by=oanh, on=LAST_LOOK)
    assert (appraised.total, appraised.level_words) == (Decimal("99.8"), "Xuất sắc")


def test_explaining_locks_too(appraised, khanh):
    with pytest.raises(Refused, match="Đã hết thời gian"):
        appraised.explain(by=khanh, on=date(2027, 1, 6), line="1.3", words="Muộn")


def test_the_director_makes_known_what_was_scored(campaign, appraised, oanh, ha):
    with pytest.raises(Refused, match="còn 3 phiếu"):
        campaign.publish(by=ha, on=LAST_LOOK)
    campaign.cards.update(stage="done", open_until=None)
    with pytest.raises(Refused, match="Giám đốc"):
        campaign.publish(by=oanh, on=LAST_LOOK)
    campaign.publish(by=ha, on=LAST_LOOK, prepared_by=oanh)
    assert set(campaign.cards.values_list("stage", flat=True)) == {"published"}


def test_windows_stand_in_order(template, units, oanh):
    wrong = WINDOWS | {"explain_due": SELF_DUE}
    with pytest.raises(Refused, match="Giải trình"):
        ScoringCampaign.open_campaign(
            by=oanh, on=SCORED, criteria=template, year=2026, of_the_office=False,
            scored=[units["lao-dong"]], **wrong,
        )  # fmt: skip


def test_later_windows_keep_open_cards_open(campaign, card, oanh):
    later = WINDOWS | {"self_due": date(2026, 12, 20)}
    campaign.put_off(by=oanh, on=SCORED, reason="Chờ số liệu", **later)
    card.refresh_from_db()
    assert card.open_until == date(2026, 12, 20)


def test_a_unit_sees_its_own_card_and_that_of_the_office(campaign, card, of_the_office, khanh):
    seen = Scorecard.objects.visible_to(khanh, on=SCORED)
    assert set(seen) == {card, of_the_office}


def test_the_database_refuses_a_window_on_a_card_that_is_not_in_hand(card):
    with pytest.raises(IntegrityError), transaction.atomic():
        Scorecard.objects.filter(pk=card.pk).update(stage="review")


def test_the_province_form_is_full_with_all_of_it(sent, oanh):
    review_all(sent, by=oanh)
    assert sent.review_total == Decimal(100)
