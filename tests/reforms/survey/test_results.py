"""What a campaign found: both numbers shown, too small a group says nothing."""

from datetime import date

import pytest

from portal.office import Setting
from portal.periods import Month, Year
from portal.statistics import figure
from portal.workflow import Refused
from reforms.models.survey.answer import answer_at_counter, shuffle_answers
from reforms.surveys import FORMULA, SATISFIED, for_campaigns, questionnaires
from reforms.surveys.results import kept_back, results
from tests.reforms.survey.conftest import GLAD, NEXT, ON, SAD, answered, campaign

pytestmark = pytest.mark.django_db
NOVEMBER = Month.of(2026, 11)
SMALL = ("lao-dong", "van-phong")


def test_satisfied_of_those_with_an_opinion_by_question_factor_and_whole():
    slips = [GLAD, GLAD, SAD, {"thai-do": 4}, {"ket-qua": 3}]
    told = results(questionnaires()["nguoi-dan"], slips, fewest=5)
    assert (told.whole.satisfied, told.whole.valid, told.percent) == (5, 8, 62.5)
    assert dict(told.factors())["Công chức"] == 75.0  # 3 of 4; the other question had none
    assert dict(told.factors())["Tiếp cận dịch vụ"] is None


def test_four_slips_say_nothing():
    told = results(questionnaires()["nguoi-dan"], [GLAD] * 4, fewest=5)
    assert (told.slips, told.told, told.percent) == (4, False, None)


def test_every_questionnaire_says_where_it_comes_from_and_asks_nothing_of_complaints():
    for each in questionnaires().values():
        assert each.source
        assert each.mark in ("READ", "MEMORY")
        assert len({question.code for question in each.questions}) == len(each.questions)
    counter = questionnaires()["tai-quay"]
    assert [question.factor for question in counter.questions] == ["Thái độ", "Sự rõ ràng"]
    assert {each.audience for each in for_campaigns()} == {"people", "enterprises"}
    assert SATISFIED == 4


def test_the_page_shows_n_and_the_rate_and_hides_a_small_group(client, ha, asked, asker, units):
    big = asked.issue(by=asker, on=ON, count=10, unit=units["nguoi-co-cong"])
    others = [asked.issue(by=asker, on=ON, count=3, unit=units[code]) for code in SMALL]
    answered(big, *[GLAD] * 4, SAD)
    for small in others:
        answered(small, *[SAD] * 3)
    client.force_login(ha)
    page = client.get(asked.get_absolute_url()).content.decode()
    assert "trên 16 phiếu phát, 68,8%" in page
    assert "36,4%" in page  # 8 of 22
    assert "80,0%" in page  # of the big group
    assert page.count("ít hơn 5 phiếu, không hiện") == 2
    assert FORMULA[1:] in page


def test_a_small_group_is_not_told_by_what_is_left(client, ha, asked, asker, units):
    """The whole less the one group that is shown would be the other."""
    for code, ticked in (("nguoi-co-cong", [GLAD] * 6), ("lao-dong", [SAD] * 2)):
        answered(asked.issue(by=asker, on=ON, count=6, unit=units[code]), *ticked)
    client.force_login(ha)
    page = client.get(asked.get_absolute_url()).content.decode()
    assert "không hiện, để không suy ra nhóm ít phiếu" in page
    assert "100,0%" not in page


def test_what_is_kept_back_is_never_one_small_rest():
    sizes = {"a": 9, "b": 7, "c": 2}
    assert kept_back(sizes, fewest=5) == {"b", "c"}
    assert kept_back(sizes | {"d": 3}, fewest=5) == {"c", "d"}  # five together tell of nobody
    assert kept_back(sizes | {"c": 0}, fewest=5) == {"c"}
    assert kept_back({"a": 9, "b": 7, None: 1}, fewest=5) == {"b"}


def test_no_figure_of_a_unit_tells_a_small_one_by_subtraction(client, ha, units, fields):
    for code, marks in (("lao-dong", [5] * 9), ("nguoi-co-cong", [4] * 7), ("van-phong", [1] * 2)):
        for mark in marks:
            answer_at_counter(units[code], {"thai-do": mark}, questions="tai-quay", on=ON)
    shuffle_answers(on=NEXT)
    told = figure("counter_satisfaction")
    assert told.value(NOVEMBER) == 88.9  # 16 of 18
    assert told.value(NOVEMBER, "lao-dong") == 100.0
    assert [told.value(NOVEMBER, code) for code in ("nguoi-co-cong", "van-phong")] == [None, None]
    client.force_login(ha)
    page = client.get(told.opens(NOVEMBER)).content.decode()
    assert page.count("để không suy ra nhóm ít phiếu") == 2  # two questions of one unit
    assert "ít hơn 5 phiếu" in page


def test_the_office_sets_the_fewest(client, ha, asked, asker):
    Setting.objects.create(name="survey_fewest", value="10", valid_from=date(2026, 1, 1))
    answered(asked.issue(by=asker, on=ON, count=10), *[GLAD] * 9)
    client.force_login(ha)
    assert "cần ít nhất 10 phiếu" in client.get(asked.get_absolute_url()).content.decode()


def test_figures_are_of_campaigns_that_ended_in_the_period(asked, asker):
    answered(asked.issue(by=asker, on=ON, count=10), *[GLAD] * 5)
    enterprises = campaign(asker, questions="doanh-nghiep")
    answered(enterprises.issue(by=asker, on=ON, count=10), *[{"tay-nghe": 2}] * 4)
    assert figure("satisfaction_people").value(NOVEMBER) == 100.0
    assert figure("satisfaction_people").value(Month.of(2026, 10)) is None
    assert figure("satisfaction_enterprises").value(NOVEMBER) is None  # four are too few
    assert figure("satisfaction_people_whole").value(Year.of(2026)) == 10


def test_counters_are_counted_by_month(units):
    for mark in (5, 5, 4, 1, 2):
        answer_at_counter(units["lao-dong"], {"thai-do": mark}, questions="tai-quay", on=ON)
    assert figure("counter_satisfaction").value(NOVEMBER) is None  # not on the day itself
    shuffle_answers(on=NEXT)
    assert figure("counter_satisfaction").value(NOVEMBER, "lao-dong") == 60.0
    assert figure("counter_satisfaction").value(NOVEMBER, "nguoi-co-cong") is None


def test_a_figure_opens_its_campaigns(client, ha, asked):
    client.force_login(ha)
    page = client.get(figure("satisfaction_people").opens(NOVEMBER)).content.decode()
    assert asked.code in page
    page = client.get(figure("counter_satisfaction").opens(NOVEMBER)).content.decode()
    assert "Tháng 11/2026" in page


def test_slips_are_printed_by_who_asks(client, asked, asker, lan):
    batch = asked.issue(by=asker, on=ON, count=3)
    where = f"{asked.get_absolute_url()}phieu/{batch.pk}/"
    client.force_login(asker)
    page = client.get(where).content.decode()
    assert all(f"/hai-long/{key}/" in page for key in batch.slips())
    assert page.count('class="qr"') == 3
    client.force_login(lan)
    assert client.get(where).status_code == 404
    assert client.get(asked.get_absolute_url()).status_code == 200
    assert client.get("/cai-cach/hai-long/quay/lao-dong/").status_code == 200


def test_days_in_their_order(asker, asked):
    with pytest.raises(Refused, match="Ngày kết thúc"):
        campaign(asker, closes_on=date(2026, 11, 19))
    with pytest.raises(Refused, match="đã hết ngày"):
        asked.issue(by=asker, on=date(2026, 12, 1), count=3)


def test_it_is_opened_given_out_and_closed_on_its_pages(client, asker, office):
    client.force_login(asker)
    opened = client.post("/cai-cach/hai-long/moi/", {
        "title": "Doanh nghiệp 2026", "questions": "doanh-nghiep", "opens_on": "20/11/2026",
        "closes_on": "30/11/2026",
    })  # fmt: skip
    assert client.post(f"{opened.url}phat-phieu/", {"count": "3"}).status_code == 302
    assert "3 phiếu" in client.get(opened.url).content.decode()
    assert client.post(f"{opened.url}ket-thuc-khao-sat/", {}).status_code == 302


def test_a_campaign_stands_beside_the_one_before_that_asked_the_same(client, ha, asker, office):
    for month, ticked in ((10, [GLAD] * 4 + [SAD]), (11, [GLAD] * 3 + [SAD] * 2)):
        one = campaign(asker, closes_on=date(2026, 12, month))
        answered(one.issue(by=asker, on=ON, count=5), *ticked)
    client.force_login(ha)
    page = client.get("/cai-cach/hai-long/").content.decode()
    assert page.count("giảm 20,0 điểm so với đợt trước") == 1


def test_a_list_in_few_statements(client, ha, asked, asker, django_assert_max_num_queries):
    campaign(asker, title="Đợt hai")
    answered(asked.issue(by=asker, on=ON, count=6), *[GLAD] * 5)
    client.force_login(ha)
    client.get("/cai-cach/hai-long/")
    with django_assert_max_num_queries(12):
        page = client.get("/cai-cach/hai-long/").content.decode()
    assert "100,0%" in page
