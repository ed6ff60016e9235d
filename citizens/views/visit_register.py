"""Vào sổ tiếp công dân: a visit after the other, while somebody sits at the desk."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views import View

from citizens import rules
from citizens.forms.visit_register import STICKY, PlainVisit, SealedVisit
from citizens.models import Visit
from citizens.models.visit.vocabulary import VisitKind
from citizens.sheets.visitor import Visitor, visitor
from citizens.views.reception.arrivals import arriving
from portal.deadlines import DeadlineError
from portal.drafts import recall
from portal.once import once
from portal.workflow import Refused

SITTING = "buoi-dang-tiep"
OF_THE_VISIT = (
    *("id_number", "name", "gender", "birth_year", "address", "phone", "people"),
    *("appointed_on", "kind", "host"),
)


class RegisterVisit(View):
    """The page of a plain visit."""

    form_class: Any = PlainVisit
    template = "citizens/visit/register.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.on: date = timezone.localdate()
        if not rules.receives_visits(request.user, on=self.on):
            raise Http404(rules.receives_visits.why_not)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        typed = recall(request)
        return self.page(self.retyped(typed) if typed else self.form(initial=self.sitting()))

    def post(self, request: HttpRequest) -> HttpResponse:
        if "tra" in request.POST:
            return self.looked_up(request.POST)
        with once(request) as act:
            return act.response or act.keep(self.answer(request))

    def answer(self, request: HttpRequest) -> HttpResponse:
        form = self.form(request.POST)
        visit = self.registered(form) if form.is_valid() else None
        if visit is None:
            return self.page(form, status=422)
        self.remember_sitting(form)
        messages.success(request, f"Đã vào sổ: {visit.code}.")
        return redirect(self.next_address(visit, form))

    def registered(self, form: Any) -> Visit | None:
        try:
            return form.register()
        except Refused as refusal:
            form.refuse(refusal)
        except DeadlineError as refusal:
            form.add_error("received_on", str(refusal))
        return None

    def form(self, *data: Any, **options: Any) -> Any:
        return self.form_class(*data, by=self.request.user, on=self.on, **options)

    def retyped(self, data: Any) -> Any:
        """Everything as it was typed, nothing checked yet."""
        names = self.form_class.base_fields
        return self.form(initial={name: data.get(name, "") for name in names})

    def looked_up(self, data: Any) -> HttpResponse:
        """As it was typed, and what stands empty as the office knows it of that number."""
        form = self.retyped(data)
        who = self.visitor_of(form)
        known = who.person if who else {}
        if form.initial.get("name") in (None, "", known.get("name")):
            form.initial |= {name: form.initial[name] or known[name] for name in known}
        return self.page(form, who=who)

    def visitor_of(self, form: Any) -> Visitor | None:
        number = getattr(form, "known_number", "")
        return visitor(number, user=self.request.user, on=self.on)

    # the answers that visits of one sitting share

    def sitting(self) -> dict[str, Any]:
        kept = self.request.session.get(SITTING)
        if kept and kept.get("on") == self.on.isoformat():
            return kept | self.known_already()
        first = self.form_class.base_fields["place"].rows().open(as_of=self.on).first()
        return {
            "received_on": f"{self.on:%d/%m/%Y}",
            "kind": VisitKind.REGULAR,
            "place": first.pk if first else "",
            "receiver": self.request.user.username,
        } | self.known_already()

    def known_already(self) -> dict[str, Any]:
        """What nobody types twice: another content of a visit, or somebody who registered."""
        return self.same_visit() | arriving(self.request, on=self.on)

    def same_visit(self) -> dict[str, Any]:
        """Who came, when and where: entered once, however many contents were told."""
        code = self.request.GET.get("cung-luot", "")
        seen = Visit.objects.visible_to(self.request.user, on=self.on).plain()
        earlier = seen.filter(code=code).exclude(name="").first() if code else None
        if earlier is None:
            return {}
        spoken = earlier.representatives.values_list("name", "id_number")
        others = "\n".join(", ".join(filter(None, each)) for each in spoken)
        told = {name: getattr(earlier, name) or "" for name in OF_THE_VISIT}
        sat = {
            "received_on": f"{earlier.received_on:%d/%m/%Y}",
            "place": earlier.place_id or "",
            "receiver": getattr(earlier.receiver, "username", ""),
        }
        return told | sat | {"others": others, "part_of": earlier.code}

    def remember_sitting(self, form: Any) -> None:
        answers = {name: form.data.get(name, "") for name in STICKY}
        self.request.session[SITTING] = answers | {"on": self.on.isoformat()}

    def next_address(self, visit: Visit, form: Any) -> str:
        asked = self.request.POST
        if "nhan-don" in asked:
            return reverse("visit-take-petition", args=[visit.code])
        if "bien-nhan" in asked:
            return reverse("visit-receipt", args=[visit.code])
        if "noi-dung-khac" in asked:
            return f"{reverse('visit-register')}?cung-luot={visit.code}"
        return reverse("visit-register")

    def page(self, form: Any, *, who: Visitor | None = None, status: int = 200) -> HttpResponse:
        form.visitor = who or self.visitor_of(form)
        form.looked_up = getattr(form, "known_number", "")
        latest = Visit.objects.filter(registered_by=self.request.user, registered_on=self.on)
        context = {"form": form, "latest": latest.order_by("-pk")[:5], "count": latest.count()}
        return render(self.request, self.template, context, status=status)


class RegisterSealedVisit(RegisterVisit):
    """The page of a visit about a denunciation: nothing of who came, nothing of what was said."""

    form_class = SealedVisit
    template = "citizens/visit/register_sealed.html"

    def same_visit(self) -> dict[str, Any]:
        return {}

    def next_address(self, visit: Visit, form: Any) -> str:
        if "nhan-bi" in self.request.POST:
            return reverse("visit-take-envelope", args=[visit.code])
        return reverse("visit-register")
