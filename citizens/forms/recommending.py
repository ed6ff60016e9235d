"""Kiến nghị xử lý of a decision or a conclusion; theo dõi of a denunciation: as forms."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from citizens.forms.desk_item import ItemForm
from citizens.models import Complaint, DenunciationEntry, Petition, Recommendation
from citizens.models.petition.following import HANDLINGS
from citizens.models.vocabulary import Category, Conclusion, Level
from portal.forms import AmountField, ChoiceField, DateField, NumberField
from portal.text import upper_first

OF_THE_LETTER = ("level", "category", "handling", "handled_on")
CATEGORIES = (Category.ADMINISTRATIVE, Category.CORRUPTION, Category.JUDICIAL, Category.OTHER)


class Figures(ItemForm):
    """One box for each figure; an empty box is nought."""

    left_out: tuple[str, ...] = ()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        standing = Recommendation.objects.filter(**self.subject.recommended_by()).first()
        for column in Recommendation.figures():
            if column.name not in self.left_out:
                box = AmountField if column.get_internal_type() == "DecimalField" else NumberField
                self.fields[column.name] = box(
                    label=upper_first(column.verbose_name),
                    required=False,
                    min_value=0,
                    initial=getattr(standing, column.name, None) or None,
                )

    @property
    def layout(self) -> Layout:
        names = [*self.fields]
        pairs = [names[at : at + 2] for at in range(0, len(names), 2)]
        return Layout(*(Div(*pair, css_class="pair") for pair in pairs))

    def arguments(self) -> dict[str, Any]:
        return {name: value or 0 for name, value in self.cleaned_data.items()}


class RecommendByDecision(Figures):
    """03/GQKN does not ask for organisations that are disciplined."""

    model, step = Complaint, "recommend"
    left_out = ("organisations_disciplined",)


class RecommendByConclusion(Figures):
    model, step = Petition, "recommend"


class Follow(ItemForm):
    model, step = Petition, "follow"

    level = forms.TypedChoiceField(
        label="Lần tố cáo",
        coerce=int,
        choices=[(Level.FIRST.value, "Lần đầu"), (Level.SECOND.value, "Tố cáo tiếp")],
        widget=forms.RadioSelect,
    )
    category = ChoiceField(
        label="Nhóm nội dung", choices=[(each.value, each.label) for each in CATEGORIES]
    )
    handling = ChoiceField(
        label="Kết quả xử lý", choices=[(each.value, each.label) for each in HANDLINGS]
    )
    handled_on = DateField(label="Ngày xử lý", required=False)
    accepted_on = DateField(label="Ngày thụ lý", required=False)
    concluded_on = DateField(label="Ngày kết luận nội dung tố cáo", required=False)
    outcome = ChoiceField(
        label="Kết luận", choices=[("", "Chưa có"), *Conclusion.choices], required=False
    )
    closed_on = DateField(label="Ngày kết thúc", required=False)

    layout = Layout(
        "level",
        "category",
        "handling",
        Div("handled_on", "accepted_on", css_class="pair"),
        "outcome",
        Div("concluded_on", "closed_on", css_class="pair"),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        petition = self.subject
        entry = DenunciationEntry.objects.filter(petition=petition).first() or DenunciationEntry()
        for name, field in self.fields.items():
            field.initial = getattr(petition if name in OF_THE_LETTER else entry, name)
            if isinstance(field, DateField):
                field.earliest, field.latest = petition.received_on, self.on
