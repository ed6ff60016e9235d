"""The first page: what a citizen may do here, the next reception day, news, figures."""

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from citizens.models import Reception
from portal.periods import Quarter
from portal.publications import Article
from portal.publications.counting import told_today
from portal.publications.open_data import DATASETS, last_quarter

NEWS = 5


@login_not_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    posted = Reception.objects.with_words().on_show(as_of=on)
    now = timezone.now()
    newest = Article.objects.news(at=now).select_related("category")
    context = {
        "reception": posted.to_come().first(),
        "news": newest[:NEWS],
        "told": figures_of_the_quarter(on=on),
        "visits": told_today(),
    }
    return render(request, "portal/public/home.html", context)


def figures_of_the_quarter(*, on: date) -> dict[str, Any]:
    """What open data tell of the newest quarter that is over: the same numbers, no second count."""
    petitions = DATASETS["don-thu"]
    row = last_quarter(petitions, on=on)
    figures = [(column, row[column.name]) for column in petitions.columns]
    return {
        "period": Quarter.containing(on).previous(),
        "figures": [
            (column.label.removesuffix(", %"), f"{value}%" if column.of else value)
            for column, value in figures
            if value is not None
        ],
    }
