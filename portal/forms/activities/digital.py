"""Software in use, papers that were signed and sent electronically."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Layout
from django import forms

from portal.activities import DigitalPapers, Software
from portal.forms.activities.base import AROUND, EntryForm, OfEntry, Strike, count, pair
from portal.forms.dates import DateField
from portal.forms.texts import TextField
from portal.text import day
from portal.working_days import end_of_month


class NoteSoftware(EntryForm):
    model = Software
    title = TextField(label="Tên phần mềm")
    from_on = DateField(label="Dùng từ ngày")
    purpose = TextField(label="Dùng để")
    supplier = TextField(label="Đơn vị cung cấp", required=False, max_length=200)
    accounts = count("Số tài khoản đã cấp")

    layout = Layout(
        "programme", "title", "purpose", pair("from_on", "unit"), pair("supplier", "accounts"),
        *AROUND,
    )  # fmt: skip

    def clean_accounts(self) -> int:
        accounts: int = self.cleaned_data["accounts"]
        if self.subject.active is not None and accounts < self.subject.active:
            self.add_error("accounts", f"Tháng đã đếm có {self.subject.active} tài khoản dùng")
        return accounts


class CountUsers(OfEntry):
    model = Software
    step = "count"
    accounts = count("Số tài khoản đã cấp")
    active = count("Số tài khoản dùng trong tháng")
    counted_on = DateField(label="Đếm ngày")

    layout = Layout(pair("accounts", "active"), "counted_on")

    def __init__(self, *args: Any, subject: Any, on: date, **options: Any) -> None:
        options["initial"] = {"accounts": subject.accounts} | (options.get("initial") or {})
        super().__init__(*args, subject=subject, on=on, **options)
        self.fields["counted_on"].latest = on

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        accounts, active = data.get("accounts"), data.get("active")
        if accounts is not None and active is not None and active > accounts:
            self.add_error("active", f"Không quá số tài khoản đã cấp: {accounts}")
        return data


class LeaveSoftware(OfEntry):
    model = Software
    step = "leave"
    left_on = DateField(label="Thôi dùng từ ngày")

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, on=on, **options)
        self.fields["left_on"].latest = on


class NoteDigitalPapers(EntryForm):
    model = DigitalPapers
    title = TextField(label="Số liệu", initial="Văn bản, hồ sơ công việc điện tử")
    from_on = DateField(label="Một ngày trong tháng")
    outgoing = count("Văn bản đi")
    signed = count("Trong đó ký số của cơ quan", required=False)
    signed_by_person = count("Trong đó ký số cá nhân", required=False)
    sent = count("Trong đó gửi điện tử", required=False)
    files: Any = count("Hồ sơ công việc", required=False)
    files_online = count("Trong đó xử lý trên môi trường mạng", required=False)

    layout = Layout(
        "programme", "title", pair("from_on", "unit"), "outgoing",
        pair("signed", "signed_by_person"), "sent", pair("files", "files_online"), *AROUND,
    )  # fmt: skip

    def clean_from_on(self) -> date:
        """Figures of a month stand on its last day."""
        asked: date = self.cleaned_data["from_on"]
        last = end_of_month(asked.year, asked.month)
        if last > self.on:
            raise forms.ValidationError(f"Tháng này chưa hết; ghi sau ngày {day(last)}")
        return last

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        for part, whole in (
            *(("signed", "outgoing"), ("signed_by_person", "outgoing")),
            *(("sent", "outgoing"), ("files_online", "files")),
        ):
            if data.get(part) is not None and data[part] > (data.get(whole) or 0):
                words = "Không quá số văn bản đi" if whole == "outgoing" else "Không quá số hồ sơ"
                self.add_error(part, f"{words}: {data.get(whole) or 0}")
        of_month: Any = {"unit": data.get("unit"), "from_on": data.get("from_on")}
        same = DigitalPapers.objects.kept().filter(**of_month)
        if same.exclude(pk=self.subject.pk).exists():
            self.add_error("from_on", "Số liệu tháng này đã có trong sổ; mở dòng đó để sửa")
        return data


class AmendSoftware(NoteSoftware):
    step = "amend"


class AmendDigitalPapers(NoteDigitalPapers):
    step = "amend"


class StrikeSoftware(Strike):
    model = Software


class StrikeDigitalPapers(Strike):
    model = DigitalPapers
