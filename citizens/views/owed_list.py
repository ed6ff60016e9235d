"""/don/phuc-dap/: answers that other bodies owe us, and those that we owe to who forwarded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse

from citizens import rules
from citizens.models import Case, Clock, Petition, Reply, Urging
from citizens.models.vocabulary import PetitionStage
from citizens.views.lists import petitions_of, works_here
from portal.deadlines import Standing, standing
from portal.filters import Listing, Order, Page, capped_counts
from portal.text import day
from portal.views.list import ListView
from portal.views.places import capped
from portal.working_days import calendar


@dataclass(frozen=True)
class Owed:
    """One line: whose answer is awaited, until when."""

    code: str
    url: str
    title: str
    body: str
    note: str
    standing: Standing | None = None
    on: date | None = None


class OwedList(ListView):
    """``heads``: over the body, the day and the note; ``done``: the words when nothing is owed."""

    template = "citizens/petition/owed.html"
    noun = "dòng"
    tab: str
    name: str
    heads: tuple[str, str, str]
    done: str

    def context(self, found: Page) -> dict[str, Any]:
        parts = self.parts()
        return {
            "rows": self.shown(found.rows),
            "page": found,
            "parts": parts,
            "heads": self.heads,
            "title": self.tab,
            "how_many": self.how_many(found, parts),
            "done": self.done,
            "beyond": bool(self.asked.after or self.asked.before),
            "works_here": works_here(self.reader),
            "acts": self.acts() if found.rows else (),
        }

    def acts(self) -> list[tuple[str, str]]:
        """What can be done with many of the rows: words, and the address that does it."""
        return []

    def parts(self) -> list[dict[str, Any]]:
        """The three lists, each with its count; one statement for all."""
        counts = capped_counts([each.read_by(self.reader).visible for each in PARTS])
        return [
            {
                "words": each.tab,
                "url": reverse(each.name),
                "here": each is type(self),
                "found": count,
                "count": capped(count),
            }
            for each, count in zip(PARTS, counts, strict=True)
        ]


class Ours(OwedList):
    """We owe whoever forwarded the petition an answer (TCD Đ27.2)."""

    listing = Listing((), (Order("han", "Hạn", "due"),))
    columns = (
        *("pk", "due", "petition__code", "petition__title"),
        *("petition__forwarded_by", "petition__stage"),
    )
    tab, name = "Sở phải phúc đáp", "owed-list"
    heads = ("Cơ quan chuyển đến", "Hạn phúc đáp", "Giai đoạn")
    done = "Không có đơn nào Sở còn phải phúc đáp"

    def rows(self) -> QuerySet:
        seen = petitions_of(self.reader).values("pk")
        return Clock.objects.running().filter(rule="TCD_PHUC_DAP", petition__in=seen)

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Owed]:
        return [
            Owed(
                **letter(row, "petition__"),
                body=row["petition__forwarded_by"],
                note=PetitionStage(row["petition__stage"]).label,
                standing=standing(row["due"], as_of=self.reader.on, calendar=calendar()),
            )
            for row in found
        ]


class Urged(OwedList):
    """Letters that urge, and nobody has answered yet."""

    listing = Listing((), (Order("han", "Hạn", "due_on"),))
    columns = ("pk", "due_on", "addressee", "case", "paper__number", "paper__dated_on")
    waits = {
        "item": Coalesce("petition__code", "case__code"),
        "text": Coalesce("petition__title", "case__title"),
    }
    tab, name = "Đã đôn đốc, chưa trả lời", "owed-urged"
    heads = ("Nơi bị đôn đốc", "Yêu cầu trả lời", "Văn bản")
    done = "Không có văn bản đôn đốc nào còn chờ trả lời"

    def rows(self) -> QuerySet:
        cases = Case.objects.visible_to(self.reader.user, on=self.reader.on).values("pk")
        letters = petitions_of(self.reader).values("pk")
        return Urging.objects.open().filter(Q(petition__in=letters) | Q(case__in=cases))

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Owed]:
        return [
            Owed(
                code=row["item"],
                url=f"/{'vu-viec' if row['case'] else 'don'}/{row['item']}/",
                title=row["text"],
                body=row["addressee"],
                note=numbered(row["paper__number"], row["paper__dated_on"]),
                standing=standing(row["due_on"], as_of=self.reader.on, calendar=calendar()),
            )
            for row in found
        ]


class Theirs(OwedList):
    """Forwarded, and nobody has told us what became of it; the oldest first."""

    listing = Listing((), (Order("han", "Ngày xử lý", "handled_on"),))
    columns = ("pk", "handled_on", "code", "title", "addressee")
    tab, name = "Đã chuyển, chưa nhận phúc đáp", "owed-unheard"
    heads = ("Đã chuyển đến", "Ngày xử lý", "")
    done = "Mọi đơn đã chuyển đều có phúc đáp"

    def acts(self) -> list[tuple[str, str]]:
        step = Petition.workflow["urge"]
        may = rules.urges_anywhere(self.reader.user, on=self.reader.on)
        return [(step.title, f"/don/hang-loat/{step.path}/")] if may else []

    def rows(self) -> QuerySet:
        heard = Reply.objects.filter(petition=OuterRef("pk"))
        return petitions_of(self.reader).filter(~Exists(heard), stage=PetitionStage.FORWARDED)

    def shown(self, found: Iterable[Mapping[str, Any]]) -> list[Owed]:
        return [
            Owed(**letter(row), body=row["addressee"], note="", on=row["handled_on"])
            for row in found
        ]


PARTS: tuple[type[OwedList], ...] = (Ours, Urged, Theirs)


def letter(row: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    code = row[f"{prefix}code"]
    return {"code": code, "url": f"/don/{code}/", "title": row[f"{prefix}title"]}


def numbered(number: str, dated_on: date | None) -> str:
    return f"Số {number}, ngày {day(dated_on)}" if dated_on else "Chờ lấy số"
