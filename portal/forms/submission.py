"""What a reader of a submission types beside its own text."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from portal.attachments import File, receive
from portal.forms.base import Form
from portal.forms.dates import DateField
from portal.forms.texts import LongTextField
from portal.people import User
from portal.workflow import Refused, Subject


class ReadingForm(Form):
    """A reason for handing back; the day and scan of a signature on paper.

    Each is obligatory for its own button alone; on the page as it opens, for whoever uses it.
    """

    reason = LongTextField(
        label="Lý do trả lại",
        required=False,
        max_length=2000,
        help_text="Việc cần hoàn thiện, để người trình sửa",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    signed_on = DateField(
        label="Ngày ký trên giấy", required=False, help_text="Ngày ghi bên chữ ký"
    )
    scan = forms.FileField(label="Bản chụp trang có chữ ký", required=False)

    def __init__(
        self,
        *args: Any,
        subject: Subject,
        verdict: str = "",
        on: date | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.subject = subject
        if not subject.keeps_words:
            del self.fields["scan"]
        self.fields["reason"].required = verdict in ("", "hand_back")
        self.fields["signed_on"].required = verdict in ("", "approve_on_paper")
        self.fields["signed_on"].latest = on

    def received(self, *, by: User) -> File | None:
        """The scan, taken in; a file that cannot be is refused at its own field."""
        scan = self.cleaned_data.get("scan")
        try:
            return receive(scan, by=by) if scan else None
        except ValueError as problem:
            self.add_error("scan", str(problem))
            raise Refused("Xem lại bản chụp trang có chữ ký.") from problem

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if sentence := self.subject.not_to_be_written(data.get("reason", "")):
            self.add_error("reason", sentence)
        if data.get("scan") and not data.get("signed_on") and "signed_on" not in self.errors:
            self.add_error("signed_on", "Chưa nhập ngày ký trên giấy")
        return data
