"""A table as a CSV file: sent line by line, no cell that a spreadsheet takes for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.http import StreamingHttpResponse

from portal.text import day
from portal.views.spreadsheet import DANGEROUS

MARK = "\ufeff"
"""At the beginning, so that Excel reads the letters as UTF-8."""


class Echo:
    """Gives back each line instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def csv_file(
    headings: Sequence[str], rows: Iterable[Sequence[Any]], *, name: str
) -> StreamingHttpResponse:
    response = StreamingHttpResponse(lines(headings, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def lines(headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    writer = csv.writer(Echo())
    yield MARK + writer.writerow(headings)
    for row in rows:
        yield writer.writerow([neutral(value) for value in row])


def neutral(value: Any) -> str:
    """As text; what begins like a formula gets the mark with which a spreadsheet keeps it text."""
    if isinstance(value, date):
        return day(value)
    text = str(value or "")
    return f"'{text}" if text.startswith(DANGEROUS) else text
