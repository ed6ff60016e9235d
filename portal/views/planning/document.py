"""``/ke-hoach/tu-van-ban/``: a document is read, looked at beside its source, and made a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from portal.forms.planning.document import DocumentForm, TaskRow
from portal.forms.planning.plan import NewPlan
from portal.once import answered_once
from portal.planning import Plan, PlanDocument, rules
from portal.planning.from_document import Names, apply, differences, fill
from portal.text import day
from portal.views.planning.plan import LIST, visible_plan
from portal.workflow import Refused

HERE = ("Đọc văn bản", "/ke-hoach/tu-van-ban/")
KINDS = {
    "plan": "Đây là kế hoạch",
    "conclusion": "Đây là thông báo kết luận",
    "article": "Đây là bài viết, không phải kế hoạch",
    "other": "Đây không phải kế hoạch hay thông báo kết luận",
}
PLAN_KINDS = {"plan": Plan.Kind.PLAN, "conclusion": Plan.Kind.CONCLUSION}
ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
WORDS = {"text": "Nội dung", "raw_time": "Thời gian", "start": "Từ ngày", "due": "Đến hết ngày"}


@answered_once
def upload(request: HttpRequest) -> HttpResponse:
    """``?vao=<code>``: the document is held against that draft."""
    on = timezone.localdate()
    if not rules.draws_up_plans(request.user, on=on):
        raise Http404
    plan = draft_of(request, on=on)
    form = DocumentForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        document = PlanDocument.keep(
            form.reading,
            content=form.content,
            name=form.cleaned_data["file"].name,
            by=request.user,
            at=timezone.now(),
            plan=plan,
        )
        return redirect(document.get_absolute_url())
    context = {"form": form, "plan": plan, "crumbs": [LIST], "here": HERE[0]}
    waiting = PlanDocument.objects.visible_to(request.user).waiting()
    context["waiting"] = list(waiting.only("pk", "name", "at")[:5])
    status = 422 if form.is_bound else 200
    return render(request, "portal/plan/document/upload.html", context, status=status)


def draft_of(request: HttpRequest, *, on: date) -> Plan | None:
    code = request.GET.get("vao", "")
    if not code:
        return None
    plan = visible_plan(request, code, on=on)
    if not (plan.is_draft and rules.drafts(request.user, plan, on=on)):
        raise Http404
    return plan


@answered_once
def review(request: HttpRequest, pk: int) -> HttpResponse:
    on = timezone.localdate()
    seen = PlanDocument.objects.visible_to(request.user).select_related("plan")
    document = get_object_or_404(seen, pk=pk)
    if document.written_at is not None and document.plan is not None:
        return redirect(document.plan.get_absolute_url())
    if document.plan is not None:
        return compare(request, document, document.plan, on=on)
    rows, head = forms_of(request, document, on=on)
    if request.method == "POST" and all([head.is_valid(), *(row.is_valid() for row in rows)]):
        return written(request, document, head, rows, on=on)
    context = {
        **told(document),
        "head": head,
        "problems": [*head.problems, *(each for row in rows for each in row.problems)],
        "source": source_of(document, rows),
        "rows": rows,
        "makes": bool(rows),
    }
    status = 422 if head.is_bound else 200
    return render(request, "portal/plan/document/review.html", context, status=status)


def forms_of(
    request: HttpRequest, document: PlanDocument, *, on: date
) -> tuple[list[TaskRow], NewPlan]:
    names, reading = Names.on(on), document.reading
    rows = [
        TaskRow(request.POST or None, prefix=f"t{place}", said=said, names=names)
        for place, said in enumerate(document.tasks)
    ]
    initial = {
        "title": reading["subject"][:300],
        "kind": PLAN_KINDS.get(reading["kind"], Plan.Kind.PLAN),
    }
    if reading["year"] or reading["date"]["year"]:
        initial["year"] = reading["year"] or reading["date"]["year"]
    return rows, NewPlan(request.POST or None, by=request.user, on=on, initial=initial)


def written(
    request: HttpRequest, document: PlanDocument, head: NewPlan, rows: list[TaskRow], *, on: date
) -> HttpResponse:
    plan = Plan.draw_up(by=request.user, on=on, **head.cleaned_data)
    kept = [row.cleaned_data | {"said": row.said} for row in rows if row.cleaned_data.get("keep")]
    count = fill(plan, document, kept, by=request.user, on=on, at=timezone.now())
    messages.success(request, f"Đã lập dự thảo {plan.code} với {count} nhiệm vụ từ văn bản.")
    return redirect(plan.get_absolute_url())


def compare(request: HttpRequest, document: PlanDocument, above: Plan, *, on: date) -> HttpResponse:
    """What a new version of the document changes in the draft, each to be chosen."""
    plan = visible_plan(request, above.code, on=on)
    found = differences(plan, document)
    changed = [each for each in found if each.kind != "same"]
    if request.method == "POST" and rules.drafts(request.user, plan, on=on) and plan.is_draft:
        asked = set(request.POST.getlist("doi"))
        chosen = [each for each in changed if each.key in asked]
        try:
            count = apply(
                *(plan, document, chosen),
                names=Names.on(on), by=request.user, on=on, at=timezone.now(),
            )  # fmt: skip
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            told_so = f"Đã nhận {count} thay đổi từ văn bản vào dự thảo {plan.code}."
            messages.success(request, told_so)
        return redirect(plan.get_absolute_url())
    context = {
        **told(document),
        "plan": plan,
        "changed": [shown(each) for each in changed],
        "same": len(found) - len(changed),
        "source": source_of(document, []),
    }
    return render(request, "portal/plan/document/compare.html", context)


def shown(change: Any) -> dict[str, Any]:
    changes = [(WORDS[name], before, after) for name, before, after in change.changes]
    return {"it": change, "changes": changes}


def told(document: PlanDocument) -> dict[str, Any]:
    reading = document.reading
    return {
        "document": document,
        "reading": reading,
        "kind": KINDS[reading["kind"]],
        "date": date_of(reading["date"]),
        "basis": [cited(words) for words in reading["basis"]],
        "cited": [cited(words) for words in reading["cited"]],
        "crumbs": [LIST, HERE],
        "here": document.name,
    }


def cited(words: str) -> str:
    """141/KH-UBND 2022-04-22 -> 141/KH-UBND ngày 22/4/2022."""
    number, _, iso = words.rpartition(" ")
    return f"{number} ngày {day(date.fromisoformat(iso))}" if ISO.fullmatch(iso) else words


def date_of(parts: dict[str, int | None]) -> str:
    """As much of the date as the document gives."""
    if not any(parts.values()):
        return ""
    return "/".join(str(parts[name] or "…") for name in ("day", "month", "year"))


@dataclass(frozen=True)
class SourceBlock:
    """A block of the source with the tasks that were drafted from it."""

    place: int
    text: str
    rows: tuple[tuple[str, tuple[str, ...], tuple[int, ...]], ...]
    tasks: tuple[int, ...]


def source_of(document: PlanDocument, rows: list[TaskRow]) -> Iterator[SourceBlock]:
    """A task's words lead to its form, and its form leads back."""
    at: dict[tuple[int, int | None], list[int]] = {}
    for number, row in enumerate(rows):
        at.setdefault((row.said["place"], row.said["row"]), []).append(number)
    for place, block in enumerate(document.source):
        lines = tuple(
            (f"v{place}-{line}", tuple(cells), tuple(at.get((place, line), ())))
            for line, cells in enumerate(block.get("rows", ()))
        )
        yield SourceBlock(place, block.get("text", ""), lines, tuple(at.get((place, None), ())))
