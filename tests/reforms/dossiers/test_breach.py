"""Breaches: handled with a form and a day; counted open and found."""

from datetime import date

import pytest

from portal.periods import Month
from portal.statistics import figure
from portal.workflow import Refused
from reforms.models import Breach
from tests.reforms.dossiers.conftest import breach

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 20)


@pytest.fixture
def found(ha, units):
    return breach(ha, units["nguoi-co-cong"])


def test_it_is_open_until_it_is_handled(found, ha):
    month = Month.of(2026, 11)
    assert figure("breaches_open").value(month) == 1
    found.handle(by=ha, on=ON, handled_on=ON, handling="nhac-nho", decision="12/TB-SLĐTBXH")
    assert figure("breaches_open").value(month) == 0
    assert figure("breaches_found").value(month) == 1


def test_a_month_that_is_over_keeps_its_figure(found, ha):
    found.handle(by=ha, on=ON, handled_on=ON, handling="nhac-nho")
    Breach.objects.update(found_on=date(2026, 10, 5))
    assert figure("breaches_open").value(Month.of(2026, 10)) == 1


def test_what_was_none_does_not_count(found, ha):
    found.handle(by=ha, on=ON, handled_on=ON, handling="khong-vi-pham")
    assert figure("breaches_found").value(Month.of(2026, 11)) == 0


def test_days_in_their_order(found, ha, units):
    with pytest.raises(Refused, match="từ 10/11/2026 đến hôm nay"):
        found.handle(by=ha, on=ON, handled_on=date(2026, 11, 9), handling="nhac-nho")
    with pytest.raises(Refused, match="không sau hôm nay"):
        breach(ha, units["lao-dong"], found_on=date(2026, 11, 19))


def test_a_figure_opens_its_rows(client, ha, found):
    client.force_login(ha)
    for name in ("breaches_open", "breaches_found"):
        page = client.get(figure(name).opens(Month.of(2026, 11))).content.decode()
        assert found.code in page


def test_a_name_is_read_by_few(client, found, lan, ha):
    client.force_login(lan)
    assert client.get(found.get_absolute_url()).status_code == 404
    assert found.code not in client.get("/cai-cach/ho-so/vi-pham/").content.decode()
    client.force_login(ha)
    assert "Ngô Văn X" in client.get(found.get_absolute_url()).content.decode()


def test_it_is_entered_on_its_page(client, ha, units):
    client.force_login(ha)
    answer = client.post("/cai-cach/ho-so/vi-pham/moi/", {
        "kind": "thu-phi", "source": "kiem-tra", "found_on": "18/11/2026", "unit": "lao-dong",
        "content": "Thu quá mức", "due_on": "30/11/2026",
    })  # fmt: skip
    assert answer.url == Breach.objects.get().get_absolute_url()
