"""Three years of II.06a, dossiers that ran late, a breach, what people and enterprises thought."""

from __future__ import annotations

from datetime import date, datetime, time
from random import Random

from django.utils.timezone import make_aware

from portal.people import Unit
from portal.periods import Month
from portal.working_days import calendar, days_after
from reforms.models import Breach, DossierCount, LateDossier, SurveyAnswer, SurveyCampaign
from reforms.models.survey.answer import answer_at_counter, shuffle_answers

from .office import Staff, read

MONTHS = 36
THEN = 2026
"""Where the dice begin: the same figures on every first start."""
OPENING = 12


def fill(staff: Staff, *, today: date) -> None:
    facts = read("dossiers.toml")
    DossierCount.objects.bulk_create(counts(facts["field"], staff, today=today))
    for row in facts["late"]:
        run_late(row, staff, today=today)
    for row in facts["breach"]:
        breach(row, staff, today=today)
    for row in facts["campaign"]:
        ask(row, staff, today=today)
    at_the_counters(staff, today=today)


def counts(rows: list[dict], staff: Staff, *, today: date) -> list[DossierCount]:
    """Each field by the units that handle it; what is open goes over to the next month."""
    months, dice = last_months(today), Random(THEN)
    return [
        count
        for row in rows
        for code in row["units"]
        for count in of_unit(row, staff.fields[row["code"]], staff.units[code], months, dice)
    ]


def last_months(today: date) -> list[Month]:
    months = [Month.containing(today).previous()]
    while len(months) < MONTHS:
        months.append(months[-1].previous())
    return months[::-1]


def of_unit(row: dict, field, unit: Unit, months: list[Month], dice: Random) -> list[DossierCount]:
    carried, made = row["often"] // OPENING, []
    for place, month in enumerate(months):
        count = month_of(row["often"], carried, place, dice)
        count.field, count.unit = field, unit
        count.period_from, count.period_to = month.dates
        carried = count.open_in_time + count.open_late
        made.append(count)
    return made


def month_of(often: int, carried: int, place: int, dice: Random) -> DossierCount:
    """Online grows with the months, lateness shrinks; the parts add up."""
    received = max(4, round(often * dice.uniform(0.8, 1.2)))
    online = round(received * min(0.9, 0.25 + 0.018 * place + dice.uniform(-0.04, 0.04)))
    left = max(1, round((received + carried) * dice.uniform(0.06, 0.1)))
    done = received + carried - left
    late = round(done * max(0.004, 0.035 - 0.0008 * place) * dice.uniform(0.5, 1.5))
    early = round((done - late) * dice.uniform(0.35, 0.6))
    fee = round(received * 0.4)
    posted = round((received - online) * dice.uniform(0.08, 0.16))
    open_late = min(left, round(left * dice.uniform(0, 0.08)))
    return DossierCount(
        online=online, in_person=received - online, carried_over=carried, done_early=early,
        done_on_time=done - late - early, done_late=late, open_in_time=left - open_late,
        open_late=open_late, post_in=posted,
        post_out=round(done * min(0.3, 0.06 + 0.004 * place)), fee_due=fee,
        paid_online=round(fee * min(0.6, 0.05 + 0.013 * place)),
        digitised=round(done * min(0.9, 0.1 + 0.02 * place)) if place > OPENING else None,
        e_result=round(done * min(0.85, 0.015 * place)) if place > OPENING else None,
        supplements=(asked := round(received * dice.uniform(0.02, 0.06))),
        supplements_twice=round(asked * dice.uniform(0, 0.2)),
    )  # fmt: skip


def moment(day: date, hour: int) -> datetime:
    return make_aware(datetime.combine(day, time(hour)))


def run_late(row: dict, staff: Staff, *, today: date) -> None:
    """``due``: working days from today, negative where it is over."""
    unit = staff.units[row["unit"]]
    by, head = staff["khanh"], staff.head_of(unit)
    add = calendar().add if row["due"] > 0 else calendar().subtract
    due = add(today, abs(row["due"]))
    noted = min(today, calendar().subtract(due, 2))
    late = LateDossier.note(
        by=by, on=noted, number=row["number"], title=row["title"], unit=unit,
        received_at=moment(calendar().subtract(due, row["days"]), 9), due_at=moment(due, 16),
        handler=staff[row["handler"]] if "handler" in row else None,
    )  # fmt: skip
    if "waits_for" in row:
        asked = moment(calendar().subtract(today, row["asked"]), 9)
        late.ask_supplement(by=by, on=today, asked_at=asked, content=row["waits_for"])
    if "again" in row:
        promised = calendar().add(due, row["again"])
        told = {"promised_on": promised, "cause": row["cause"], "reason": row["reason"]}
        late.reappoint(by=head, on=min(today, calendar().subtract(due, 1)), **told)
    if "returned" in row:
        on = calendar().add(due, row["returned"])
        late.hand_back(by=by, on=on, returned_on=on)


def breach(row: dict, staff: Staff, *, today: date) -> None:
    found = calendar().on_or_before(days_after(today, -row["days"]))
    one = Breach.note(
        by=staff["khanh"], on=found, kind=row["kind"], source=row["source"], found_on=found,
        unit=staff.units[row["unit"]], content=row["content"], due_on=days_after(found, 20),
    )  # fmt: skip
    if "handling" in row:
        on = calendar().add(found, 6)
        one.handle(by=staff["ha"], on=on, handled_on=on, handling=row["handling"],
                   result=row["result"])  # fmt: skip


def ask(row: dict, staff: Staff, *, today: date) -> None:
    """Slips through units; the answers as they lie after the night."""
    dice, opened = Random(THEN), days_after(today, -row["days"])
    one = SurveyCampaign.open_campaign(
        by=staff["oanh"], on=opened, title=row["title"].format(year=opened.year),
        questions=row["questions"], opens_on=opened, closes_on=days_after(opened, row["lasts"]),
    )  # fmt: skip
    for code, count, answers in row["slips"]:
        unit = staff.units[code]
        batch = one.issue(by=staff["oanh"], on=opened, count=count, unit=unit)
        batch.tokens.filter(pk__in=batch.tokens.values("pk")[:answers]).delete()
        SurveyAnswer.objects.bulk_create(
            SurveyAnswer(campaign=one, unit=unit, questions=one.questions, settled=True,
                         given_on=opened.replace(day=1), ticked=ticks(one, dice))
            for _ in range(answers)
        )  # fmt: skip
    if one.closes_on < today:
        one.close_campaign(by=staff["oanh"], on=one.closes_on, conclusion=row["conclusion"])


def ticks(one: SurveyCampaign, dice: Random) -> dict[str, int]:
    marks, weights = (5, 4, 3, 2, 1), (40, 45, 9, 4, 2)
    return {each.code: dice.choices(marks, weights)[0] for each in one.questionnaire.questions}


def at_the_counters(staff: Staff, *, today: date) -> None:
    dice, asked = Random(THEN), ("thai-do", "ro-rang")
    for code, count in (("tcd", 24), ("ttvl", 31), ("ncc", 3)):
        for _ in range(count):
            ticked = {each: dice.choices((5, 4, 3, 2), (50, 38, 8, 4))[0] for each in asked}
            day = days_after(today, -dice.randrange(1, 60))
            answer_at_counter(staff.units[code], ticked, questions="tai-quay", on=day)
    shuffle_answers(on=today)
