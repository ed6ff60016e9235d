"""Steps that petitions and cases have in common: who has it, notes, papers that came or go out."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from citizens import rules
from citizens.forms.attachment import FilesField, received
from citizens.forms.choices import PersonField, UnitField, as_of, people_of
from citizens.forms.numbering import Numbered, number_field, source_field
from citizens.models import Petition
from citizens.models.desk_item import DeskItem
from citizens.words import case, petition
from portal.fields import unit_in_charge
from portal.forms import ChoiceField, DateField, LongTextField, StepForm, TextField
from portal.notifications.mentions import called_in, strangers
from portal.people import Position
from portal.text import day

INSIDE, TO_CITIZEN = "noi-bo", "cong-dan"


class ItemForm(StepForm):
    """A step whose choices are those of the day."""

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, on=on, **options)
        as_of(self, on)
        people_of(self, self.subject.unit_id)
        self.result: Any = None

    def take(self, **who: Any) -> Any:
        """Keeps what the verb returned: the case or petition that the step led to."""
        self.result = super().take(**who)
        return self.result

    def facts(self) -> list[tuple[str, str]]:
        return facts_for_reader(self.subject)

    def texts(self) -> list[tuple[str, str]]:
        return texts_for_reader(self.subject)


def facts_for_reader(item: Any) -> list[tuple[str, str]]:
    """What is known: before signing nobody should have to look it up."""
    if item.stream_kind == Petition.stream_kind:
        return [("Người gửi", item.sender), *petition.facts_of(item)]
    return case.facts_of(item, {})


def texts_for_reader(item: Any) -> list[tuple[str, str]]:
    """What the citizen wrote, and what was found."""
    if item.stream_kind == Petition.stream_kind:
        return [("Nội dung đơn", item.content)] if item.content else []
    told = [("Nội dung đơn", item.petition.content)]
    if found := item.findings.last():
        proposed = f"{found.text}\n\nĐề xuất: {found.get_proposal_display()}."
        told.insert(0, ("Báo cáo kết quả xác minh", proposed))
    return [(title, text) for title, text in told if text]


class HandOver(ItemForm):
    """To a unit, and where it is already known, to a person of it."""

    unit = UnitField(label="Đơn vị giải quyết")
    officer = PersonField(
        label="Cán bộ thực hiện",
        required=False,
        empty_label="Để thủ trưởng đơn vị phân công",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].initial = self.likely_unit()
        if chosen := self.data.get("unit"):
            units = {unit.code: unit.pk for unit in self.fields["unit"].queryset}
            people_of(self, units.get(chosen))

    def likely_unit(self) -> str:
        """A case stays where it is; a petition goes to the unit in charge of its field."""
        if self.subject.stream_kind != Petition.stream_kind:
            return self.subject.unit.code
        charged = unit_in_charge(self.subject.field, on=self.on)
        return charged.code if charged else ""

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        unit, officer = data.get("unit"), data.get("officer")
        if unit and officer and not works_in(officer, unit, on=self.on):
            self.add_error("officer", f"{officer} không thuộc {unit}; chọn người của đơn vị này")
        return data


def works_in(person: Any, unit: Any, *, on: date) -> bool:
    return Position.objects.open(as_of=on).filter(user=person, unit=unit).exists()


class Assign(HandOver):
    model, step = DeskItem, "assign"


class PassOn(ItemForm):
    """To somebody of the same unit."""

    model, step = DeskItem, "pass_on"

    officer = PersonField(label="Người làm thay")
    reason = TextField(label="Lý do", help_text="Ví dụ: nghỉ phép đến hết ngày 27/8/2026")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        people = self.fields["officer"]
        held = Position.objects.open(as_of=self.on).filter(unit=self.subject.unit_id)
        people.queryset = people.queryset.filter(pk__in=held.values("user")).exclude(
            pk=self.subject.officer_id
        )


class CalledField(PersonField):
    """Whoever reads petitions and cases; the box also offers its names after an “@”."""

    roles = (*rules.CASE_ROLES, *rules.OVERVIEW_ROLES)
    widget = forms.Select(attrs={"data-calls": "text"})


class Write(ItemForm):
    model, step = DeskItem, "write"

    text = LongTextField(
        label="Nội dung ghi chú",
        max_length=5_000,
        help_text="Nhắc một đồng chí được xem việc này: gõ @ rồi họ tên, ví dụ @Trần Văn Bình.",
    )
    told = CalledField(
        label="Gửi thông báo cho",
        required=False,
        empty_label="Không gửi riêng ai",
        help_text="Đồng chí này thấy ở trang Nhắc việc",
    )
    readers = ChoiceField(
        label="Ai đọc được ghi chú này?",
        choices=[
            (INSIDE, "Chỉ cán bộ của Sở"),
            (TO_CITIZEN, "Cả công dân, trên trang tra cứu kết quả giải quyết"),
        ],
        initial=INSIDE,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.subject.sealed:
            del self.fields["told"]

    def to_citizen(self) -> str:
        data = getattr(self, "cleaned_data", {})
        return data.get("text", "") if data.get("readers") == TO_CITIZEN else ""

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        to_citizen = data["readers"] == TO_CITIZEN
        return {"text": data["text"], "to_citizen": to_citizen, "called": self.called}

    def clean(self) -> dict[str, Any]:
        """A colleague is called where only colleagues read, and never one who may not see it."""
        data = super().clean()
        named = called_in(data.get("text", ""))
        chosen = [data["told"]] if data.get("told") else []
        self.called = [*named, *chosen]
        if why_not := self.not_to_be_called(data.get("readers", "")):
            self.add_error("text" if named else "told", why_not)
        return data

    def not_to_be_called(self, readers: str) -> str:
        if self.called and readers == TO_CITIZEN:
            return "Ghi chú công dân đọc được thì không nhắc tên cán bộ; bỏ tên, bỏ dấu @"
        if self.called and self.subject.sealed:
            return "Ở sổ riêng không nhắc tên cán bộ; bỏ dấu @ trước tên"
        if outside := strangers(self.called, subject=self.subject, on=self.on):
            names = ", ".join(person.full_name for person in outside)
            return f"{names} không được xem việc này nên không nhắc được; bỏ tên, bỏ dấu @"
        return ""


class Attach(ItemForm):
    model, step = DeskItem, "attach"

    title = TextField(label="Tên tài liệu", required=False, help_text="Để trống thì lấy tên tệp")
    files_sent = FilesField(label="Tệp")

    def arguments(self) -> dict[str, Any]:
        return {"title": self.cleaned_data["title"], "files": self.received}

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.received = received(self, "files_sent", by=self.by)
        return self.cleaned_data


class SendOut(Numbered, ItemForm):
    """Number and date after the signature: from the portal's book, or as the clerk wrote them."""

    model, step = DeskItem, "send_out"

    paper = forms.ModelChoiceField(
        None, label="Văn bản", empty_label=None, widget=forms.RadioSelect
    )
    source, number = source_field(), number_field()
    dated_on = DateField(label="Ngày văn bản", help_text="Ngày ghi trên văn bản đã ký")
    recipients = LongTextField(
        label="Nơi nhận", required=False, max_length=2_000, widget=forms.Textarea(attrs={"rows": 3})
    )
    scan = FilesField(label="Bản quét văn bản đã ký", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        waiting = list(self.subject.papers.waiting())
        self.fields["paper"].queryset = self.subject.papers.waiting()
        if len(waiting) == 1:
            self.fields["paper"].initial = waiting[0]
        self.offer([paper.book(on=self.on) for paper in waiting])
        self.fields["dated_on"].latest = self.on

    def clean(self) -> dict[str, Any]:
        super().clean()
        files = received(self, "scan", by=self.by)
        self.cleaned_data["scan"] = files[0] if files else None
        self._complete_number()
        return self.cleaned_data

    def _complete_number(self) -> None:
        """A bare number gets its symbol; a number is given once a year."""
        data = self.cleaned_data
        paper, dated_on = data.get("paper"), data.get("dated_on")
        book = paper.book(on=dated_on) if paper and dated_on else None
        self.settle_number(book)
        if not (book and data.get("number")):
            return
        book.lock(year=dated_on.year)
        same = type(paper).objects.filter(number=data["number"], dated_on__year=dated_on.year)
        if other := same.exclude(pk=paper.pk).first():
            taken = f"Số {other.number} đã ghi cho {other.title}, ngày {day(other.dated_on)}"
            self.add_error("number", taken)
