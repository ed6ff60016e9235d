"""Where citizens are received: the rooms, their hours, who is in charge, what must hang there."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from portal.people import Unit
from portal.people.units import Dated, opens_before_it_closes
from portal.text import hour


class ReceptionPlace(models.Model):
    """Địa điểm tiếp công dân."""

    name = models.CharField("tên địa điểm", max_length=200)
    address = models.CharField("địa chỉ", max_length=300)
    phone = models.CharField("điện thoại", max_length=60)
    directions = models.CharField(
        "chỉ dẫn, lối đi cho người khuyết tật", max_length=300, blank=True
    )
    opened_on = models.DateField("dùng từ ngày")
    closed_on = models.DateField("thôi dùng từ ngày", null=True, blank=True)

    objects = Dated.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [opens_before_it_closes("reception_place_opens_before_it_closes")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/tiep-dan/dia-diem/{self.pk}/"

    def hours_on(self, on: date) -> ReceptionHours | None:
        """The season of that day; before the year's first one the last of the year before."""
        begun = [row for row in self.seasons.all() if row.first_day <= (on.month, on.day)]
        return begun[-1] if begun else list(self.seasons.all() or [None])[-1]

    def unit_on(self, on: date) -> Unit | None:
        """Đơn vị phụ trách."""
        return next((row.unit for row in self.charges.all() if row.since <= on), None)

    def hanging(self, *, on: date) -> list[HungPaper]:
        return [paper for paper in self.hung_papers.all() if paper.hangs(on=on)]

    def missing(self, *, on: date) -> list[str]:
        """What must hang there and does not."""
        hung = {paper.kind for paper in self.hanging(on=on)}
        return [label for kind, label in HungPaper.Kind.choices if kind not in hung]


class ReceptionHours(models.Model):
    """Giờ tiếp công dân của một mùa; it comes again every year on the same day."""

    place = models.ForeignKey(ReceptionPlace, models.PROTECT, related_name="seasons")
    from_month = models.PositiveSmallIntegerField("từ tháng")
    from_day = models.PositiveSmallIntegerField("từ ngày")
    morning_from = models.TimeField("sáng từ", null=True, blank=True)
    morning_to = models.TimeField("đến", null=True, blank=True)
    afternoon_from = models.TimeField("chiều từ", null=True, blank=True)
    afternoon_to = models.TimeField("đến", null=True, blank=True)

    class Meta:
        ordering = ["from_month", "from_day"]
        constraints = [
            models.UniqueConstraint(
                fields=["place", "from_month", "from_day"], name="reception_hours_once_a_day"
            ),
            models.CheckConstraint(
                condition=Q(from_month__range=(1, 12), from_day__range=(1, 31)),
                name="reception_hours_from_a_day",
            ),
            models.CheckConstraint(
                condition=Q(morning_from=None, morning_to=None)
                | Q(morning_from__lt=F("morning_to")),
                name="reception_morning_in_order",
            ),
            models.CheckConstraint(
                condition=Q(afternoon_from=None, afternoon_to=None)
                | Q(afternoon_from__lt=F("afternoon_to")),
                name="reception_afternoon_in_order",
            ),
        ]

    @property
    def first_day(self) -> tuple[int, int]:
        return self.from_month, self.from_day

    @property
    def words(self) -> str:
        """7 giờ 30 – 11 giờ 30, 13 giờ 30 – 17 giờ."""
        halves = (
            (self.morning_from, self.morning_to),
            (self.afternoon_from, self.afternoon_to),
        )
        return ", ".join(f"{hour(begin)} – {hour(end)}" for begin, end in halves if begin and end)


class PlaceCharge(models.Model):
    """Đơn vị phụ trách địa điểm, từ một ngày."""

    place = models.ForeignKey(ReceptionPlace, models.PROTECT, related_name="charges")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị")
    since = models.DateField("từ ngày")

    class Meta:
        ordering = ["-since"]
        constraints = [
            models.UniqueConstraint(fields=["place", "since"], name="place_charge_once_a_day")
        ]


class HungPaper(models.Model):
    """Văn bản niêm yết tại nơi tiếp (TCD Đ19; NĐ154 Đ42)."""

    class Kind(models.TextChoices):
        RULES = "noi_quy", "Nội quy tiếp công dân"
        PROCEDURE = "quy_trinh", "Quy trình tiếp công dân, giải quyết khiếu nại, tố cáo"
        REGULATION = "quy_che", "Quy chế tiếp công dân"
        STAFF = "phan_cong", "Phân công người tiếp công dân"

    place = models.ForeignKey(ReceptionPlace, models.PROTECT, related_name="hung_papers")
    kind = models.CharField("văn bản", max_length=12, choices=Kind)
    number = models.CharField("số, ký hiệu", max_length=60)
    hung_on = models.DateField("niêm yết ngày")
    taken_down_on = models.DateField("gỡ ngày", null=True, blank=True)

    class Meta:
        ordering = ["kind", "-hung_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(taken_down_on=None) | Q(taken_down_on__gte=F("hung_on")),
                name="hung_paper_in_order",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.number})"

    def hangs(self, *, on: date) -> bool:
        return self.hung_on <= on and (self.taken_down_on is None or on < self.taken_down_on)
