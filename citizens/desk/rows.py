"""The rows of a desk: petitions, cases and papers, each with its time limit and next step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, Subquery

from portal.deadlines import FAR_FUTURE, Standing, standing
from portal.working_days import calendar

from ..models import (
    Assignment,
    Case,
    Clock,
    Dialogue,
    Execution,
    Findings,
    Paper,
    Petition,
    VerificationMember,
)
from ..models.vocabulary import OPEN_PETITION_STAGES, CaseStage, PetitionStage, kind_words
from ..sheets.readers import ForReader
from ..words.next_step import CASE_WAITS, PAPERS, PETITION_WAITS
from .circles import answers_for, of_mine, part_of
from .forty_five import line_of
from .next_step import next_of_case, next_of_petition

MOST = 300
"""Nobody has more on a desk of his own; whoever answers for all opens the lists."""

COMMON = (
    *("pk", "code", "kind", "level", "title", "stage", "due_key", "officer_id", "unit_id"),
    *("field_id", "officer__full_name", "unit__short_name", "unit__name", "submission", "paper"),
)
CASE_FACTS = (
    "accepted_on",
    "paused_from",
    "decided_on",
    "regime",
    "settling_unit_id",
    "lead",
    "differs",
    "talked",
    "unserved",
    "unpublished",
    "unenforced",
    "carried_out",
)
PETITION_FACTS = (
    "leading_id",
    "received_on",
    "eligible",
    "competent",
    "registered_on",
    "registered_by_id",
)


@dataclass(frozen=True, slots=True)
class Work:
    """One thing to do: what it is, by when, and the step that comes next."""

    code: str
    url: str
    title: str
    words: str
    standing: Standing
    act: str = ""
    act_url: str = ""
    holder: str = ""
    fresh: bool = False
    paused: bool = False
    due_on: date = FAR_FUTURE
    sealed: bool = False
    """Of the own book: no reminder names it."""

    @property
    def stream(self) -> str:
        return self.url.strip("/")

    @property
    def soon(self) -> bool:
        return self.standing.kind == "soon"

    @property
    def late(self) -> bool:
        return self.standing.kind == "late"


def work(
    user: Any, *, on: date, wider: bool = False, part: str = "", most: int = MOST
) -> list[Work]:
    """Petitions and cases on the desk, or of a wider circle; the nearest time limit first.

    So many of each at most.
    """
    asked = (user, wider, part_of(part, on=on), most)
    found = [*_petitions(*asked, on=on), *_cases(*asked, on=on)]
    return sorted(found, key=lambda each: (each.due_on, each.code))


def _petitions(user: Any, *asked: Any, on: date) -> Iterator[Work]:
    for row in petition_rows(user, *asked, on=on):
        words, step = next_of_petition(row, user, on=on)
        words = " · ".join(filter(None, (words, line_of(row, on=on))))
        yield _work(row, "don", PetitionStage, (words, step), user, on=on)


def _cases(user: Any, *asked: Any, on: date) -> Iterator[Work]:
    for row in case_rows(user, *asked, on=on):
        yield _work(row, "vu-viec", CaseStage, next_of_case(row, user, on=on), user, on=on)


@ForReader
def petition_rows(user: Any, wider: bool, wanted: Q, most: int, *, on: date) -> Any:
    """To be handled, and handled ones of which whoever forwarded them still has to hear."""
    plain = Petition.objects.plain()
    owed = Clock.objects.open().filter(rule="TCD_PHUC_DAP", petition__isnull=False)
    to_answer = plain.filter(pk__in=owed.values("petition"))
    letters = [
        _letters(rows, user, wider, wanted, on=on)
        for rows in (plain.waiting(), to_answer.exclude(stage__in=OPEN_PETITION_STAGES))
    ]
    return letters[0].union(letters[1], all=True).order_by("due_key", "code")[:most]


def _letters(letters: Any, user: Any, wider: bool, wanted: Q, *, on: date) -> Any:
    rows = letters.filter(answers_for(user, on=on) if wider else of_mine(user, on=on))
    rows = rows.annotate(**PETITION_WAITS, fresh_since=_since("petition")).filter(wanted)
    return rows.order_by().values(*COMMON, *PETITION_FACTS, "fresh_since")


@ForReader
def case_rows(user: Any, wider: bool, wanted: Q, most: int, *, on: date) -> Any:
    mine = of_mine(user, on=on) | Q(verifies=True, stage=CaseStage.VERIFYING)
    if user.holds("clerk", as_of=on):
        mine |= Q(unserved=True)
    rows = Case.objects.open().annotate(
        **CASE_WAITS, **_told(user, on=on), fresh_since=_since("case")
    )
    rows = rows.filter(answers_for(user, on=on) if wider else mine).filter(wanted)
    found = rows.order_by("due_key", "code").values(*COMMON, *CASE_FACTS, "fresh_since")
    return found[:most]


def _since(owner: str) -> Subquery:
    now = Assignment.objects.current().filter(**{owner: OuterRef("pk")})
    return Subquery(now.values("since")[:1])


def _told(user: Any, *, on: date) -> dict[str, Any]:
    """What decides which step of a case is next."""
    this = {"case": OuterRef("pk")}
    return {
        "lead": Exists(VerificationMember.objects.filter(**this, user=user, lead=True)),
        "verifies": Exists(VerificationMember.objects.filter(**this, user=user)),
        "differs": Subquery(Findings.objects.filter(**this).order_by("-pk").values("differs")[:1]),
        "talked": Exists(Dialogue.objects.filter(**this, held_on__isnull=False)),
        "unserved": Exists(Clock.objects.open().filter(**this, rule__in=("KN_GUI1", "KN_GUI2"))),
        "unpublished": Exists(Clock.objects.open().filter(**this, rule="KN_CONG_KHAI")),
        "unenforced": Exists(
            Clock.objects.open().filter(**this, rule="KN_THI_HANH", started_on__lte=on)
        ),
        "carried_out": ~Exists(Execution.objects.open().filter(**this)),
    }


def _work(
    row: Mapping[str, Any], at: str, stages: Any, then: tuple[str, Any], user: Any, *, on: date
) -> Work:
    words, step = then
    url = f"/{at}/{row['code']}/"
    holder = row["officer__full_name"] or row["unit__short_name"] or row["unit__name"] or ""
    return Work(
        code=row["code"],
        url=url,
        title=row["title"] or kind_words(row["kind"], row["level"]) or "Chưa phân loại",
        words=" · ".join(filter(None, (stages(row["stage"]).label, words))),
        standing=_standing(row, on=on),
        act=_words_of_act(step, row, user, on=on) if step else "",
        act_url=f"{url}{step.path}/" if step else "",
        holder="" if row["officer_id"] == user.pk else holder,
        fresh=bool(row["fresh_since"] and row["fresh_since"] >= calendar().subtract(on, 1)),
        paused=row["stage"] == CaseStage.SUSPENDED,
        due_on=row["due_key"],
    )


def _words_of_act(step: Any, row: Mapping[str, Any], user: Any, *, on: date) -> str:
    """What the reader himself does there: the step, or putting it on its way up the line."""
    if step.prepared_by is None or step.may_take(user, SimpleNamespace(**row), on=on):
        return step.title
    return f"Trình {step.label}"


def _standing(row: Mapping[str, Any], *, on: date) -> Standing:
    due_on = None if row["due_key"] == FAR_FUTURE else row["due_key"]
    return standing(
        due_on,
        as_of=on,
        calendar=calendar(),
        paused_from=None if due_on else row.get("paused_from"),
    )


# the clerk's own


def papers_to_number(*, on: date) -> list[Work]:
    """Văn bản chờ lấy số: approved, signed, waiting for number and date."""
    waiting = Paper.objects.waiting().annotate(
        code=F("case__code"), of_petition=F("petition__code")
    )
    rows = waiting.order_by("approved_on", "pk").values(
        *("pk", "kind", "code", "of_petition", "approved_on", "approved_by__full_name"),
        *("case__title", "petition__title", "case__due_key", "petition__due_key"),
    )
    return [_paper(row, on=on) for row in rows[:MOST]]


def _paper(row: Mapping[str, Any], *, on: date) -> Work:
    at, code = ("vu-viec", row["code"]) if row["code"] else ("don", row["of_petition"])
    due = row["case__due_key"] or row["petition__due_key"]
    url = f"/{at}/{code}/"
    return Work(
        code=code,
        url=url,
        title=f"{PAPERS[row['kind']]}: {row['case__title'] or row['petition__title']}",
        words=f"{row['approved_by__full_name']} phê duyệt",
        standing=_standing({"due_key": due}, on=on),
        act="Lấy số, phát hành",
        act_url=f"{url}{Petition.workflow['send_out'].path}/?paper={row['pk']}",
        due_on=due,
    )


def registered_today(user: Any, *, on: date) -> Any:
    """Đơn vào sổ hôm nay by this user; what lies in a sealed envelope shows its number alone."""
    seen = Petition.objects.visible_to(user, on=on)
    rows = seen.filter(registered_by=user, registered_on=on).order_by("-pk")
    return rows.only("code", "title", "sealed", "received_on")
