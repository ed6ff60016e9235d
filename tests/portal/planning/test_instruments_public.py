"""Documents as strangers find them: what is released, whether it holds, what took its place."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from portal.instruments import Instrument, Issuer

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@pytest.fixture
def issuers(db) -> dict[str, Issuer]:
    kinds = {"so": Issuer.Kind.OWN, "tinh-uy": Issuer.Kind.PARTY}
    return {code: Issuer.objects.create(code=code, name=code, kind=kind)
            for code, kind in kinds.items()}  # fmt: skip


def entered(mai, issuer, number: str, **other) -> Instrument:
    facts = {"kind": "chi-thi", "symbol": "CT-S", "year": 2026, "title": f"Văn bản {number}"}
    return Instrument.enter(by=mai, on=TODAY(), number=number, issuer=issuer, **facts | other)


def test_a_paper_of_the_party_stays_inside_until_its_day(mai, issuers):
    party = issuers["tinh-uy"]
    entered(mai, party, "1", style="-")
    entered(mai, party, "2", style="-", internal=True, released_on=TODAY())
    entered(mai, party, "3", style="-", internal=True, released_on=TODAY() + timedelta(days=1))
    entered(mai, issuers["so"], "4")
    entered(mai, issuers["so"], "5", internal=True)
    seen = Instrument.objects.visible_to(AnonymousUser(), on=TODAY())
    assert sorted(row.number for row in seen) == ["2", "4"]
    assert [row.is_public(as_of=TODAY()) for row in Instrument.objects.order_by("number")] == [
        False, True, False, True, False,
    ]  # fmt: skip


def test_the_list_says_what_took_the_place(stranger, mai, issuers):
    old = entered(mai, issuers["so"], "4", in_force_from=date(2020, 1, 1))
    new = entered(mai, issuers["so"], "9")
    new.relate(old, kind="thay-the", by=mai, on=TODAY(), ends_on=TODAY())
    page = stranger.get("/van-ban/?hieu-luc=het").content.decode()
    assert f'Thay bằng <a href="{new.get_absolute_url()}">9/CT-S</a>' in page
