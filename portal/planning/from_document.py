"""A document that was read, made into the tasks of a draft; and held against one that is there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import SequenceMatcher
from typing import Any

from django.db import transaction

from portal.people import Body, Unit
from portal.planning.documents import PlanDocument
from portal.planning.plans import Plan
from portal.planning.said import add_said
from portal.planning.tasks import Task
from portal.text import fold
from portal.workflow import take

HEADS = ("thu truong", "truong", "nguoi dung dau", "lanh dao", "giam doc", "chanh")
GROUPS = (
    (Task.Group.PARTY_CELL, ("chi bo",)),
    (Task.Group.ALL, ("cac phong, don vi", "phong, don vi", "cac don vi, phong")),
    (Task.Group.SUBORDINATE, ("truc thuoc", "cac don vi", "don vi su nghiep")),
    (Task.Group.DIVISION, ("cac phong",)),
)
UNSURE = ("approx", "next_year", "year_unknown", "needs_anchor", "typo_day_missing", "tentative")
COPIED = (
    *("ref", "text", "raw_time", "time_kind", "start", "due", "parts", "recurs", "duty"),
    *("time_confirmed", "lead_unit", "lead_body", "lead_words", "group", "partner_words"),
    "product",
)
SAME = 0.72  # how alike two wordings of one task are at least
TOLD = ("text", "raw_time", "start", "due")


@dataclass(frozen=True)
class Suggestion:
    """Whom the words of the document seem to mean, for a person to confirm."""

    unit: Unit | None = None
    body: Body | None = None
    group: str = ""


@dataclass(frozen=True)
class Names:
    """The office's units and bodies by code and by every name they go by, read once a page."""

    units: dict[str, Unit]
    bodies: dict[str, Body]
    by_name: dict[str, Unit]
    bodies_by_name: dict[str, Body]

    @classmethod
    def on(cls, day: date) -> Names:
        units, bodies = list(Unit.objects.open(as_of=day)), list(Body.objects.open(as_of=day))
        return cls(by_code(units), by_code(bodies), named(units), named(bodies))

    def meant_by(self, words: str, *, several: bool) -> Suggestion:
        """One body exactly, or a group of them; a likeness is not enough."""
        if several:
            return Suggestion(group=group_of(words))
        plain = without_office(fold(words))
        return Suggestion(self.by_name.get(plain), self.bodies_by_name.get(plain))


def by_code(rows: Iterable[Any]) -> dict[str, Any]:
    return {row.code: row for row in rows}


def named(rows: Iterable[Any]) -> dict[str, Any]:
    names: dict[str, Any] = {}
    for row in rows:
        for name in (row.name, getattr(row, "short_name", ""), *row.aliases):
            if name:
                names.setdefault(without_office(fold(name)), row)
    return names


DASHES = re.compile(r"\s*[-‐‑–—−]\s*")


def without_office(plain: str) -> str:
    """Trưởng phòng X answers for Phòng X; every dash is one dash."""
    plain = DASHES.sub("-", plain)
    for head in HEADS:
        if plain.startswith(f"{head} "):
            plain = plain.removeprefix(f"{head} ")
    return plain.removesuffix(" so").strip()


def group_of(words: str) -> str:
    plain = fold(words)
    return next((group for group, names in GROUPS if any(name in plain for name in names)), "")


@transaction.atomic
def fill(
    plan: Plan,
    document: PlanDocument,
    rows: Sequence[dict[str, Any]],
    *,
    by: Any,
    on: date,
    at: datetime,
) -> int:
    """Ghi nhiệm vụ đã đối chiếu vào dự thảo, with what the document says beside them."""
    with take(plan, "add_task", by=by, on=on) as taking:
        first = plan.tasks.count() + 1
        tasks = [task_of(plan, row, place=n) for n, row in enumerate(rows, start=first)]
        Task.objects.bulk_create(tasks)
        add_said(plan, document.reading)
        document.plan, document.written_at = plan, at
        document.save(update_fields=["plan", "written_at"])
        taking.facts.update(document=document.pk, tasks=len(tasks))
        taking.values["name"] = document.name
    return len(tasks)


def task_of(plan: Plan, row: dict[str, Any], *, place: int) -> Task:
    """`row` is what the page asked, over what the document says."""
    said = row["said"]
    kind = row["time_kind"]
    undated = kind == Task.TimeKind.NONE
    return Task(
        plan=plan,
        place=place,
        ref=said["ref"][:40],
        text=row["text"],
        raw_time=row["raw_time"][:400],
        time_kind=kind,
        start=None if undated else row["start"],
        due=None if undated else row["due"],
        parts=said["parts"] if kind == said["kind"] else [],
        recurs=said["rule"][:120] if kind == Task.TimeKind.RECURRING else "",
        time_confirmed=undated or not set(said["flags"]) & set(UNSURE),
        lead_unit=row["lead_unit"],
        lead_body=row["lead_body"],
        lead_words="; ".join(said["lead"])[:300],
        group=row["group"],
        partner_words="; ".join(said["co"])[:600],
        product=(said["product"] or "")[:400],
        duty=said["duty"],
    )


@dataclass(frozen=True)
class Difference:
    """What the document says now and the draft did not: `new` is its place in the document."""

    kind: str  # added, changed, gone, same
    task: Task | None = None
    new: int | None = None
    said: dict[str, Any] | None = None
    changes: tuple[tuple[str, str, str], ...] = ()

    @property
    def key(self) -> str:
        return f"{self.task.pk if self.task else ''}-{'' if self.new is None else self.new}"


def differences(plan: Plan, document: PlanDocument) -> list[Difference]:
    """In the order of the document, then what it no longer says."""
    left = list(plan.tasks.all())
    found = []
    for place, said in enumerate(document.tasks):
        task = best_match(said, left)
        if task is None:
            found.append(Difference("added", new=place, said=said))
            continue
        left.remove(task)
        changes = tuple(changes_between(task, said))
        kind = "changed" if changes else "same"
        found.append(Difference(kind, task, place, said, changes))
    return [*found, *(Difference("gone", task) for task in left)]


def best_match(said: dict[str, Any], tasks: Sequence[Task]) -> Task | None:
    """The task of the same words, else the one most alike; its number may have moved."""
    same = next((task for task in tasks if task.text == said["text"]), None)
    if same or not tasks:
        return same
    likest = max(tasks, key=lambda task: likeness(task, said))
    return likest if likeness(likest, said) >= SAME else None


def likeness(task: Task, said: dict[str, Any]) -> float:
    matcher = SequenceMatcher(None, task.text, said["text"], autojunk=False)
    if matcher.real_quick_ratio() < SAME or matcher.quick_ratio() < SAME:
        return 0.0
    return matcher.ratio() + (0.1 if task.ref == said["ref"] else 0.0)


def changes_between(task: Task, said: dict[str, Any]) -> Iterable[tuple[str, str, str]]:
    """(what, as the draft has it, as the document says it)."""
    for name in TOLD:
        before, after = getattr(task, name), said[name]
        before = before.isoformat() if isinstance(before, date) else before or ""
        if before != (after or ""):
            yield name, before, after or ""


@transaction.atomic
def apply(
    plan: Plan,
    document: PlanDocument,
    chosen: Iterable[Difference],
    *,
    names: Names,
    by: Any,
    on: date,
    at: datetime,
) -> int:
    """Nhận những thay đổi đã chọn vào dự thảo."""
    count = 0
    for change in chosen:
        count += 1
        if change.said is None:
            plan.edit_task(by=by, on=on, task=change.task, remove=True)
        elif change.task is None:
            facts = task_of(plan, as_row(change.said, names), place=0)
            plan.add_task(by=by, on=on, **facts_of(facts))
        else:
            plan.edit_task(by=by, on=on, task=change.task, **new_facts(change.said))
    document.written_at = at
    document.save(update_fields=["written_at"])
    return count


def as_row(said: dict[str, Any], names: Names) -> dict[str, Any]:
    """What the document says, as if the page had confirmed every suggestion."""
    meant = names.meant_by("; ".join(said["lead"]), several=said["fan_out"])
    return {
        "said": said,
        "text": said["text"],
        "raw_time": said["raw_time"] or "",
        "time_kind": said["kind"],
        **{name: day(said[name]) for name in ("start", "due")},
        "lead_unit": meant.unit,
        "lead_body": meant.body,
        "group": meant.group,
    }


def new_facts(said: dict[str, Any]) -> dict[str, Any]:
    facts = {"text": said["text"], "raw_time": said["raw_time"] or "", "ref": said["ref"][:40]}
    return facts | {
        "time_kind": said["kind"],
        "start": day(said["start"]),
        "due": day(said["due"]),
        "parts": said["parts"],
    }


def facts_of(task: Task) -> dict[str, Any]:
    return {name: getattr(task, name) for name in COPIED}


def day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None
