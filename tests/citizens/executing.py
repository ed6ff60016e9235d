"""What tests of carrying out have in common: days, an empty row of numbers, a result."""

from datetime import date

EFFECT = date(2026, 9, 4)
LATE = date(2026, 9, 30)
COUNTS = dict.fromkeys(("amount", "organisations", "people", "officials", "cases"), 0)


def done(case, by, execution, **facts):
    told = {"done_on": EFFECT, "execution": execution} | COUNTS | facts
    case.carry_out(by=by, on=LATE, **told)
    execution.refresh_from_db()
