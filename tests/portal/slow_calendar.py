"""A second, slow way to count: a list of days off typed in from the published decisions, walked
one by one. It shares nothing with the code it checks."""

from datetime import date, timedelta

FIRST, LAST = date(2024, 1, 1), date(2027, 12, 31)

OFF = """
2024-01-01 2024-02-08 2024-02-09 2024-02-12 2024-02-13 2024-02-14 2024-04-18 2024-04-29 2024-04-30
2024-05-01 2024-09-02 2024-09-03
2025-01-01 2025-01-27 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-04-07 2025-04-30 2025-05-01
2025-05-02 2025-09-01 2025-09-02
2026-01-01 2026-01-02 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-04-27 2026-04-30
2026-05-01 2026-08-31 2026-09-01 2026-09-02
2027-01-01 2027-02-04 2027-02-05 2027-02-08 2027-02-09 2027-02-10 2027-04-16 2027-04-30 2027-05-03
2027-09-02 2027-09-03
""".split()
SATURDAYS_WORKED = ["2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22"]


def working(day: date) -> bool:
    if str(day) in SATURDAYS_WORKED:
        return True
    return day.strftime("%a") not in ("Sat", "Sun") and str(day) not in OFF


def walk(start: date, working_days: int, step: int = 1) -> date:
    """The day on which that many working days are used up, the first day not counted."""
    day, used = start, 0
    while used < working_days:
        day = day + timedelta(step)
        used += working(day)
    return day


def nearest(day: date, step: int = 1) -> date:
    while not working(day):
        day = day + timedelta(step)
    return day
