"""Đính chính, rút lại bước: the same two forms for petitions and cases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from citizens.forms.choices import CommuneField, FieldField, as_of
from citizens.forms.desk_item import ItemForm
from citizens.models.corrections import facts, last_move, not_retractable
from citizens.models.corrections.facts import (
    CARD,
    CHANNEL,
    COMMUNE,
    DATE,
    FACTS,
    FIELD,
    PAPER,
    PHONE,
    SENDER,
    TEXT,
    YEAR,
    Fact,
)
from citizens.models.desk_item import DeskItem
from citizens.models.vocabulary import Channel
from portal import history
from portal.forms import (
    ChoiceField,
    DateField,
    IdNumberField,
    LongTextField,
    NumberField,
    PhoneField,
    TextField,
)
from portal.forms.sentences import speak
from portal.templatetags.portal import mask_id, mask_phone
from portal.text import day, lower_first

FIELDS: dict[str, Callable[..., forms.Field]] = {
    DATE: DateField,
    TEXT: TextField,
    YEAR: lambda **options: NumberField(min_value=1900, max_value=2100, **options),
    CARD: IdNumberField,
    PHONE: PhoneField,
}
LISTS: dict[str, Callable[..., forms.Field]] = {
    CHANNEL: lambda **options: ChoiceField(choices=Channel.choices, **options),
    FIELD: FieldField,
    COMMUNE: CommuneField,
}
"""What is chosen, not typed: the list stands there once the fact is known."""

RIGHT = "Ghi đúng là"
MASKS = {CARD: mask_id, PHONE: mask_phone}


class Correct(ItemForm):
    model, step = DeskItem, "correct"

    fact = ChoiceField(
        label="Nội dung cần đính chính", widget=forms.Select, choices=[("", "Chọn nội dung")]
    )
    new = TextField(
        label=RIGHT,
        help_text="Ngày ghi như 27/8/2026. Nguồn đơn, lĩnh vực, xã phường: để trống rồi gửi, "
        "danh sách sẽ hiện ở đây",
        max_length=300,
    )
    reason = LongTextField(
        label="Lý do", max_length=2_000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.letter = getattr(self.subject, "petition", self.subject)
        self.papers = {str(paper.pk): paper for paper in self.subject.papers.issued()}
        self.fields["fact"].choices = [
            ("", "Chọn nội dung"),
            *self._of_letter(),
            *self._of_papers(),
        ]
        self._offer_list(self.data.get("fact") or self.initial.get("fact", ""))

    def _offer_list(self, asked: str) -> None:
        fact = FACTS.get(asked)
        if fact and fact.kind in LISTS:
            missing = {"required": f"Chưa chọn {lower_first(fact.label)} đúng"}
            self.fields["new"] = LISTS[fact.kind](label=RIGHT, error_messages=missing)
            as_of(self, self.on)

    def _of_letter(self) -> list[tuple[str, str]]:
        told = []
        for fact in FACTS.values():
            row = facts.place_of(fact, letter=self.letter, paper=None)
            if row is not None:
                told.append((fact.name, f"{fact.label}: {shown(fact, getattr(row, fact.name))}"))
        return told

    def _of_papers(self) -> list[tuple[str, list[tuple[str, str]]]]:
        return [
            (
                paper.title,
                [
                    (f"{fact.name}:{pk}", f"{fact.label}: {shown(fact, getattr(paper, fact.name))}")
                    for fact in FACTS.values()
                    if fact.place == PAPER
                ],
            )
            for pk, paper in self.papers.items()
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        name, _, pk = data.get("fact", "").partition(":")
        if not name or "new" not in data:
            return data
        data["fact"], data["paper"] = name, self.papers.get(pk)
        if FACTS[name].kind in LISTS:
            return data
        try:
            data["new"] = read(FACTS[name], data["new"])
        except ValidationError as refusal:
            self.add_error("new", refusal)
        return data


def read(fact: Fact, written: str) -> Any:
    """What was written, as the fact's own kind; refusals are those of its field."""
    field = FIELDS[fact.kind](label=fact.label)
    speak(field, label=fact.label)
    return field.clean(written)


def shown(fact: Fact, value: Any) -> str:
    if value in (None, ""):
        return "chưa ghi"
    if fact.kind == CHANNEL:
        return Channel(value).label
    if isinstance(value, date):
        return day(value)
    words = str(MASKS.get(fact.kind, str)(value) if fact.place == SENDER else value)
    return words if len(words) <= 60 else f"{words[:60]}…"


class Retract(ItemForm):
    model, step, danger = DeskItem, "retract", True

    reason = LongTextField(label="Lý do rút lại", max_length=2_000)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.last = last_move(history.events(self.subject.stream))
        self.why_not = not_retractable(self.subject, self.last, by=self.by, on=self.on)
        if not self.why_not:
            self.fields["reason"].help_text = (
                f"Rút lại bước “{self.last.label.lower()}”: về giai đoạn trước, văn bản chưa có "
                "số bị hủy; việc rút lại vào diễn biến"
            )
        else:
            self.fields["reason"].help_text = self.why_not
