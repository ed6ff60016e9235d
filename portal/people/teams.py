"""An inspection team reads for a while, within a scope that a decision names, and does nothing."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from portal.people.units import Unit
from portal.people.users import User


class Accesses(models.QuerySet["TeamAccess"]):
    def open(self, *, as_of: date) -> Accesses:
        return self.filter(from_on__lte=as_of, to_on__gte=as_of)


class TeamAccess(models.Model):
    """Quyền xem có thời hạn của một người trong đoàn thanh tra, kiểm tra."""

    user = models.ForeignKey(
        User, models.PROTECT, related_name="team_accesses", verbose_name="tài khoản"
    )
    team = models.CharField("đoàn", max_length=200)
    decision = models.CharField("theo quyết định", max_length=200)
    unit = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="team_accesses",
        verbose_name="chỉ xem của đơn vị",
    )
    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến hết ngày")

    objects = Accesses.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="team_access_from_before_to",
                condition=Q(to_on__gte=F("from_on")),
                violation_error_message="Ngày cuối đang trước ngày đầu.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.team}"

    @property
    def scope(self) -> str:
        return self.unit.name if self.unit else "toàn cơ quan"


def access_of(user: User, *, on: date) -> TeamAccess | None:
    """What lets this person read on that day; whoever holds a position reads by that alone."""
    known = user.__dict__.setdefault("_team_access", {})
    if on not in known:
        known[on] = None if user.positions_on(on) else read(user, on=on)
    return known[on]


def read(user: User, *, on: date) -> TeamAccess | None:
    return TeamAccess.objects.open(as_of=on).filter(user=user).select_related("unit").first()


def had_access(user: User, *, on: date) -> bool:
    """Came with a team whose time is over, and has no place here."""
    if user.positions_on(on) or access_of(user, on=on):
        return False
    return TeamAccess.objects.filter(user=user).exists()
