"""What a unit that ends leaves of its staff's business: what is still to be told, asked, answered.

What was done stays under the name of whoever did it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet

from democracy.models.briefing import Briefing, BriefingSession
from democracy.models.briefing import Stage as BriefingStage
from democracy.models.commendation import Nomination
from democracy.models.conference import Conference
from democracy.models.consultation import Consultation
from democracy.models.consultation import Stage as AskedStage
from democracy.models.movement import Movement
from democracy.models.posting import Posting
from democracy.models.posting import Stage as PostingStage
from democracy.models.practice import Practice
from democracy.models.practice.vocabulary import Stage as PracticeStage
from democracy.models.rating import ScoreSheet
from democracy.models.rating.sheet import Stage as SheetStage
from democracy.models.suggestion import WAITING, Route, Suggestion
from democracy.models.visit import SiteVisit
from portal.reorganisation.cargo import Handover, carries_over
from portal.reorganisation.kernel import REASON, note
from portal.text import day


def to_heir(rows: QuerySet, handover: Handover, *, what: str) -> Iterator[str]:
    """The line of the protocol is the number alone; where a part was split off all stays."""
    for row in rows.none() if handover.stays else rows.filter(unit=handover.old).order_by("pk"):
        row.unit = handover.heir
        row.save(update_fields=["unit"])
        note(row.stream, handover, label=f"{REASON}: chuyển {what}", unit=row.unit.code)
        yield row.code


@carries_over("Nội dung công khai chờ đăng, đang đăng", place=50)
def move_postings(handover: Handover) -> Iterator[str]:
    """Whoever has it now answers what is asked about it."""
    asked = Q(requests__isnull=False, requests__answered_on=None)
    shown = Q(stage=PostingStage.POSTED, posted_until__gte=handover.on)
    kept = Posting.objects.filter(asked | shown | Q(stage=PostingStage.DUE)).values("pk")
    rows = Posting.objects.filter(pk__in=kept)
    yield from to_heir(rows, handover, what="nội dung công khai")


@carries_over("Đợt lấy ý kiến chưa tổng hợp", place=51)
def move_consultations(handover: Handover) -> Iterator[str]:
    rows = Consultation.objects.exclude(stage=AskedStage.SUMMED_UP)
    yield from to_heir(rows, handover, what="đợt lấy ý kiến")


@carries_over("Thư góp ý chờ đơn vị trả lời", place=52)
def move_letters(handover: Handover) -> Iterator[str]:
    """Letters to others than the leaders go along too, and are never told of."""
    rows = Suggestion.objects.filter(stage__in=WAITING)
    to_others = rows.exclude(addressed_to=Route.LEADERS)
    for _ in to_heir(to_others, handover, what="thư góp ý"):
        pass
    yield from to_heir(rows.filter(addressed_to=Route.LEADERS), handover, what="thư góp ý")


@carries_over("Hội nghị chưa họp, nghị quyết còn kiểm tra", place=53)
def leave_conferences(handover: Handover) -> Iterator[str]:
    """Nobody meets any more; what was resolved is among the tasks that went along."""
    rows = Conference.objects.filter(unit=handover.old)
    for one in rows.none() if handover.stays else rows.filter(stage="planned").order_by("pk"):
        one.stage, one.none_because = "none", f"Đơn vị kết thúc từ {day(handover.on)}"
        one.save(update_fields=["stage", "none_because"])
        note(one.stream, handover, label=f"{REASON}: không tổ chức hội nghị")
        yield one.code
    if not handover.stays:
        rows.update(next_check_on=None)


@carries_over("Mô hình, sáng kiến, điển hình đang thực hiện", place=54)
def move_practices(handover: Handover) -> Iterator[str]:
    ended = (PracticeStage.TURNED_DOWN, PracticeStage.STOPPED)
    rows = Practice.objects.exclude(stage__in=ended)
    yield from to_heir(rows, handover, what="mô hình")


@carries_over("Phong trào thi đua đang theo dõi", place=55)
def move_movements(handover: Handover) -> Iterator[str]:
    rows = Movement.objects.exclude(stage="ended")
    yield from to_heir(rows, handover, what="việc theo dõi phong trào")


@carries_over("Đề nghị khen thưởng cá nhân chưa quyết định", place=56)
def move_nominations(handover: Handover) -> Iterator[str]:
    """Of people; a unit that is no more is proposed by nobody else."""
    rows = Nomination.objects.exclude(stage__in=("commended", "declined")).exclude(person_name="")
    yield from to_heir(rows, handover, what="đề nghị khen thưởng")


@carries_over("Phiếu điểm chưa xếp loại", place=57)
def move_sheets(handover: Handover) -> Iterator[str]:
    """One that is rated in the same round already has a sheet of its own: then it stays."""
    rows = ScoreSheet.objects.filter(person=None).exclude(stage=SheetStage.DECIDED)
    own = ScoreSheet.objects.filter(unit=handover.heir, person=None)
    yield from to_heir(rows.exclude(round__in=own.values("round")), handover, what="phiếu điểm")


@carries_over("Cuộc kiểm tra, khảo sát chưa làm", place=58)
def move_visits(handover: Handover) -> Iterator[str]:
    concerned = Q(unit=handover.old) | Q(visited=handover.old)
    rows: Any = SiteVisit.objects.to_come().filter(concerned)
    for row in rows.none() if handover.stays else rows.order_by("pk"):
        row.unit = handover.heir if row.unit_id == handover.old.pk else row.unit
        row.visited = handover.heir if row.visited_id == handover.old.pk else row.visited
        row.save(update_fields=["unit", "visited"])
        note(row.stream, handover, label=f"{REASON}: chuyển cuộc kiểm tra")
        yield row.code


@carries_over("Nơi còn phải quán triệt", place=59)
def move_briefings(handover: Handover) -> Iterator[str]:
    """Sessions that were held stay with the place that held them."""
    held = BriefingSession.objects.standing().filter(unit=handover.old).values("briefing")
    rows: Any = Briefing.objects.filter(stage=BriefingStage.OPEN, units=handover.old)
    for one in rows.none() if handover.stays else rows.exclude(pk__in=held).order_by("pk"):
        one.units.remove(handover.old)
        one.units.add(handover.heir)
        note(one.stream, handover, label=f"{REASON}: chuyển nơi phải quán triệt")
        yield one.code
