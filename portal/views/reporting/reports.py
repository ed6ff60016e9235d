"""``/bao-cao-ky/``: periodic reports of the programmes, section by section, and the Word file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from io import BytesIO
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.filters import Choice, Listing, Tab, equal_to, unit_options
from portal.forms.reporting import NewReport
from portal.planning.plans import Programme
from portal.reporting import Report, rules
from portal.reporting.counting import heads_of
from portal.reporting.outlines import ROOMS, outlines
from portal.reporting.papers import write_report
from portal.reporting.reading import part_of, parts_of, report_before
from portal.reporting.reports import Stage
from portal.submissions import ask_once
from portal.views.around import around
from portal.views.new import NewView
from portal.views.own_list import BY_CODE, OwnList
from portal.views.planning.lists import of_unit, words_in
from portal.views.step import StepView

LIST = ("Báo cáo kỳ", "/bao-cao-ky/")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def kinds() -> list[tuple[str, str]]:
    return [(outline.code, outline.name) for outline in outlines().values()]


def programmes() -> list[tuple[str, str]]:
    return [(room, Programme(room).label) for room in ROOMS]


class ReportList(OwnList):
    model = Report
    listing = Listing(
        conditions=(
            words_in("title", "reference", "code"),
            Choice(
                *("chuong-trinh", "Chương trình", "Mọi chương trình", programmes),
                equal_to("programme"),
            ),
            Choice("loai", "Loại", "Mọi loại", kinds, equal_to("outline")),
            Choice("don-vi", "Đơn vị báo cáo", "Mọi đơn vị", unit_options, of_unit),
            Choice(
                "giai-doan", "Giai đoạn", "Mọi giai đoạn", lambda: Stage.choices, equal_to("stage"),
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
    template = "portal/report/list.html"
    noun = "báo cáo"
    begins = staticmethod(rules.draws_up_reports)
    nothing = {
        "kind": "nothing",
        "title": "Chưa có báo cáo nào",
        "words": "Số liệu và ghi nhận tập hợp sẵn theo kỳ; người soạn viết phần nhận xét.",
        "url": "/bao-cao-ky/moi/",
        "act": "Lập báo cáo",
    }

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
    ask_once(report)
    write = report.workflow["write"]
    writes = not write.missing(report) and write.may_take(request.user, report, on=on)
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
                 crumbs=(LIST,), aside=("write",)),
    }  # fmt: skip
    return render(request, "portal/report/detail.html", context)


@require_safe
def report_file(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    report = visible_report(request, code, on=on)
    written = BytesIO()
    write_report(written, report, on=on)
    response = HttpResponse(written.getvalue(), content_type=WORD)
    response["Content-Disposition"] = f'attachment; filename="bao-cao-{report.code}.docx"'
    return response


class NewReportView(NewView):
    may, form_class, verb = rules.draws_up_reports, NewReport, Report.draw_up
    crumbs = (LIST,)
    here = act = "Lập báo cáo"
    said = "Đã lập {0.code}. Viết từng mục, xem số liệu và ký."


class PeriodReportStepView(StepView):
    """One step of a report; a section is written beside what was gathered for it."""

    model = Report
    templates = "portal/report/step"
    crumbs = (LIST,)

    def around(self) -> dict[str, Any]:
        report, shown = self.subject, super().around()
        code = self.request.POST.get("section") or self.request.GET.get("section", "")
        section = report.plan_of_it.section(code)
        if self.step.name == "write" and section:
            shown["part"] = part_of(report, section, on=self.on)
            shown["heads"] = heads_of(report)
        return shown

    def next_address(self) -> str:
        at = self.request.POST.get("section", "") if self.step.name == "write" else ""
        return self.subject.get_absolute_url() + (f"#{at}" if at else "")
