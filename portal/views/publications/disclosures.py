"""``/cong-bo/``: what is prepared for strangers; ``/cong-khai/``: what they find."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.attachments import serve
from portal.filters import Choice, Listing, Tab, equal_to, unit_options
from portal.forms.disclosures import NewDisclosure
from portal.publications import Article, Disclosure, rules
from portal.publications.disclosures import DisclosureStage, begins_with
from portal.publications.grounds import EXEMPLARS, GROUNDS, ground_choices
from portal.views.around import around
from portal.views.new import NewView
from portal.views.own_list import BY_CODE, OwnList
from portal.views.planning.lists import of_unit, words_in
from portal.views.publications.blocks import beside
from portal.views.step import StepView

LIST = ("Công khai ra ngoài", "/cong-bo/")
A_PAGE, ARTICLES = 30, 6
GOOD_DEEDS = "nguoi-tot-viec-tot"


class DisclosureList(OwnList):
    model = Disclosure
    listing = Listing(
        conditions=(
            words_in("title", "summary", "code"),
            Choice("can-cu", "Căn cứ", "Mọi căn cứ", ground_choices, equal_to("ground")),
            Choice("don-vi", "Đơn vị chủ trì", "Mọi đơn vị", unit_options, of_unit),
            Choice(
                "giai-doan", "Giai đoạn", "Mọi giai đoạn", lambda: DisclosureStage.choices,
                equal_to("stage"), when_asked=True,
            ),
        ),
        orders=BY_CODE,
        tabs=(
            Tab("Đang soạn", (("giai-doan", DisclosureStage.DRAFT.value),)),
            Tab("Đã công khai", (("giai-doan", DisclosureStage.RELEASED.value),)),
            Tab("Thôi công khai", (("giai-doan", DisclosureStage.RETRACTED.value),)),
            Tab("Tất cả"),
        ),
        usual="-so",
        found="-so",
    )  # fmt: skip
    columns = ("pk", "code", "title", "ground", "stage", "released_on", "unit__name")
    template = "portal/disclosure/list.html"
    noun = "nội dung"
    begins = staticmethod(rules.discloses)
    nothing = {
        "kind": "nothing",
        "title": "Chưa có nội dung nào được công khai ra ngoài",
        "words": "Người ngoài cơ quan chỉ thấy nội dung mà lãnh đạo đã quyết định công khai.",
        "url": "/cong-bo/moi/",
        "act": "Ghi nội dung công khai",
    }

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        stages = dict(DisclosureStage.choices)
        return [
            {**row, "unit": row["unit__name"], "stage_words": stages[row["stage"]],
             "under": GROUNDS[row["ground"]]}
            for row in found
        ]  # fmt: skip


@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    one = visible_disclosure(request, code)
    close = rules.edits_disclosure(request.user, one, on=on) or rules.sees_every_article(
        request.user, on=on
    )
    context = {
        "one": one,
        **around(request.user, one, on=on, crumbs=(LIST,), aside=("retract",), told=close),
    }
    return render(request, "portal/disclosure/detail.html", context)


def visible_disclosure(request: HttpRequest, code: str) -> Disclosure:
    seen = Disclosure.objects.visible_to(request.user, on=timezone.localdate())
    return get_object_or_404(
        seen.select_related("unit", "officer", "file", "released_by"), code=code
    )


@require_safe
def disclosure_file(request: HttpRequest, code: str) -> HttpResponseBase:
    return file_of(visible_disclosure(request, code))


def file_of(one: Disclosure) -> HttpResponseBase:
    if one.file is None:
        raise Http404
    return serve(one.file)


class NewDisclosureView(NewView):
    """``?tu=<stream>``: out of a record that its reader sees."""

    may, form_class, verb = rules.discloses, NewDisclosure, Disclosure.note_disclosure
    crumbs = (LIST,)
    here = act = "Ghi nội dung công khai"
    said = "Đã ghi {0.code}. Người ngoài chưa thấy gì cho đến khi lãnh đạo công khai."

    def given(self) -> dict[str, Any]:
        source = self.request.GET.get("tu", "")
        if not source:
            return super().given()
        begun = begins_with(source, by=self.request.user, on=self.on)
        if begun is None:
            raise Http404
        return super().given() | {"source": source, "begun": begun}


class DisclosureStepView(StepView):
    model = Disclosure
    templates = "portal/record_step"
    crumbs = (LIST,)


# strangers


@login_not_required
@require_safe
def publicity(request: HttpRequest) -> HttpResponse:
    """``?can-cu=``: under one law; ``?truoc=``: what was shown before that one."""
    on = timezone.localdate()
    ground = request.GET.get("can-cu", "")
    if ground and ground not in GROUNDS:
        raise Http404
    context = {
        **on_show(request, ground, on=on),
        "grounds": GROUNDS.values(),
        "ground": GROUNDS.get(ground),
    }
    return render(request, "portal/public/publicity.html", context)


def on_show(request: HttpRequest, ground: str, *, on: date) -> dict[str, Any]:
    """One page of what strangers find, the newest first."""
    rows = Disclosure.objects.on_show(as_of=on).order_by("-released_on", "-pk")
    if ground:
        rows = rows.filter(ground=ground)
    if code := request.GET.get("truoc", ""):
        last = get_object_or_404(Disclosure.objects.on_show(as_of=on), code=code)
        older = Q(released_on=last.released_on, pk__lt=last.pk)
        rows = rows.filter(Q(released_on__lt=last.released_on) | older)
    found = list(rows.select_related("unit")[: A_PAGE + 1])
    older_code = found[A_PAGE - 1].code if len(found) > A_PAGE else ""
    return {"rows": found[:A_PAGE], "older": older_code}


@login_not_required
@require_safe
def exemplars(request: HttpRequest) -> HttpResponse:
    """Good models that were released to strangers, and articles about good people and deeds."""
    now = timezone.now()
    articles = Article.objects.news(at=now).filter(category__code=GOOD_DEEDS)
    context = {
        **on_show(request, EXEMPLARS, on=timezone.localdate(now)),
        "articles": list(articles[:ARTICLES]),
        "category": GOOD_DEEDS,
        **beside(at=now, latest=False),
    }
    return render(request, "portal/public/exemplars.html", context)


def shown_to_strangers(code: str) -> Disclosure:
    rows = Disclosure.objects.on_show(as_of=timezone.localdate())
    return get_object_or_404(rows.select_related("unit", "file"), code=code)


@login_not_required
@require_safe
def disclosed(request: HttpRequest, code: str) -> HttpResponse:
    return render(request, "portal/public/disclosed.html", {"one": shown_to_strangers(code)})


@login_not_required
@require_safe
def disclosed_file(request: HttpRequest, code: str) -> HttpResponseBase:
    return file_of(shown_to_strangers(code))
