"""Figures have one name, one formula and one set of rows."""

from dataclasses import replace

import pytest

from portal.statistics import REGISTRY, Figure, figure, register, share

COUNTED = Figure("thu-nghiem", "Đơn thử", "đếm đơn thử", "đơn", value=lambda period, **scope: 3)


@pytest.fixture(autouse=True)
def _registry(monkeypatch):
    monkeypatch.setattr("portal.statistics.REGISTRY", dict(REGISTRY))


def test_a_figure_is_asked_for_by_name():
    register(COUNTED)
    assert figure("thu-nghiem").value("2026", unit=None) == 3


def test_one_name_is_one_figure():
    register(COUNTED)
    assert register(COUNTED) == COUNTED
    with pytest.raises(ValueError):
        register(replace(COUNTED, formula="đếm khác"))


def test_of_nothing_there_is_no_share():
    assert share(3, 0) is None
    assert share(1, 3) == 33.3
