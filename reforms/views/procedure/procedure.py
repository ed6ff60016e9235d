"""The page of one procedure for the staff: what it says, from when, what is still to be written."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.views.new import NewView
from portal.views.planning.acts import acts_of
from portal.views.step import StepView
from reforms import procedure_rules as rules
from reforms.forms.procedure.keeping import NewProcedure
from reforms.models import Procedure, ProcedureChange, ProcedureVersion
from reforms.views.pages import HOME, around

LIST = ("Thủ tục hành chính", "/cai-cach/thu-tuc/")
MOST_BESIDE = 10
ASIDE = ("set_online", "add_form", "drop_form", "assign")


@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    seen = Procedure.objects.visible_to(request.user, on=on)
    one = get_object_or_404(seen.select_related("area__field", "unit", "replaced_by"), code=code)
    versions = list(one.versions.all())
    version = version_asked(request, one, versions)
    keeps = rules.keeps(request.user, one, on=on)
    context = {
        "one": one,
        "public": one.is_public(as_of=on),
        "versions": versions,
        "version": version,
        "newest": version is None or version == versions[-1],
        **contents(version),
        "lacking": version.lacking() if version else [],
        "changes": list(ProcedureChange.objects.filter(touched__procedure=one)[:MOST_BESIDE]),
        "proposals": list(one.simplifications.select_related("procedure")[:MOST_BESIDE]),
        "opens": rules.opens_changes(request.user, on=on),
        **around(request.user, one, on=on, told=keeps, above=LIST, aside=ASIDE),
    }
    context["told"] = context["told"] or acts_of(one.stream)
    return render(request, "reforms/procedure/detail.html", context)


def version_asked(request: HttpRequest, one: Procedure, versions: list[Any]) -> Any:
    """The contents that the address names, else the newest."""
    asked = request.GET.get("ban", "")
    if not asked:
        return versions[-1] if versions else None
    found = next((row for row in versions if str(row.pk) == asked), None)
    if found is None:
        raise Http404
    return found


def contents(version: ProcedureVersion | None) -> dict[str, Any]:
    """The rows below one version."""
    if version is None:
        return {"limits": [], "papers": [], "steps": [], "forms": [], "basis": []}
    prefetch_related_objects([version], "limits", "papers")
    return {
        "limits": list(version.limits.all()),
        "papers": list(version.papers.all()),
        "steps": list(version.steps.all()),
        "forms": list(version.forms.filter(dropped_on=None).select_related("file")),
        "basis": list(version.basis.select_related("issuer")),
    }


class NewProcedureView(NewView):
    may = staticmethod(rules.keeps_procedures)
    form_class = NewProcedure
    verb = Procedure.enter_catalogue
    crumbs: ClassVar = (HOME, LIST)
    here = "Đưa thủ tục vào danh mục"
    act = "Đưa vào danh mục"
    said = "Đã đưa thủ tục {0.code} vào danh mục."


class ProcedureStepView(StepView):
    model = Procedure
    templates = "portal/record_step"

    def around(self) -> dict[str, Any]:
        return {"crumbs": [HOME, LIST, (self.subject.code, self.subject.get_absolute_url())]}
