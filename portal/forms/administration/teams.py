"""The read-only account of an inspection team: for whom, of what, until when."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from portal.forms.administration.rows import Row, box_for
from portal.people import Position, TeamAccess

LONGEST = timedelta(days=180)


class TeamAccessForm(Row):
    class Meta:
        model = TeamAccess
        fields = ("user", "team", "decision", "unit", "from_on", "to_on")
        formfield_callback = box_for

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        unit: Any = self.fields["unit"]
        unit.empty_label = "(toàn cơ quan)"
        unit.help_text = "Đơn tố cáo và sổ riêng không bao giờ mở cho đoàn qua Cổng."

    def clean_user(self) -> Any:
        user = self.cleaned_data["user"]
        held = Position.objects.open(as_of=timezone.localdate()).filter(user=user)
        if held.exists():
            self.add_error("user", "Người này đang giữ chức vụ; lập tài khoản riêng cho đoàn")
        return user

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("from_on"), data.get("to_on")
        if first and last and last - first > LONGEST:
            self.add_error("to_on", "Thời hạn dài quá 180 ngày; gia hạn bằng một dòng mới")
        return data
