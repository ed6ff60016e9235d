"""Criteria sets as they were loaded: a version is never changed, a later one takes its place."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

from django.db import IntegrityError, models, transaction
from django.db.models import F, Q

from portal.people import User
from portal.scoring import CriteriaSet, Rates, read_set
from portal.text import day
from portal.workflow import Refused

DELIVERED = Path(__file__).resolve().parents[2] / "criteria"


class CriteriaVersions(models.QuerySet["CriteriaVersion"]):
    def in_force(self, *, as_of: date) -> CriteriaVersions:
        """Of each set the version that holds on that day."""
        begun = self.filter(valid_from__lte=as_of).exclude(closed_on__lte=as_of)
        latest = begun.order_by("code", "-valid_from").distinct("code")
        return self.filter(pk__in=latest.values("pk")).order_by("title")


class CriteriaVersion(models.Model):
    """Một bộ tiêu chí, từ một ngày."""

    code = models.SlugField("mã", max_length=40)
    title = models.CharField("tên bộ tiêu chí", max_length=300)
    issuer = models.CharField("nơi ban hành", max_length=300, blank=True)
    reference = models.CharField("văn bản", max_length=200, blank=True)
    rates = models.CharField(
        "đối tượng",
        max_length=12,
        choices=[
            (Rates.UNIT.value, "Phòng, đơn vị"),
            (Rates.STEERING.value, "Ban Chỉ đạo"),
            (Rates.INDIVIDUAL.value, "Cá nhân"),
        ],
    )
    valid_from = models.DateField("dùng từ ngày")
    closed_on = models.DateField("thôi dùng từ ngày", null=True, blank=True)
    text = models.TextField("tệp")
    loaded_on = models.DateField("ngày nạp", null=True)
    loaded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = CriteriaVersions.as_manager()

    class Meta:
        ordering = ["title", "-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="criteria_version_once"),
            models.CheckConstraint(
                name="criteria_version_closed_after_it_began",
                condition=Q(closed_on=None) | Q(closed_on__gte=F("valid_from")),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/dan-chu/bo-tieu-chi/{self.code}/{self.valid_from:%Y-%m-%d}/"

    @property
    def value(self) -> CriteriaSet:
        return as_value(self.text)

    @classmethod
    def load(cls, text: str, *, by: User | None, on: date | None) -> CriteriaVersion:
        """Raises ``BrokenSet``; ``Refused`` where this version is there already."""
        found = read_set(text)
        version = cls(text=text, loaded_by=by, loaded_on=on, **facts_of(found))
        try:
            with transaction.atomic():
                version.save()
        except IntegrityError as fault:
            raise Refused(
                f"Bộ tiêu chí {found.code} dùng từ ngày {day(found.valid_from)} đã có; "
                "bản sửa đổi cần ngày bắt đầu khác.",
                field="file",
            ) from fault
        return version


def facts_of(found: CriteriaSet) -> dict:
    names = ("code", "title", "issuer", "reference", "rates", "valid_from")
    return {name: getattr(found, name) for name in names}


@lru_cache(maxsize=64)
def as_value(text: str) -> CriteriaSet:
    return read_set(text)


def deliver_criteria() -> None:
    """Those that come with the portal; what is there stays as it was loaded."""
    known = set(CriteriaVersion.objects.values_list("code", "valid_from"))
    for path in sorted(DELIVERED.glob("*.toml")):
        text = path.read_text("utf-8")
        found = read_set(text)
        if (found.code, found.valid_from) not in known:
            CriteriaVersion.objects.create(text=text, **facts_of(found))
