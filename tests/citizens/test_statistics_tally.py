"""The kept rollups: whatever is done, they equal a count from the beginning."""

from collections import Counter
from datetime import date

from django.db import transaction
from django.db.models import Sum

from citizens.models import CommuneTally, MonthTally, Tally
from citizens.models.tally import rebuild
from portal.reorganisation import Decision, merge
from tests.citizens.conftest import number
from tests.citizens.visits import DAY, enter, enter_sealed


def kept() -> dict:
    """What the rows add up to, whichever writer's slot they lie in."""
    sums: Counter = Counter()
    for row in Tally.objects.all():
        key = (row.what, row.month, row.unit, row.field)
        sums[key, "amount"] += row.amount
        sums[key, "days"] += row.days
    return {key: each for key, each in sums.items() if each}


def months() -> dict:
    """The same of the whole office: by month, and what the rows of its units add up to."""
    return {
        model: {
            (what, month): sums
            for what, month, *sums in model.objects.values_list("what", "month").annotate(
                Sum("amount"), Sum("days")
            )
            if any(sums)
        }
        for model in (MonthTally, Tally)
    }


def communes_kept() -> dict:
    rows = CommuneTally.objects.values_list("what", "month", "commune")
    return {tuple(row): amount for *row, amount in rows.annotate(Sum("amount")) if amount}


def assert_kept_equals_rebuilt() -> dict:
    before, before_of_months, places = kept(), months(), communes_kept()
    assert before_of_months[MonthTally] == before_of_months[Tally]
    with transaction.atomic():
        rebuild()
    assert (before, before_of_months, places) == (kept(), months(), communes_kept())
    return before


def totals() -> dict:
    sums: Counter = Counter()
    for (row, of), each in kept().items():
        sums[row[0], of] += each
    return dict(sums)


def test_straight_way_is_received_handled_opened_settled(settled):
    settled(date(2026, 8, 4))
    assert_kept_equals_rebuilt()
    assert totals() == {
        ("received", "amount"): 1,
        ("handled", "amount"): 1,
        ("opened", "amount"): 1,
        ("settled_on_time", "amount"): 1,
        ("settled_on_time", "days"): 21,
    }


def test_late_decision_counts_as_late(settled):
    settled(date(2026, 8, 4))
    late = settled(date(2026, 9, 1))
    assert late.settled_late()
    assert_kept_equals_rebuilt()
    assert totals()["settled_late", "amount"] == 1


def test_classification_moves_the_letter_to_its_field(letter, lan, fields):
    petition = letter()
    field = fields["ncc-chat-doc-hoa-hoc"]
    petition.classify(
        by=lan, on=date(2026, 7, 6), kind="khieu_nai", eligible=True, competent=True, field=field
    )
    assert {row.field for row in Tally.objects.filter(amount__gt=0)} == {field.pk}
    assert_kept_equals_rebuilt()


def test_assignment_moves_the_case_to_its_unit(complaint, ha, units):
    case = complaint()
    case.assign(by=ha, on=date(2026, 7, 8), unit=units["lao-dong"])
    assert_kept_equals_rebuilt()
    opened = Tally.objects.get(what="opened", amount=1)
    assert opened.unit == units["lao-dong"].pk


def test_what_moves_to_the_book_of_its_own_is_counted_nowhere(letter, lan):
    letter().seal(by=lan, on=date(2026, 7, 7), reason="Có nội dung tố cáo", envelope_no="BM-1/2026")
    assert assert_kept_equals_rebuilt() == {}


def test_wrong_receipt_put_right_moves_both_letter_and_case(complaint, minh):
    case = complaint(date(2026, 7, 6))
    case.correct(
        by=minh, on=date(2026, 7, 9), fact="received_on", new=date(2026, 6, 30), reason="Nhầm ngày"
    )
    months = {(row[0], row[1]) for row, of in assert_kept_equals_rebuilt() if of == "amount"}
    assert ("received", date(2026, 6, 1)) in months
    assert ("opened", date(2026, 6, 1)) in months


def test_commune_put_right_moves_the_letter(letter, lan, communes):
    petition, right = letter(), communes["na-khoang"]
    petition.correct(by=lan, on=DAY, fact="commune", new=right, reason="Nhầm xã")
    assert {commune for _, _, commune in communes_kept()} == {right.pk}
    assert_kept_equals_rebuilt()


def test_step_taken_back_leaves_no_count(classified, lan, units):
    petition = classified()
    petition.propose(
        by=lan, on=date(2026, 7, 6), unit=units["nguoi-co-cong"], summary="Đủ điều kiện."
    )
    petition.refresh_from_db()
    petition.retract(by=lan, on=date(2026, 7, 6), reason="Nhầm đơn vị")
    assert_kept_equals_rebuilt()
    assert totals() == {("received", "amount"): 1}


def test_answered_feedback_is_settled(feedback, ha, mai):
    case = feedback()
    case.answer(by=ha, on=date(2026, 7, 15), conclusion="Sẽ lắp mái che trong quý III.")
    number(case, mai, "vb_tra_loi", date(2026, 7, 16), "31/SLĐTBXH")
    assert_kept_equals_rebuilt()
    assert totals()["settled_on_time", "days"] == 10


def test_visits_and_crowds_are_counted_with_their_people(lan):
    enter(lan)
    enter(lan, people=6)
    enter(lan, result="tu_choi", ground="9.2")
    enter_sealed(lan)
    assert_kept_equals_rebuilt()
    assert totals() == {
        ("visited", "amount"): 2,
        ("visited", "days"): 7,
        ("crowd", "amount"): 1,
        ("crowd", "days"): 6,
    }


def test_visit_that_moves_to_the_book_of_its_own_is_counted_nowhere(lan):
    enter(lan).seal(by=lan, on=DAY, reason="Tố cáo.")
    assert assert_kept_equals_rebuilt() == {}


def test_corrected_number_of_people_makes_a_crowd(lan):
    visit = enter(lan)
    visit.correct(by=lan, on=DAY, fact="people", new=5, reason="Đếm nhầm.")
    assert_kept_equals_rebuilt()
    assert totals()["crowd", "days"] == 5


def test_answered_feedback_is_closed_on_the_day_of_its_answer(feedback, ha, mai):
    case = feedback()
    case.answer(by=ha, on=date(2026, 7, 15), conclusion="Sẽ lắp mái che trong quý III.")
    number(case, mai, "vb_tra_loi", date(2026, 8, 3), "31/SLĐTBXH", on=date(2026, 8, 3))
    assert_kept_equals_rebuilt()
    assert Tally.objects.get(what="closed", amount=1).month == case.closed_on.replace(day=1)


def test_visit_goes_along_when_its_unit_ends(lan, units):
    old = units["tiep-cong-dan"]
    enter(lan, unit=old)
    merge([old], into=units["van-phong"], decision=Decision("88", DAY, "UBND tỉnh", DAY, lan))
    assert_kept_equals_rebuilt()
    assert Tally.objects.get(what="visited", amount=1).unit == units["van-phong"].pk
