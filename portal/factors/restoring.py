"""Khôi phục đăng nhập: asked for by the administrator, confirmed by another, used by a third.

The administrator is shown a short number, whoever confirms is shown the link; the person needs
both. Neither of the two can come in under the third one's name.
"""

from __future__ import annotations

from datetime import date, datetime
from secrets import randbelow

from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

from portal import history
from portal.factors.checking import drop_all
from portal.factors.secrets import mark_of
from portal.factors.sign_ins import end_all
from portal.kept import Kept
from portal.people import OneTimeLink, Position, User, doors
from portal.permissions import Rule, is_administrator, is_leader, rule
from portal.throttling import allow

DIGITS, TRIES, A_DAY = 6, 5, 24 * 3600
HEADS = ("head", "deputy_head")


class Restorations(models.QuerySet["Restoration"]):
    def open(self) -> Restorations:
        return self.filter(closed_at=None)

    def waiting(self) -> Restorations:
        return self.open().filter(confirmed_by=None)

    def visible_to(self, user: User, *, on: date) -> Restorations:
        """All, for the administrator and for leaders; a head those of the unit."""
        if (is_administrator | is_leader)(user, on=on):
            return self
        headed = [row.unit_id for row in user.positions_on(on) if row.role in HEADS]
        if not headed:
            return self.none()
        staff = Position.objects.open(as_of=on).filter(unit__in=headed)
        return self.filter(user__in=staff.values("user"))


class Restoration(models.Model):
    """Một lần khôi phục: who asked, who confirmed, when it was used or called off."""

    class Lost(models.TextChoices):
        PASSWORD = "password", "Quên mật khẩu"
        FACTOR = "factor", "Mất phương tiện của bước thứ hai"
        CLOSED = "closed", "Mở lại tài khoản đã đóng"

    user = models.ForeignKey(User, models.PROTECT, related_name="restorations")
    lost = models.CharField("lý do", max_length=10, choices=Lost)
    known_by = models.CharField("đã xác minh đúng người bằng cách", max_length=300)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    digest = models.CharField(max_length=64)
    confirmed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    link = models.OneToOneField(OneTimeLink, models.PROTECT, null=True)
    closed_at = models.DateTimeField(null=True)
    used = models.BooleanField(default=False)

    objects = Restorations.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(asked_by=F("user")), name="restoration_not_asked_for_oneself"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None)
                | ~Q(confirmed_by=F("asked_by")) & ~Q(confirmed_by=F("user")),
                name="restoration_confirmed_by_another",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None, confirmed_at=None)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
                name="restoration_confirmed_with_time",
            ),
            models.UniqueConstraint(
                fields=["user"], condition=Q(closed_at=None), name="one_restoration_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"Khôi phục đăng nhập của {self.user}"

    @classmethod
    def ask(cls, user: User, *, by: User, at: datetime, lost: str, known_by: str) -> tuple:
        """The restoration and the number that its asker hands over."""
        number = f"{randbelow(10**DIGITS):0{DIGITS}d}"
        with transaction.atomic():
            cls.objects.open().filter(user=user).update(closed_at=at)
            asked = cls.objects.create(
                user=user, lost=lost, known_by=known_by, asked_by=by, asked_at=at,
                digest=mark_of(f"{user.pk} {number}"),
            )  # fmt: skip
            transaction.on_commit(one_waits.forget)
            asked.note("restore_ask", "Đề nghị khôi phục đăng nhập", by=by, at=at)
        return asked, number

    @transaction.atomic
    def confirm(self, *, by: User, at: datetime) -> str:
        """The token of the link, for whoever confirms; '' where somebody was quicker."""
        if not self.take(confirmed_by=by, confirmed_at=at):
            return ""
        if self.lost == self.Lost.CLOSED:
            self.open_again()
        token = doors.invite(self.user, at=at)
        link = OneTimeLink.objects.get(digest=doors.digest_of(token))
        Restoration.objects.filter(pk=self.pk).update(link=link)
        self.note("restore_confirm", "Xác nhận khôi phục đăng nhập", by=by, at=at)
        return token

    def open_again(self) -> None:
        """With no password: the one that opened it before it was closed serves no more."""
        self.user.is_active = True
        self.user.set_unusable_password()
        self.user.save(update_fields=["is_active", "password"])

    @transaction.atomic
    def refuse(self, *, by: User, at: datetime) -> bool:
        done = self.take(closed_at=at)
        if done:
            self.note("restore_refuse", "Không đồng ý khôi phục đăng nhập", by=by, at=at)
        return done

    def take(self, **facts: object) -> bool:
        return bool(Restoration.objects.waiting().filter(pk=self.pk).update(**facts))

    def is_right(self, number: str, *, at: datetime) -> bool:
        """Five tries in all: whoever has the link alone does not guess the other half."""
        if not allow(f"restore {self.pk}", limit=TRIES, per_seconds=A_DAY, now=at):
            return False
        return self.digest == mark_of(f"{self.user_id} {number}")

    def use(self, *, at: datetime) -> None:
        """In the transaction that sets the new password: all that was before it ends."""
        Restoration.objects.filter(pk=self.pk).update(closed_at=at, used=True)
        if self.lost != self.Lost.PASSWORD:
            drop_all(self.user)
        end_all(self.user)
        self.note("restore", "Khôi phục đăng nhập", by=self.user, at=at)

    def note(self, step: str, label: str, *, by: User, at: datetime) -> None:
        history.record(
            f"tai-khoan/{self.user.key}",
            step,
            by=by.key,
            on=timezone.localdate(at),
            at=at,
            label=label,
            facts={"lost": self.lost},
            values={"known_by": self.known_by} if step == "restore_ask" else {},
        )


@rule("Việc này do lãnh đạo cơ quan hoặc thủ trưởng đơn vị của người ấy xác nhận.")
def heads_them(user: User, subject: Restoration, on: date) -> bool:
    """Head or deputy head of a unit where the person works."""
    headed = {row.unit_id for row in user.positions_on(on) if row.role in HEADS}
    return any(row.unit_id in headed for row in subject.user.positions_on(on) if row.unit_id)


@rule("Người đề nghị và chính người được khôi phục không tự xác nhận.")
def is_a_third(user: User, subject: Restoration, on: date) -> bool:
    return user.pk not in (subject.asked_by_id, subject.user_id)


may_confirm = (is_leader | heads_them) & is_a_third & ~is_administrator
might_confirm: Rule = is_leader | Rule(
    lambda user, subject, on: user.holds(*HEADS, as_of=on), heads_them.why_not
)


@Kept
def one_waits() -> bool:
    """On most days none does, and no desk asks further."""
    return Restoration.objects.waiting().exists()


def to_confirm(user: User, *, on: date) -> list[Restoration]:
    """What waits for this reader's word; whoever never confirms is not asked about at all."""
    if not might_confirm(user, on=on) or not one_waits():
        return []
    waiting = (
        Restoration.objects.waiting().visible_to(user, on=on).select_related("user", "asked_by")
    )
    return [row for row in waiting if may_confirm(user, row, on=on)]


def was_here(user: User) -> bool:
    """Whether somebody has come in under this account: then nobody alone opens it again."""
    acts = history.events(f"tai-khoan/{user.key}")
    return acts.filter(step__in=("set_password", "leave", "restore_confirm")).exists()


def waits_for_first_link(user: User) -> bool:
    """A new account: the administrator alone gives its first link."""
    return user.is_active and not user.has_password and not was_here(user)
