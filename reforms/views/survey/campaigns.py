"""``/cai-cach/hai-long/``: campaigns, what they found, slips and posters to print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet, Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.filters import Choice, Listing, Order, Reader, Tab, Within, equal_to
from portal.people import Unit
from portal.statistics import share
from portal.text import number
from portal.views.new import NewView
from portal.views.own_list import BY_CODE, OwnList
from portal.views.planning.lists import words_in
from portal.views.step import StepView
from reforms import survey_rules as rules
from reforms.forms.survey import OpenCampaign
from reforms.models import SurveyAnswer, SurveyBatch, SurveyCampaign
from reforms.models.survey.campaign import Audience, Stage
from reforms.surveys import FORMULA
from reforms.surveys.results import Results, kept_back, results
from reforms.views.pages import HOME, around

LIST = ("Sự hài lòng", "/cai-cach/hai-long/")
VIEWS = (("dang-mo", "Đang khảo sát"), ("xong", "Đã kết thúc"))


def seen_as(rows: QuerySet, view: str, reader: Reader) -> QuerySet:
    return rows.filter(stage=Stage.OPEN if view == "dang-mo" else Stage.CLOSED)


class CampaignList(OwnList):
    model = SurveyCampaign
    listing = Listing(
        conditions=(
            words_in("title", "code"),
            Choice("doi-tuong", "Đối tượng", "Mọi đối tượng", lambda: Audience.choices,
                   equal_to("audience")),
            Within("ket-thuc-trong", "Kết thúc trong", "closes_on"),
            Choice("xem", "Xem", "Tất cả", lambda: VIEWS, seen_as, in_bar=False),
        ),
        orders=(Order("ngay", "Kết thúc", "closes_on"), *BY_CODE),
        tabs=(
            Tab("Tất cả"),
            Tab("Đang khảo sát", (("xem", "dang-mo"),)),
            Tab("Đã kết thúc", (("xem", "xong"),)),
        ),
        usual="-ngay",
        found="-ngay",
    )  # fmt: skip
    columns = ("pk", "code", "closes_on")
    template = "reforms/survey/list.html"
    noun = "đợt"
    begins = staticmethod(rules.asks)
    nothing: Mapping[str, str] = {
        "kind": "nothing",
        "title": "Chưa có đợt khảo sát nào",
        "words": "Chọn phiếu hỏi, thời gian, rồi phát phiếu: mỗi phiếu một mã, trả lời một lần.",
        "url": f"{LIST[1]}moi/",
        "act": "Mở đợt khảo sát",
    }

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Any]:
        rows = self.wholes(found)
        keys = [row.pk for row in rows]
        issued = sums_of(SurveyBatch.objects.filter(campaign__in=keys), Sum("count"))
        ticked = answers_of(keys)
        for row in rows:
            row.issued = issued.get(row.pk, 0)
            row.found = found_in(row, ticked.get(row.pk, []), on=self.reader.on)
            row.rate = share(row.found.slips, row.issued)
        compare(rows)
        return rows


def compare(rows: list[Any]) -> None:
    """Each with the one before it, of those shown, that asked the same."""
    before: dict[str, float] = {}
    for row in sorted(rows, key=lambda each: (each.closes_on, each.pk)):
        row.change, now = "", row.found.percent
        if now is None:
            continue
        if row.questions in before:
            row.change = changed(round(now - before[row.questions], 1))
        before[row.questions] = now


def changed(by: float) -> str:
    if not by:
        return "bằng đợt trước"
    return f"{'tăng' if by > 0 else 'giảm'} {number(abs(by))} điểm so với đợt trước"


def sums_of(rows: QuerySet, what: Any) -> dict[int, int]:
    return dict(rows.order_by().values_list("campaign").annotate(told=what))


def answers_of(campaigns: Iterable[int]) -> dict[int, list[dict[str, int]]]:
    found: dict[int, list[dict[str, int]]] = {}
    rows = SurveyAnswer.objects.counted().filter(campaign__in=list(campaigns))
    for campaign, ticked in rows.values_list("campaign", "ticked"):
        found.setdefault(campaign, []).append(ticked)
    return found


def found_in(one: SurveyCampaign, ticked: list[Any], *, on: date) -> Results:
    return results(one.questionnaire, ticked, fewest=rules.fewest(on))


@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    seen = SurveyCampaign.objects.visible_to(request.user, on=on).select_related("officer")
    one = get_object_or_404(seen, code=code)
    batches = list(one.batches.select_related("unit"))
    rows = list(one.answers.counted().values_list("unit", "ticked"))
    whole = found_in(one, [ticked for _, ticked in rows], on=on)
    issued = sum(batch.count for batch in batches)
    context = {
        "one": one,
        "whole": whole,
        "issued": issued,
        "rate": share(whole.slips, issued),
        "groups": groups_of(one, batches, rows, on=on),
        "batches": batches if rules.asks(request.user, on=on) else [],
        "formula": FORMULA,
        "standing": one.standing(as_of=on) if one.stage == Stage.OPEN else None,
        **around(request.user, one, on=on, told=rules.asks(request.user, on=on), above=LIST),
    }
    return render(request, "reforms/survey/detail.html", context)


def groups_of(
    one: SurveyCampaign, batches: list[SurveyBatch], rows: list[Any], *, on: date
) -> list[dict[str, Any]]:
    """Each unit through which slips went out; one with too few answers tells only that."""
    units = {batch.unit_id: batch.unit for batch in batches if batch.unit_id}
    groups: list[dict[str, Any]] = [
        {
            "unit": unit,
            "issued": sum(each.count for each in batches if each.unit_id == key),
            "found": found_in(one, [ticked for at, ticked in rows if at == key], on=on),
        }
        for key, unit in units.items()
    ]
    slips = {each["unit"].pk: each["found"].slips for each in groups}
    none = {None: sum(at is None for at, _ in rows)}
    hidden = kept_back(slips | none, fewest=rules.fewest(on))
    return [each | {"hidden": each["unit"].pk in hidden} for each in groups]


@require_safe
def slips(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Slips to print or to send: each with its square and its address."""
    on = timezone.localdate()
    if not rules.asks(request.user, on=on):
        raise Http404
    rows = SurveyBatch.objects.filter(campaign__code=code, campaign__stage=Stage.OPEN)
    batch = get_object_or_404(rows.select_related("campaign", "unit"), pk=pk)
    addresses = [
        request.build_absolute_uri(reverse("survey-slip", args=[key])) for key in batch.slips()
    ]
    one = (batch.campaign.code, batch.campaign.get_absolute_url())
    context = {"batch": batch, "addresses": addresses, "crumbs": [HOME, LIST, one]}
    return render(request, "reforms/survey/slips.html", context)


@require_safe
def poster(request: HttpRequest, code: str) -> HttpResponse:
    """One sheet to stand at a counter."""
    on = timezone.localdate()
    if not rules.reads(request.user, on=on):
        raise Http404
    unit = get_object_or_404(Unit.objects.open(as_of=on), code=code)
    address = request.build_absolute_uri(reverse("survey-counter", args=[unit.code]))
    context = {"unit": unit, "address": address, "crumbs": [HOME, LIST, COUNTERS]}
    return render(request, "reforms/survey/poster.html", context)


COUNTERS = ("Ý kiến tại quầy", "/cai-cach/hai-long/quay/")


class NewCampaign(NewView):
    may, form_class = rules.asks, OpenCampaign
    verb = SurveyCampaign.open_campaign
    crumbs = (HOME, LIST)
    here, act = "Mở đợt khảo sát", "Mở đợt"
    said = "Đã mở {0.code}; bước tiếp theo: phát phiếu."

    def given(self) -> dict[str, Any]:
        return super().given() | {"subject": SurveyCampaign()}


class CampaignStepView(StepView):
    model = SurveyCampaign
    templates = "portal/record_step"

    def around(self) -> dict[str, Any]:
        here = (self.subject.code, self.subject.get_absolute_url())
        return {"crumbs": [HOME, LIST, here]}
