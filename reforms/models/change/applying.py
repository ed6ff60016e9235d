"""What a decision does to the catalogue: new rows, contents of a further day, rows that close."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal import history
from portal.text import day
from portal.workflow import Refused, key_of
from reforms.models.procedure import Procedure
from reforms.models.procedure.version import copied

from .vocabulary import Sort


def apply(change: Any, *, by: Any, on: date) -> None:
    """Nothing is deleted: contents end on a day, and what was begun goes on under them."""
    for row in change.touched.select_related("procedure", "area"):
        if change.sort == Sort.NEW:
            row.procedure = entered(change, row, by=by, on=on)
            row.save(update_fields=["procedure"])
        elif change.sort == Sort.AMENDED:
            renewed(change, row.procedure, by=by, on=on)
        else:
            closed(change, row, by=by, on=on)


def entered(change: Any, row: Any, *, by: Any, on: date) -> Procedure:
    if row.procedure_id:
        raise Refused("Biến động mới ban hành chỉ ghi thủ tục chưa có trong danh mục.")
    refuse_known(row.new_code)
    return Procedure.enter_catalogue(
        by=key_of(by),
        on=on,
        code=row.new_code,
        given_code=row.new_code,
        name=row.new_name,
        area=row.area,
        unit=change.unit,
        first={"opened_on": change.effective_on, **told(change)},
    )


def refuse_known(code: str) -> None:
    if Procedure.objects.filter(code=code).exists():
        raise Refused(f"Thủ tục {code} đã có trong danh mục: chọn loại biến động khác.")


def renewed(change: Any, procedure: Any, *, by: Any, on: date) -> None:
    """The same contents from a later day on, for the officer to write the change into."""
    procedure.lock()
    before = procedure.versions.last()
    if before is None:
        procedure.versions.create(
            name=procedure.name, opened_on=change.effective_on, **told(change)
        )
        return
    if before.opened_on and before.opened_on >= change.effective_on:
        raise Refused(
            f"{procedure.code} đã có nội dung áp dụng từ {day(before.opened_on)}.",
            field="effective_on",
        )
    before.closed_on = change.effective_on
    before.save(update_fields=["closed_on"])
    copied(before, opened_on=change.effective_on, closed_on=None, **told(change))
    remember(change, procedure, "Có nội dung mới theo biến động", by=by, on=on)


def closed(change: Any, row: Any, *, by: Any, on: date) -> None:
    """The row stays; whoever applied before is still under its old contents."""
    procedure = row.procedure
    procedure.lock()
    procedure.stage, procedure.closed_on = "closed", change.effective_on
    if row.new_code:
        procedure.replaced_by = Procedure.objects.filter(code=row.new_code).first()
    procedure.version += 1
    procedure.save()
    last = procedure.versions.filter(closed_on=None).last()
    if last and (last.opened_on is None or last.opened_on <= change.effective_on):
        last.closed_on = change.effective_on
        last.save(update_fields=["closed_on"])
    remember(change, procedure, "Thôi áp dụng theo biến động", by=by, on=on)


def told(change: Any) -> dict[str, Any]:
    return {"decision": change.decision, "decided_on": change.signed_on}


def remember(change: Any, procedure: Any, label: str, *, by: Any, on: date) -> None:
    history.record(
        procedure.stream,
        "note_decision",
        by=key_of(by),
        on=on,
        label=label,
        facts={"change": change.code, "effective_on": change.effective_on},
        values={"decision": change.decision},
    )
