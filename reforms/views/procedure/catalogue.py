"""The catalogue that comes with the portal, taken in field by field."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from portal.forms import Form
from portal.once import answered_once
from reforms import procedure_rules as rules
from reforms.catalogue.bringing import bring_in
from reforms.catalogue.delivered import SOURCE, delivered
from reforms.models import Procedure
from reforms.views.pages import HOME

LIST = ("Thủ tục hành chính", "/cai-cach/thu-tuc/")


class LoadForm(Form):
    areas = forms.MultipleChoiceField(
        label="Lĩnh vực", widget=forms.CheckboxSelectMultiple,
        help_text="Thủ tục đã có trong danh mục của Sở được giữ nguyên.",
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["areas"].choices = [  # type: ignore[attr-defined]  # boxes
            (key, f"{name} ({len(delivered().of_areas([key]))})")
            for key, name in delivered().areas()
        ]


@answered_once
def load(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    if not rules.keeps_procedures(request.user, on=on):
        raise Http404
    form = LoadForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = load_areas(form.cleaned_data["areas"], by=request.user.key, on=on)
        messages.success(request, f"Đã đưa {made} thủ tục vào danh mục.")
        return redirect("/cai-cach/thu-tuc/")
    context = {
        "form": form,
        "source": SOURCE,
        "crumbs": [HOME, LIST],
        "here": "Nạp danh mục kèm theo Cổng",
        "section": LIST[0],
        "act": "Nạp danh mục",
        "back": LIST[1],
    }
    status = 422 if form.is_bound else 200
    return render(request, "reforms/procedure/load.html", context, status=status)


def load_areas(keys: list[str], *, by: str, on: Any) -> int:
    rows = delivered().of_areas(keys)
    codes = [row["code"].code for row in rows]
    known = set(Procedure.objects.filter(code__in=codes).values_list("code", flat=True))
    return bring_in([row for row in rows if row["code"].code not in known], by=by, on=on)
