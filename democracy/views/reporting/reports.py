"""``/dan-chu/bao-cao/``: periodic reports, section by section, and the Word file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from io import BytesIO
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import report_rules as rules
from democracy.forms.report import NewReport
from democracy.models import Report
from democracy.models.report import Stage
from democracy.reporting.counting import heads_of
from democracy.reporting.outlines import outlines
from democracy.reporting.papers import write_report
from democracy.reporting.reading import part_of, parts_of, report_before
from democracy.views.lists import BY_CODE, OwnList
from democracy.views.pages import HOME, around
from portal.filters import Choice, Listing, Reader, Tab, unit_options
from portal.once import answered_once
from portal.views.planning.lists import of_unit, words_in
from portal.views.step import StepView
from portal.workflow import Refused

LIST = ("Báo cáo kỳ", "/dan-chu/bao-cao/")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def kinds() -> list[tuple[str, str]]:
    return [(outline.code, outline.name) for outline in outlines().values()]


def of_kind(rows: QuerySet, code: str, reader: Reader) -> QuerySet:
    return rows.filter(outline=code)


def at_stage(rows: QuerySet, stage: str, reader: Reader) -> QuerySet:
    return rows.filter(stage=stage)


class ReportList(OwnList):
    listing = Listing(
        conditions=(
            words_in("title", "reference", "code"),
            Choice("loai", "Loại", "Mọi loại", kinds, of_kind),
            Choice("don-vi", "Đơn vị báo cáo", "Mọi đơn vị", unit_options, of_unit),
            Choice(
                "giai-doan", "Giai đoạn", "Mọi giai đoạn", lambda: Stage.choices, at_stage,
                when_asked=True,
            ),
        ),
        orders=BY_CODE,
        tabs=(
            Tab("Đang soạn", (("giai-doan", Stage.DRAFT.value),)),
            Tab("Đã phát hành", (("giai-doan", Stage.SENT.value),)),
            Tab("Tất cả"),
        ),
        usual="-so",
        found="-so",
    )  # fmt: skip
    columns = (
        *("pk", "code", "outline", "title", "stage", "from_on", "to_on", "reference", "dated_on"),
        "unit__name",
    )
    template = "democracy/report/list.html"
    noun = "báo cáo"
    begins = staticmethod(rules.draws_up_reports)
    nothing = {
        "kind": "nothing",
        "title": "Chưa có báo cáo nào",
        "words": "Số liệu và ghi nhận tập hợp sẵn theo kỳ; người soạn viết phần nhận xét.",
        "url": "/dan-chu/bao-cao/moi/",
        "act": "Lập báo cáo",
    }

    def rows(self) -> QuerySet:
        return Report.objects.visible_to(self.reader.user, on=self.reader.on)

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        stages, names = dict(Stage.choices), dict(kinds())
        return [
            {**row, "unit": row["unit__name"], "stage_words": stages[row["stage"]],
             "kind": names.get(row["outline"], row["outline"])}
            for row in found
        ]  # fmt: skip


def visible_report(request: HttpRequest, code: str, *, on: date) -> Report:
    seen = Report.objects.visible_to(request.user, on=on)
    return get_object_or_404(
        seen.select_related("unit", "officer", "directive", "signer"), code=code
    )


@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    report = visible_report(request, code, on=on)
    writes = report.stage == Stage.DRAFT and rules.prepares_report(request.user, report, on=on)
    before = report_before(report)
    if before and not Report.objects.visible_to(request.user, on=on).filter(pk=before.pk).exists():
        before = None
    parts = parts_of(report, on=on)
    context = {
        "report": report,
        "parts": parts,
        "heads": heads_of(report),
        "writes": writes,
        "warned": sum(len(part.warnings) for part in parts),
        "before": before,
        **around(request.user, report, on=on, told=writes or report.stage != Stage.DRAFT,
                 above=LIST, aside=("write",)),
    }  # fmt: skip
    return render(request, "democracy/report/detail.html", context)


@require_safe
def report_file(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    report = visible_report(request, code, on=on)
    written = BytesIO()
    write_report(written, report, on=on)
    response = HttpResponse(written.getvalue(), content_type=WORD)
    response["Content-Disposition"] = f'attachment; filename="bao-cao-{report.code}.docx"'
    return response


@answered_once
def new_report(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    if not rules.draws_up_reports(request.user, on=on):
        raise Http404
    form = NewReport(request.POST or None, by=request.user, on=on)
    if request.method == "POST" and form.is_valid() and (report := drawn_up(form, request, on=on)):
        messages.success(request, f"Đã lập {report.code}. Viết từng mục, xem số liệu và ký.")
        return redirect(report.get_absolute_url())
    context = {"form": form, "crumbs": [HOME, LIST], "here": "Lập báo cáo", "section": LIST[0],
               "act": "Lập báo cáo", "back": LIST[1]}  # fmt: skip
    status = 422 if form.is_bound else 200
    return render(request, "portal/new.html", context, status=status)


def drawn_up(form: NewReport, request: HttpRequest, *, on: date) -> Report | None:
    try:
        return Report.draw_up(by=request.user, on=on, **form.written())
    except Refused as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        return None


class PeriodReportStepView(StepView):
    """One step of a report; a section is written beside what was gathered for it."""

    model = Report
    templates = "democracy/report/step"

    def around(self) -> dict[str, Any]:
        report = self.subject
        shown = {"crumbs": [HOME, LIST, (report.code, report.get_absolute_url())]}
        code = self.request.POST.get("section") or self.request.GET.get("section", "")
        section = report.plan_of_it.section(code)
        if self.step.name == "write" and section:
            shown["part"] = part_of(report, section, on=self.on)
            shown["heads"] = heads_of(report)
        return shown

    def next_address(self) -> str:
        at = self.request.POST.get("section", "") if self.step.name == "write" else ""
        return self.subject.get_absolute_url() + (f"#{at}" if at else "")
