"""In sổ tiếp công dân (Mẫu 03/TCD): the book goes on from the last number that was printed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views import View

from citizens import rules
from citizens.forms.visit_print import PrintedLines
from citizens.models import Printed, Visit
from citizens.models.visit.intake import OWN_BOOK, PLAIN_BOOK
from citizens.words.visit import followed_words, remark_of
from portal.once import once
from portal.registers import Counter, Number

LIST = ("Tiếp công dân", "/tiep-dan/")
MOST = 500
"""Lines of one print; the next goes on from there."""


class PrintRegister(View):
    """GET shows the lines, POST remembers that they are on paper now."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.on: date = timezone.localdate()
        self.book = OWN_BOOK if "so-rieng" in request.GET else PLAIN_BOOK
        if not rules.receives_visits(request.user, on=self.on) or self.not_of_the_group():
            raise Http404(rules.receives_visits.why_not)
        return super().dispatch(request, *args, **kwargs)

    def not_of_the_group(self) -> bool:
        keeps = rules.keeps_denunciations(self.request.user, on=self.on)
        return self.book == OWN_BOOK and not keeps

    def get(self, request: HttpRequest) -> HttpResponse:
        asked = dict(request.GET.items())
        form = PrintedLines(asked or None, on=self.on)
        year = form.year()
        following = self.last_printed(year) + 1
        first, last = form.lines(following, self.last_given(year), most=MOST)
        return self.page(form, year=year, first=first, last=last, following=following)

    def post(self, request: HttpRequest) -> HttpResponse:
        with once(request) as act:
            return act.response or act.keep(self.remember(request))

    def remember(self, request: HttpRequest) -> HttpResponse:
        form = PrintedLines(request.POST, on=self.on)
        year = form.year()
        given, following = self.last_given(year), self.last_printed(year) + 1
        first, last = form.lines(following, given, most=MOST)
        if last < first or first != following:
            form.add_error("tu", f"Sổ đã in đến số {following - 1}; in tiếp từ số {following}")
            return self.page(
                form, year=year, first=first, last=last, following=following, status=422
            )
        Printed.objects.create(
            book=self.book, year=year, first=first, last=last, on=self.on, by=request.user
        )
        messages.success(request, f"Đã ghi nhận: sổ năm {year} in đến số {last}.")
        return redirect(self.address(year))

    def address(self, year: int) -> str:
        own = "&so-rieng=1" if self.book == OWN_BOOK else ""
        return f"{reverse('visit-print')}?nam={year}{own}"

    def last_printed(self, year: int) -> int:
        rows = Printed.objects.filter(book=self.book, year=year)
        return rows.order_by("-last").values_list("last", flat=True).first() or 0

    def last_given(self, year: int) -> int:
        rows = Counter.objects.filter(book=self.book, year=year)
        return rows.values_list("last", flat=True).first() or 0

    def lines(self, year: int, first: int, last: int) -> list[dict[str, Any]]:
        """Every number has its line, also one that was given up."""
        numbers = Number.objects.filter(book=self.book, year=year, number__range=(first, last))
        given = dict(numbers.order_by("number").values_list("number", "code"))
        rows = Visit.objects.visible_to(self.request.user, on=self.on)
        found = rows.filter(code__in=given.values()).select_related("petition", "field", "part_of")
        visits = {visit.code: visit for visit in found.prefetch_related("representatives")}
        return [
            {
                "number": number,
                "visit": visit,
                "followed": visit and followed_words(visit),
                "remark": visit and remark_of(visit),
            }
            for number, code in given.items()
            for visit in [visits.get(code)]
        ]

    def page(
        self, form: Any, *, year: int, first: int, last: int, following: int, status: int = 200
    ) -> HttpResponse:
        context = {
            "form": form,
            "year": year,
            "first": first,
            "last": last,
            "following": following,
            "continues": first == following and first <= last,
            "rows": self.lines(year, first, last),
            "own_book": self.book == OWN_BOOK,
            "years": self.years(),
            "latest": Printed.objects.filter(book=self.book, year=year).last(),
            "crumbs": [LIST],
        }
        return render(self.request, "citizens/visit/print.html", context, status=status)

    def years(self) -> list[int]:
        rows = Counter.objects.filter(book=self.book)
        found = set(rows.values_list("year", flat=True))
        return sorted(found | {self.on.year}, reverse=True)
