"""Word papers about the proposals of the list, narrowed as the list is."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from democracy import commendation_rules as rules
from democracy.papers.commendation import PAPERS, SUBMISSION, write_paper
from democracy.papers.conference import issuer
from democracy.views.commendation.lists import NominationList
from portal.office import office
from portal.planning.rules import units_of
from portal.views.word_file import word_file

AT_ONCE = 500


class NominationPaperFile(NominationList):
    """Whoever handles proposals writes all of them; a unit its own submission."""

    def get(self, request: HttpRequest, kind: str = "") -> HttpResponseBase:
        self.kind = kind
        return super().get(request)

    def answer(self) -> HttpResponseBase:
        kind = self.kind
        user, on = self.reader.user, self.reader.on
        handles = rules.handles(user, on=on)
        writes = handles or (kind == SUBMISSION and self.begins(user, on=on))
        if kind not in PAPERS or not writes:
            raise Http404
        rows = [row for row in self.concerned(handles=handles) if PAPERS[kind].takes(row)]
        if not rows:
            messages.warning(self.request, "Không có đề nghị nào cho văn bản này; chọn lại bộ lọc.")
            return redirect(f"/dan-chu/khen-thuong/?{urlencode(self.request.GET)}")
        here = office(on) if handles else issuer(rows[0].unit, on=on)
        write = partial(write_paper, paper=PAPERS[kind], rows=rows, here=here, on=on)
        return word_file(write, name=f"{kind}-khen-thuong-{on}")

    def concerned(self, *, handles: bool) -> list[Any]:
        rows = self.asked.narrowed(self.visible).select_related("unit", "regulation")
        if not handles:
            rows = rows.filter(unit__in=units_of(self.reader.user, on=self.reader.on))
        return list(rows.order_by("pk")[:AT_ONCE])
