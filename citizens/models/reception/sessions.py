"""Buổi tiếp công dân của thủ trưởng: when, where, by whom, whether announced, whether held."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from portal import deadlines
from portal.deadlines import Standing
from portal.people import Position, Unit, User
from portal.text import day, hour
from portal.workflow import Step, Subject, Workflow

from ... import rules
from ..destroyed import MayBeDestroyed
from .arranging import Arranging
from .enrolling import Enrolling
from .holding import Holding
from .vocabulary import Host, Kind, ReceptionStage

STAGE = ReceptionStage


class Receptions(models.QuerySet["Reception"]):
    def visible_to(self, user: User, *, on: date) -> Receptions:
        """The page of a session names who registered; the schedule alone is everybody's."""
        if rules.oversees(user, on=on):
            return self
        held = [position.pk for position in user.positions_on(on)]
        units = rules.units_of(user, on=on)
        return self.filter(Q(host_position__in=held) | Q(unit__in=units))

    def with_words(self) -> Receptions:
        """With all that a line of a schedule names."""
        joined = ("host_position__user", "unit", "place", "moved_to", "moved_from")
        return self.select_related(*joined)

    def on_show(self, *, as_of: date) -> Receptions:
        """What the public page shows: posted, from that day on, called off ones too."""
        return self.announced().filter(date__gte=as_of)

    def to_come(self) -> Receptions:
        return self.filter(stage=STAGE.PLANNED)

    def held(self) -> Receptions:
        return self.filter(held=True)

    def announced(self) -> Receptions:
        return self.filter(announced=True)

    def announced_days(self) -> Receptions:
        """As 01/TCD counts days: called off ones too, a postponed one on its new day alone."""
        return self.announced().filter(moved_to=None)

    def between(self, first: date, last: date) -> Receptions:
        return self.filter(date__range=(first, last))


class Reception(MayBeDestroyed, Arranging, Enrolling, Holding, Subject):
    """Buổi tiếp công dân định kỳ hoặc đột xuất; without a unit it is the office's own."""

    stream_kind = "buoi-tiep"
    book = "BT"
    due_on = None
    field = officer = officer_id = None

    stage = models.CharField(
        "giai đoạn", max_length=12, choices=ReceptionStage, default=STAGE.PLANNED
    )
    date = models.DateField("ngày tiếp")
    starts_at = models.TimeField("từ giờ", null=True, blank=True)
    ends_at = models.TimeField("đến giờ", null=True, blank=True)
    kind = models.CharField("loại", max_length=12, choices=Kind, default=Kind.PERIODIC)
    host = models.CharField("người chủ trì", max_length=12, choices=Host, default=Host.HEAD)
    host_position = models.ForeignKey(
        Position, models.PROTECT, null=True, blank=True, related_name="receptions"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    place = models.ForeignKey("citizens.ReceptionPlace", models.PROTECT, null=True, blank=True)
    online = models.BooleanField("tiếp trực tuyến", default=False)
    participants = models.CharField("thành phần tham dự", max_length=500, blank=True)
    expected_content = models.CharField("nội dung dự kiến", max_length=500, blank=True)
    announced = models.BooleanField("đã công bố", default=False)
    displayed_on = models.DateField("niêm yết ngày", null=True, blank=True)
    held = models.GeneratedField(
        expression=Q(stage=STAGE.HELD), output_field=models.BooleanField(), db_persist=True
    )
    nobody_came = models.BooleanField("không có công dân đến", default=False)
    notified_on = models.DateField("thông báo cho các bên ngày", null=True, blank=True)
    tested_on = models.DateField("kiểm tra đường truyền ngày", null=True, blank=True)
    reason = models.CharField("lý do", max_length=500, blank=True)
    rule = models.ForeignKey(
        "citizens.ScheduleRule", models.PROTECT, null=True, related_name="receptions"
    )
    moved_to = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="moved_from"
    )

    objects = Receptions.as_manager()

    # the likely next step stands first: it is the page's one primary button
    workflow = Workflow(
        Step("plan", "lên lịch", (), STAGE.PLANNED, rules.arranges_receptions),
        Step("display", "niêm yết", (STAGE.PLANNED,), None, rules.arranges_receptions),
        Step("enrol", "ghi đăng ký", (STAGE.PLANNED,), None, rules.registers_petitions),
        Step(
            "enrol_sealed", "ghi đăng ký riêng", (STAGE.PLANNED,), None, rules.registers_petitions
        ),
        Step(
            "seal_registration",
            "chuyển đăng ký riêng",
            tuple(STAGE),
            None,
            rules.registers_petitions,
            needs=(lambda session: session.no_name_registered(),),
        ),
        Step(
            "cancel_registration",
            "hủy đăng ký",
            (STAGE.PLANNED,),
            None,
            rules.registers_petitions,
        ),
        Step(
            "write_conclusion",
            "ghi kết luận",
            (STAGE.PLANNED, STAGE.HELD),
            STAGE.HELD,
            rules.writes_conclusions,
            needs=(lambda session: session.notice_approved(),),
        ),
        Step("hold", "ghi đã tiếp", (STAGE.PLANNED,), STAGE.HELD, rules.writes_conclusions),
        Step(
            "receive_nobody",
            "không có công dân đến",
            (STAGE.PLANNED,),
            STAGE.HELD,
            rules.writes_conclusions,
        ),
        Step(
            "announce",
            "thông báo kết luận",
            (STAGE.HELD,),
            None,
            rules.hosts_reception,
            prepared_by=rules.arranges_receptions,
            needs=(lambda session: session.no_conclusion_to_announce(),),
        ),
        Step(
            "send_out",
            "phát hành",
            (STAGE.HELD,),
            None,
            rules.is_clerk,
            needs=(lambda session: session.no_notice_waiting(),),
        ),
        Step("delegate", "đổi người chủ trì", (STAGE.PLANNED,), None, rules.arranges_receptions),
        Step(
            "prepare_online",
            "chuẩn bị trực tuyến",
            (STAGE.PLANNED,),
            None,
            rules.arranges_receptions,
            needs=(lambda session: session.not_online(),),
        ),
        Step(
            "postpone",
            "hoãn buổi tiếp",
            (STAGE.PLANNED,),
            STAGE.POSTPONED,
            rules.arranges_receptions,
            ends=True,
        ),
        Step(
            "cancel",
            "hủy buổi tiếp",
            (STAGE.PLANNED,),
            STAGE.CANCELLED,
            rules.arranges_receptions,
            ends=True,
        ),
    )

    class Meta:
        ordering = ["date", "starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(displayed_on=None) | Q(announced=True),
                name="displayed_reception_is_announced",
            ),
            models.CheckConstraint(
                condition=Q(starts_at=None) | Q(ends_at=None) | Q(starts_at__lt=F("ends_at")),
                name="reception_hours_in_order",
            ),
            models.CheckConstraint(
                condition=Q(nobody_came=False) | Q(stage=STAGE.HELD),
                name="nobody_came_to_a_held_reception",
            ),
            models.UniqueConstraint(fields=["rule", "date"], name="reception_once_a_rule_and_day"),
            models.CheckConstraint(
                condition=Q(moved_to=None) | Q(stage=STAGE.POSTPONED),
                name="moved_reception_is_postponed",
            ),
        ]
        indexes = [models.Index(fields=["date", "id"], name="reception_by_date")]

    def __str__(self) -> str:
        return f"{self.code} ngày {self.date:%d/%m/%Y}"

    @property
    def counts_as_announced(self) -> bool:
        """Its day counts in 01/TCD."""
        return self.announced and self.moved_to_id is None

    def get_absolute_url(self) -> str:
        return f"/tiep-dan/buoi/{self.code}/"

    @property
    def title(self) -> str:
        """As the tray and lists of tasks name it."""
        return f"Buổi tiếp công dân {self.get_kind_display().lower()} ngày {day(self.date)}"

    @property
    def hours(self) -> str:
        """7 giờ 30 – 11 giờ 30; nothing for sessions brought along without hours."""
        return " – ".join(hour(at) for at in (self.starts_at, self.ends_at) if at)

    @property
    def host_words(self) -> str:
        """Giám đốc Phạm Thị Hà; where nobody is named, the kind of host."""
        position = self.host_position
        return f"{position.printed_title} {position.user}" if position else self.get_host_display()

    def standing(self, *, as_of: date) -> Standing:
        """Beside a submission: no time limit runs on what is concluded."""
        return deadlines.standing(None, as_of=as_of)
