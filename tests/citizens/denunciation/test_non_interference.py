"""Whoever is excluded finds the portal the same, byte for byte, with and without the case."""

from datetime import date

import pytest
import time_machine
from django.utils import timezone

from citizens.models import Denunciation, Petition
from citizens.models.denunciation import Denunciations
from portal.dashboard.desk_slips import slips_of
from portal.people import Position, StandIn
from portal.submissions import submit
from portal.views.list import ListView
from tests.citizens.denunciation.fetching import differing, fetched
from tests.citizens.roles.world import undone

MOST, FEW, ALL = 16, 14, 3_000


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def house(way, minh, dung, binh, today):
    """An office with one plain letter and one denunciation that concerns nobody here."""
    facts = {"channel": "buu_chinh", "title": "Xin trợ cấp", "content": "Khó khăn."}
    Petition.register(by=way.mai, on=today, received_on=today, **facts)
    way.examined(on=today)
    return way


def whole_course(house, against, *, reason: str, today: date) -> Denunciation:
    """One more, as far as it goes, from which this person is excluded at its first reading."""
    by = house.lan if against != house.lan else house.binh
    letter = house.envelope(on=today)
    case = letter.examine(
        by=by,
        on=today,
        level=1,
        category="hanh_chinh",
        denounced=[against.full_name],
        contents=["Lập khống chứng từ"],
    )
    case.exclude(by=by, on=today, user=against, reason=reason)
    if case.against_leadership:
        submit(case, case.workflow["forward"], by=by, on=today, payload={}, draft="x")
    else:
        case.assign(by=by, on=today, officer=by)
        case.accept(by=house.ha, on=today)
        paper = case.papers.waiting().get()
        case.send_out(by=by, on=today, paper=paper, number="77/QĐ", dated_on=today)
        case.protect(by=by, on=today, protects="viec_lam", people=1, requested_on=today)
        submit(case, case.workflow["extend"], by=by, on=today, payload={}, draft="x")
    return case


def own_addresses(today: date) -> tuple[str, ...]:
    """Where the case would be: it is asked for by its number in both worlds."""
    code = f"NTC-{today.year}-0002"
    steps = [step.path for step in Denunciation.workflow if step.sources]
    at = f"/to-cao/{code}/"
    return (
        at,
        f"/don/{code}/",
        f"{at}cach-tinh-thoi-han/",
        *(f"{at}{path}/" for path in steps[:6]),
    )


def worlds(house, who, *, reason="bi_to_cao", today, most=MOST) -> list[str]:
    """Both at one moment: what differs by the hour alone does not."""
    more = own_addresses(today)
    with time_machine.travel(timezone.now(), tick=False):
        with undone():
            without = fetched(who, more=more, most=most)
        with undone():
            whole_course(house, who, reason=reason, today=today)
            beside = fetched(who, more=more, most=most)
    assert len(without) >= FEW
    found = differing(without, beside)
    print(f"\n  non-interference: {who.username}, {len(without)} pages, {len(found)} differ")
    return found


@pytest.fixture
def everybody(house, binh):
    house.binh = binh
    return house


def test_the_denounced_director_finds_everything_the_same(everybody, ha, today):
    assert worlds(everybody, ha, today=today) == []


@pytest.mark.slow
@pytest.mark.parametrize("who", ["minh", "ha", "dung", "lan", "mai"])
def test_whoever_is_denounced_finds_every_page_the_same(everybody, who, today, request):
    assert worlds(everybody, request.getfixturevalue(who), today=today, most=ALL) == []


# defects that must be caught


def test_a_list_that_forgets_the_row_is_caught(everybody, ha, today, monkeypatch):
    monkeypatch.setattr(Denunciations, "hidden_from", lambda rows, user, on: rows.none())
    assert "/don/so-rieng/" in worlds(everybody, ha, today=today)


def test_a_count_that_includes_the_case_is_caught(everybody, dung, today, monkeypatch):
    counted = ListView.how_many

    def of_everything(self, found, tabs) -> str:
        return f"{counted(self, found, tabs)} trong {Petition.objects.count()}"

    monkeypatch.setattr(ListView, "how_many", of_everything)
    assert "/don/" in worlds(everybody, dung, reason="lien_quan", today=today)


@pytest.mark.slow
def test_a_slip_that_a_stand_in_reads_is_caught(everybody, minh, ha, today, monkeypatch):
    """Minh stands in for Hà: what was submitted to her about a denunciation is not for him."""
    stand_in(minh, ha, today)
    assert worlds(everybody, minh, reason="lien_quan", today=today) == []
    monkeypatch.setattr("portal.dashboard.desk_slips.own_posts", posts_stood_in_too)
    slips_of.statement.cache_clear()
    assert "/cong-viec/" in worlds(everybody, minh, reason="lien_quan", today=today)
    slips_of.statement.cache_clear()


def posts_stood_in_too(user, *, on) -> list[int]:
    return [row.pk for row in user.positions_on(on)]


def stand_in(who, absent, today: date) -> None:
    StandIn.objects.create(
        absent=Position.objects.get(user=absent, role="director"),
        stand_in=Position.objects.get(user=who),
        from_on=today,
        to_on=today,
        decision_number="1/QĐ",
        decided_on=today,
    )
    who.forget_positions()
    absent.forget_positions()
