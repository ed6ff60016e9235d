"""A board's term: elected for two years, recognised, its seats, its end (Điều 60)."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from democracy import board_rules as rules
from democracy import statutes
from democracy.models.board.base import OfBoards, due_by
from democracy.models.board.electing import Electing
from portal.deadlines import Standing, standing
from portal.people import Body, Unit, User
from portal.workflow import Moving, Step, Subject, Workflow
from portal.working_days import Calendar, days_after

REMINDED = 60
"""Days before the end of a term, set by the office."""


class Stage(models.TextChoices):
    ELECTED = "elected", "Đã bầu, chờ công nhận"
    RUNNING = "running", "Đang hoạt động"
    ENDED = "ended", "Đã kết thúc nhiệm kỳ"


class Terms(OfBoards):
    def running(self) -> Terms:
        return self.filter(stage=Stage.RUNNING)

    def in_office(self) -> Terms:
        """Elected, and not yet at its end."""
        return self.exclude(stage=Stage.ENDED)


class BoardTerm(Electing, Subject):
    """Nhiệm kỳ Ban Thanh tra nhân dân."""

    stream_kind = "nhiem-ky-ban"
    way_to_board: ClassVar[str] = ""
    kept_back: ClassVar[tuple[str, ...]] = ()

    body = models.ForeignKey(
        Body, models.PROTECT, related_name="terms", verbose_name="Ban Thanh tra nhân dân"
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="board_terms", verbose_name="của cơ quan, đơn vị"
    )
    conference = models.OneToOneField(
        "democracy.Conference", models.PROTECT, null=True, blank=True, related_name="board_term",
        verbose_name="hội nghị bầu",
    )  # fmt: skip
    officer = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người ghi")
    stage = models.CharField("giai đoạn", max_length=10, choices=Stage, default=Stage.ELECTED)
    elected_on = models.DateField("ngày hội nghị bầu")
    staff = models.PositiveIntegerField("số người của cơ quan, đơn vị")
    places = models.PositiveSmallIntegerField("số thành viên được bầu")
    more_because = models.CharField("lý do bầu trên 9 thành viên", max_length=300, blank=True)
    recognise_due = models.DateField("hạn công nhận", null=True, blank=True)
    recognised_on = models.DateField("ngày công nhận", null=True, blank=True)
    recognition = models.CharField("văn bản công nhận", max_length=120, blank=True)
    unrecognised_because = models.CharField(
        "lý do không có bước công nhận", max_length=300, blank=True
    )
    ends_on = models.DateField("hết nhiệm kỳ", null=True, blank=True)
    ended_on = models.DateField("ngày kết thúc", null=True, blank=True)
    ended_because = models.CharField("lý do kết thúc", max_length=300, blank=True)

    objects = Terms.as_manager()

    workflow = Workflow(
        Step("elect", "ghi kết quả bầu", (), Stage.ELECTED, rules.on_its_board),
        Step(
            "fill_seat",
            "ghi thành viên",
            (Stage.ELECTED, Stage.RUNNING),
            None,
            rules.on_its_board,
            needs=(lambda term: term.lacks_vacancy(),),
        ),
        Step(
            "change_seat",
            "đổi chức danh trong Ban",
            (Stage.ELECTED, Stage.RUNNING),
            None,
            rules.on_its_board,
            needs=(lambda term: term.lacks_members(least=1),),
        ),
        Step(
            "vacate_seat",
            "ghi thành viên thôi tham gia",
            (Stage.ELECTED, Stage.RUNNING),
            None,
            rules.on_its_board,
            needs=(lambda term: term.lacks_members(least=1),),
        ),
        Step(
            "recognise",
            "công nhận Ban",
            (Stage.ELECTED,),
            Stage.RUNNING,
            rules.recognises,
            needs=(lambda term: term.lacks_members(),),
        ),
        Step(
            "skip_recognition",
            "bỏ qua bước công nhận",
            (Stage.ELECTED,),
            Stage.RUNNING,
            rules.on_its_board,
            needs=(lambda term: term.lacks_members(),),
        ),
        Step(
            "end_term",
            "kết thúc nhiệm kỳ",
            (Stage.ELECTED, Stage.RUNNING),
            Stage.ENDED,
            rules.ends,
        ),
    )

    class Meta:
        ordering = ["-elected_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body"], condition=~Q(stage="ended"), name="board_one_term_at_a_time"
            ),
            models.CheckConstraint(
                name="board_has_at_least_three_places",
                condition=Q(places__gte=statutes.FEWEST_ON_A_BOARD),
            ),
            models.CheckConstraint(
                name="board_beyond_nine_with_reason",
                condition=Q(places__lte=statutes.MOST_ON_A_BOARD) | ~Q(more_because=""),
            ),
            models.CheckConstraint(
                name="board_none_for_seven_people",
                condition=Q(staff__gt=statutes.NO_BOARD_UP_TO),
            ),
            models.CheckConstraint(
                name="board_recognised_or_told_why_not",
                condition=~Q(stage="running")
                | Q(recognised_on__isnull=False, unrecognised_because="")
                | (Q(recognised_on=None) & ~Q(unrecognised_because="")),
            ),
            models.CheckConstraint(
                name="board_recognised_after_election",
                condition=Q(recognised_on=None) | Q(recognised_on__gte=F("elected_on")),
            ),
            models.CheckConstraint(
                name="board_ended_on_a_day_with_reason",
                condition=(
                    Q(stage="ended", ended_on__isnull=False) & ~Q(ended_because="")
                )
                | (~Q(stage="ended") & Q(ended_on=None, ended_because="")),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.body}, nhiệm kỳ {self.years}"

    def get_absolute_url(self) -> str:
        return f"/dan-chu/thanh-tra-nhan-dan/nhiem-ky/{self.code}/"

    # what the kernel's predicates and pages ask

    field = None
    field_id = None
    title = property(lambda self: str(self))
    kind_words = property(lambda self: "Nhiệm kỳ")
    due_on = property(lambda self: self.recognise_due)

    # questions

    @property
    def years(self) -> str:
        last = self.ends_on or self.ended_on
        first = self.elected_on.year
        return f"{first}–{last.year if last else first + statutes.BOARD_YEARS}"

    @property
    def is_of_the_old_decree(self) -> bool:
        """Elected under Nghị định 159/2016/NĐ-CP: readable, no clock runs."""
        return self.elected_on < statutes.DEMOCRACY_DECREE

    def body_is_gone(self, *, on: date) -> bool:
        return self.body.closed_on is not None and self.body.closed_on <= on

    def standing(self, *, as_of: date) -> Standing:
        due = self.recognise_due if self.stage == Stage.ELECTED else self.ends_on
        return standing(None if self.stage == Stage.ENDED else due, as_of=as_of)

    def ends_soon(self, *, as_of: date) -> bool:
        return (
            self.stage == Stage.RUNNING
            and self.ends_on is not None
            and days_after(as_of, REMINDED) >= self.ends_on
        )

    @property
    def members(self) -> Any:
        return self.seats.filter(left_on=None)

    @property
    def vacancies(self) -> int:
        return max(self.places - self.members.count(), 0)

    def lacks_vacancy(self) -> str:
        return "" if self.vacancies else f"đã ghi đủ {self.places} thành viên."

    def lacks_members(self, *, least: int = statutes.FEWEST_ON_A_BOARD) -> str:
        recorded = self.members.count()
        return "" if recorded >= least else f"mới ghi {recorded} thành viên, cần ít nhất {least}."

    @classmethod
    def moving(cls, calendar: Calendar) -> list[Moving]:
        waiting = cls.objects.filter(stage=Stage.ELECTED, recognise_due__isnull=False)
        return [
            Moving(row.code, statutes.RULES["T5"].label, row.recognise_due, due)
            for row in waiting
            if row.recognise_due
            and (due := due_by("T5", row.elected_on, by=calendar))
            and due != row.recognise_due
        ]

    @classmethod
    def reckon_clocks(cls, *, by: str, on: date) -> None:
        for row in cls.objects.filter(stage=Stage.ELECTED, recognise_due__isnull=False):
            row.recognise_due = due_by("T5", row.elected_on)
            row.save(update_fields=["recognise_due"])


class BoardSeat(models.Model):
    """Một thành viên, từ ngày đến ngày."""

    class Office(models.TextChoices):
        HEAD = "truong-ban", "Trưởng Ban"
        DEPUTY = "pho-ban", "Phó Trưởng Ban"
        MEMBER = "uy-vien", "Ủy viên"

    term = models.ForeignKey(BoardTerm, models.PROTECT, related_name="seats")
    user = models.ForeignKey(User, models.PROTECT, related_name="board_seats")
    office = models.CharField("chức danh", max_length=12, choices=Office, default=Office.MEMBER)
    since = models.DateField("từ ngày")
    left_on = models.DateField("thôi từ ngày", null=True, blank=True)
    left_because = models.CharField("lý do thôi", max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["term", "user"], condition=Q(left_on=None), name="board_seat_once"
            ),
            models.UniqueConstraint(
                fields=["term"],
                condition=Q(left_on=None, office="truong-ban"),
                name="board_one_head",
            ),
            models.CheckConstraint(
                name="board_seat_left_with_reason",
                condition=Q(left_on=None, left_because="")
                | (Q(left_on__gte=F("since")) & ~Q(left_because="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.get_office_display()}"
