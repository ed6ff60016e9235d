"""Diện theo dõi, as forms."""

from __future__ import annotations

from typing import Any

from django import forms

from citizens import rules
from citizens.forms.choices import PersonField
from citizens.forms.desk_item import ItemForm
from citizens.models import Case
from citizens.models import Flag as FlagRow
from portal.forms import ChoiceField, LongTextField


class AnswerableField(PersonField):
    """Whoever can be asked about it: leaders, heads, officers."""

    roles = ("director", "deputy_director", *rules.CASE_ROLES, "petition_officer")


class Flag(ItemForm):
    model, step = Case, "flag"

    kind = ChoiceField(label="Diện theo dõi", choices=FlagRow.Kind.choices)
    reason = LongTextField(
        label="Lý do",
        max_length=3_000,
        help_text="Số người, số lần, việc đã xảy ra; điều gì cho thấy cần theo dõi riêng",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    answerable = AnswerableField(
        label="Người chịu trách nhiệm",
        empty_label="Chọn người",
        help_text="Tên này đứng ở danh sách điểm nóng cho đến khi đưa vụ việc ra",
    )


class LiftFlag(ItemForm):
    model, step = Case, "lift_flag"

    flag = forms.ModelChoiceField(
        None, label="Đưa ra khỏi diện", empty_label=None, widget=forms.RadioSelect
    )
    reason = LongTextField(
        label="Lý do", max_length=3_000, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        standing = self.subject.flags.filter(lifted_on=None)
        self.fields["flag"].queryset = standing
        if len(standing) == 1:
            self.fields["flag"].initial = standing[0]
