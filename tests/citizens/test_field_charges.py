"""The unit in charge of a field stands in the box before anybody chooses; the office says which."""

from datetime import date

import pytest
import time_machine
from django.db import IntegrityError, transaction

from portal.fields import FieldCharge, unit_in_charge
from portal.reorganisation import Decision, merge
from tests.cast import client_of

MONDAY, LATER = date(2026, 7, 6), date(2026, 8, 3)


@pytest.fixture
def charge(fields, units):
    """The head field has its unit: those below it follow."""
    return FieldCharge.objects.create(field=fields["nguoi-co-cong"], unit=units["nguoi-co-cong"])


def chosen(user, petition):
    with time_machine.travel("2026-07-06 09:00+07:00", tick=False):
        page = client_of(user).get(f"/don/{petition.code}/de-xuat-thu-ly/").content.decode()
    return [part.split('"')[1] for part in page.split("<option ")[1:] if "selected" in part[:60]]


def test_the_unit_in_charge_is_chosen_beforehand(charge, classified, lan):
    assert "nguoi-co-cong" in chosen(lan, classified())


def test_where_the_office_has_not_said_nothing_is_chosen(classified, lan):
    assert "nguoi-co-cong" not in chosen(lan, classified())


def test_a_lower_field_may_have_a_unit_of_its_own(charge, fields, units):
    low = fields["ncc-chat-doc-hoa-hoc"]
    FieldCharge.objects.create(field=low, unit=units["lao-dong"], opened_on=LATER)
    assert unit_in_charge(low, on=MONDAY) == units["nguoi-co-cong"]
    assert unit_in_charge(low, on=LATER) == units["lao-dong"]
    assert unit_in_charge(None, on=LATER) is None


def test_one_field_has_one_unit_at_a_time(charge, fields, units):
    with pytest.raises(IntegrityError), transaction.atomic():
        FieldCharge.objects.create(field=fields["nguoi-co-cong"], unit=units["lao-dong"])


def test_whoever_carries_on_a_units_work_is_in_charge_from_that_day(
    charge, fields, units, quantri, office
):
    decision = Decision("88/QĐ-UBND", date(2026, 7, 27), "Chủ tịch UBND tỉnh", LATER, quantri)
    done = merge([units["nguoi-co-cong"]], into=units["lao-dong"], decision=decision)
    assert unit_in_charge(fields["nguoi-co-cong"], on=MONDAY) == units["nguoi-co-cong"]
    assert unit_in_charge(fields["nguoi-co-cong"], on=LATER) == units["lao-dong"]
    told = {group["label"]: group["lines"] for group in done.moved}
    assert told["Lĩnh vực đơn vị phụ trách"] == ["Người có công – LĐVL"]


def test_the_administrator_says_who_is_in_charge(quantri, fields, units):
    page = client_of(quantri).get("/quan-tri/linh-vuc-phu-trach/").content.decode()
    assert "Đơn vị phụ trách lĩnh vực" in page
