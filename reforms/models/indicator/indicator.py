"""One indicator: what is measured, in which unit, which way is better, who answers for it."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q

from portal.deadlines import Standing, standing
from portal.people import Unit, User
from portal.planning import TaskUnit
from portal.planning.rules import units_of, works_here
from portal.statistics import figure
from portal.workflow import Step, Subject, Workflow
from reforms import areas
from reforms import indicator_rules as rules
from reforms.models.indicator.judging import in_order_of_areas, judged
from reforms.models.indicator.keeping import Keeping
from reforms.models.indicator.measuring import Measuring
from reforms.models.indicator.vocabulary import Direction, Family, Frequency, Scope, Stage
from reforms.rules import sees_all

FOLLOWED = (Stage.FOLLOWED,)


class Indicators(models.QuerySet["Indicator"]):
    def visible_to(self, user: User, *, on: date) -> Indicators:
        """What the office answers for is known to its staff; a unit's own to that unit."""
        if not works_here(user, on=on):
            return self.none()
        if sees_all(user, on=on):
            return self
        return self.filter(~Q(scope=Scope.UNIT) | Q(unit__in=units_of(user, on=on)))

    def followed(self) -> Indicators:
        return self.filter(stage=Stage.FOLLOWED)

    def own(self) -> Indicators:
        """Those of the office's plans, not what others publish about it."""
        return self.filter(family=Family.OWN)

    def published(self) -> Indicators:
        return self.exclude(family=Family.OWN)

    def judged(self, *, as_of: date) -> Indicators:
        return judged(self, as_of=as_of)

    def count_up(self, *, on: date) -> None:
        """Every one that the portal counts, anew."""
        for one in self.followed().exclude(figure="").select_related("unit"):
            one.count_up(on=on)

    def by_area(self) -> Indicators:
        return in_order_of_areas(self)


class Indicator(Keeping, Measuring, Subject):
    """Chỉ tiêu; chỉ số do cơ quan khác công bố."""

    stream_kind = "chi-tieu"
    name = models.CharField("tên chỉ tiêu", max_length=300)
    unit_of_measure = models.CharField("đơn vị tính", max_length=40)
    direction = models.CharField("chiều tốt", max_length=5, choices=Direction)
    scope = models.CharField("phạm vi", max_length=8, choices=Scope, default=Scope.OFFICE)
    area = models.CharField("nội dung CCHC", max_length=10)
    frequency = models.CharField("kỳ số liệu", max_length=8, choices=Frequency)
    figure = models.CharField("số liệu của Cổng", max_length=60, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị chủ trì")
    family = models.CharField("chỉ số", max_length=6, choices=Family, blank=True, default="")
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts",
        verbose_name="thuộc chỉ số",
    )  # fmt: skip
    catalogued = models.CharField(max_length=40, blank=True)
    highest = models.DecimalField(
        "điểm tối đa", max_digits=16, decimal_places=4, null=True, blank=True
    )
    source = models.CharField("theo văn bản", max_length=300)
    officer = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người lập")
    tasks = models.ManyToManyField(TaskUnit, blank=True, related_name="+")
    stage = models.CharField("giai đoạn", max_length=10, choices=Stage, default=Stage.FOLLOWED)
    closed_because = models.CharField("lý do thôi theo dõi", max_length=300, blank=True)

    objects = Indicators.as_manager()

    workflow = Workflow(
        Step("draw_up", "lập chỉ tiêu", (), Stage.FOLLOWED, rules.keeps),
        Step("edit", "sửa chỉ tiêu", FOLLOWED, None, rules.keeps),
        Step("set_target", "đặt mục tiêu", FOLLOWED, None, rules.keeps),
        Step(
            "drop_target", "thôi dùng mục tiêu", FOLLOWED, None, rules.keeps,
            needs=(lambda one: one.lacks_target(),),
        ),
        Step(
            "record_value", "ghi số liệu", FOLLOWED, None, rules.records,
            prepared_by=rules.prepares, needs=(lambda one: one.is_counted_by_the_portal(),),
        ),
        Step(
            "recompute", "tính lại số liệu", FOLLOWED, None, rules.adds_to,
            needs=(lambda one: one.is_typed(),),
        ),
        Step(
            "add_evidence", "thêm tệp minh chứng", FOLLOWED, None, rules.adds_to,
            needs=(lambda one: one.lacks_value(),),
        ),
        Step("link_task", "gắn nhiệm vụ cải thiện", FOLLOWED, None, rules.adds_to),
        Step("close", "thôi theo dõi", FOLLOWED, Stage.CLOSED, rules.keeps, ends=True),
    )  # fmt: skip

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="indicator_closed_with_a_reason",
                condition=(Q(stage="closed") & ~Q(closed_because=""))
                | (Q(stage="followed", closed_because="")),
            ),
            models.CheckConstraint(
                name="index_of_others_is_not_counted_here",
                condition=Q(family="") | Q(figure=""),
            ),
            models.UniqueConstraint(
                fields=["catalogued"],
                condition=~Q(catalogued=""),
                name="index_of_the_catalogue_once",
            ),
        ]
        indexes = [models.Index(fields=["family", "area"], name="indicator_by_area")]

    def __str__(self) -> str:
        return f"{self.code} – {self.name}"

    def get_absolute_url(self) -> str:
        return f"/cai-cach/chi-tieu/{self.code}/"

    field = field_id = None
    title = property(lambda self: self.name)
    kind_words = property(lambda self: "Chỉ số" if self.family else "Chỉ tiêu")
    due_on = property(lambda self: None)

    def standing(self, *, as_of: date) -> Standing:
        return standing(None, as_of=as_of)

    # questions

    @property
    def counted_as(self) -> str:
        """How the portal counts it, in the words of the figure; nothing where it is typed."""
        return figure(self.figure).formula if self.figure else ""

    def area_words(self, *, on: date) -> str:
        return areas.named(self.area, year=on.year)

    def lacks_target(self) -> str:
        return "" if self.targets.filter(until_on=None).exists() else "chưa có mục tiêu nào."

    def lacks_value(self) -> str:
        return "" if self.values.exists() else "chưa có số liệu kỳ nào."

    def is_counted_by_the_portal(self) -> str:
        return "số liệu này do Cổng tính, không nhập tay." if self.figure else ""

    def is_typed(self) -> str:
        return "" if self.figure else "số liệu này do đơn vị ghi, Cổng không tính."
