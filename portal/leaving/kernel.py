"""What the kernel hands over: slips on their way, plans, tasks, reports, standing in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Q

from portal import drafts
from portal.activities import LegalDraft, Limitation, PlannedVisit, Software
from portal.activities.entries import KEPT
from portal.instructions import Instruction
from portal.leaving.cargo import Going, Told, hands_over
from portal.leaving.held import hands_over_held, note
from portal.people import Position, StandIn, User
from portal.planning import Plan, TaskUnit
from portal.planning.plans import Stage
from portal.planning.shares import Stage as ShareStage
from portal.publications import Article, Disclosure
from portal.reporting import Report
from portal.submissions import Submission
from portal.text import day

TYPED_KEPT = "chưa có người kế nhiệm chức vụ; đã trả về người soạn, nội dung giữ ở bản nháp"


@hands_over("Phiếu trình chờ đọc, chờ ký", "portal.Submission.reader", place=30)
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
    note(slip.stream, going, "Chuyển phiếu trình", to=reader_of(slip), submission=slip.pk)


def reader_of(slip: Submission) -> User | None:
    return slip.reader.user if slip.reader else None


def give_back(slip: Submission, going: Going) -> None:
    kind, _, code = slip.stream.partition("/")
    drafts.keep(slip.prepared_by, f"{kind}-{slip.step}", code, slip.payload)
    slip.state, slip.reader = Submission.State.DROPPED, None
    slip.save(update_fields=["state", "reader"])
    words = "Trả phiếu trình về người soạn"
    note(slip.stream, going, words, to=slip.prepared_by, submission=slip.pk)


@hands_over("Phiếu trình đã soạn", "portal.Submission.prepared_by", place=32)
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
        words = "Chuyển phiếu trình đã soạn"
        note(slip.stream, going, words, to=going.heir, submission=slip.pk)
        yield code, ""


hands_over_held(
    "Kế hoạch đang soạn, đang theo dõi",
    (Plan, (Stage.DRAFT, Stage.SIGNED, Stage.ISSUED)),
    place=40,
)
hands_over_held(
    "Nhiệm vụ chưa xong",
    (TaskUnit, (ShareStage.UNSTARTED, ShareStage.DOING, ShareStage.REPORTED)),
    place=42,
)
hands_over_held("Báo cáo đang soạn", (Report, ("draft", "signed")), place=44)
hands_over_held("Tin, bài đang soạn", (Article, ("draft",)), place=45)
hands_over_held("Đề nghị công khai đang soạn", (Disclosure, ("draft",)), place=46)
hands_over_held(
    "Việc trong sổ hoạt động chưa xong",
    *((register, (KEPT,)) for register in (LegalDraft, Limitation, PlannedVisit, Software)),
    place=48,
)


@hands_over("Ý kiến chỉ đạo phải báo cáo", "portal.Instruction.user", place=50)
def instructions(going: Going) -> Iterator[Told]:
    """To the successor in the unit; else to the unit, whose head then reports."""
    for row in Instruction.objects.unreported().filter(user=going.person).order_by("pk"):
        row.user = going.heir if going.heir_works_in(row.unit_id) else None
        row.save(update_fields=["user"])
        words = f"Ý kiến chỉ đạo ngày {day(row.given_on)}"
        yield words, "" if row.user else f"{row.unit} báo cáo"


@hands_over("Ý kiến chỉ đạo đã cho, chưa kết thúc", "portal.Instruction.given_by", place=51)
def instructions_given(going: Going) -> Iterator[Told]:
    """Whose word it was stays; a leader ends it."""
    for row in Instruction.objects.open().filter(given_by=going.person).order_by("pk"):
        yield f"Ý kiến chỉ đạo ngày {day(row.given_on)}", "lãnh đạo cơ quan kết thúc"


@hands_over(
    "Phân công người thay khi vắng",
    *("portal.StandIn.absent", "portal.StandIn.stand_in"),
    place=60,
)
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
