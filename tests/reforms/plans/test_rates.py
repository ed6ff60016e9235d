"""R001-5: each task belongs to exactly one content; how far each content is."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

import reforms.figures  # noqa: F401  makes its figures known
from portal.periods import Half, Quarter, Year
from portal.planning import Plan
from portal.statistics import figure
from portal.workflow import Refused
from reforms import areas
from reforms.models import TaskArea
from reforms.plan_rates import courses
from reforms.units_in_plans import units_without
from tests.reforms.plans.conftest import DRAFTED, SENT, add, finish

pytestmark = pytest.mark.django_db
YEAR = Year.of(2026)


def numbers(period) -> dict:
    found = courses(period, "task__reform_area__area", as_of=period.end)
    return {area: (one.due, one.done, one.in_time) for area, one in found.items()}


def test_a_plan_is_not_signed_while_a_task_has_no_content(draft, tuan, ha):
    draft.add_task(by=tuan, on=DRAFTED, text="Việc khác")
    with pytest.raises(Refused, match="1 nhiệm vụ chưa ghi nội dung CCHC"):
        draft.issue(by=ha, on=SENT)


def test_a_task_has_one_content_and_a_known_one(draft):
    task = draft.tasks.first()
    assert task.reform_area.area == "the-che"
    with pytest.raises(IntegrityError), transaction.atomic():
        TaskArea.objects.create(task=task, area="bo-may")
    with pytest.raises(IntegrityError), transaction.atomic():
        TaskArea.objects.filter(task=task).update(area="khac")


def test_a_task_has_exactly_one_lead(plan, units):
    leads = [row.task.lead for row in plan.shares.filter(task__group="")]
    assert leads == ["Phòng Người có công", "Văn phòng Sở"]
    with pytest.raises(IntegrityError), transaction.atomic():
        plan.shares.filter(unit__code="dich-vu-viec-lam").update(unit=None)


def test_nothing_is_done_without_a_product(plan, minh):
    share = plan.shares.get(unit__code="nguoi-co-cong")
    with pytest.raises(IntegrityError), transaction.atomic():
        share.finish(by=minh, on=SENT, result="Xong", product="", finished_on=SENT)


def test_due_done_and_in_time_by_content(plan, minh, tuan, hoa):
    early, late = date(2026, 3, 31), date(2026, 7, 1)
    finish(plan.shares.get(unit__code="nguoi-co-cong"), minh, early, confirmed_by=tuan)
    finish(plan.shares.get(unit__code="dich-vu-viec-lam"), hoa, late, confirmed_by=tuan)
    assert numbers(Quarter.of(2026, 1)) == {
        "the-che": (1, 1, 1), "so-hoa": (0, 0, 0), "thu-tuc": (1, 0, 0)
    }  # fmt: skip
    assert numbers(Half.of(2026, 1))["so-hoa"] == (1, 0, 0)
    assert numbers(YEAR)["so-hoa"] == (1, 1, 0)


def test_what_goes_on_all_the_time_is_done_in_a_period_with_a_product(plan, mai, tuan):
    from portal.attachments import File

    share = plan.shares.get(unit__code="van-phong")
    paper = File.objects.create(name="a.pdf", size=1, sha256="0" * 64, mime="application/pdf",
                                path="00/a")  # fmt: skip
    share.report_progress(by=mai, on=date(2026, 5, 4), percent=50, text="Sổ trực", files=[paper])
    assert numbers(Quarter.of(2026, 1))["thu-tuc"] == (1, 0, 0)
    assert numbers(Half.of(2026, 1))["thu-tuc"] == (1, 1, 1)


def test_what_was_given_up_is_not_due(plan, ha):
    share = plan.shares.get(unit__code="nguoi-co-cong")
    share.skip(by=ha, on=date(2026, 2, 2), reason="Trung ương đã làm")
    assert "the-che" not in numbers(YEAR)


def test_the_rates_are_figures_by_name(plan, minh, tuan):
    early = date(2026, 3, 31)
    finish(plan.shares.get(unit__code="nguoi-co-cong"), minh, early, confirmed_by=tuan)
    quarter = Quarter.of(2026, 1)
    assert figure("reform_plan_rate").value(quarter) == 50.0
    assert figure("reform_in_time_rate").value(quarter) == 100.0
    assert figure("reform_in_time_rate").value(Quarter.of(2025, 1)) is None
    assert figure("reform_tasks_due").value(quarter, unit="van-phong") == 1
    assert figure("reform_tasks_due").rows(quarter) == "/cai-cach/nhiem-vu/?den-han=2026-q1"


def test_units_with_no_task_are_found(plan, units):
    found = {unit.code for unit in units_without(2026, as_of=SENT)}
    assert found == {"tiep-cong-dan", "lao-dong"}
    assert figure("units_without_reform_task").value(Year.of(2025)) == 5


def test_a_unit_lacks_tasks_for_itself_alone(plan):
    lacking = figure("units_without_reform_task").value
    assert (lacking(YEAR, unit="lao-dong"), lacking(YEAR, unit="nguoi-co-cong")) == (1, 0)


def test_next_year_s_draft_keeps_the_contents(plan, tuan):
    draft = plan.begin_again(by=tuan, on=date(2026, 12, 1), year=2027)
    assert [task.reform_area.area for task in draft.tasks.all()] == ["the-che", "so-hoa", "thu-tuc"]


def test_other_programmes_are_not_asked(units, tuan, ha):
    other = Plan.draw_up(
        by=tuan, on=DRAFTED, programme="dan-chu", title="Dân chủ", unit=units["so"],
        coordinating_unit=units["van-phong"], year=2026, from_on=DRAFTED, to_on=SENT,
    )  # fmt: skip
    add(other, tuan, "Họp", "the-che")
    assert not TaskArea.objects.exists()
    other.issue(by=ha, on=SENT)


@pytest.mark.parametrize(
    ("year", "words"),
    [
        *[(2016, "VI. Hiện đại hóa hành chính"), (2010, "VI. Hiện đại hóa hành chính")],
        (2023, "VI. Xây dựng, phát triển Chính phủ điện tử, Chính phủ số"),
        (2026, "VI. Xây dựng, phát triển Chính phủ số"),
    ],
)
def test_a_content_is_called_as_the_programme_of_the_year_calls_it(year, words):
    assert areas.named("so-hoa", year=year) == words
    assert [code for code, _ in areas.choices(year)] == list(areas.CODES)
