"""Regulations as they were loaded: a version is never changed, a later one takes its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from django.db import IntegrityError, models, transaction

from democracy.award_regulation import Regulation, read_regulation
from portal.people import User
from portal.text import day
from portal.workflow import Refused

DELIVERED = Path(__file__).resolve().parents[2] / "commendations"


class AwardRegulations(models.QuerySet["AwardRegulation"]):
    def in_force(self, *, as_of: date) -> AwardRegulations:
        """Of each code the version that holds on that day."""
        begun = self.filter(valid_from__lte=as_of)
        latest = begun.order_by("code", "-valid_from").distinct("code")
        return self.filter(pk__in=latest.values("pk")).order_by("title")


class AwardRegulation(models.Model):
    """Quy định về danh hiệu, hình thức khen thưởng, từ một ngày."""

    code = models.SlugField("mã", max_length=40)
    title = models.CharField("tên", max_length=300)
    reference = models.CharField("văn bản", max_length=200, blank=True)
    valid_from = models.DateField("dùng từ ngày")
    text = models.TextField("tệp")
    loaded_on = models.DateField("ngày nạp", null=True)
    loaded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = AwardRegulations.as_manager()

    class Meta:
        ordering = ["title", "-valid_from"]
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="award_regulation_once")
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/dan-chu/khen-thuong/quy-dinh/{self.code}/{self.valid_from:%Y-%m-%d}/"

    @property
    def value(self) -> Regulation:
        return read_regulation(self.text)

    @classmethod
    def load(cls, text: str, *, by: User | None, on: date | None) -> AwardRegulation:
        """Raises ``BrokenSet``; ``Refused`` where this version is there already."""
        found = read_regulation(text)
        version = cls(text=text, loaded_by=by, loaded_on=on, **facts_of(found))
        try:
            with transaction.atomic():
                version.save()
        except IntegrityError as fault:
            raise Refused(
                f"Quy định {found.code} dùng từ ngày {day(found.valid_from)} đã có; "
                "bản sửa đổi cần ngày bắt đầu khác.",
                field="file",
            ) from fault
        return version


def facts_of(found: Regulation) -> dict:
    return {name: getattr(found, name) for name in ("code", "title", "reference", "valid_from")}


def deliver_regulations() -> None:
    """Those that come with the portal; what is there stays as it was loaded."""
    known = set(AwardRegulation.objects.values_list("code", "valid_from"))
    for path in sorted(DELIVERED.glob("*.toml")):
        found = read_regulation(path.read_text("utf-8"))
        if (found.code, found.valid_from) not in known:
            AwardRegulation.objects.create(text=path.read_text("utf-8"), **facts_of(found))
