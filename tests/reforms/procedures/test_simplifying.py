"""Reviews of the year, what a proposal saves, where it contradicts itself, its way."""

from datetime import date
from decimal import Decimal

import pytest

from portal.instruments import Instrument, Relation, deliver_instruments
from portal.people import Role
from portal.submissions import submit
from portal.workflow import Refused
from reforms.compliance_cost import Burden, contradictions, hourly_income, saved_percent
from reforms.models import ProcedureChange, ReviewPlan, Simplification
from reforms.models.procedure.law_changes import law_changes
from tests.cast import person, place
from tests.reforms.procedures.conftest import DAY, UNIT

pytestmark = pytest.mark.django_db
FACTS = {
    "sort": "thoi-han", "content": "Giảm thời hạn từ 10 ngày xuống 9 ngày làm việc",
    "reason": "Bước thẩm định làm song song", "days_before": Decimal(10),
    "days_after": Decimal(9), "dossiers": 10, "hourly": 40_000,
}  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "costs", "percent"),
    [
        (10, 9, (32_000_000, 28_800_000), 10),
        (25, 23, (80_000_000, 73_600_000), 8),
        (5, 3, (16_000_000, 9_600_000), 40),
    ],
)
def test_the_cost_formula(before, after, costs, percent):
    found = [Burden(Decimal(days), 10, 40_000).cost for days in (before, after)]
    assert tuple(found) == costs
    assert saved_percent(*found) == percent


def test_a_fee_counts_for_each_time():
    assert Burden(Decimal("0.5"), 100, 40_000, fee=600_000).cost == 76_000_000
    assert saved_percent(0, 0) is None


@pytest.mark.parametrize(
    ("words", "before", "after", "told"),
    [
        ("Giảm 01 ngày làm việc", 5, 3, ["giảm 1 ngày, hai thời hạn chênh nhau 2"]),
        ("Giảm thời hạn 2 ngày", 5, 3, []),
        ("rút từ 10 ngày xuống còn 9 ngày", 10, 9, []),
        ("từ 10 ngày làm việc xuống 8 ngày", 10, 9, ["từ 10 còn 8, thời hạn ghi từ 10 còn 9"]),
        ("Bỏ bản sao căn cước", 5, 3, []),
    ],
)
def test_words_that_say_another_number_are_told(words, before, after, told):
    found = list(contradictions(words, Decimal(before), Decimal(after)))
    assert len(found) == len(told)
    assert all(part in sentence for part, sentence in zip(told, found, strict=True))


def test_the_income_has_a_source():
    assert hourly_income(as_of=DAY)[0] == 40_000
    assert "2816/QĐ-UBND" in hourly_income(as_of=date(2020, 1, 1))[1]


@pytest.fixture
def proposal(permit, minh, units, lan):
    an = person("an", "Trịnh Văn An")
    place(an, Role.OFFICER, unit=units[UNIT])
    return Simplification.propose(
        by=an, on=DAY, procedure=permit, unit=units[UNIT], fee_before=0, fee_after=0, **FACTS
    )


def test_from_the_proposal_to_the_catalogue(proposal, permit, phuong, ha, units):
    on = date(2026, 7, 30)
    proposal.adopt(by=ha, on=DAY)
    proposal.send(by=phuong, on=on, sent_on=DAY)
    facts = {"decision": "Quyết định số 600/QĐ-UBND", "decided_on": date(2026, 7, 10)}
    proposal.note_decision(by=phuong, on=on, **facts)
    proposal.carry_out(by=phuong, on=on, carried_out_on=date(2026, 7, 20))
    change = ProcedureChange.open_change(
        by=phuong, on=DAY, sort="sua-doi", title="Giảm thời hạn", because="Quyết định số 600",
        promulgated_on=DAY, effective_on=date(2026, 8, 1), unit=units[UNIT], procedures=[permit],
    )  # fmt: skip
    with pytest.raises(Refused, match="chưa có quyết định công bố"):
        proposal.update_catalogue(by=phuong, on=on, change=change)
    change.note_decision(by=phuong, on=on, decision="Quyết định số 700", signed_on=on)
    proposal.update_catalogue(by=phuong, on=on, change=change)
    assert proposal.stage == "updated"


def test_leaders_adopt_what_units_submit(proposal, phuong, ha, lan):
    with pytest.raises(Refused, match="lãnh đạo"):
        proposal.adopt(by=phuong, on=DAY)
    step = proposal.workflow["adopt"]
    sent = submit(proposal, step, by=phuong, on=DAY, payload={"note": [""]})
    assert sent.is_last
    assert sent.reader.user == ha


def test_nothing_becomes_longer(proposal, permit, phuong, units):
    with pytest.raises(Refused, match="dài hơn"):
        facts = FACTS | {"days_after": Decimal(11)}
        Simplification.propose(by=phuong, on=DAY, procedure=permit, unit=units[UNIT], **facts)


def test_no_day_before_the_one_it_follows(proposal, phuong, ha):
    proposal.adopt(by=ha, on=DAY)
    with pytest.raises(Refused, match="Sở thông qua ngày 06/7/2026"):
        proposal.send(by=phuong, on=DAY, sent_on=date(2026, 7, 3))


def test_a_paper_that_says_another_share_is_told(proposal):
    proposal.told_percent = Decimal(12)
    assert "tính theo công thức là 10%" in list(proposal.contradictions())[-1]


@pytest.fixture
def plan(phuong, permit, units):
    one = ReviewPlan.draw_up(by=phuong, on=DAY, year=2027, unit=units["van-phong"])
    one.add_item(
        by=phuong, on=DAY, procedure=permit, unit=units[UNIT], due_on=date(2027, 6, 30),
        basis="Nhiều lượt yêu cầu bổ sung", product="Phương án đơn giản hóa",
    )  # fmt: skip
    return one


def test_a_plan_of_review_is_sent_by_the_end_of_january(plan, phuong, ha):
    assert plan.due_on == date(2027, 1, 31)
    plan.approve(by=ha, on=date(2027, 1, 20))
    plan.send(by=phuong, on=date(2027, 1, 25), sent_on=date(2027, 1, 25))
    plan.note_result(
        by=phuong, on=date(2027, 5, 3), item=plan.items.get(), done_on=date(2027, 5, 3),
        result="Đề xuất giảm 1 ngày",
    )  # fmt: skip
    assert plan.items.get().result == "Đề xuất giảm 1 ngày"


def test_one_plan_a_year(plan, phuong, units):
    with pytest.raises(Refused, match="Năm 2027 đã có"):
        ReviewPlan.draw_up(by=phuong, on=DAY, year=2027, unit=units["van-phong"])


def test_an_instrument_leads_to_the_procedures_that_rest_on_it(
    client, permit, phuong, units, django_assert_max_num_queries
):
    deliver_instruments()
    facts = {"basis_words": "Luật số 10/2022/QH15 ngày 10/11/2022"}
    permit.describe(by=phuong, on=DAY, name=permit.name, **facts)
    (found,) = law_changes(as_of=DAY)
    assert (found.instrument.reference, found.waiting) == ("97/2025/QH15", [permit])
    client.force_login(phuong)
    with django_assert_max_num_queries(20):
        page = client.get("/cai-cach/thu-tuc/van-ban/").content.decode()
    assert "1 thủ tục chưa lập biến động" in page
    form = client.get("/cai-cach/bien-dong/moi/?loai=sua-doi&van-ban=97/2025/QH15&thu-tuc=1.014199")
    assert "97/2025/QH15" in form.content.decode()
    ProcedureChange.open_change(
        by=phuong, on=DAY, sort="sua-doi", title="Theo luật", because="Luật", unit=units[UNIT],
        promulgated_on=DAY, effective_on=DAY, procedures=[permit], instrument=found.instrument,
    )  # fmt: skip
    (found,) = law_changes(as_of=DAY)
    assert (found.waiting, found.taken_up) == ([], [permit])
    assert Relation.objects.filter(other=Instrument.objects.get(symbol="2022/QH15", number="10"))


def test_its_pages(client, proposal, plan, phuong, django_assert_max_num_queries):
    client.force_login(phuong)
    for address in ("/cai-cach/don-gian-hoa/", "/cai-cach/ra-soat/"):
        with django_assert_max_num_queries(18):
            assert client.get(address).status_code == 200
    for one in (proposal, plan):
        with django_assert_max_num_queries(24):
            page = client.get(one.get_absolute_url()).content.decode()
        assert one.code in page
    assert "3.200.000" in client.get(proposal.get_absolute_url()).content.decode()


def test_proposed_on_the_screen_with_the_present_limit(client, permit, phuong, units):
    client.force_login(phuong)
    at = "/cai-cach/don-gian-hoa/moi/"
    assert 'value="10"' in client.get(f"{at}?thu-tuc=1.014199").content.decode()
    typed = {
        "procedure": "1.014199", "sort": "thoi-han", "content": "Giảm 01 ngày", "reason": "Gọn",
        "days_before": "5", "days_after": "3", "dossiers": "10", "hourly": "40.000",
        "unit": UNIT,
    }  # fmt: skip
    answer = client.post(at, typed, follow=True)
    assert "Nội dung ghi giảm 1 ngày" in answer.content.decode()
