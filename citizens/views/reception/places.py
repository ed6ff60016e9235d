"""Where citizens are received: the list, one place, and the forms below it."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from citizens import rules
from citizens.forms.reception.places import ChargeForm, HangForm, HoursForm, PlaceForm
from citizens.models import ReceptionPlace
from citizens.views.reception.arranging import PLACES, RECEPTION, SCHEDULE, Arranging, FormPage
from citizens.views.reception.schedule import recorded_edit
from portal.once import once


def whole_places() -> Any:
    return ReceptionPlace.objects.prefetch_related("seasons", "charges__unit", "hung_papers")


def place_list(request: HttpRequest) -> HttpResponse:
    """Địa điểm tiếp công dân, and what is missing at each."""
    on = timezone.localdate()
    context = {
        "rows": [described(place, on) for place in whole_places()],
        "arranges": rules.arranges_receptions(request.user, on=on),
        "crumbs": [RECEPTION, SCHEDULE],
    }
    return render(request, "citizens/reception/places.html", context)


def place_detail(request: HttpRequest, pk: int) -> HttpResponse:
    on = timezone.localdate()
    place = get_object_or_404(whole_places(), pk=pk)
    context = {
        **described(place, on),
        "seasons": place.seasons.all(),
        "charges": place.charges.all(),
        "arranges": rules.arranges_receptions(request.user, on=on),
        "crumbs": [RECEPTION, SCHEDULE, PLACES],
    }
    return render(request, "citizens/reception/place.html", context)


def described(place: Any, on: Any) -> dict[str, Any]:
    """The place as it is on that day."""
    closed = place.closed_on is not None and place.closed_on <= on
    return {
        "place": place,
        "hours": place.hours_on(on),
        "unit": place.unit_on(on),
        "hanging": place.hanging(on=on),
        "missing": [] if closed else place.missing(on=on),
        "closed": closed,
    }


class PlacePage(FormPage):
    """A new place, or its name and address mended."""

    form_class = PlaceForm
    heading = "Thêm địa điểm"
    label = "Địa điểm tiếp công dân"

    def setup(self, request: HttpRequest, *args: Any, pk: int | None = None, **where: Any) -> None:
        super().setup(request, *args, **where)
        self.pk = pk

    @property
    def place(self) -> Any:
        return get_object_or_404(ReceptionPlace, pk=self.pk) if self.pk else None

    def form(self, *data: Any, **options: Any) -> Any:
        return super().form(*data, place=self.place, **options)

    def first_answers(self) -> dict[str, Any]:
        place = self.place
        if place is None:
            return {"opened_on": self.on}
        return {name: getattr(place, name, None) for name in self.form_class.base_fields}

    def keep(self, form: Any) -> Any:
        with transaction.atomic():
            place = form.keep() or form.place
            recorded_edit(
                place, "dia-diem-tiep", request=self.request, on=self.on, label=self.label
            )
        return place

    def next_address(self) -> str:
        return self.done.get_absolute_url()

    def back(self) -> str:
        place = self.place
        return place.get_absolute_url() if place else PLACES[1]

    def around(self) -> dict[str, Any]:
        place = self.place
        here = [(str(place), place.get_absolute_url())] if place else []
        heading = self.heading if place is None or self.label != PlacePage.label else "Sửa địa điểm"
        crumbs = [RECEPTION, SCHEDULE, PLACES, *here]
        return {"crumbs": crumbs, "heading": heading, "section": "Địa điểm"}


class HoursPage(PlacePage):
    form_class = HoursForm
    heading = label = "Giờ tiếp theo mùa"

    def first_answers(self) -> dict[str, Any]:
        return {}


class ChargePage(PlacePage):
    form_class = ChargeForm
    heading = label = "Đơn vị phụ trách"

    def first_answers(self) -> dict[str, Any]:
        return {"since": self.on}


class HangPage(PlacePage):
    form_class = HangForm
    heading = label = "Niêm yết văn bản"

    def first_answers(self) -> dict[str, Any]:
        return {"hung_on": self.on, "kind": self.request.GET.get("van-ban", "")}


class TakeDown(Arranging):
    """Gỡ a paper that hung there."""

    def post(self, request: HttpRequest, *, pk: int, paper: int) -> HttpResponse:
        with once(request) as act:
            return act.response or act.keep(self.take_down(pk, paper))

    def take_down(self, pk: int, paper: int) -> HttpResponse:
        place = get_object_or_404(ReceptionPlace, pk=pk)
        hung = get_object_or_404(place.hung_papers.filter(taken_down_on=None), pk=paper)
        hung.taken_down_on = max(self.on, hung.hung_on)
        hung.save(update_fields=["taken_down_on"])
        recorded_edit(
            place, "dia-diem-tiep", request=self.request, on=self.on, label="Gỡ văn bản niêm yết"
        )
        return redirect(place.get_absolute_url())
