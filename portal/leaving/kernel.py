"""What the kernel hands over: slips on their way, plans, tasks, reports, standing in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Q

from portal import drafts, history
from portal.leaving.cargo import Going, Told, hands_over
from portal.people import Position, StandIn
from portal.planning import Plan, TaskUnit
from portal.planning.plans import Stage
from portal.reporting import Report
from portal.submissions import Submission

ELSEWHERE = "người nhận không thuộc đơn vị này"
TYPED_KEPT = "chưa có người kế nhiệm chức vụ; đã trả về người soạn, nội dung giữ ở bản nháp"


@hands_over("Phiếu trình chờ đọc, chờ ký", place=30)
def slips_to_read(going: Going) -> Iterator[Told]:
    """To whoever holds the same post; where nobody does, back to the preparer, the text kept.

    Of the own book nothing is told, here and below.
    """
    posts = Position.objects.filter(user=going.person)
    waiting = Submission.objects.filter(state__in=("open", "handed_back"))
    for slip in waiting.filter(line__overlap=[row.pk for row in posts]).order_by("pk"):
        line = [after(pk, going) for pk in slip.line]
        follows = bool(line and line[-1])
        if follows:
            forward(slip, line, going)
        else:
            give_back(slip, going)
        if slip.subject.keeps_words:
            yield slip.stream.partition("/")[2], "" if follows else TYPED_KEPT


def after(pk: int, going: Going) -> int | None:
    """The post itself, or the one that follows it."""
    position = Position.objects.get(pk=pk)
    if position.user_id != going.person.pk:
        return pk
    heir = going.post_after(position)
    return heir.pk if heir else None


def forward(slip: Submission, line: list[int | None], going: Going) -> None:
    if slip.reader_id in slip.line:
        here = slip.line.index(slip.reader_id or 0)
        slip.reader_id = next(pk for pk in line[here:] if pk)
    slip.line = list(dict.fromkeys(pk for pk in line if pk))
    slip.save(update_fields=["line", "reader"])
    note(slip.stream, going, "Chuyển phiếu trình", submission=slip.pk)


def give_back(slip: Submission, going: Going) -> None:
    kind, _, code = slip.stream.partition("/")
    drafts.keep(slip.prepared_by, f"{kind}-{slip.step}", code, slip.payload)
    slip.state, slip.reader = Submission.State.DROPPED, None
    slip.save(update_fields=["state", "reader"])
    note(slip.stream, going, "Trả phiếu trình về người soạn", submission=slip.pk)


@hands_over("Phiếu trình đã soạn", place=32)
def slips_prepared(going: Going) -> Iterator[Told]:
    """After the work itself has gone over: whoever has it now goes on with its slip."""
    written = Submission.objects.filter(prepared_by=going.person)
    for slip in written.filter(state__in=("open", "handed_back")).order_by("pk"):
        code, subject = slip.stream.partition("/")[2], slip.subject
        if not subject.keeps_words:
            continue
        if not subject.workflow[slip.step].may_prepare(going.heir, subject, on=going.on):
            yield code, "người nhận không được soạn bước này"
            continue
        slip.prepared_by = going.heir
        slip.save(update_fields=["prepared_by"])
        note(slip.stream, going, "Chuyển phiếu trình đã soạn", submission=slip.pk)
        yield code, ""


@hands_over("Kế hoạch đang soạn, đang theo dõi", place=40)
def plans(going: Going) -> Iterator[Told]:
    for plan in Plan.objects.filter(officer=going.person).exclude(stage=Stage.CLOSED):
        yield given(plan, going, "Chuyển kế hoạch", plan.coordinating_unit_id)


@hands_over("Nhiệm vụ chưa xong", place=42)
def tasks(going: Going) -> Iterator[Told]:
    rows = TaskUnit.objects.unfinished().filter(officer=going.person)
    for share in rows.order_by("pk"):
        yield given(share, going, "Chuyển nhiệm vụ", share.unit_id)


@hands_over("Báo cáo đang soạn", place=44)
def reports(going: Going) -> Iterator[Told]:
    for report in Report.objects.filter(officer=going.person, stage="draft").order_by("pk"):
        yield given(report, going, "Chuyển báo cáo đang soạn", report.unit_id)


def given(item, going: Going, label: str, unit_id: int | None) -> Told:
    """To the successor where both are of the unit."""
    if not going.heir_works_in(unit_id):
        return item.code, ELSEWHERE
    item.officer = going.heir
    item.save(update_fields=["officer"])
    note(item.stream, going, label)
    return item.code, ""


@hands_over("Phân công người thay khi vắng", place=60)
def stand_ins(going: Going) -> Iterator[Told]:
    """Ends with the posts it stands on."""
    own = Position.objects.filter(user=going.person)
    rows = StandIn.objects.filter(Q(absent__in=own) | Q(stand_in__in=own), to_on__gte=going.on)
    for row in rows.select_related("absent__user", "stand_in__user"):
        words = str(row)
        if row.from_on < going.on:
            row.to_on = going.on - timedelta(days=1)
            row.save(update_fields=["to_on"])
        else:
            row.delete()
        yield words, "kết thúc cùng chức vụ"


def note(stream: str, going: Going, label: str, **facts: object) -> None:
    """Told in the history of what it is about."""
    history.record(
        stream,
        "hand_over",
        by=going.by.key,
        on=going.on,
        label=f"{label}: {going.person} → {going.heir}",
        facts={"from": going.person.key, "to": going.heir.key, **facts},
    )
