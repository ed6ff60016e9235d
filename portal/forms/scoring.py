"""The questions of one line of a scorecard: those that its own method asks."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms

from portal.forms import YesNoField
from portal.forms.numbers import AmountField
from portal.scoring import Criterion, Entry

COUNT = "count_"


def asked(line: Criterion) -> dict[str, forms.Field]:
    """The method's questions, and the gate before them."""
    questions: dict[str, forms.Field] = {}
    if line.gate:
        questions["gate"] = YesNoField(label=line.gate)
    for name, label in line.method.asks.items():
        if name == "yes":
            questions["value"] = YesNoField(label=label)
        else:
            questions[name] = AmountField(label=label)
    return questions


def typed(line: Criterion, entry: Entry) -> dict[str, Any]:
    """The answers, as the questions show them."""
    value = bool(entry.value) if "yes" in line.method.asks else entry.value
    counts = {f"{COUNT}{n}": count for n, count in enumerate(entry.counts)}
    return {"value": value, "whole": entry.whole, "gate": entry.gate} | counts


def entry_of(line: Criterion, data: Mapping[str, Any]) -> Entry:
    """What was answered to them."""
    value = data.get("value")
    counts = [data.get(name) for name in line.method.asks if name.startswith(COUNT)]
    return Entry(
        Decimal(value) if isinstance(value, bool) else value,
        data.get("whole"),
        data.get("gate"),
        tuple(counts),
    )
