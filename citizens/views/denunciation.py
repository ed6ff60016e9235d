"""``/to-cao/``: denunciations, for their own group and for who is assigned in one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from citizens import rules
from citizens.documents.capacity import lines_of, signer_of
from citizens.documents.making import answered
from citizens.forms import (  # noqa: F401  each form makes itself known
    denunciation,
    denunciation_conclusion,
    denunciation_holding,
    denunciation_side_steps,
)
from citizens.models import Denunciation, Protection
from citizens.models.denunciation.vocabulary import DenunciationStage
from citizens.views.desk_item import timeline_panel
from citizens.views.desk_rows import standing_of
from citizens.words import denunciation as words
from citizens.words import timeline
from citizens.words.reckoning import reckonings
from portal.deadlines import FAR_FUTURE
from portal.filters import Choice, Listing, Order, Tab, equal_to
from portal.registers import CodeKey
from portal.submissions import waiting_about
from portal.templatetags.navigation import OPEN_TO
from portal.views.list import ListView
from portal.views.step import StepView
from portal.views.word_file import handed_over

OPEN_TO["denunciation-list"] = rules.follows_denunciations
HOME = ("Tố cáo", "/to-cao/")
HOLDING = (
    *("assign", "exclude", "readmit", "move_envelope", "ask_opening", "unseal", "reseal"),
    *("protect", "name_denounced", "withdraw", "open_further", "drop_execution"),
)
"""Acts that are never what is to be done next."""

SELDOM = (
    *("extend", "seek_expertise", "suspend", "terminate", "demand_report", "record_report"),
    *("receive_expertise", "pass_to_inspection", "decline", "forward", "carry_out"),
)


class DenunciationList(ListView):
    """Number, day, stage, deadline, who has it; no words."""

    columns = (
        *("pk", "code", "petition__received_on", "petition__due_key", "stage", "closed_on"),
        *("paused_from", "officer__full_name", "petition__field__name"),
    )
    template = "citizens/denunciation/list.html"
    noun = "vụ việc tố cáo"
    listing = Listing(
        conditions=(
            Choice(
                *("giai-doan", "Giai đoạn", "Mọi giai đoạn"),
                lambda: DenunciationStage.choices,
                equal_to("stage"),
            ),
        ),
        orders=(
            Order("han", "Hạn", "petition__due_key"),
            Order("so", "Số", "code", key=CodeKey),
        ),
        tabs=(Tab("Tất cả"),),
    )

    def rows(self) -> QuerySet:
        return Denunciation.objects.visible_to(self.reader.user, on=self.reader.on)

    def answer(self) -> HttpResponseBase:
        """Whoever is in no denunciation does not learn that there is such a list."""
        if not (rules.keeps_denunciations(self.reader.user, on=self.reader.on) or self.rows()):
            raise Http404
        return super().answer()

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        return [self.described(row) for row in found]

    def described(self, row: Mapping[str, Any]) -> dict[str, Any]:
        due = row["petition__due_key"]
        due_on = None if due == FAR_FUTURE else due
        stands = standing_of(due_on, row["closed_on"], row["paused_from"], on=self.reader.on)
        return {
            "code": row["code"],
            "received_on": row["petition__received_on"],
            "field": row["petition__field__name"],
            "stage": DenunciationStage(row["stage"]).label,
            "officer": row["officer__full_name"],
            "standing": stands,
        }


def seen_or_404(request: HttpRequest, code: str) -> Denunciation:
    rows = Denunciation.objects.visible_to(request.user, on=timezone.localdate())
    rows = rows.select_related("petition__field", "petition__unit", "officer")
    return get_object_or_404(rows, code=code)


def detail(request: HttpRequest, code: str) -> HttpResponse:
    """Where it stands, what can be done now, and all that was done; never who denounced."""
    on, case = timezone.localdate(), seen_or_404(request, code)
    clocks = [*case.clocks.all()]
    labels = {step.name: step.label for step in case.workflow}
    events = timeline.events_of(case.stream, case.petition.stream)
    told = timeline.entries(events, clocks=clocks, labels=labels)
    context = {
        "case": case,
        "standing": case.standing(as_of=on),
        "reckonings": reckonings(case, clocks, on=on),
        "stages": words.stages_of(case),
        **steps_for(request.user, case, on=on),
        "facts": words.facts_of(case),
        "envelope": words.envelope_of(case),
        "texts": words.texts_of(case),
        "papers": case.papers.select_related("approved_by"),
        "keeps": rules.keeps_denunciation(request.user, case, on=on),
        "exclusions": case.exclusions.select_related("user"),
        "openings": case.openings.select_related("asked_by", "agreed_by", "closed_by"),
        "protections": Protection.objects.visible_to(request.user, on=on).filter(denunciation=case),
        "measures": words.measures_of(case, on=on),
        **timeline_panel(request, told),
        "crumbs": [HOME],
    }
    return render(request, "citizens/denunciation/detail.html", context)


def steps_for(user: Any, subject: Any, *, on: Any) -> dict[str, Any]:
    """What is to be done next, what can be done besides, and why the rest is closed."""
    on_the_way = waiting_about(subject)
    waiting = {row.step for row in on_the_way}
    allowed = [
        step for step in subject.workflow.open_to(user, subject, on=on) if step.name not in waiting
    ]
    closed = subject.workflow.closed_to(user, subject, on=on)
    besides = (*HOLDING, "send_out")
    return {
        "open": sorted(
            (step for step in allowed if step.name not in HOLDING),
            key=lambda step: (step.name != "send_out", step.name in SELDOM),
        ),
        "besides": [step for step in allowed if step.name in HOLDING],
        "closed": [(step, why) for step, why in closed if step.name not in (*besides, *SELDOM)],
        "on_the_way": [(row, subject.workflow[row.step].label) for row in on_the_way],
    }


def reckoning(request: HttpRequest, code: str) -> HttpResponse:
    """Cách tính thời hạn: every time limit with its reckoning, to be printed."""
    on, case = timezone.localdate(), seen_or_404(request, code)
    context = {
        "subject": case,
        "reckonings": reckonings(case, [*case.clocks.all()], on=on),
        "crumbs": [HOME, (case.code, case.get_absolute_url())],
        "printed_at": timezone.now(),
    }
    return render(request, "citizens/reckoning.html", context)


def paper(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """One paper as it is printed and signed; the denouncer's address lines stay blank."""
    case = seen_or_404(request, code)
    row = get_object_or_404(case.papers.select_related("approved_by"), pk=pk)
    keeps = rules.keeps_denunciation(request.user, case, on=timezone.localdate())
    signer = signer_of(case, row.approved_by, on=row.approved_on)
    context = {
        "paper": row,
        "subject": case,
        "signer": lines_of(signer),
        "name": signer.name,
        "may_number": keeps and row.waits,
        "crumbs": [HOME, (case.code, case.get_absolute_url())],
    }
    return render(request, "citizens/denunciation/paper.html", context)


class CustodyStepView(StepView):
    """A step about a denunciation: nothing typed is laid aside, for a draft is a copy."""

    crumbs = (HOME,)

    def answer(self, request: HttpRequest) -> HttpResponse:
        if "soan-word" in request.POST and not self.why_not():
            return self.written_in_word(self.form(request.POST, request.FILES))
        return super().answer(request)

    def written_in_word(self, form: Any) -> HttpResponse:
        """The paper of this step as a Word file: completed and kept outside, never here."""
        document = getattr(form, "document", None)
        if document is None:
            raise Http404
        if form.tells_who():
            form.full_clean()
            return self.again(form)
        content, _ = answered(self.subject, document, on=self.on, **form.for_word())
        return handed_over(content, name=f"{document.slug}-{self.subject.code}")

    def typed_before(self) -> dict[str, Any]:
        lists = self.handed_back()
        return {name: each if len(each) > 1 else each[0] for name, each in lists.items() if each}

    def around(self) -> dict[str, Any]:
        here = (self.subject.code, self.subject.get_absolute_url())
        stands = self.subject.standing(as_of=self.on)
        told = {"facts": words.facts_of(self.subject), "texts": words.texts_of(self.subject)}
        return {"crumbs": [HOME, here], "standing": stands, **told}


class DenunciationStepView(CustodyStepView):
    model = Denunciation
    templates = "citizens/denunciation/step"

    def next_address(self) -> str:
        if self.step.name != "exclude":
            return super().next_address()
        seen = Denunciation.objects.visible_to(self.request.user, on=self.on)
        still = seen.filter(pk=self.subject.pk).exists()
        return self.subject.get_absolute_url() if still else HOME[1]


class ProtectionStepView(CustodyStepView):
    model = Protection
    templates = "citizens/denunciation/step"


def protection(request: HttpRequest, code: str) -> HttpResponse:
    """How many are protected against what, and by which measures; never who."""
    on = timezone.localdate()
    rows = Protection.objects.visible_to(request.user, on=on)
    row = get_object_or_404(rows.select_related("denunciation__petition"), code=code)
    labels = {step.name: step.label for step in row.workflow}
    told = timeline.entries(timeline.events_of(row.stream), clocks=[], labels=labels)
    context = {
        "protection": row,
        "facts": words.facts_of(row),
        **steps_for(request.user, row, on=on),
        **timeline_panel(request, told),
        "crumbs": [HOME, (row.denunciation.code, row.denunciation.get_absolute_url())],
    }
    return render(request, "citizens/denunciation/protection.html", context)
