"""Procedures of one field on the leaders' page: as many as the list of them has."""

import pytest

from portal.dashboard.field.told import procedures
from portal.periods import Year
from reforms.models import ProcedureArea
from tests.cast import client_of
from tests.reforms.procedures.conftest import DAY, UNIT, entered

pytestmark = pytest.mark.django_db


def test_a_procedure_of_two_versions_counts_once(phuong, ha, fields, units, office):
    area = ProcedureArea.objects.named("Người có công")
    one = entered(phuong, units[UNIT], area="Người có công")
    one.versions.update(closed_on=DAY)
    one.versions.create(name=one.name, opened_on=DAY)
    told = procedures("nguoi-co-cong", Year.of(2026))
    assert [(of, held.value) for of, held, _ in told] == [(area, 1)]
    assert "1 thủ tục" in client_of(ha).get(told[0][1].url).content.decode()
