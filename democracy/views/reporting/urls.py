"""Addresses of periodic reports."""

from django.urls import path

from democracy.forms import report as forms  # noqa: F401  the forms make themselves known
from democracy.models import Report
from democracy.views.reporting import reports
from portal.views.planning.urls import steps_of

urlpatterns = [
    path("dan-chu/bao-cao/", reports.ReportList.as_view(), name="report-list"),
    path("dan-chu/bao-cao/moi/", reports.NewReportView.as_view(), name="report-new"),
    path("dan-chu/bao-cao/<slug:code>/", reports.detail, name="report-detail"),
    path("dan-chu/bao-cao/<slug:code>/tai-ve/", reports.report_file, name="report-file"),
    *steps_of(Report, "report", at="dan-chu/bao-cao", view=reports.PeriodReportStepView),
]
