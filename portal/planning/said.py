"""What a document says beside its tasks, written into a draft: bases, targets, sections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from portal.instruments import Instrument
from portal.planning.contents import Basis, Section
from portal.planning.plans import Plan

SECTIONS = {"purpose": Section.Kind.PURPOSE, "money": Section.Kind.BUDGET}


def add_said(plan: Plan, reading: Mapping[str, Any]) -> None:
    """What the drafter wrote already stays."""
    add_bases(plan, reading["basis"])
    add_sections(plan, reading.get("sections", ()))
    add_targets(plan, reading["targets"])


def add_bases(plan: Plan, numbers: Iterable[str]) -> None:
    """Each once; the instrument where the register knows exactly one."""
    known = set(plan.bases.values_list("words", flat=True))
    taken = set(plan.bases.exclude(instrument=None).values_list("instrument", flat=True))
    place = len(known)
    for words in (words for words in numbers if words not in known):
        number, _, dated = words.partition(" 20")
        rows = list(Instrument.objects.referred_to(number))
        rows = [row for row in rows if not dated or str(row.year) == f"20{dated[:2]}"]
        only = rows[0] if len(rows) == 1 and rows[0].pk not in taken else None
        if only:
            taken.add(only.pk)
        place += 1
        Basis.objects.create(plan=plan, place=place, words=words[:600], instrument=only)


def add_targets(plan: Plan, targets: Sequence[str]) -> None:
    if targets and not plan.sections.filter(kind=Section.Kind.TARGETS).exists():
        place = plan.sections.count() + 1
        text = "\n".join(f"- {target}" for target in targets)
        plan.sections.create(place=place, kind=Section.Kind.TARGETS, title="Chỉ tiêu", text=text)


def add_sections(plan: Plan, sections: Sequence[dict[str, str]]) -> None:
    """Word for word, each kind of section once."""
    known = set(plan.sections.values_list("kind", flat=True))
    for place, said in enumerate(sections, start=plan.sections.count() + 1):
        kind = SECTIONS[said["zone"]]
        if kind not in known:
            known.add(kind)
            facts = {"ref": said["ref"][:40], "title": said["title"][:300], "text": said["text"]}
            plan.sections.create(place=place, kind=kind, **facts)
