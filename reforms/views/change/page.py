"""The page of one change: its steps with their last days, the procedures it touches."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.views.new import NewView
from portal.views.step import StepView
from reforms import procedure_rules as rules
from reforms.forms.procedure.change import NewChange
from reforms.models import ProcedureChange
from reforms.views.pages import HOME, around

LIST = ("Biến động thủ tục", "/cai-cach/bien-dong/")
ASIDE = ("edit", "touch", "let_go", "note_submission", "abandon")


@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    seen = ProcedureChange.objects.visible_to(request.user, on=on)
    one = get_object_or_404(seen.select_related("unit", "officer", "instrument"), code=code)
    context = {
        "one": one,
        "passed": list(one.passed(as_of=on)),
        "touched": list(one.touched.select_related("procedure", "area")),
        **around(request.user, one, on=on, told=True, above=LIST, aside=ASIDE),
    }
    return render(request, "reforms/change/detail.html", context)


class NewChangeView(NewView):
    may = staticmethod(rules.opens_changes)
    form_class = NewChange
    verb = ProcedureChange.open_change
    crumbs: ClassVar = (HOME, LIST)
    here = "Lập biến động thủ tục"
    act = "Lập biến động"
    said = "Đã lập {0.code}."

    def given(self) -> dict[str, Any]:
        """A page that leads here brings the instrument and the procedures along."""
        asked = self.request.GET
        known = {"van-ban": "instrument", "thu-tuc": "procedures", "loai": "sort"}
        initial = {name: asked[key] for key, name in known.items() if asked.get(key)}
        return super().given() | {"initial": initial}


class ChangeStepView(StepView):
    model = ProcedureChange
    templates = "portal/record_step"

    def around(self) -> dict[str, Any]:
        return {"crumbs": [HOME, LIST, (self.subject.code, self.subject.get_absolute_url())]}
