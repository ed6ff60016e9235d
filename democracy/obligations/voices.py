"""T10: letters to the leaders; those to the board and the representative are counted nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Count, F, Q

from democracy.models import Suggestion
from democracy.models.suggestion import WAITING, Route, Stage
from portal.obligations import Duty, Owed, in_time, register
from portal.people import Unit

MOST = 100


def to_answer(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    """What waits or was late, one by one; a letter that nobody was given yet is the office's."""
    by_id = {unit.pk: unit for unit in units}
    office = next((unit for unit in units if unit.kind == Unit.Kind.HEADQUARTERS), None)
    mine = Q(unit__in=units) | (Q(unit=None) if office else Q(pk=None))
    rows = Suggestion.objects.filter(mine, addressed_to=Route.LEADERS, due_on__year=year)
    rows = rows.exclude(stage=Stage.ASIDE)
    waits = Q(stage__in=WAITING) | Q(answered_on__gt=F("due_on"))
    for row in rows.filter(waits).order_by("due_on", "pk")[:MOST]:
        place = by_id.get(row.unit_id or 0, office)
        yield Owed(
            f"Trả lời thư góp ý {row.code}", place, due=row.due_on, done_on=row.answered_on,
            record=row.code, url=row.get_absolute_url(),
        )  # fmt: skip
    kept = rows.filter(answered_on__lte=F("due_on")).order_by()
    told = [
        (place, n)
        for pk, n in kept.values_list("unit").annotate(n=Count("pk"))
        if (place := by_id.get(pk or 0, office))
    ]
    yield from in_time("{n} thư góp ý đã trả lời đúng hạn", told, on=as_of)


register(
    Duty(
        "T10",
        "Trả lời kiến nghị, góp ý",
        "Điều 59 Luật Thực hiện dân chủ ở cơ sở; số ngày do Sở đặt",
        to_answer,
    )
)
