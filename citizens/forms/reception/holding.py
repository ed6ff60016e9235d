"""The steps of the day itself: somebody came or nobody, the conclusion, the notice about it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from citizens.forms.attachment import FilesField, received
from citizens.forms.desk_item import ItemForm
from citizens.forms.numbering import Numbered, number_field, source_field
from citizens.forms.paper_form import PaperForm
from citizens.models import Conclusion, Reception
from citizens.words.conclusion import recipients_of
from citizens.words.reception import facts_of
from portal.documents.numbers import book_of
from portal.forms import DateField, LongTextField
from portal.instructions import Instruction
from portal.office import office
from portal.text import day, lower_first


class SessionForm(ItemForm):
    """What its reader finds beside the form: the session, and what was concluded there."""

    def facts(self) -> list[tuple[str, str]]:
        return facts_of(self.subject)

    def texts(self) -> list[tuple[str, str]]:
        concluded = self.subject.concluded
        return [("Kết luận đã ghi", concluded.text)] if concluded else []


class Hold(SessionForm):
    model, step = Reception, "hold"


class ReceiveNobody(SessionForm):
    model, step = Reception, "receive_nobody"


class WriteConclusion(SessionForm):
    model, step = Reception, "write_conclusion"

    text = LongTextField(
        label="Kết luận của người chủ trì",
        max_length=20_000,
        help_text="Mỗi việc một dòng. Không ghi tên, địa chỉ người tố cáo.",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["text"].widget.attrs["rows"] = 16
        if self.subject.concluded:
            self.fields["text"].initial = self.subject.concluded.text


def notice_of(reception: Any, *, on: date) -> str:
    """How the Thông báo kết luận begins: who received, what was concluded, what is to be done."""
    where = f" tại {lower_first(str(reception.place))}" if reception.place else ""
    tasks = [
        f"- {row.unit}: {row.text} Báo cáo trước hết ngày {day(row.due_on)}."
        for row in Instruction.objects.about(reception).select_related("unit")
    ]
    parts = [
        f"Ngày {day(reception.date)}{where}, {reception.host_words} tiếp công dân "
        f"{reception.get_kind_display().lower()}. Sau khi nghe công dân trình bày và ý kiến của "
        "các đơn vị, người chủ trì kết luận như sau:",
        reception.concluded.text if reception.concluded else "",
        "Giao việc:\n" + "\n".join(tasks) if tasks else "",
        f"{office(on).name} thông báo để công dân và các đơn vị biết, thực hiện./.",
    ]
    return "\n\n".join(part for part in parts if part)


class Announce(SessionForm, PaperForm):
    model, step = Reception, "announce"
    opening = notice_of
    draft_label = "Thông báo kết luận việc tiếp công dân"


class SendOut(Numbered, SessionForm):
    """Number and date after the signature: from the portal's book, or as the clerk wrote them."""

    model, step = Reception, "send_out"

    source, number = source_field(), number_field()
    dated_on = DateField(label="Ngày thông báo", help_text="Ngày ghi trên văn bản đã ký")
    recipients = LongTextField(
        label="Nơi nhận",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    scan = FilesField(label="Bản quét thông báo đã ký", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer([book_of("TB", on=self.on)])
        self.fields["dated_on"].latest = self.on
        self.fields["recipients"].initial = recipients_of(self.subject)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        self.settle_number(book_of("TB", on=data.get("dated_on") or self.on))
        self.refuse_number_of_another(data.get("number", ""), data.get("dated_on"))
        files = received(self, "scan", by=self.by)
        data["scan"] = files[0] if files else None
        return data

    def refuse_number_of_another(self, number: str, dated_on: date | None) -> None:
        if not (number and dated_on):
            return
        same = Conclusion.objects.filter(number=number, dated_on__year=dated_on.year)
        if other := same.select_related("reception").first():
            held = f"buổi tiếp {day(other.reception.date)}"
            self.add_error("number", f"Số {number} đã ghi cho thông báo kết luận {held}")
