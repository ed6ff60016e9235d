"""A box in which each line is one thing to be done."""

from __future__ import annotations

from django import forms

LONGEST = 5_000


def lines_of(typed: str) -> list[str]:
    lines = (line.strip(" -+•;") for line in typed.splitlines())
    found = [line for line in lines if line]
    if any(len(line) > LONGEST for line in found):
        raise forms.ValidationError("Mỗi nội dung dài nhất 5.000 ký tự")
    return found
