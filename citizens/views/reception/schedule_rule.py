"""A rule of the yearly schedule: written anew or mended."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from citizens.forms.reception.rules import RuleForm
from citizens.models import ScheduleRule
from citizens.views.reception.arranging import RECEPTION, SCHEDULE, FormPage
from citizens.views.reception.schedule import recorded_edit

DAYS_OFF = (
    "Ngày trùng ngày nghỉ thì chuyển sang ngày làm việc liền kề sau đó; nếu ngày sau sang tháng "
    "khác thì lấy ngày làm việc liền trước."
)


class RulePage(FormPage):
    """``pk``: the rule that is mended; without it a new one."""

    form_class = RuleForm

    def setup(self, request: HttpRequest, *args: Any, pk: int | None = None, **where: Any) -> None:
        super().setup(request, *args, **where)
        self.pk = pk

    def form(self, *data: Any, **options: Any) -> Any:
        rules = ScheduleRule.objects.prefetch_related("turns")
        self.row = get_object_or_404(rules, pk=self.pk) if self.pk else None
        return super().form(*data, row=self.row, **options)

    def first_answers(self) -> dict[str, Any]:
        return {} if self.pk else {"valid_from": self.on}

    def keep(self, form: Any) -> Any:
        rule = form.keep()
        label = "Quy tắc lịch tiếp công dân"
        recorded_edit(rule, "quy-tac-lich", request=self.request, on=self.on, label=label)
        return rule

    def said(self) -> str:
        return f"Đã lưu quy tắc: {self.done}. Lập lịch năm để ghi các buổi tiếp."

    def next_address(self) -> str:
        return SCHEDULE[1]

    def around(self) -> dict[str, Any]:
        return {
            "crumbs": [RECEPTION, SCHEDULE],
            "heading": f"Quy tắc: {self.row}" if self.row else "Thêm quy tắc",
            "section": SCHEDULE[0],
            "guidance": DAYS_OFF,
        }
