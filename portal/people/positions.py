"""Positions: from which every right comes; and who stands in while somebody is away."""

from datetime import date
from functools import lru_cache

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.functional import cached_property

from portal.people.units import Dated, opens_before_it_closes
from portal.prepared import PreparedRows


class Role(models.TextChoices):
    DIRECTOR = "director", "Giám đốc"
    DEPUTY_DIRECTOR = "deputy_director", "Phó Giám đốc"
    HEAD = "head", "Trưởng phòng, Thủ trưởng đơn vị"
    DEPUTY_HEAD = "deputy_head", "Phó Trưởng phòng, cấp phó đơn vị"
    OFFICER = "officer", "Chuyên viên"
    RECEPTION_OFFICER = "reception_officer", "Người tiếp công dân"
    CLERK = "clerk", "Văn thư"
    PETITION_OFFICER = "petition_officer", "Công chức xử lý đơn"
    COORDINATOR = "coordinator", "Đầu mối tổng hợp (Văn phòng)"
    REFORM_OFFICER = "reform_officer", "Công chức phụ trách CCHC"
    PROCEDURE_OFFICER = "procedure_officer", "Đầu mối kiểm soát TTHC"
    INSPECTION_BOARD = "inspection_board", "Ban Thanh tra nhân dân"
    STAFF_REPRESENTATIVE = "staff_representative", "Tổ chức đại diện (Công đoàn)"
    PARTY_COMMITTEE = "party_committee", "Cấp ủy"
    EDITOR = "editor", "Biên tập viên"
    ADMINISTRATOR = "administrator", "Quản trị hệ thống"


class DateRange(Func):
    """From the opening day up to, not including, the closing day."""

    function = "daterange"
    output_field = DateRangeField()


HOLDER = -9_000_001
"""A mark in the statement: no user has such an id."""


@lru_cache(maxsize=16)
def held_on(as_of: date) -> PreparedRows:
    """Every signed-in request asks this first: composed and planned once a day."""
    away = Q(
        absences__stand_in__user=HOLDER,
        absences__from_on__lte=as_of,
        absences__to_on__gte=as_of,
    )
    held = Position.objects.open(as_of=as_of).filter(Q(user=HOLDER) | away).distinct()
    return PreparedRows(held.select_related("unit", "body"), {HOLDER: "bigint"})


class Positions(Dated):
    def holding(self, role: str, *, as_of: date, unit=None, field=None):
        """Who holds this role on that day, in this unit, in charge of this field."""
        held = self.open(as_of=as_of).filter(role=role, user__is_active=True)
        if unit is not None:
            held = held.filter(unit=unit)
        if field is not None:
            held = held.filter(fields__in=[field, *([field.parent_id] if field.parent_id else [])])
        return held.distinct()

    def held_by(self, user, *, as_of: date) -> list["Position"]:
        """Own positions first, then those that are held for somebody who is away."""
        held = held_on(as_of).read({HOLDER: user.pk})
        for position in (positions := sorted(held, key=lambda each: each.pk)):
            position.standing_in = position.user_id != user.pk
        return sorted(positions, key=lambda each: each.standing_in)

    def leading(self, unit, *, as_of: date):
        """The one head of this unit: the Director at headquarters."""
        roles = [Role.DIRECTOR, Role.HEAD]
        return self.open(as_of=as_of).filter(role__in=roles, unit=unit)


class Position(models.Model):
    """Chức vụ, vị trí công tác của một người trong một thời gian."""

    standing_in = False
    """True on a position that its reader holds only for somebody who is away."""

    user = models.ForeignKey(
        "portal.User", models.PROTECT, related_name="positions", verbose_name="người giữ"
    )
    role = models.CharField("vị trí", max_length=30, choices=Role)
    title = models.CharField("chức danh in trên văn bản", max_length=200, blank=True)
    unit = models.ForeignKey(
        "portal.Unit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="positions",
        verbose_name="đơn vị",
    )
    body = models.ForeignKey(
        "portal.Body",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="positions",
        verbose_name="hoặc tổ chức",
    )
    fields = models.ManyToManyField(
        "portal.Field", blank=True, related_name="positions", verbose_name="lĩnh vực phụ trách"
    )
    opened_on = models.DateField("từ ngày")
    closed_on = models.DateField("thôi giữ từ ngày", null=True, blank=True)

    objects = Positions.as_manager()

    class Meta:
        constraints = [
            opens_before_it_closes("position_opens_before_it_closes"),
            models.CheckConstraint(
                name="position_in_a_unit_or_a_body",
                condition=Q(unit=None, body__isnull=False) | Q(unit__isnull=False, body=None),
                violation_error_message="Chọn một đơn vị hoặc một tổ chức.",
            ),
            ExclusionConstraint(
                name="position_one_head_at_a_time",
                expressions=[
                    (F("unit"), RangeOperators.EQUAL),
                    (DateRange("opened_on", "closed_on"), RangeOperators.OVERLAPS),
                ],
                condition=Q(role__in=["director", "head"]),
                violation_error_message="Đơn vị đang có người đứng đầu trong thời gian này.",
            ),
        ]
        indexes = [models.Index(fields=["role", "unit"], name="position_by_role")]

    def __str__(self) -> str:
        return f"{self.printed_title}: {self.user}"

    @property
    def printed_title(self) -> str:
        return self.title or self.get_role_display()

    def is_open(self, *, as_of: date) -> bool:
        return self.opened_on <= as_of and (self.closed_on is None or as_of < self.closed_on)

    @property
    def place(self):
        return self.unit or self.body

    @cached_property
    def charge(self) -> frozenset[int]:
        """The ids of the fields in charge and of those below them, read when first asked for."""
        fields = self.fields.model.objects.filter(Q(positions=self) | Q(parent__positions=self))
        return frozenset(fields.values_list("pk", flat=True))

    def in_charge_of(self, field) -> bool:
        """A charge of a field (the field or its id) covers the fields below it."""
        return getattr(field, "pk", field) in self.charge


class StandIn(models.Model):
    """Phân công người thay khi vắng, theo quyết định có thời hạn."""

    absent = models.ForeignKey(
        Position, models.PROTECT, related_name="absences", verbose_name="người vắng"
    )
    stand_in = models.ForeignKey(
        Position, models.PROTECT, related_name="stand_ins", verbose_name="người thay"
    )
    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến hết ngày")
    decision_number = models.CharField("số quyết định", max_length=60)
    decided_on = models.DateField("ngày quyết định")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="stand_in_from_before_to",
                condition=Q(to_on__gte=F("from_on")),
                violation_error_message="Ngày cuối đang trước ngày đầu.",
            ),
            models.CheckConstraint(
                name="stand_in_is_somebody_else",
                condition=~Q(absent=F("stand_in")),
                violation_error_message="Người thay phải là người khác.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stand_in.user} thay {self.absent.user}"
