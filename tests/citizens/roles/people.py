"""One person for every position, and a few whose position must not help them."""

from dataclasses import dataclass
from datetime import date

from portal.fields import Field
from portal.office import Office, Setting
from portal.people import Body, Position, StandIn, Unit, User
from tests.cast import LONG_AGO, UNITS

HOME, OTHER_UNIT, DESK = "nguoi-co-cong", "lao-dong", "tiep-cong-dan"
FIELD, OTHER_FIELD = "ncc-chat-doc-hoa-hoc", "no-luong"
BODIES = ("inspection_board", "staff_representative", "party_committee")


@dataclass(frozen=True)
class Seat:
    """Who sits where; ``charge``: the fields of a deputy, each with those below it."""

    role: str
    place: str
    charge: tuple[str, ...] = ()
    closed_on: date | None = None


SEATS = {
    "director": Seat("director", "so"),
    "deputy_in_charge": Seat("deputy_director", "so", ("nguoi-co-cong",)),
    "deputy_elsewhere": Seat("deputy_director", "so", ("lao-dong-viec-lam",)),
    "head": Seat("head", HOME),
    "deputy_head": Seat("deputy_head", HOME),
    "head_elsewhere": Seat("head", OTHER_UNIT),
    "head_of_petitions": Seat("head", DESK),
    "officer": Seat("officer", HOME),
    "colleague": Seat("officer", HOME),
    "officer_elsewhere": Seat("officer", OTHER_UNIT),
    "verifier": Seat("officer", "dich-vu-viec-lam"),
    "petition_officer": Seat("petition_officer", DESK),
    "reception_officer": Seat("reception_officer", DESK),
    "clerk": Seat("clerk", "van-phong"),
    "second_clerk": Seat("clerk", "van-phong"),
    "coordinator": Seat("coordinator", "van-phong"),
    "reform_officer": Seat("reform_officer", "van-phong"),
    "procedure_officer": Seat("procedure_officer", "van-phong"),
    "editor": Seat("editor", "van-phong"),
    "administrator": Seat("administrator", "so"),
    "former_head": Seat("head", "van-phong", closed_on=date(2026, 7, 1)),
    "stand_in": Seat("officer", "van-phong"),
    **{body: Seat(body, body) for body in BODIES},
}
NOBODY = "stranger"
EVERYBODY = (*SEATS, "newcomer", NOBODY)
"""``newcomer`` has an account and no position; the stranger has neither."""


def fill_the_office() -> tuple[dict[str, User], dict[str, Unit]]:
    units = open_units()
    places = units | {
        kind: Body.objects.create(
            code=f"to-chuc-{number}", name=f"Tổ chức số {number}", kind=kind, opened_on=LONG_AGO
        )
        for number, kind in enumerate(BODIES, 1)
    }
    people = {"newcomer": account("can-bo-moi", "Cán bộ mới")}
    for number, name in enumerate(SEATS, 1):
        people[name] = account(f"can-bo-{number}", f"Cán bộ số {number}")
    User.objects.bulk_create(people.values())
    seats = [seated(people[name], seat, places[seat.place]) for name, seat in SEATS.items()]
    Position.objects.bulk_create(seats)
    for position, seat in zip(seats, SEATS.values(), strict=True):
        if seat.charge:
            position.fields.set(Field.objects.filter(code__in=seat.charge))
    stand_in_for_the_director(people)
    return people, units


def open_units() -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for code, (name, short, kind) in UNITS.items():
        units[code] = Unit(code=code, name=name, short_name=short, kind=kind, opened_on=LONG_AGO)
    Unit.objects.bulk_create(units.values())
    Setting.objects.create(name="petition_unit", value=DESK, valid_from=LONG_AGO)
    Office.objects.create(
        valid_from=LONG_AGO,
        name=UNITS["so"][0],
        short_name="Sở LĐ-TB&XH",
        province="Tân Giang",
        parent_body="Ủy ban nhân dân tỉnh Tân Giang",
        symbol="SLĐTBXH",
        place="Tân Giang",
        address="Số 12 đường Trần Phú",
        phone="0299 3 800 100",
        email="so@tangiang.example",
        hours="giờ hành chính",
        responsible_person="Giám đốc Sở",
    )
    return units


def account(username: str, full_name: str) -> User:
    user = User(username=username, full_name=full_name, gender="woman")
    user.set_unusable_password()
    return user


def seated(user: User, seat: Seat, where: Unit | Body) -> Position:
    at = {"body": where} if isinstance(where, Body) else {"unit": where}
    return Position(user=user, role=seat.role, opened_on=LONG_AGO, closed_on=seat.closed_on, **at)


def stand_in_for_the_director(people: dict[str, User]) -> None:
    StandIn.objects.create(
        absent=people["director"].positions.get(),
        stand_in=people["stand_in"].positions.get(),
        from_on=LONG_AGO,
        to_on=date(2099, 12, 31),
        decision_number="1/QĐ-SLĐTBXH",
        decided_on=LONG_AGO,
    )
