"""Ứng dụng công nghệ thông tin: software with those who really use it, papers that are signed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q

from portal.activities import rules
from portal.activities.entries import DONE, KEPT, STRUCK, Entry, entry_steps, stage_field
from portal.workflow import Step, take


class Stage(models.TextChoices):
    KEPT = KEPT, "Đang dùng"
    DONE = DONE, "Đã thôi dùng"
    STRUCK = STRUCK, "Đã gạch"


class Software(Entry):
    """Phần mềm đang dùng."""

    stream_kind = "phan-mem"
    book, path = "PM", "phan-mem"
    told = ("purpose", "supplier", "accounts", "active", "counted_on", "left_on")

    purpose = models.CharField("dùng để", max_length=300)
    supplier = models.CharField("đơn vị cung cấp", max_length=200, blank=True)
    accounts = models.PositiveIntegerField("số tài khoản đã cấp")
    active = models.PositiveIntegerField("số tài khoản dùng trong tháng", null=True, blank=True)
    counted_on = models.DateField("đếm ngày", null=True, blank=True)
    stage = stage_field(Stage)
    left_on = models.DateField("thôi dùng từ ngày", null=True, blank=True)

    workflow = entry_steps(
        Step("count", "đếm tài khoản dùng", (KEPT,), None, rules.keeps_entry),
        Step("leave", "ghi thôi dùng", (KEPT,), DONE, rules.keeps_entry, ends=True),
    )

    class Meta(Entry.Meta):
        verbose_name = "phần mềm"
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="software_active_has_an_account",
                condition=Q(active=None, counted_on=None)
                | Q(active__lte=F("accounts"), counted_on__isnull=False),
            ),
            models.CheckConstraint(
                name="software_left_on_a_day",
                condition=Q(stage=DONE, left_on__isnull=False) | ~Q(stage=DONE) & Q(left_on=None),
            ),
        ]

    def count(self, *, by: Any, on: date, accounts: int, active: int, counted_on: date) -> None:
        """Đếm tài khoản dùng: what was counted before stays in the history."""
        with take(self, "count", by=by, on=on) as taking:
            self.accounts, self.active, self.counted_on = accounts, active, counted_on
            taking.facts.update(accounts=accounts, active=active, on=counted_on.isoformat())

    def leave(self, *, by: Any, on: date, left_on: date) -> None:
        """Ghi thôi dùng."""
        with take(self, "leave", by=by, on=on):
            self.refuse_outside(left_on, on=on, act="thôi dùng", field="left_on")
            self.left_on = left_on


class DigitalPapers(Entry):
    """Văn bản, hồ sơ công việc điện tử of a month; its day is the month's last."""

    stream_kind = "van-ban-dien-tu"
    book, path = "VBDT", "van-ban-dien-tu"
    told = ("outgoing", "signed", "signed_by_person", "sent", "files", "files_online")

    outgoing = models.PositiveIntegerField("văn bản đi")
    signed = models.PositiveIntegerField("ký số của cơ quan", null=True, blank=True)
    signed_by_person = models.PositiveIntegerField("ký số cá nhân", null=True, blank=True)
    sent = models.PositiveIntegerField("gửi điện tử", null=True, blank=True)
    files = models.PositiveIntegerField("hồ sơ công việc", null=True, blank=True)
    files_online = models.PositiveIntegerField("xử lý trên môi trường mạng", null=True, blank=True)

    class Meta(Entry.Meta):
        verbose_name = "văn bản điện tử"
        constraints = [
            *Entry.Meta.constraints,
            models.UniqueConstraint(
                fields=["unit", "from_on"], condition=~Q(stage=STRUCK),
                name="digital_papers_once_a_month",
                violation_error_message="Số liệu tháng này của đơn vị đã có trong sổ.",
            ),
            models.CheckConstraint(
                name="digital_papers_parts_fit",
                condition=(Q(signed=None) | Q(signed__lte=F("outgoing")))
                & (Q(signed_by_person=None) | Q(signed_by_person__lte=F("outgoing")))
                & (Q(sent=None) | Q(sent__lte=F("outgoing")))
                & (Q(files_online=None) | Q(files_online__lte=F("files"))),
            ),
        ]  # fmt: skip
