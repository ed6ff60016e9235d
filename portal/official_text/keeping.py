"""A reading as plain data, so that its source can stand beside it on a later page."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from portal.official_text.blocks import Block, Cell, Paragraph
from portal.official_text.owners import many
from portal.official_text.reading import Reading, Task
from portal.official_text.sentences import sentences_of


def as_kept(reading: Reading) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The source's blocks, and the answer of `read_document` with the places of its words."""
    facts = reading.as_dict()
    facts["tasks"] = [kept_task(task) for task in reading.tasks]
    facts["asks_as_tasks"] = [kept_ask(reading, place) for place in range(len(reading.asks))]
    facts["subject"] = reading.heading.title[len(reading.heading.kind) :].strip()
    facts["sections"] = [asdict(section) for section in reading.sections]
    facts["notices"] = list(reading.notices)
    facts["sentences"] = [
        {"ref": ref, "words": words} for ref, words in sentences_of(reading.warnings)
    ]
    return [block_of(block) for block in reading.source.blocks], facts


def block_of(block: Block) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        return {"text": f"{block.number} {block.text}".strip()}
    return {"rows": [[shown(cell) for cell in row] for row in block.rows]}


def shown(cell: Cell) -> str:
    return cell.text or ("■" if cell.shaded else "")


def kept_task(task: Task) -> dict[str, Any]:
    time = task.time.as_dict()
    flags = {"flags": time["flags"], "rule": time["rule"]}
    return task.as_dict() | flags | {"place": task.draft.place, "row": task.draft.row}


def kept_ask(reading: Reading, place: int) -> dict[str, Any]:
    """An ask becomes a task of whoever it is addressed to; its time is read as any other."""
    ask = reading.asks[place]
    time = reading.ask_times[place]
    lead = [ask.to] if ask.to else []
    return {
        "ref": ask.ref,
        "text": ask.text,
        "raw_time": time.words,
        **{name: time.frame.as_dict()[name] for name in ("kind", "start", "due", "parts", "rule")},
        "flags": list(time.frame.flags),
        "lead": lead,
        "co": [],
        "fan_out": many(tuple(lead)),
        "duty": False,
        "product": None,
        "place": ask.place,
        "row": None,
    }
