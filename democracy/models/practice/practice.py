"""One good practice: what it serves, what it costs, whom it reaches, how far it is."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from democracy import practice_rules as rules
from democracy.models.practice.enrolling import Enrolling
from democracy.models.practice.recognising import Recognising
from democracy.models.practice.vocabulary import (
    LISTED,
    Area,
    Holder,
    Kind,
    Mobilisation,
    Stage,
)
from portal.deadlines import Standing, standing
from portal.fields import Field
from portal.people import Body, Unit, User
from portal.planning import TaskUnit
from portal.planning.rules import units_of, works_here
from portal.submissions import being_read
from portal.workflow import Step, Subject, Workflow

HIDDEN = (Stage.ENROLLED, Stage.TURNED_DOWN)


class Practices(models.QuerySet["Practice"]):
    def visible_to(self, user: User, *, on: date) -> Practices:
        """What was listed is known to the whole staff; before that, its unit and who decides."""
        if not works_here(user, on=on):
            return self.none()
        if rules.sees_all(user, on=on):
            return self
        return self.filter(~Q(stage__in=HIDDEN) | Q(unit__in=units_of(user, on=on)))

    def listed(self) -> Practices:
        return self.filter(stage__in=LISTED)

    def of_year(self, year: int) -> Practices:
        """Under way in that year, whenever they began."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        return self.filter(Q(to_on=None) | Q(to_on__gte=first), from_on__lte=last)


class Practice(Enrolling, Recognising, Subject):
    """Mô hình, sáng kiến, điển hình."""

    stream_kind = "mo-hinh"
    kind = models.CharField("loại", max_length=10, choices=Kind)
    title = models.CharField("tên", max_length=300)
    holder = models.CharField("của", max_length=8, choices=Holder, default=Holder.COLLECTIVE)
    person_name = models.CharField("họ tên", max_length=120, blank=True)
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="practices", verbose_name="đơn vị thực hiện"
    )
    cell = models.ForeignKey(
        Body, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="tổ chức đảng, đoàn thể cùng thực hiện",
    )  # fmt: skip
    officer = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người ghi")
    in_charge = models.CharField("người phụ trách", max_length=120)
    field = models.ForeignKey(
        Field, models.PROTECT, related_name="+", verbose_name="lĩnh vực quản lý"
    )
    area = models.CharField("lĩnh vực dân vận", max_length=20, choices=Area)
    mobilisation = models.CharField("loại hình dân vận", max_length=12, choices=Mobilisation)
    serves = models.CharField("nhiệm vụ chuyên môn mà mô hình phục vụ", max_length=500)
    share = models.ForeignKey(
        TaskUnit, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="nhiệm vụ trong kế hoạch",
    )  # fmt: skip
    reason = models.TextField("lý do", blank=True)
    goals = models.TextField("mục tiêu, chỉ tiêu")
    content = models.TextField("nội dung, cách làm")
    place = models.CharField("nơi thực hiện", max_length=300)
    beneficiaries = models.CharField("người hưởng lợi", max_length=300)
    forces = models.CharField("lực lượng phối hợp", max_length=500, blank=True)
    money = models.PositiveBigIntegerField("kinh phí, đồng", null=True, blank=True)
    labour_days = models.PositiveIntegerField("ngày công", null=True, blank=True)
    in_kind = models.CharField("hiện vật", max_length=300, blank=True)
    planned_reach = models.PositiveIntegerField("số người dự kiến", null=True, blank=True)
    reached = models.PositiveIntegerField("số người được hưởng lợi", default=0)
    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến ngày", null=True, blank=True)
    stage = models.CharField("giai đoạn", max_length=12, choices=Stage, default=Stage.ENROLLED)
    criteria_met = ArrayField(
        models.CharField(max_length=12), verbose_name="tiêu chí đạt", default=list, blank=True
    )
    assessment = models.TextField("tự đánh giá", blank=True)
    showcase = models.TextField("lời giới thiệu", blank=True)
    showcased_on = models.DateField("giới thiệu từ ngày", null=True, blank=True)

    objects = Practices.as_manager()

    workflow = Workflow(
        Step("enrol", "đăng ký mô hình", (), Stage.ENROLLED, rules.enrols),
        Step(
            "edit", "sửa đăng ký", (Stage.ENROLLED,), None, rules.works_on, needs=(being_read,)
        ),
        Step(
            "list_up", "đưa vào danh mục", (Stage.ENROLLED,), Stage.RUNNING,
            rules.lists_up, prepared_by=rules.turns_down,
        ),
        Step(
            "turn_down", "không đưa vào danh mục", (Stage.ENROLLED,), Stage.TURNED_DOWN,
            rules.turns_down,
        ),
        Step(
            "note_progress", "ghi tiến độ", (Stage.RUNNING, Stage.RECOGNISED), None,
            rules.works_on,
        ),
        Step("add_picture", "thêm ảnh", LISTED, None, rules.works_on),
        Step(
            "self_assess", "tự đánh giá", (Stage.RUNNING,), Stage.ASSESSED, rules.assesses,
            prepared_by=rules.works_on, needs=(lambda one: one.lacks_note(),),
        ),
        Step(
            "ask_again", "trả lại để làm tiếp", (Stage.ASSESSED,), Stage.RUNNING,
            rules.turns_down,
        ),
        Step(
            "recognise", "công nhận", (Stage.ASSESSED,), Stage.RECOGNISED, rules.recognises,
            prepared_by=rules.turns_down,
        ),
        Step(
            "note_recognition", "ghi quyết định công nhận", (Stage.ASSESSED, Stage.RECOGNISED),
            Stage.RECOGNISED, rules.writes_number,
        ),
        Step("replicate", "ghi nơi nhân rộng", (Stage.RECOGNISED,), None, rules.replicates),
        Step("present", "giới thiệu", (Stage.RECOGNISED,), None, rules.shows),
        Step(
            "stop", "dừng mô hình", (Stage.RUNNING, Stage.RECOGNISED), Stage.STOPPED,
            rules.stops,
        ),
    )  # fmt: skip

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="practice_of_a_person_has_a_name",
                condition=(Q(holder="ca-nhan") & ~Q(person_name=""))
                | Q(holder="tap-the", person_name=""),
            ),
            models.CheckConstraint(
                name="practice_ends_after_it_begins",
                condition=Q(to_on=None) | Q(to_on__gte=F("from_on")),
            ),
            models.CheckConstraint(
                name="practice_names_the_task_it_serves", condition=~Q(serves="")
            ),
        ]
        indexes = [models.Index(fields=["stage", "unit"], name="practice_by_stage")]

    def __str__(self) -> str:
        return f"{self.code} – {self.title}"

    def get_absolute_url(self) -> str:
        return f"/dan-chu/mo-hinh/{self.code}/"

    kind_words = property(lambda self: self.get_kind_display())
    due_on = None

    def standing(self, *, as_of: date) -> Standing:
        return standing(None, as_of=as_of)

    # questions

    @property
    def whose(self) -> str:
        return f"{self.person_name}, {self.unit}" if self.person_name else str(self.unit)

    @property
    def is_listed(self) -> bool:
        return self.stage in LISTED

    def lacks_note(self) -> str:
        return "" if self.notes.exists() else "chưa ghi tiến độ lần nào."

    def worked_on_by(self, user: Any, *, on: date) -> bool:
        return rules.works_on(user, self, on=on) or rules.sees_all(user, on=on)
