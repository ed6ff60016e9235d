"""Addresses of periodic reports."""

from django.urls import path

from portal.forms import reporting  # noqa: F401  the forms make themselves known
from portal.reporting import Report, articles  # noqa: F401  what an article begins with
from portal.views.planning.urls import steps_of
from portal.views.reporting import reports

urlpatterns = [
    path("bao-cao-ky/", reports.ReportList.as_view(), name="report-list"),
    path("bao-cao-ky/moi/", reports.NewReportView.as_view(), name="report-new"),
    path("bao-cao-ky/<slug:code>/", reports.detail, name="report-detail"),
    path("bao-cao-ky/<slug:code>/tai-ve/", reports.report_file, name="report-file"),
    *steps_of(Report, "report", at="bao-cao-ky", view=reports.PeriodReportStepView),
]
