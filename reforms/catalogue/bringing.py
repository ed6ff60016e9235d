"""Many procedures at once: new ones are entered, known ones get contents of a further day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from portal import history
from portal.history.bulk import FirstAct, first_events
from reforms.models import Procedure, ProcedureArea, ProcedureLimit, ProcedureVersion
from reforms.models.procedure.area import key_of
from reforms.models.procedure.version import copied

Row = Mapping[str, Any]
LABEL = "Đưa vào danh mục"
NEW_CONTENTS = "Ghi nội dung mới từ bảng nhập"
OWN = ("authority", "published_by", "level", "kind", "online_level", "eligible_full_online")
FLAGS = ("post_receive", "post_return")
OF_VERSION = ("decision", "decided_on", "opened_on", "published_on")
NO_REASON = "Nhập từ bảng, chưa ghi lý do"


@transaction.atomic
def bring_in(rows: Iterable[Row], *, by: str, on: date) -> int:
    """How many were entered or renewed."""
    rows = list(rows)
    areas = areas_of(row["area"] for row in rows)
    known = Procedure.objects.in_bulk([row["code"].code for row in rows], field_name="code")
    new = [row for row in rows if row["code"].code not in known]
    enter(new, areas, by=by, on=on)
    older = [row for row in rows if row["code"].code in known]
    return len(new) + sum(renew(known[row["code"].code], row, by=by, on=on) for row in older)


def areas_of(names: Iterable[str]) -> dict[str, ProcedureArea]:
    found = {area.key: area for area in ProcedureArea.objects.all()}
    for name in names:
        key = key_of(name)
        if key not in found:
            found[key] = ProcedureArea.objects.enter(key, name)
    return found


def enter(rows: list[Row], areas: Mapping[str, ProcedureArea], *, by: str, on: date) -> None:
    made = Procedure.objects.bulk_create(procedure_of(row, areas, on=on) for row in rows)
    versions = ProcedureVersion.objects.bulk_create(
        ProcedureVersion(procedure=one, name=one.name, authority=one.authority, **told(row))
        for one, row in zip(made, rows, strict=True)
    )
    ProcedureLimit.objects.bulk_create(
        limit_of(version, row)
        for version, row in zip(versions, rows, strict=True)
        if row.get("measure")
    )
    record_first(made, by=by, on=on)


def procedure_of(row: Row, areas: Mapping[str, ProcedureArea], *, on: date) -> Procedure:
    one = Procedure(
        code=row["code"].code,
        given_code=row["code"].given,
        name=row["name"],
        area=areas[key_of(row["area"])],
        state_words=row.get("state") or "",
        stage="in_force",
        **{name: row[name] for name in (*OWN, *FLAGS) if row.get(name) not in (None, "")},
    )
    if one.eligible_full_online is False:
        one.not_eligible_because = NO_REASON
    one.search_text = one.words_to_search()
    return one


def told(row: Row) -> dict[str, Any]:
    return {name: row[name] for name in OF_VERSION if row.get(name)}


def limit_of(version: ProcedureVersion, row: Row) -> ProcedureLimit:
    return ProcedureLimit(version=version, quantity=row.get("quantity"), measure=row["measure"])


def record_first(made: Iterable[Procedure], *, by: str, on: date) -> None:
    acts = [
        FirstAct(one.stream, "enter_catalogue", LABEL, by, on, {"stage": ["", one.stage]})
        for one in made
    ]
    events, heads = first_events(acts, at=timezone.now())
    history.Event.objects.bulk_create(events)
    history.Head.objects.bulk_create(heads)


def renew(one: Procedure, row: Row, *, by: str, on: date) -> bool:
    """Contents of a further day where the table says something else; False where it does not."""
    version = one.versions.last() or one.versions.create(name=one.name)
    new = {"name": row["name"]} | told(row)
    limit = (row.get("quantity"), row.get("measure"))
    others = [name for name, value in new.items() if getattr(version, name) != value]
    same_time = not row.get("measure") or limit in [
        (each.quantity, each.measure) for each in version.limits.all()
    ]
    flags = {name: row[name] for name in (*OWN, *FLAGS) if row.get(name) not in (None, "")}
    changed = [name for name, value in flags.items() if getattr(one, name) != value]
    if not (others or changed) and same_time:
        return False
    since = first_day(version, new.get("opened_on") or on)
    if others or not same_time:
        version.closed_on = since
        version.save(update_fields=["closed_on"])
        later = copied(version, **(new | {"opened_on": since, "closed_on": None}))
        if not same_time:
            later.limits.all().delete()
            limit_of(later, row).save()
    for name in changed:
        setattr(one, name, flags[name])
    if one.eligible_full_online is False and not one.not_eligible_because:
        one.not_eligible_because = NO_REASON
    elif one.eligible_full_online:
        one.not_eligible_because = ""
    one.name = row["name"]
    one.version += 1
    one.search_text = one.words_to_search()
    one.save()
    history.record(one.stream, "describe", by=by, on=on, label=NEW_CONTENTS,
                   facts={"fields": [*others, *changed]})  # fmt: skip
    return True


def first_day(version: ProcedureVersion, wanted: date) -> date:
    """After the day from which the contents before hold."""
    if version.opened_on and wanted <= version.opened_on:
        return version.opened_on + timedelta(days=1)
    return wanted
