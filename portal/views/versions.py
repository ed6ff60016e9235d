"""Files of rules: which there are, what one says, the file itself, bringing in another."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views import View

from portal.forms.version import NewVersion
from portal.permissions import Rule
from portal.scoring import BrokenSet
from portal.scoring.versions import LoadedVersion
from portal.views.new import NewView


class Shelf:
    """What a room says of its files; ``crumbs`` lead to its list, which they end with."""

    model: type[LoadedVersion]
    reads: Rule
    keeps: Rule
    crumbs: ClassVar[tuple[tuple[str, str], ...]]
    template: str


class VersionList(Shelf, View):
    def get(self, request: HttpRequest) -> HttpResponse:
        on = timezone.localdate()
        if not self.reads(request.user, on=on):
            raise Http404
        rows = self.model._default_manager
        in_force = set(rows.in_force(as_of=on).values_list("pk", flat=True))
        context = {
            "rows": [(row, row.pk in in_force) for row in rows.defer("text")],
            "keeps": self.keeps(request.user, on=on),
            "crumbs": self.crumbs[:-1],
            "on": on,
        }
        return render(request, self.template, context)


class VersionView(Shelf, View):
    """One version, which whoever reads them may see."""

    def get(self, request: HttpRequest, code: str, since: str) -> HttpResponse:
        on = timezone.localdate()
        if not self.reads(request.user, on=on):
            raise Http404
        try:
            valid_from = date.fromisoformat(since)
        except ValueError:
            raise Http404 from None
        rows = self.model._default_manager
        return self.shown(get_object_or_404(rows, code=code, valid_from=valid_from), on=on)

    def shown(self, version: Any, *, on: date) -> HttpResponse:
        context = {"version": version, "of": version.value, "crumbs": self.crumbs}
        return render(self.request, self.template, context | self.more(version, on=on))

    def more(self, version: Any, *, on: date) -> dict[str, Any]:
        """What a subclass shows beside the version."""
        return {}


class VersionFile(VersionView):
    """The file itself: the form of the next one."""

    def shown(self, version: Any, *, on: date) -> HttpResponse:
        response = HttpResponse(version.text, content_type="application/toml; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="{version.code}.toml"'
        return response


class NewVersionView(Shelf, NewView):
    """``may`` is what the shelf calls ``keeps``."""

    form_class = NewVersion

    def given(self) -> dict[str, Any]:
        return {"model": self.model}

    def entered(self, form: NewVersion) -> Any:
        try:
            return self.model.load(form.cleaned_data["file"], by=self.request.user, on=self.on)
        except BrokenSet as fault:
            form.add_error("file", str(fault))
            return None
