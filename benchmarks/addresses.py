"""Pages by their addresses: what each costs in units of A, how many statements, how many bytes."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import connection
from django.test.utils import CaptureQueriesContext

from benchmarks.floor import Browser, unit, weigh


def tell(addresses: Mapping[str, str], *, of: str, username: str = "ha") -> None:
    """``of``: what the tables were filled with."""
    browser = Browser(username)
    costs = weigh(
        {"A": lambda: browser("/san/")}
        | {name: lambda at=at: browser(at) for name, at in addresses.items()},
        timed=(20, 1),
    )
    floor = costs.pop("A")
    print(f"{of}; A = {floor:,.0f} {unit()}")
    for name, at in addresses.items():
        with CaptureQueriesContext(connection) as captured:
            answer = browser(at)
        told = (
            f"{costs[name] / floor:7.2f} A   {len(captured):2} SQL   {len(answer.content):,} bytes"
        )
        print(f"{name:24} {told}" if answer.status_code == 200 else f"{name}: {answer.status_code}")
