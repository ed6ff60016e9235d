"""Ten years of cases for measuring: COPY straight into the tables, texts from the demo's letters.

PORTAL_VAR=/tmp/measured .venv/bin/python benchmarks/fill.py [how many]

Needs the demo's people and units, and so fills them first. Acts are hashed as the verbs hash them:
`backup --drill` reads a whole register. None of it happened: never run it where anybody works.
"""

import os
import random
import sys
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import SpooledTemporaryFile
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

import django

django.setup()

from django.conf import settings
from django.core.management import call_command
from django.db import connection, models
from django.db.models import Max
from django.utils import timezone

from citizens.models import (
    Case,
    CaseSearch,
    Clock,
    LookupCode,
    Matter,
    Note,
    Party,
    Petition,
    PetitionSearch,
)
from citizens.models.lookup import check_digit, digest
from portal import search
from portal.deadlines import FAR_FUTURE
from portal.fields import Commune, Field
from portal.history import Event, Head
from portal.history.events import hash_of
from portal.management.schema import bring_up_to_date
from portal.people import Unit, User

YEARS, WORDS, AT_ONCE = 10, 187, 5_000
STORIES = ROOT / "portal/management/demo/stories"
WITH_IDS = (Matter, Petition, Party, Case, Clock, Note, LookupCode)
ACTS = ("propose", "accept", "order_verification", "write")
ONLY_LONG_AGO = "giãn cách"
"""Words that stand in the letters of one old year alone."""


class Letters:
    """Letters of about the length that offices receive, put together from the demo's sentences."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        stories = [
            story
            for file in sorted(STORIES.glob("*.toml"))
            for story in tomllib.loads(file.read_text()).get("story", ())
        ]
        self.titles = [story["title"] for story in stories]
        self.sentences = [
            sentence.strip()
            for story in stories
            for sentence in story.get("content", "").replace("\n", " ").split(". ")
            if sentence.strip()
        ]
        names = tomllib.loads((STORIES.parent / "names.toml").read_text())
        self.names = [names[part] for part in ("families", "women_middles", "women_given")]

    def title(self) -> str:
        return self.chance.choice(self.titles)

    def name(self) -> str:
        return " ".join(map(self.chance.choice, self.names))

    def content(self, received_on: date, number: int) -> str:
        said, count = [f"Biên nhận {number:07d}."], 3
        while count < WORDS:
            sentence = self.chance.choice(self.sentences)
            said.append(sentence)
            count += len(sentence.split())
        if received_on.year == timezone.localdate().year - 5 and self.chance.random() < 0.5:
            said.append(f"Việc xảy ra trong thời gian {ONLY_LONG_AGO} xã hội")
        return ". ".join(said)


class Copied:
    """Rows of one table, written as COPY reads them; what is not given takes its default."""

    def __init__(self, model: type[models.Model]) -> None:
        self.model = model
        self.fields = [each for each in model._meta.concrete_fields if not each.generated]
        self.file = SpooledTemporaryFile(max_size=2**24, mode="w+", encoding="utf-8")

    def add(self, **values: Any) -> None:
        cells = (values.get(each.attname, each.get_default()) for each in self.fields)
        self.file.write("\t".join(map(cell, cells)) + "\n")

    def add_row(self, row: models.Model, **values: Any) -> None:
        self.add(**{each.attname: getattr(row, each.attname) for each in self.fields} | values)

    def write(self) -> None:
        self.file.seek(0)
        columns = ", ".join(f'"{each.column}"' for each in self.fields)
        with connection.cursor() as cursor:
            cursor.copy_expert(
                f'COPY "{self.model._meta.db_table}" ({columns}) FROM STDIN', self.file
            )
        self.file.close()


def code_of(pk: int) -> str:
    return f"{pk:015d}{check_digit(f'{pk:015d}')}"


def cell(value: Any) -> str:
    if value is None:
        return r"\N"
    if isinstance(value, bytes):
        return rf"\\x{value.hex()}"
    if isinstance(value, bool):
        return "t" if value else "f"
    if isinstance(value, (list, tuple)):
        return "[]"
    if isinstance(value, dict):
        return "{}"
    return str(value).translate({92: r"\\", 9: r"\t", 10: r"\n", 13: r"\r"})


class Filling:
    """One batch after the other, all ids given by us."""

    def __init__(self, many: int) -> None:
        self.chance = random.Random(7)
        self.letters = Letters(self.chance)
        self.many, self.today = many, timezone.localdate()
        self.units = list(Unit.objects.filter(kind="division").values_list("pk", flat=True))
        self.fields = list(Field.objects.values_list("pk", flat=True))
        self.people = list(User.objects.values_list("pk", "username"))
        self.communes = list(Commune.objects.values_list("pk", flat=True))
        self.first = 1 + max(
            model.objects.aggregate(last=Max("pk"))["last"] or 0 for model in WITH_IDS
        )

    def batches(self) -> Iterator[range]:
        for start in range(0, self.many, AT_ONCE):
            yield range(start, min(start + AT_ONCE, self.many))

    def write(self, numbers: range) -> None:
        tables = (*WITH_IDS, Event, Head, PetitionSearch, CaseSearch)
        self.tables = {model: Copied(model) for model in tables}
        for number in numbers:
            self.one(number)
        for table in self.tables.values():
            table.write()

    def one(self, number: int) -> None:
        pk = self.first + number
        back = YEARS * 365 * (self.many - number) // self.many
        received_on = self.today - timedelta(back)
        open_still = back < 40 or self.chance.random() < 0.003
        due = received_on + timedelta(45)
        shared = {
            "id": pk,
            "version": 3,
            "title": self.letters.title(),
            "sender": self.letters.name(),
            "received_on": received_on,
            "field_id": self.chance.choice(self.fields),
            "unit_id": self.chance.choice(self.units),
            "officer_id": self.chance.choice(self.people)[0],
            "kind": "khieu_nai",
            "level": 1,
        }
        self.petition(pk, shared, received_on)
        self.case(pk, shared, received_on, due, open_still)
        self.around(pk, received_on, due, open_still)

    def petition(self, pk: int, shared: dict[str, Any], received_on: date) -> None:
        content = self.letters.content(received_on, pk)
        code, phone = f"D-{received_on.year}-{pk + 100_000}", f"09{pk:08d}"
        self.tables[Matter].add(id=pk, opened_on=received_on)
        self.tables[Petition].add(
            **shared | {"due_key": FAR_FUTURE, "stage": "da-thu-ly", "code": code},
            channel="buu_chinh",
            category="che_do_chinh_sach",
            content=content,
            commune_id=self.chance.choice(self.communes),
            eligible=True,
            competent=True,
            handling="thu_ly",
            handled_on=received_on,
            matter_id=pk,
            registered_on=received_on,
        )
        self.tables[Party].add(
            id=pk, petition_id=pk, name=shared["sender"], phone=phone, id_number=f"0{pk:011d}"
        )
        tokens = search.tokens(code, shared["title"], content, phone, names=[shared["sender"]])
        vector = " ".join(map(search.quoted, [*tokens.split(), search.month(received_on)]))
        for model, owner in ((PetitionSearch, "petition_id"), (CaseSearch, "case_id")):
            self.tables[model].add(on=received_on, tokens=vector, **{owner: pk})

    def case(self, pk: int, shared: dict[str, Any], received: date, due: date, still: bool) -> None:
        done = None if still else due - timedelta(self.chance.randrange(30))
        self.tables[Case].add(
            **shared,
            code=f"KN-{received.year}-{pk + 10_000}",
            matter_id=pk,
            petition_id=pk,
            stage="dang-xac-minh" if still else "da-ket-thuc",
            due_key=due if still else FAR_FUTURE,
            accepted_on=received + timedelta(8),
            decided_on=done,
            closed_on=done,
            outcome="" if still else "sai",
        )

    def around(self, pk: int, received_on: date, due: date, still: bool) -> None:
        at = datetime.combine(
            received_on, datetime.min.time(), tzinfo=timezone.get_current_timezone()
        )
        self.tables[Clock].add(
            rule="KN_GQ1",
            version_from=date(2012, 7, 1),
            started_on=received_on + timedelta(8),
            nominal=due,
            due=due,
            stopped_on=None if still else due,
            case_id=pk,
            id=pk,
        )
        for nth in (1, 2):
            text = self.chance.choice(self.letters.sentences)
            self.tables[Note].add(
                id=2 * pk + nth,
                case_id=pk,
                text=text,
                by_id=self.chance.choice(self.people)[0],
                on=received_on,
                at=at,
            )
        self.tables[LookupCode].add(
            id=pk, petition_id=pk, digest=digest(code_of(pk)), issued_on=received_on
        )
        self.history(f"vu-viec/KN-{received_on.year}-{pk + 10_000}", pk=pk, on=received_on, at=at)

    def history(self, stream: str, *, pk: int, on: date, at: datetime) -> None:
        previous = ""
        for seq, step in enumerate(ACTS, start=1):
            act = Event(stream=stream, seq=seq, step=step, label=step, on=on, at=at)
            act.by, act.previous = self.people[0][1], previous
            act.hash = previous = hash_of(act)
            self.tables[Event].add_row(act, id=4 * (10_000_000 + pk) + seq)
        self.tables[Head].add(stream=stream, seq=len(ACTS), hash=previous)


def tidy_up() -> None:
    """What a database that grew by itself would have: numbers that go on, rollups, statistics."""
    with connection.cursor() as cursor:
        for model in (*WITH_IDS, Event):
            table = model._meta.db_table
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence(%s, 'id'), max(id)) FROM {table}", [table]
            )
        cursor.execute("VACUUM ANALYZE")


def main(many: int) -> None:
    connection.settings_dict["USER"] = settings.OWNER_ROLE
    bring_up_to_date(connection)
    if not User.objects.exists():
        call_command("seed_demo", stdout=sys.stderr)
    started, filling = perf_counter(), Filling(many)
    for numbers in filling.batches():
        filling.write(numbers)
        print(f"{numbers.stop:,} cases, {perf_counter() - started:.0f} s", file=sys.stderr)
    call_command("rebuild_tallies", stdout=sys.stderr)
    tidy_up()
    print(f"{many:,} cases in {perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main(int(sys.argv[1].replace("_", "")) if sys.argv[1:] else 100_000)
