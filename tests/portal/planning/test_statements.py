"""How many statements a page of plans and tasks asks, whatever there is."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.people import Unit
from portal.planning import Plan, Task, TaskUnit
from tests.cast import client_of

pytestmark = pytest.mark.django_db
PAGES = {
    "/ke-hoach/": 16,
    "/nhiem-vu/?xem=chua-xong": 14,
    "/ke-hoach/KH-2026-0001/": 17,
    "/ke-hoach/KH-2026-0001/?xem=ma-tran": 18,
    "/ke-hoach/KH-2026-0001/?xem=tien-trinh": 17,
    "/ke-hoach/theo-doi/?nam=2026": 14,
    "/ke-hoach/giao-ban/?thang=2026-t6": 18,
    "/nhiem-vu/KH-2026-0001-2-2/": 22,
    "/van-ban/": 12,
}


def many(plan, units, by) -> None:
    """Thirty more plans, each with tasks for every unit; thirty more tasks of this one."""
    every = list(Unit.objects.exclude(kind="headquarters"))
    for n in range(30):
        other = Plan.objects.create(
            code=f"KH-2026-{n + 100:04d}", programme="khac", title=f"Kế hoạch {n}", stage="issued",
            unit=units["so"], coordinating_unit=units["van-phong"], officer=by, year=2026,
            from_on=date(2026, 1, 1), to_on=date(2026, 12, 31), number=str(n), symbol="KH-S",
            dated_on=date(2026, 3, 1),
        )  # fmt: skip
        for target in (other, plan):
            task = Task.objects.create(plan=target, place=n + 10, text=f"Việc {n}")
            for at, unit in enumerate(every):
                TaskUnit.objects.create(plan=target, task=task, unit=unit, due=date(2026, 6, 9),
                                        code=f"{target.code}-{n + 10}-{at}")  # fmt: skip
        other.recipients.create(unit=every[n % len(every)])


def statements(client, address) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_pages_ask_as_often_for_many(share, plan, tuan, units, office):
    """In one office: it takes longer to build than to look at."""
    client = client_of(tuan)
    few = {address: statements(client, address) for address in PAGES}
    many(plan, units, tuan)
    found = {address: statements(client, address) for address in PAGES}
    too_often = {
        address: (few[address], asked, most)
        for (address, most), asked in zip(PAGES.items(), found.values(), strict=True)
        if asked > min(most, few[address] + 2)
    }
    assert not too_often
