"""What lies on one person's desk: petitions, cases and papers, each with its next step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, Subquery, Value

from portal.deadlines import FAR_FUTURE, Standing, last_soon, standing
from portal.fields import Field
from portal.working_days import calendar

from .models import (
    Assignment,
    Case,
    Clock,
    Complaint,
    Dialogue,
    Feedback,
    Findings,
    Paper,
    Petition,
    VerificationMember,
)
from .models.vocabulary import CaseStage, Kind, PetitionStage, kind_words
from .views.desk_rows import (
    CASE_STAGES,
    CASE_WAITS,
    NEXT_OF_CASE,
    PAPERS,
    PETITION_STAGES,
    PETITION_WAITS,
    submission_words,
    usual_of_petition,
)

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
    "lead",
    "differs",
    "talked",
    "unserved",
    "unpublished",
)
PETITION_FACTS = ("eligible", "competent", "registered_on", "registered_by_id")
PARTS = ("qua-han", "sap-han", "moi-giao", "tam-dinh-chi")


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

    @property
    def stream(self) -> str:
        return self.url.strip("/")

    @property
    def soon(self) -> bool:
        return self.standing.kind == "soon"

    @property
    def late(self) -> bool:
        return self.standing.kind == "late"


# whose desk


def units_headed(user: Any, *, on: date) -> list[int]:
    """Units whose unassigned work lies on this user's desk."""
    roles = ("head", "deputy_head", "petition_officer")
    return [row.unit_id for row in user.positions_on(on) if row.role in roles and row.unit_id]


def answers_for(user: Any, *, on: date) -> Q | None:
    """The wider circle: the whole office, the fields in charge, the unit; None for anybody else."""
    positions = user.positions_on(on)
    roles = {row.role for row in positions}
    if roles & {"director", "coordinator"}:
        return Q()
    if "deputy_director" in roles:
        return Q(field__in=_charged(positions))
    headed = [row.unit_id for row in positions if row.role in ("head", "deputy_head")]
    return Q(unit__in=headed) if any(headed) else None


def _charged(positions: list[Any]) -> Any:
    """The fields in charge of, and those below them."""
    held = [row.pk for row in positions]
    return Field.objects.filter(Q(positions__in=held) | Q(parent__positions__in=held)).values("pk")


def of_mine(user: Any, *, on: date) -> Q:
    return Q(officer=user) | Q(officer=None, unit__in=units_headed(user, on=on))


# the parts that the tiles count, the same for counting and for opening


def part_of(name: str, *, on: date) -> Q:
    if name == "qua-han":
        return Q(due_key__lt=on)
    if name == "sap-han":
        return Q(due_key__range=(on, last_soon(on)))
    if name == "tam-dinh-chi":
        return Q(stage=CaseStage.SUSPENDED.value)
    return Q(fresh_since__gte=calendar().subtract(on, 1)) if name == "moi-giao" else Q()


def counts(circle: Q, *, on: date) -> dict[str, int]:
    """How many open petitions and cases of the circle are late, near, suspended: one statement."""
    asked = {
        name.replace("-", "_"): Count("pk", filter=part_of(name, on=on))
        for name in ("qua-han", "sap-han", "tam-dinh-chi")
    }
    one = [
        rows.filter(circle).order_by().annotate(one=Value(1)).values("one").annotate(**asked)
        for rows in (Petition.objects.plain().waiting(), Case.objects.open())
    ]
    found = one[0].values_list(*asked).union(one[1].values_list(*asked), all=True)
    sums = [sum(column) for column in zip(*found, strict=True)] or [0] * len(asked)
    return dict(zip(("qua-han", "sap-han", "tam-dinh-chi"), sums, strict=True))


# the rows


def work(user: Any, *, on: date, circle: Q | None = None, part: str = "") -> list[Work]:
    """Petitions and cases on the desk, or of a wider circle; the nearest time limit first."""
    wanted = part_of(part, on=on)
    narrowed = [*_petitions(user, circle, wanted, on=on), *_cases(user, circle, wanted, on=on)]
    return sorted(narrowed, key=lambda each: (each.due_on, each.code))


def _petitions(user: Any, circle: Q | None, wanted: Q, *, on: date) -> Iterator[Work]:
    rows = (
        Petition.objects.plain()
        .waiting()
        .filter(of_mine(user, on=on) if circle is None else circle)
    )
    rows = rows.annotate(**PETITION_WAITS, fresh_since=_since("petition")).filter(wanted)
    found = rows.order_by("due_key", "pk").values(*COMMON, *PETITION_FACTS, "fresh_since")
    for row in found[:MOST]:
        yield _work(row, "don", PETITION_STAGES, next_of_petition(row, user, on=on), user, on=on)


def _cases(user: Any, circle: Q | None, wanted: Q, *, on: date) -> Iterator[Work]:
    mine = of_mine(user, on=on) | Q(lead=True, stage=CaseStage.VERIFYING)
    if user.holds("clerk", as_of=on):
        mine |= Q(unserved=True)
    rows = Case.objects.open().annotate(**CASE_WAITS, **_told(user), fresh_since=_since("case"))
    rows = rows.filter(mine if circle is None else circle).filter(wanted)
    found = rows.order_by("due_key", "pk").values(*COMMON, *CASE_FACTS, "fresh_since")
    for row in found[:MOST]:
        yield _work(row, "vu-viec", CASE_STAGES, next_of_case(row, user, on=on), user, on=on)


def _since(owner: str) -> Subquery:
    now = Assignment.objects.current().filter(**{owner: OuterRef("pk")})
    return Subquery(now.values("since")[:1])


def _told(user: Any) -> dict[str, Any]:
    """What decides which step of a case is next."""
    this = {"case": OuterRef("pk")}
    return {
        "lead": Exists(VerificationMember.objects.filter(**this, user=user, lead=True)),
        "differs": Subquery(Findings.objects.filter(**this).order_by("-pk").values("differs")[:1]),
        "talked": Exists(Dialogue.objects.filter(**this, held_on__isnull=False)),
        "unserved": Exists(Clock.objects.open().filter(**this, rule__in=("KN_GUI1", "KN_GUI2"))),
        "unpublished": Exists(Clock.objects.open().filter(**this, rule="KN_CONG_KHAI")),
    }


def _work(
    row: Mapping[str, Any], at: str, stages: Mapping, then: tuple[str, Any], user: Any, *, on: date
) -> Work:
    words, step = then
    url = f"/{at}/{row['code']}/"
    holder = row["officer__full_name"] or row["unit__short_name"] or row["unit__name"] or ""
    return Work(
        code=row["code"],
        url=url,
        title=row["title"] or kind_words(row["kind"], row["level"]) or "Chưa phân loại",
        words=" · ".join(filter(None, (stages[row["stage"]], words))),
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


# what comes next, for this reader


def next_of_petition(row: Mapping[str, Any], user: Any, *, on: date) -> tuple[str, Any]:
    steps, subject = Petition.workflow, SimpleNamespace(**row)
    if waits := _waits(row):
        return waits, None
    if row["stage"] == PetitionStage.SUPPLEMENT:
        return "Chờ người gửi bổ sung", None
    if row["stage"] == PetitionStage.WAITING:
        name = "classify"
    elif row["stage"] == PetitionStage.CLASSIFIED and row["eligible"] and row["competent"]:
        name = "propose" if row["kind"] == Kind.COMPLAINT else "entrust"
    elif row["stage"] == PetitionStage.CLASSIFIED:
        name = "shelve" if row["competent"] else "forward"
    else:
        return "", None
    return _open(steps, name, subject, user, on=on, usual=usual_of_petition(row))


def next_of_case(row: Mapping[str, Any], user: Any, *, on: date) -> tuple[str, Any]:
    workflow = Complaint.workflow if row["kind"] == Kind.COMPLAINT else Feedback.workflow
    subject = SimpleNamespace(**row)
    if row["submission"] or _waits_for_its_paper(row):
        return _waits(row), None
    if row["stage"] == CaseStage.VERIFYING:
        step = workflow["report_findings"]
        return ("", step) if row["lead"] else ("Tổ xác minh đang làm việc", None)
    return _open(workflow, _step_of_case(row), subject, user, on=on)


def _waits_for_its_paper(row: Mapping[str, Any]) -> bool:
    """What follows is counted from a date that the clerk has not written yet (decision 0001)."""
    dated = {
        CaseStage.ACCEPTED: row["accepted_on"],
        CaseStage.SETTLED: row["decided_on"],
        CaseStage.SUSPENDED: row["paused_from"],
    }
    return bool(row["paper"]) and not dated.get(row["stage"], row["stage"] in NEXT_OF_CASE)


def _step_of_case(row: Mapping[str, Any]) -> str:
    if row["stage"] == CaseStage.VERIFIED and row["differs"] and not row["talked"]:
        return "invite"
    if row["stage"] == CaseStage.SETTLED:
        return "serve" if row["unserved"] else "publicise" if row["unpublished"] else "close"
    step = NEXT_OF_CASE.get(row["stage"])
    return step.name if step else ""


def _waits(row: Mapping[str, Any]) -> str:
    if row["submission"]:
        return submission_words(*row["submission"].split("|"))
    if row["paper"]:
        return f"Chờ văn thư lấy số: {PAPERS.get(row['paper'], row['paper'])}"
    return ""


def _open(
    workflow: Any, name: str, subject: Any, user: Any, *, on: date, usual: str = ""
) -> tuple[str, Any]:
    """The step for whoever may take or prepare it; an unassigned one is assigned first."""
    if name not in workflow:
        return "", None
    step = workflow[name]
    if subject.officer_id is None and workflow["assign"].may_take(user, subject, on=on):
        return "", workflow["assign"]
    if step.may_take(user, subject, on=on) or step.may_prepare(user, subject, on=on):
        return "", step
    return usual or step.title, None


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
    rows = Petition.objects.filter(registered_by=user, registered_on=on).order_by("-pk")
    return rows.only("code", "title", "sealed", "received_on")
