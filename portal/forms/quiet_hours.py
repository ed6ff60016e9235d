"""When somebody wants no mail."""

from __future__ import annotations

from typing import Any

from portal.forms import Form, TimeField


class QuietHours(Form):
    since = TimeField(label="Không gửi thư từ", required=False, help_text="Ví dụ: 18 giờ")
    until = TimeField(label="đến", required=False, help_text="Ví dụ: 7 giờ 30 sáng hôm sau")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        since, until = data.get("since"), data.get("until")
        if since is not None and until is None and not self.errors:
            self.add_error("until", "Chưa nhập giờ gửi lại; để trống cả hai thì thư gửi mọi giờ")
        if until is not None and since is None and not self.errors:
            self.add_error("since", "Chưa nhập giờ bắt đầu; để trống cả hai thì thư gửi mọi giờ")
        if since is not None and since == until:
            self.add_error("until", "Hai giờ trùng nhau; muốn không nhận thư thì chọn thôi nhận")
        return data
