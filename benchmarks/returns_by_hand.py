"""The four official returns counted row by row in Python, from plain rows: slow, and on purpose.

Written from the circular's forms and docs/decisions/0080 alone; shares no line with
`citizens/returns`.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from citizens.models import (
    Case,
    DenunciationEntry,
    Party,
    Petition,
    Reception,
    Recommendation,
    Visit,
)
from portal.fields import Field, FieldColumn

Row = dict[str, Any]
Lines = dict[int | None, dict[int, Any]]
COLUMNS_OF = {"khieu_nai": "KN", "to_cao": "TC", "kien_nghi": "KNPA", "phan_anh": "KNPA"}
UNFINISHED = ("dang_xu_ly", "luu", "tra_lai")


@dataclass(frozen=True)
class Counted:
    """Something in a return: whose line, which matter, in which columns, with which amounts."""

    unit: int | None
    matter: Any
    columns: dict[int, Any]
    """{column: amount}; the amount of a column of matters is None."""


def add_up(counted: Iterable[Counted]) -> Lines:
    sums: dict[Any, dict[int, Any]] = defaultdict(lambda: defaultdict(int))
    matters: dict[Any, set[Any]] = defaultdict(set)
    for one in counted:
        for line in {one.unit, None}:
            for column, amount in one.columns.items():
                if amount is None:
                    matters[line, column].add(one.matter)
                else:
                    sums[line][column] += amount
    for (line, column), distinct in matters.items():
        sums[line][column] = len(distinct)
    return {line: {n: v for n, v in columns.items() if v} for line, columns in sums.items()}


def plain(name: str) -> str:
    parted = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return "".join(each for each in parted if not unicodedata.combining(each))


def by(rows: Iterable[Row], column: str) -> dict[Any, list[Row]]:
    found = defaultdict(list)
    for row in rows:
        found[row[column]].append(row)
    return found


# letters


class Letters:
    """Everything that a letter's place in the returns hangs on, read once."""

    def __init__(self, start: date, end: date) -> None:
        self.start, self.end = start, end
        self.petitions = list(Petition.objects.values())
        self.petitions_of = by(self.petitions, "matter_id")
        self.cases_of = by(cases := list(Case.objects.values()), "matter_id")
        self.case_of = {case["petition_id"]: case for case in cases}
        self.entry_of = {row["petition_id"]: row for row in DenunciationEntry.objects.values()}
        senders = Party.objects.filter(role="sender").values("petition_id", "id_number")
        self.ids_of = by(senders, "petition_id")
        self.parents = dict(Field.objects.values_list("pk", "parent_id"))
        valid = FieldColumn.objects.valid(as_of=end).values_list("field_id", "kind", "column")
        self.mapped = {(field, kind): column for field, kind, column in valid}

    def judged(self) -> list[Row]:
        letters = [self.judge(row) for row in self.petitions if self.belongs(row)]
        letters = [letter for letter in letters if letter["kind"] != "hoi_chinh_sach"]
        groups = defaultdict(list)
        for letter in letters:
            groups[letter["matter"], letter["kind"], letter["own"]].append(letter)
        for group in groups.values():
            leading = max(group, key=lambda one: one["lead"])
            for letter in group:
                letter["fate"] = leading["own_fate"]
        return letters

    def belongs(self, row: Row) -> bool:
        return (
            row["received_on"] <= self.end
            and (row["handled_on"] is None or row["handled_on"] >= self.start)
            and row["kind"] != "hoi_chinh_sach"
            and row["stage"] != "chuyen-so-rieng"
        )

    def judge(self, row: Row) -> Row:
        own, entry = self.case_of.get(row["id"]), self.entry_of.get(row["id"])
        kin = None if own else self.kin(row)
        kind = row["kind"] or (kin["kind"] if kin else "")
        joined, handling = row["handling"] == "ghep", row["handling"]
        if joined and self.is_duplicate(row):
            handling = "luu"
        handled = row["handled_on"] is not None and row["handled_on"] <= self.end
        fit = handled and handling not in UNFINISHED and kind != "" and row["eligible"] is not False
        ours = row["competent"]
        if ours is None:
            ours = handling not in ("huong_dan", "chuyen_don")
        level = row["level"] if row["kind"] else kin["level"] if kin else 1
        return {
            "unit": (own and own["unit_id"]) or row["unit_id"],
            "matter": row["matter_id"] or ("alone", row["id"]),
            "kind": kind,
            "level": level,
            "handled": handled,
            "own": fit and ours,
            "guided": fit and not ours and handling == "huong_dan",
            "forwarded": fit and not ours and handling == "chuyen_don",
            "category": row["category"] or self.column(row["field_id"], kind),
            "own_fate": self.fate(handling, [each for each in (own, kin, entry) if each]),
            "lead": (not joined, level, row["received_on"], row["id"]),
        }

    def kin(self, row: Row) -> Row | None:
        if row["matter_id"] is None:
            return None
        kin = [one for one in self.cases_of[row["matter_id"]] if row["kind"] in ("", one["kind"])]
        return max(kin, key=lambda one: one["id"], default=None)

    def is_duplicate(self, row: Row) -> bool:
        mine = {party["id_number"] for party in self.ids_of[row["id"]]} - {""}
        for other in self.petitions_of[row["matter_id"]]:
            theirs = {party["id_number"] for party in self.ids_of[other["id"]]} - {""}
            differs = any(one != two for one in mine for two in theirs)
            same_name = row["sender"] and plain(row["sender"]) == plain(other["sender"])
            elsewhere = other["id"] != row["id"] and other["handling"] != "ghep"
            if elsewhere and same_name and not differs:
                return True
        return False

    def column(self, field: int | None, kind: str) -> str:
        book = COLUMNS_OF.get(kind, "")
        own = self.mapped.get((field, book))
        return own or self.mapped.get((self.parents.get(field), book)) or "khac"

    def fate(self, handling: str, records: list[Row]) -> str:
        ends = [row.get("closed_on") for row in records]
        ends += [row.get("decided_on") or row.get("concluded_on") for row in records]
        over = next((day for day in ends if day), None)
        outcome = records[0]["outcome"] if records else ""
        if outcome in ("rut_don", "dinh_chi") and over and over <= self.end:
            return "ended"
        accepted = next((row["accepted_on"] for row in records if row["accepted_on"]), None)
        if accepted and accepted <= self.end:
            return "accepted"
        return "declined" if handling == "khong_thu_ly" else "considered"


def columns(numbered: dict[int, bool], matters: tuple[int, ...] = ()) -> dict[int, Any]:
    return {n: None if n in matters else 1 for n, holds in numbered.items() if holds}


def handled_letters(letters: Iterable[Row]) -> Lines:
    """02/XLD."""
    return add_up(Counted(one["unit"], one["matter"], columns_of_letter(one)) for one in letters)


def columns_of_letter(one: Row) -> dict[int, Any]:
    own, first, what = one["own"], one["level"] == 1, one["category"]
    complaint, denunciation = (own and one["kind"] == kind for kind in ("khieu_nai", "to_cao"))
    feedback = own and one["kind"] in ("kien_nghi", "phan_anh")
    policy, land = what == "che_do_chinh_sach", what == "dat_dai"
    away = one["guided"] or one["forwarded"]
    facts = {1: True, 2: one["handled"], 3: own or away, 4: own, 5: own, 6: complaint}
    facts |= {7: complaint and first, 8: complaint and not first}
    facts |= {9: complaint and land, 10: complaint and policy}
    facts |= {11: complaint and not (land or policy), 12: denunciation}
    facts |= {13: denunciation and first, 14: denunciation and not first}
    facts[15] = denunciation and (policy or land or what == "hanh_chinh")
    facts |= {16: denunciation and what == "tham_nhung", 17: denunciation and what == "tu_phap"}
    facts |= {18: denunciation and what == "khac", 19: feedback, 20: feedback and policy}
    facts |= {21: feedback and land, 22: feedback and not (land or policy)}
    facts |= {23: away, 24: one["guided"], 25: one["forwarded"]}
    return columns(facts, matters=(5,))


def own_matters(letters: Iterable[Row], kind: str) -> list[Counted]:
    """Columns 1 to 6 of 03/GQKN and 04/GQTC."""
    fates = {"considered": 3, "accepted": 4, "declined": 5, "ended": 6}
    return [
        Counted(one["unit"], one["matter"], {1: 1, 2: None, fates[one["fate"]]: None})
        for one in letters
        if one["own"] and one["kind"] == kind
    ]


# decisions and conclusions


def asked_for(recommendation: Row | None, numbered: dict[int, str]) -> dict[int, Any]:
    return {n: recommendation[name] for n, name in numbered.items()} if recommendation else {}


def decisions(start: date, end: date, names: dict[int, str]) -> list[Counted]:
    outcomes = {"dung": 8, "sai": 9, "dung_mot_phan": 10, "cong_nhan": 11, "huy_sua": 12}
    asked = {row["case_id"]: row for row in Recommendation.objects.values()}
    return [
        Counted(
            row["unit_id"],
            None,
            {7: 1, outcomes[row["outcome"]]: 1} | asked_for(asked.get(row["id"]), names),
        )
        for row in Case.objects.filter(kind="khieu_nai").values()
        if row["decided_on"] and start <= row["decided_on"] <= end and row["outcome"] in outcomes
    ]


def conclusions(start: date, end: date, names: dict[int, str]) -> list[Counted]:
    outcomes = {"dung": 8, "sai": 9, "dung_mot_phan": 10}
    asked = {row["denunciation_id"]: row for row in Recommendation.objects.values()}
    petitions = {row["id"]: row for row in Petition.objects.filter(kind="to_cao").values()}
    found = []
    for row in DenunciationEntry.objects.values():
        day, outcome = row["concluded_on"], outcomes.get(row["outcome"])
        if outcome and day and start <= day <= end:
            petition = petitions[row["petition_id"]]
            column = outcome + (3 if petition["level"] == 2 else 0)
            amounts = {7: 1, column: 1} | asked_for(asked.get(row["id"]), names)
            found.append(Counted(petition["unit_id"], None, amounts))
    return found


# receptions


def receptions(start: date, end: date, *, once: bool) -> Lines:
    """01/TCD."""
    visits = [visit for visit in Visit.objects.values() if was_received(visit, start, end)]
    firsts = {
        matter: min(map(place, of_matter))
        for matter, of_matter in by(
            [visit | {"of": visit["matter_id"] or ("alone", visit["id"])} for visit in visits], "of"
        ).items()
    }
    counted = [columns_of_visit(visit, firsts, once=once) for visit in visits]
    return add_up([*counted, *days(start, end)])


def was_received(visit: Row, start: date, end: date) -> bool:
    here = start <= visit["received_on"] <= end
    return here and visit["result"] != "tu_choi" and visit["stage"] != "chuyen-so-rieng"


def place(visit: Row) -> int:
    """Head, delegate, desk."""
    if visit["kind"] == "thuong_xuyen":
        return 3
    return 1 if visit["host"] == "thu_truong" else 2


def columns_of_visit(visit: Row, firsts: dict[Any, int], *, once: bool) -> Counted:
    matter, own = visit["matter_id"] or ("alone", visit["id"]), place(visit)
    first = {1: 11, 2: 17, 3: 5}[own]
    leads, people = firsts[matter] == own, visit["people"]
    amounts: dict[int, Any] = {}
    if visit["own_visit"] and (leads or not once):
        amounts |= {1: 1, 2: people, first: 1, first + 1: people}
        if people >= 5:
            amounts |= {4: 1, first + 3: 1, first + 4: people}
    if leads:
        amounts |= {3: None, first + 2: None}
    return Counted(visit["unit_id"], matter, amounts)


def days(start: date, end: date) -> list[Counted]:
    hosts: dict[str, int] = {"thu_truong": 10, "uy_quyen": 16}
    return [
        Counted(row["unit_id"], row["date"], {hosts[row["host"]]: None})
        for row in Reception.objects.filter(announced=True, moved_to=None).values()
        if start <= row["date"] <= end
    ]


def all_forms(
    start: date, end: date, names: dict[str, dict[int, str]], *, once: bool
) -> dict[str, Lines]:
    letters = Letters(start, end).judged()
    return {
        "01/TCD": receptions(start, end, once=once),
        "02/XLD": handled_letters(letters),
        "03/GQKN": add_up(
            [*own_matters(letters, "khieu_nai"), *decisions(start, end, names["03/GQKN"])]
        ),
        "04/GQTC": add_up(
            [*own_matters(letters, "to_cao"), *conclusions(start, end, names["04/GQTC"])]
        ),
    }
