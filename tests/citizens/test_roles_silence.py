"""Non-interference: who may not see a denunciation gets the same bytes with it and without it."""

from __future__ import annotations

import re
from datetime import date

import pytest

from citizens.models import Petition, Visit
from tests.citizens.roles.rights import sees_sealed
from tests.citizens.roles.things import Thing
from tests.citizens.roles.walking import unpacked
from tests.citizens.roles.world import undone

pytestmark = pytest.mark.django_db
OFTEN = ("deputy_in_charge", "second_clerk", "reception_officer", "coordinator", "stranger")
SELDOM = ("head", "officer", "administrator", "editor", "party_committee")
OUTSIDERS = [*OFTEN, *(pytest.param(who, marks=pytest.mark.slow) for who in SELDOM)]
PAGES = (
    *("/", "/cong-viec/", "/don/", "/don/so-rieng/", "/vu-viec/", "/tim/?q=NTC", "/dieu-hanh/"),
    *("/tim/?q=Zq", "/don/xuat-excel/", "/vu-viec/xuat-excel/", "/chi-dao/", "/danh-muc/"),
    *("/tiep-dan/", "/tiep-dan/?loai=to_cao", "/tiep-dan/so-rieng/", "/tiep-dan/xuat-excel/"),
    *("/tiep-dan/vao-so/", "/tiep-dan/in-so/?nam=2026", "/tiep-dan/?q=TDR", "/tim/?q=TDR"),
    *("/don/?giai-doan=giu-bi-mat", "/don/?loai=to_cao", "/don/?han=qua-han", "/quan-tri/"),
)
CHANGING = re.compile(
    rb'name="(?:csrfmiddlewaretoken|_once)" value="[^"]*"'
    rb"|\d\d:\d\d(?::\d\d[.\d]*)?|\d+ gi\xe1\xbb\x9d \d+"
    rb"|<dcterms:\w+[^>]*>[^<]*</dcterms:\w+>"
)
"""Keys of forms and the hour: they differ between any two requests."""


def told(world, who: str) -> dict[str, tuple[int, list[bytes]]]:
    answers = {page: world.ask(who, "GET", page) for page in PAGES}
    return {
        page: (answer.status_code, [CHANGING.sub(b"", part) for part in unpacked(answer.body)])
        for page, answer in answers.items()
    }


def denounced(world, on: date) -> None:
    """Another envelope, late already, in a field that somebody is in charge of."""
    Petition.register_sealed(
        by=world.people["clerk"],
        on=on,
        received_on=on,
        channel="buu_chinh",
        field=world.things["proposed"].item.field,
        envelope_no="BM-77",
        envelope_place="Tủ sắt",
        envelope_keeper="Văn thư",
    )
    Visit.register(
        by=world.people["petition_officer"],
        on=on,
        received_on=on,
        kind="thuong_xuyen",
        petition_kind="to_cao",
        result="nhan_don",
    )


def differing(world, who: str) -> list[str]:
    without = told(world, who)
    with undone():
        denounced(world, date(2026, 7, 6))
        beside = told(world, who)
    return [page for page in PAGES if without[page] != beside[page]]


@pytest.mark.parametrize("who", OUTSIDERS)
def test_a_denunciation_changes_nothing_for_who_may_not_see_it(world, who):
    assert differing(world, who) == []


@pytest.mark.parametrize("who", ["director", "petition_officer", "clerk"])
def test_it_does_for_its_own_group(world, who):
    sealed = Thing("another", Petition(), 0, sealed=True)
    assert sees_sealed(who, sealed)
    assert "/don/so-rieng/" in differing(world, who)


@pytest.mark.usefixtures("statements_built_anew")
def test_a_count_that_includes_it_would_be_seen(world, monkeypatch):
    from citizens.views import desk_lists

    monkeypatch.setattr(desk_lists, "petitions_of", lambda reader: Petition.objects.all())
    assert "/don/" in differing(world, "coordinator")
