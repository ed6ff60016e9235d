"""Names for long lists, as each process last read them: a join for each row costs more to plan."""

from copy import copy

from portal.kept import Kept
from portal.people.positions import Position
from portal.people.units import Unit
from portal.people.users import User


@Kept
def people() -> dict[int, str]:
    return dict(User.objects.values_list("pk", "full_name"))


@Kept
def units() -> dict[int, str]:
    rows = Unit.objects.values_list("pk", "short_name", "name")
    return {pk: short or name for pk, short, name in rows}


@Kept
def holders() -> dict[int, str]:
    """Who holds each position."""
    return dict(Position.objects.values_list("pk", "user__full_name"))


@Kept
def units_by_code() -> dict[str, Unit]:
    return {unit.code: unit for unit in Unit.objects.all()}


def unit_with(code: str) -> Unit | None:
    """A copy of one's own; one that is not known yet is read for once more."""
    if code not in units_by_code():
        units_by_code.forget()
    return copy(units_by_code().get(code))


def name_in(kept: Kept[dict[int, str]], pk: int | None) -> str:
    """One that is not known yet is read for once more."""
    if pk is None:
        return ""
    if pk not in kept():
        kept.forget()
    return kept().get(pk, "")
