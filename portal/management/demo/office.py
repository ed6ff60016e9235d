"""The invented office: units, bodies, people, communes, settings."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from portal.fields import Commune, Field, FieldCharge, deliver_fields
from portal.office import Office, Setting
from portal.people import Body, Position, Succession, Unit, User
from portal.submissions import Line

FOLDER = Path(__file__).parent
BEGINNING = date(2015, 1, 1)
REORGANISED = date(2025, 7, 1)
"""The day the inspectorates of the departments ended; as in office.toml."""


def read(name: str) -> dict[str, Any]:
    with (FOLDER / name).open("rb") as file:
        return tomllib.load(file)


class Staff:
    """The people and units by the short names that the stories use."""

    def __init__(self, *, today: date) -> None:
        self.today = today
        self.users = {user.username: user for user in User.objects.all()}
        self.by_id = {user.pk: user for user in self.users.values()}
        self.units = {unit.code: unit for unit in Unit.objects.all()}
        self.units_by_id = {unit.pk: unit for unit in self.units.values()}
        self.fields = {field.code: field for field in Field.objects.select_related("parent")}
        self.communes = {commune.code: commune for commune in Commune.objects.all()}

    def __getitem__(self, username: str) -> User:
        return self.users[username]

    def know_positions(self, *, since: date) -> None:
        """Read all positions once: rights are asked for on a thousand days of the past."""
        positions = Position.objects.select_related("unit", "body").order_by("pk")
        for user in self.users.values():
            user.forget_positions()
        for row in positions.prefetch_related("fields__children"):
            known = self.by_id[row.user_id].__dict__.setdefault("_positions_on", {})
            for day in days_between(since, self.today):
                held = known.setdefault(day, [])
                if row.opened_on <= day and (row.closed_on is None or day < row.closed_on):
                    held.append(row)

    def holding(self, role: str) -> Iterator[Position]:
        for user in self.users.values():
            yield from (row for row in user.positions_on(self.today) if row.role == role)

    def head_of(self, unit: Unit) -> User:
        return self.by_id[
            next(row.user_id for row in self.holding("head") if row.unit_id == unit.pk)
        ]

    def settler_for(self, field: Field) -> User:
        """The deputy in charge of the field, or the director."""
        deputies = (row for row in self.holding("deputy_director") if row.in_charge_of(field.pk))
        found = next(deputies, None)
        return self.by_id[found.user_id] if found else self["ha"]


def days_between(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def build(*, on: date, since: date) -> Staff:
    """Everything that stands before the first letter arrives."""
    facts = read("office.toml")
    deliver_fields()
    add_office(facts["office"])
    units = add_units(facts["unit"])
    bodies = add_bodies(facts["body"])
    add_lines(units)
    add_communes()
    add_people(units, bodies)
    staff = Staff(today=on)
    staff.know_positions(since=since)
    return staff


def add_office(facts: dict[str, str]) -> None:
    Office.objects.create(
        valid_from=BEGINNING,
        name=facts["name"],
        short_name=facts["short_name"],
        province=facts["province"].removeprefix("tỉnh "),
        parent_body=facts["governing_body"],
        symbol=facts["symbol"],
        place=facts["place"],
        address=facts["address"],
        phone=facts["phone"],
        email=facts["email"],
        hours=facts["reception_hours"],
        licence=facts["licence"],
        responsible_person=facts["responsible"],
    )


def add_units(rows: list[dict[str, Any]]) -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for place, row in enumerate(rows):
        former, fields = units.get(row.pop("formerly", "")), row.pop("fields", ())
        units[row["code"]] = unit = Unit.objects.create(
            parent=units.get("so"), phone=f"0200 3812 {345 + place}", **row
        )
        if former:
            take_over(former, unit)
        for field in Field.objects.filter(code__in=fields):
            FieldCharge.objects.create(field=field, unit=unit, opened_on=unit.opened_on)
    return units


def take_over(former: Unit, unit: Unit) -> None:
    """The inspectorate's work on petitions went to a division (Luật Thanh tra 2025)."""
    Succession.objects.create(
        old=former,
        new=unit,
        kind=Succession.Kind.MERGE,
        on=unit.opened_on,
        decision="Quyết định số 88/QĐ-UBND ngày 25/6/2025",
        former_name=former.name,
    )
    for code, since in ((former.code, BEGINNING), (unit.code, unit.opened_on)):
        Setting.objects.create(name="petition_unit", value=code, valid_from=since)


def add_bodies(rows: list[dict[str, Any]]) -> dict[str, Body]:
    return {row["code"]: Body.objects.create(**row) for row in rows}


def add_lines(units: dict[str, Unit]) -> None:
    """Acceptance and verification end with the deputy in charge; decisions go to the Director."""
    for code in ("tcd", "ncc", "btxh"):
        for step in ("accept", "order_verification"):
            roles = ["head", "deputy_director"]
            Line.objects.create(unit=units[code], step=step, roles=roles)


def add_communes() -> None:
    for row in read("communes.toml")["communes"]:
        Commune.objects.create(
            code=row["code"],
            name=row["name"],
            mountainous=row.get("highland", False),
            ethnic=row.get("minority", False),
            remote_area=row.get("remote", False),
        )


def add_people(units: dict[str, Unit], bodies: dict[str, Body]) -> None:
    facts = read("people.toml")
    for number, row in enumerate(facts["people"]):
        user = User.objects.create_user(
            row["username"],
            full_name=row["name"],
            gender="woman" if row["username"] in facts["women"] else "man",
            email=f"{row['username']}@tangiang.example",
            phone=f"0900 100 {number:03d}",
        )
        place_in(units[row["unit"]], user, row)
        for also in row.get("also", ()):
            body = bodies[also["body"]]
            add_position(user, also["role"], also["title"], body=body, opened_on=body.opened_on)


def place_in(unit: Unit, user: User, row: dict[str, Any]) -> None:
    """A position since the unit exists, and before that in the unit it came from."""
    opened = max(BEGINNING, unit.opened_on or BEGINNING)
    position = add_position(user, row["role"], row["title"], unit=unit, opened_on=opened)
    position.fields.set(Field.objects.filter(code__in=row.get("fields", ())))
    if origin := unit.origins.first():
        former = row.get("formerly", row["title"])
        dates = {"opened_on": BEGINNING, "closed_on": opened}
        add_position(user, row["role"], former, unit=origin.old, **dates)


def add_position(user: User, role: str, title: str, **facts: Any) -> Position:
    return Position.objects.create(user=user, role=role, title=title, **facts)
