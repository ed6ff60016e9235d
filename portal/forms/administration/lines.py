"""Đường trình: which readers a unit's submissions pass, from a day on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.db.models import Q

from portal.forms.administration.rows import NOT_CHOSEN, Row, box_for
from portal.people import Unit
from portal.submissions import READERS, Line
from portal.workflow import Subject

EVERY_STEP = "Mọi bước chưa có đường riêng"
SIGNERS = ("director", "deputy_director", "head")


def steps_up_the_line() -> dict[str, str]:
    """The steps that are prepared by one and taken by another, with their titles."""
    return {
        step.name: step.title
        for kind in kinds_of(Subject)
        for step in getattr(kind, "workflow", ())
        if step.prepared_by
    }


def kinds_of(kind: Any) -> Iterator[Any]:
    for below in kind.__subclasses__():
        yield below
        yield from kinds_of(below)


class LineForm(Row):
    """The readers are ticked; they read from below upwards."""

    step = forms.ChoiceField(label="Bước", required=False)
    roles = forms.MultipleChoiceField(
        label="Người đọc, lần lượt từ trên xuống",
        choices=list(READERS.items()),
        widget=forms.CheckboxSelectMultiple,
        help_text="Người cuối cùng ký. Chức vụ chưa có người giữ thì phiếu trình đi tiếp.",
    )

    class Meta:
        model = Line
        fields = ("unit", "step", "roles", "opened_on", "closed_on")
        formfield_callback = box_for

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        titles = sorted(steps_up_the_line().items(), key=lambda each: each[1])
        self.fields["step"].choices = [("", EVERY_STEP), *titles]
        self.fields["unit"].queryset = Unit.objects.filter(
            Q(closed_on=None) | Q(pk=self.instance.unit_id)
        )
        self.fields["unit"].empty_label = NOT_CHOSEN
        self.fields[
            "closed_on"
        ].help_text = (
            "Muốn đổi đường trình: ghi ngày thôi dùng ở đây, rồi thêm đường mới từ ngày đó."
        )

    def clean_roles(self) -> list[str]:
        chosen = [role for role in READERS if role in self.cleaned_data["roles"]]
        if not set(chosen) & {*SIGNERS}:
            raise forms.ValidationError("Chọn thêm người có thẩm quyền ký")
        return chosen
