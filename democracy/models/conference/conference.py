"""The yearly conference of staff (Điều 51, 52): convened, held, its resolution followed."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any

from django.db import models
from django.db.models import F, Q

from democracy import agenda, items, statutes
from democracy import conference_rules as rules
from democracy.models.conference.calling import FORCE, IN_VAIN, Calling
from democracy.models.conference.counting import last_day_for
from democracy.models.conference.proceeding import Proceeding
from democracy.models.conference.resolving import Resolving
from portal.attachments import File
from portal.deadlines import Standing, standing
from portal.people import Unit, User
from portal.planning import Plan
from portal.planning.rules import works_here
from portal.text import day
from portal.workflow import Step, Subject, Workflow

ALL_STAFF = statutes.DELEGATES_FROM.value.numerator


class Stage(models.TextChoices):
    PLANNED = "planned", "Đang chuẩn bị"
    HELD = "held", "Đã họp, chờ nghị quyết"
    ADOPTED = "adopted", "Đã có nghị quyết"
    NONE = "none", "Không tổ chức"


class Conferences(models.QuerySet["Conference"]):
    def visible_to(self, user: User, *, on: date) -> Conferences:
        """The staff of the unit; leaders, coordinator, board and representative all."""
        if not works_here(user, on=on):
            return self.none()
        if rules.sees_all(user, on=on):
            return self
        return self.filter(unit__in=rules.staff_of(user, on=on))

    def regular(self) -> Conferences:
        return self.filter(kind=Conference.Kind.REGULAR)

    def to_cosign(self) -> Conferences:
        """The staff's representative has not signed the pledge or a check yet."""
        unsigned = Q(pledges__partner_on=None, pledges__isnull=False)
        return self.filter(unsigned | Q(checks__partner_on=None, checks__isnull=False)).distinct()

    def whose_board_is_unwritten(self) -> Conferences:
        """A vote elected a People's Inspection Board, and no term began with it yet."""
        voted = self.filter(votes__item=agenda.BOARD_ELECTION, board_term=None).distinct()
        return self.filter(pk__in=[one.pk for one in voted if one.board_election])

    def to_check(self, *, as_of: date) -> Conferences:
        """The six months are over, and the resolution was not looked at."""
        return self.filter(stage=Stage.ADOPTED, next_check_on__lt=as_of)


class Conference(Calling, Proceeding, Resolving, Subject):
    """Hội nghị cán bộ, công chức, viên chức, người lao động."""

    class Kind(models.TextChoices):
        REGULAR = "dinh-ky", "Hằng năm"
        EXTRAORDINARY = "bat-thuong", "Bất thường"

    class Mode(models.TextChoices):
        ALL = "toan-the", "Toàn thể"
        DELEGATES = "dai-bieu", "Đại biểu"

    GROUNDS = (
        (IN_VAIN, "Đã triệu tập hai lần mà không đủ người dự"),
        (FORCE, "Bất khả kháng, không họp được"),
    )

    stream_kind = "hoi-nghi"
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="conferences", verbose_name="cơ quan, đơn vị"
    )
    work_year = models.PositiveSmallIntegerField("năm công tác")
    kind = models.CharField("loại hội nghị", max_length=12, choices=Kind, default=Kind.REGULAR)
    stage = models.CharField("giai đoạn", max_length=10, choices=Stage, default=Stage.PLANNED)
    officer = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người lập")
    proposed_by = models.CharField(
        "theo đề xuất của", max_length=20, choices=items.PROPOSERS, default="nguoi-dung-dau"
    )
    proposers = models.PositiveIntegerField("số người đề xuất", null=True, blank=True)
    mode = models.CharField("hình thức", max_length=10, choices=Mode, default=Mode.ALL)
    delegates_because = models.CharField("lý do họp đại biểu", max_length=500, blank=True)
    total_staff = models.PositiveIntegerField("tổng số người của đơn vị")
    chair = models.CharField("chủ trì", max_length=120)
    secretary = models.CharField("thư ký", max_length=120)
    held_on = models.DateField("ngày họp", null=True, blank=True)
    convened = models.PositiveIntegerField("số người được triệu tập", null=True, blank=True)
    present = models.PositiveIntegerField("số người dự", null=True, blank=True)
    ballot_ground = models.CharField(
        "căn cứ gửi phiếu", max_length=15, choices=GROUNDS, blank=True
    )  # fmt: skip
    ballot_because = models.CharField("lý do gửi phiếu", max_length=300, blank=True)
    ballot_agreed_with = models.CharField("thống nhất với", max_length=200, blank=True)
    ballot_agreed_on = models.DateField("ngày thống nhất", null=True, blank=True)
    none_because = models.CharField("lý do không tổ chức", max_length=500, blank=True)
    minutes = models.ForeignKey(File, models.PROTECT, null=True, blank=True, related_name="+")
    plan = models.OneToOneField(
        Plan, models.PROTECT, null=True, blank=True, related_name="conference"
    )
    next_check_on = models.DateField("kiểm tra nghị quyết đến hết ngày", null=True, blank=True)

    objects = Conferences.as_manager()

    workflow = Workflow(
        Step("draw_up", "lập hội nghị", (), Stage.PLANNED, rules.writes),
        Step("edit", "sửa thông tin hội nghị", (Stage.PLANNED,), None, rules.writes),
        Step("convene", "triệu tập hội nghị", (Stage.PLANNED,), None, rules.writes),
        Step(
            "count_present",
            "ghi số người dự",
            (Stage.PLANNED,),
            None,
            rules.writes,
            needs=(lambda one: one.lacks_convening(),),
        ),
        Step(
            "count_again",
            "ghi lại số người dự",
            (Stage.HELD,),
            None,
            rules.writes,
            needs=(lambda one: one.may_count_again(),),
        ),
        Step(
            "ballot",
            "lấy ý kiến bằng phiếu",
            (Stage.PLANNED,),
            Stage.HELD,
            rules.writes,
            needs=(lambda one: one.lacks_count(),),
        ),
        Step(
            "go_without",
            "ghi không tổ chức hội nghị",
            (Stage.PLANNED,),
            Stage.NONE,
            rules.writes,
            needs=(lambda one: one.may_go_without(),),
            ends=True,
        ),
        Step(
            "report_part",
            "ghi nội dung chương trình",
            (Stage.PLANNED, Stage.HELD),
            None,
            rules.writes,
        ),
        Step(
            "skip_part",
            "bỏ qua nội dung chương trình",
            (Stage.PLANNED, Stage.HELD),
            None,
            rules.writes,
        ),
        Step("note_vote", "ghi biểu quyết", (Stage.HELD,), None, rules.writes),
        Step(
            "strike_vote",
            "gạch biểu quyết ghi sai",
            (Stage.HELD,),
            None,
            rules.writes,
            needs=(lambda one: one.lacks_vote(),),
        ),
        Step("sign_pledge", "ký giao ước thi đua", (Stage.HELD,), None, rules.signs),
        Step(
            "adopt",
            "thông qua nghị quyết",
            (Stage.HELD,),
            Stage.ADOPTED,
            rules.writes,
            needs=(lambda one: one.lacks_parts(), lambda one: one.lacks_passed_resolution()),
        ),
        Step(
            "check_resolution",
            "kiểm tra thực hiện nghị quyết",
            (Stage.ADOPTED,),
            None,
            rules.writes,
        ),
        Step(
            "cosign",
            "ký cùng",
            (Stage.HELD, Stage.ADOPTED),
            None,
            rules.cosigns,
            needs=(lambda one: one.lacks_cosigning(),),
        ),
    )

    class Meta:
        ordering = ["-work_year", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "work_year"],
                condition=Q(kind="dinh-ky"),
                name="conference_once_a_unit_and_year",
            ),
            models.CheckConstraint(
                name="conference_of_delegates_from_a_hundred_or_with_reason",
                condition=Q(mode="toan-the")
                | Q(total_staff__gte=ALL_STAFF)
                | ~Q(delegates_because=""),
            ),
            models.CheckConstraint(
                name="conference_held_on_a_day_by_counted_people",
                condition=Q(stage__in=["planned", "none"], held_on=None, present=None)
                | Q(stage__in=["held", "adopted"], held_on__isnull=False, present__isnull=False),
            ),
            models.CheckConstraint(
                name="conference_not_more_than_convened",
                condition=Q(present=None)
                | Q(present__lte=F("convened"), convened__lte=F("total_staff")),
            ),
            models.CheckConstraint(
                name="conference_counts_with_minutes_and_resolution",
                condition=~Q(stage="adopted") | Q(minutes__isnull=False, plan__isnull=False),
            ),
            models.CheckConstraint(
                name="conference_none_with_reason",
                condition=(Q(stage="none") & ~Q(none_because=""))
                | (~Q(stage="none") & Q(none_because="")),
            ),
            models.CheckConstraint(
                name="conference_balloted_after_agreement",
                condition=Q(ballot_ground="", ballot_agreed_on=None)
                | (~Q(ballot_ground="") & Q(ballot_agreed_on__isnull=False)),
            ),
        ]
        indexes = [models.Index(fields=["stage", "next_check_on"], name="conference_to_check")]

    def __str__(self) -> str:
        return f"Hội nghị {self.get_kind_display().lower()}, năm công tác {self.work_year}"

    def get_absolute_url(self) -> str:
        return f"/dan-chu/hoi-nghi/{self.code}/"

    # what the kernel's predicates ask

    field = None
    field_id = None
    title = property(lambda self: f"{self}: {self.unit}")
    kind_words = property(lambda self: "Hội nghị")

    # questions

    @property
    def is_regular(self) -> bool:
        return self.kind == Conference.Kind.REGULAR

    @property
    def was_balloted(self) -> bool:
        return bool(self.ballot_ground)

    @property
    def due_on(self) -> date | None:
        return last_day_for(self.work_year) if self.is_regular else None

    @property
    def earliest(self) -> date:
        return date(self.work_year, 1, 1)

    @property
    def is_before_the_year_ends(self) -> bool:
        """A plan may want December: it counts for the year that is ending."""
        return self.is_regular and self.held_on is not None and self.held_on.year == self.work_year

    @property
    def was_late(self) -> bool:
        return bool(self.held_on and self.due_on and self.held_on > self.due_on)

    @property
    def was_convened_in_vain(self) -> bool:
        """So often that ballots may be sent."""
        counted = self.convenings.filter(present__isnull=False)
        return sum(not row.has_quorum for row in counted) >= statutes.IN_VAIN.value

    def standing(self, *, as_of: date) -> Standing:
        """Of the conference itself."""
        if self.stage == Stage.NONE:
            return Standing("pause", "Không tổ chức", "Không tổ chức", None)
        if self.held_on is None:
            return standing(self.due_on, as_of=as_of)
        words = f"{'Họp quá hạn' if self.was_late else 'Đã họp'} {day(self.held_on)}"
        return Standing("done", words, words, self.held_on)

    @cached_property
    def board_election(self) -> Any:
        """The vote that elected a People's Inspection Board here, or None."""
        votes = self.votes_that_count().filter(item=agenda.BOARD_ELECTION)
        return next((vote for vote in votes if vote.is_passed), None)

    def parts_told(self) -> list[Any]:
        """The nine parts in the order of the law, each knowing what else fills it."""
        filled = {
            agenda.DECIDING: self.votes_that_count().exclude(item=agenda.RESOLUTION).exists(),
            agenda.PLEDGING: self.pledges.filter(partner_on__isnull=False).exists(),
            agenda.RESOLVING: self.plan_id is not None,
        }
        rows = {row.code: row for row in self.parts.select_related("paper")}
        found = [rows[part.code] for part in agenda.AGENDA]
        for row in found:
            row.filled = filled.get(row.code, False)
        return found
