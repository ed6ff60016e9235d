"""``/api/``: figures for everybody, as pages for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.office import office
from portal.periods import period_of
from portal.publications.open_data import (
    DATASETS,
    LESS,
    columns_told,
    described,
    kept_rows,
    years,
)


def for_programs(data: dict[str, Any]) -> JsonResponse:
    """Any page of the world may read it: there is nothing of anybody in it, and no cookie."""
    response = JsonResponse(data, json_dumps_params={"ensure_ascii": False})
    response["Access-Control-Allow-Origin"] = "*"
    return response


@login_not_required
@require_safe
def open_data(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    year = year_asked(request)
    shown = [
        {
            "dataset": each,
            "columns": [label for _, label in columns_told(each)],
            "rows": [list(in_words(row)) for row in kept_rows((each.code, year, on))],
            "names": list(columns_told(each)),
        }
        for each in DATASETS.values()
    ]
    context = {"shown": shown, "year": year, "years": years(on=on), "less": LESS}
    return render(request, "portal/public/open_data.html", context)


def in_words(row: dict[str, Any]) -> Iterator[Any]:
    """A quarter by its name; what programs read is its code."""
    for name, value in row.items():
        yield period_of(value).label if name == "quy" else value


def year_asked(request: HttpRequest) -> int:
    """This year's quarters, or another of the last years."""
    on = timezone.localdate()
    told = request.GET.get("nam", "")
    known = {str(year): year for year in years(on=on)}
    if told and told not in known:
        raise Http404
    return known.get(told, on.year)


@login_not_required
@require_safe
def dataset(request: HttpRequest, code: str) -> HttpResponse:
    if code not in DATASETS:
        raise Http404
    year, on = year_asked(request), timezone.localdate()
    return for_programs(
        {
            "tieu_de": DATASETS[code].title,
            "nguon": office(on).name,
            "nam": year,
            "dong": kept_rows((code, year, on)),
        }
    )


@login_not_required
@require_safe
def open_api(request: HttpRequest) -> HttpResponse:
    return for_programs(described(server=request.build_absolute_uri("/").rstrip("/")))
