"""The cast: the same few people in every test, in the same small office.

Officer Lan, head Bình, director Hà, deputy Dũng, inspector Minh, clerk Mai, the administrator,
citizen Thảo, and a stranger; for democracy also coordinator Tuấn, the centre's head Hoa and its
officer Khánh, and who represents the staff.
"""

from datetime import date, timedelta

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone
from django.utils.crypto import get_random_string

from portal.fields import Commune, Field, deliver_fields
from portal.fields.fields import FieldColumn
from portal.office import Office, Setting
from portal.people import Body, Position, Role, Unit, User

LONG_AGO = date(2020, 1, 1)

UNITS = {
    "so": ("Sở Lao động – Thương binh và Xã hội tỉnh Tân Giang", "Sở", Unit.Kind.HEADQUARTERS),
    "van-phong": ("Văn phòng Sở", "Văn phòng", Unit.Kind.DIVISION),
    "tiep-cong-dan": ("Phòng Tiếp công dân", "TCD", Unit.Kind.DIVISION),
    "nguoi-co-cong": ("Phòng Người có công", "NCC", Unit.Kind.DIVISION),
    "lao-dong": ("Phòng Lao động – Việc làm", "LĐVL", Unit.Kind.DIVISION),
    "dich-vu-viec-lam": ("Trung tâm Dịch vụ việc làm", "TTDVVL", Unit.Kind.SUBORDINATE),
}


@pytest.fixture
def units(db) -> dict[str, Unit]:
    def named(code: str, **facts) -> Unit:
        name, short_name, kind = UNITS[code]
        return Unit(
            code=code,
            name=name,
            short_name=short_name,
            kind=kind,
            opened_on=LONG_AGO,
            meets_people=code in ("tiep-cong-dan", "dich-vu-viec-lam"),
            phone="0299 3 800 100",
            **facts,
        )

    top = named("so")
    top.save()
    below = Unit.objects.bulk_create(named(code, parent=top) for code in UNITS if code != "so")
    Setting.objects.create(name="petition_unit", value="tiep-cong-dan", valid_from=LONG_AGO)
    return {unit.code: unit for unit in (top, *below)}


@pytest.fixture
def party_committee(db) -> Body:
    return Body.objects.create(
        code="dang-uy", name="Đảng ủy Sở", kind=Body.Kind.PARTY_COMMITTEE, opened_on=LONG_AGO
    )


@pytest.fixture(scope="session")
def delivered_fields(django_db_setup, django_db_blocker) -> bytes:
    """What the delivery writes, as statements: it is done once, thousands of tests begin with it.

    Numbers that were given once are not given again, so these rows meet no others.
    """
    with django_db_blocker.unblock(), transaction.atomic(), connection.cursor() as cursor:
        deliver_fields()
        told = b"".join(written(model, cursor.cursor) for model in (Field, FieldColumn))
        transaction.set_rollback(True)
    return told


def written(model, cursor) -> bytes:
    columns = [f'"{column.column}"' for column in model._meta.concrete_fields]
    rows = model._base_manager.order_by("pk").values_list()
    one = f"({', '.join(['%s'] * len(columns))})"
    values = b", ".join(cursor.mogrify(one, row) for row in rows)
    into = f"INSERT INTO {model._meta.db_table} ({', '.join(columns)}) VALUES "
    return into.encode() + values + b";"


@pytest.fixture
def fields(db, delivered_fields) -> dict[str, Field]:
    if not Field.objects.exists():
        with connection.cursor() as cursor:
            cursor.execute(delivered_fields)
    return {field.code: field for field in Field.objects.all()}


@pytest.fixture
def communes(db) -> dict[str, Commune]:
    plain = Commune(code="an-phu", name="Xã An Phú")
    far = Commune(
        code="na-khoang", name="Xã Nà Khoang", mountainous=True, ethnic=True, remote_area=True
    )
    return {commune.code: commune for commune in Commune.objects.bulk_create([plain, far])}


@pytest.fixture
def office(db) -> Office:
    return Office.objects.create(
        valid_from=LONG_AGO,
        name="Sở Lao động – Thương binh và Xã hội tỉnh Tân Giang",
        short_name="Sở LĐ-TB&XH",
        province="Tân Giang",
        parent_body="Ủy ban nhân dân tỉnh Tân Giang",
        symbol="SLĐTBXH",
        place="Tân Giang",
        address="Số 12 đường Trần Phú, phường Trung Tâm, tỉnh Tân Giang",
        phone="0299 3 800 100",
        email="so@tangiang.example",
        hours="7 giờ 30 – 11 giờ 30, 13 giờ 30 – 17 giờ, từ thứ Hai đến thứ Sáu",
        responsible_person="Bà Phạm Thị Hà, Giám đốc Sở",
    )


def person(username: str, full_name: str, gender: str = "woman", **facts) -> User:
    return User.objects.create_user(username, full_name=full_name, gender=gender, **facts)


def place(user: User, role: str, *, unit=None, body=None, title="", fields=(), **dates) -> Position:
    """Give the user a position, since long ago unless told otherwise."""
    dates.setdefault("opened_on", LONG_AGO)
    position = Position.objects.create(
        user=user, role=role, unit=unit, body=body, title=title, **dates
    )
    if fields:
        position.fields.set(fields)
    user.forget_positions()
    return position


@pytest.fixture
def lan(units) -> User:
    user = person("lan", "Nguyễn Thị Lan")
    place(user, Role.PETITION_OFFICER, unit=units["tiep-cong-dan"], title="Chuyên viên")
    return user


@pytest.fixture
def binh(units) -> User:
    user = person("binh", "Trần Văn Bình", "man")
    place(user, Role.HEAD, unit=units["tiep-cong-dan"], title="Trưởng phòng")
    return user


@pytest.fixture
def ha(units, party_committee) -> User:
    user = person("ha", "Phạm Thị Hà")
    place(user, Role.DIRECTOR, unit=units["so"], title="Giám đốc")
    place(user, Role.PARTY_COMMITTEE, body=party_committee, title="Bí thư Đảng ủy")
    return user


@pytest.fixture
def dung(units, fields) -> User:
    user = person("dung", "Lê Quang Dũng", "man")
    charge = [fields["nguoi-co-cong"], fields["bao-tro-xa-hoi"]]
    place(user, Role.DEPUTY_DIRECTOR, unit=units["so"], title="Phó Giám đốc", fields=charge)
    return user


@pytest.fixture
def minh(units) -> User:
    user = person("minh", "Đỗ Hoàng Minh", "man")
    place(user, Role.OFFICER, unit=units["nguoi-co-cong"], title="Chuyên viên")
    return user


@pytest.fixture
def mai(units) -> User:
    user = person("mai", "Vũ Thị Mai")
    place(user, Role.CLERK, unit=units["van-phong"], title="Văn thư")
    return user


@pytest.fixture
def tuan(units) -> User:
    """The coordinator in the Office."""
    user = person("tuan", "Ngô Anh Tuấn", "man")
    place(user, Role.COORDINATOR, unit=units["van-phong"], title="Chuyên viên Văn phòng")
    return user


@pytest.fixture
def hoa(units) -> User:
    """Head of the subordinate centre."""
    user = person("hoa", "Bùi Thị Hoa")
    place(user, Role.HEAD, unit=units["dich-vu-viec-lam"], title="Giám đốc Trung tâm")
    return user


@pytest.fixture
def khanh(units) -> User:
    """Officer of the centre."""
    user = person("khanh", "Lý Quốc Khánh", "man")
    place(user, Role.OFFICER, unit=units["dich-vu-viec-lam"], title="Viên chức")
    return user


@pytest.fixture
def representative(db) -> User:
    """Of the staff: the union's chairman."""
    kind = Body.Kind.STAFF_REPRESENTATIVE
    union = Body.objects.create(
        code="cong-doan", name="Công đoàn cơ sở", kind=kind, opened_on=LONG_AGO
    )
    user = person("congdoan", "Chu Văn Đoàn", "man")
    place(user, Role.STAFF_REPRESENTATIVE, body=union, title="Chủ tịch Công đoàn")
    return user


@pytest.fixture
def quantri(units) -> User:
    user = person("quantri", "Hoàng Văn Quân", "man")
    place(user, Role.ADMINISTRATOR, unit=units["so"], title="Quản trị hệ thống")
    return user


@pytest.fixture
def thao() -> dict[str, str]:
    """A citizen has no account: what she writes on her letter."""
    return {
        "name": "Đinh Thị Thảo",
        "gender": "nu",
        "birth_year": "1958",
        "id_number": "099158000123",
        "phone": "0912 000 123",
        "address": "Thôn 3",
    }


@pytest.fixture
def stranger() -> Client:
    return Client()


@pytest.fixture
def voluntary(db) -> Setting:
    """An office that asks nobody for a second step."""
    return Setting.objects.create(name="second_factor", value="tu_chon", valid_from=LONG_AGO)


def client_of(user: User) -> Client:
    """A browser in which this person has signed in."""
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = session_of(user)
    return client


def session_of(user: User) -> str:
    """What signing in leaves behind, in one statement: thousands of tests begin with it."""
    kept = {
        SESSION_KEY: str(user.pk),
        BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
        HASH_SESSION_KEY: user.get_session_auth_hash(),
    }
    until = timezone.now() + timedelta(seconds=settings.SESSION_COOKIE_AGE)
    data = SessionStore().encode(kept)
    row = Session(session_key=get_random_string(32), session_data=data, expire_date=until)
    row.save(force_insert=True)
    return row.session_key
