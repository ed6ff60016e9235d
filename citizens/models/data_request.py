"""Yêu cầu về dữ liệu cá nhân: who asked for what, who answers by when, what was given."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models, transaction
from django.db.models import F, Q

from portal import history, registers
from portal.deadlines import Standing, compute, standing
from portal.people import Unit, User
from portal.text import day
from portal.workflow import Refused, key_of
from portal.working_days import calendar

from .. import rules, statutes

BOOK = "YCDL"


class DataRequests(models.QuerySet["DataRequest"]):
    def open(self) -> DataRequests:
        return self.filter(answered_on=None)


class DataRequest(models.Model):
    """Yêu cầu của chủ thể dữ liệu."""

    class Right(models.TextChoices):
        KNOW = "biet", "Được biết, xem dữ liệu của mình"
        COPY = "cung-cap", "Được cung cấp bản sao"
        CORRECT = "chinh-sua", "Chỉnh sửa"
        ERASE = "xoa", "Xóa"
        RESTRICT = "han-che", "Hạn chế, phản đối xử lý"
        COMPLAIN = "khieu-nai", "Phản ánh việc xử lý dữ liệu"

    class Result(models.TextChoices):
        GIVEN = "dap-ung", "Đã đáp ứng"
        PARTLY = "mot-phan", "Đáp ứng một phần"
        REFUSED = "tu-choi", "Từ chối, có lý do"

    code = models.CharField("số", max_length=24, unique=True)
    received_on = models.DateField("ngày nhận")
    right = models.CharField("yêu cầu", max_length=12, choices=Right)
    name = models.CharField("họ và tên", max_length=200)
    contact = models.CharField("địa chỉ, điện thoại liên hệ", max_length=300, blank=True)
    about = models.TextField("nội dung yêu cầu")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị trả lời")
    due_on = models.DateField("hạn trả lời")
    answered_on = models.DateField("ngày trả lời", null=True)
    result = models.CharField("kết quả", max_length=12, choices=Result, blank=True)
    answer = models.TextField("đã cung cấp, đã làm gì", blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    on = models.DateField("ngày vào sổ")
    destroyed_on = models.DateField("tiêu hủy ngày", null=True, editable=False)

    objects = DataRequests.as_manager()

    class Meta:
        ordering = ["-received_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_on=None, result="")
                | Q(answered_on__gte=F("received_on")) & ~Q(result=""),
                name="data_request_answered_with_result",
            )
        ]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return f"/yeu-cau-du-lieu/{self.code}/"

    @property
    def stream(self) -> str:
        return f"yeu-cau-du-lieu/{self.code}"

    def standing(self, *, as_of: date) -> Standing:
        return standing(self.due_on, as_of=as_of, calendar=calendar(), done_on=self.answered_on)

    @classmethod
    @transaction.atomic
    def register(cls, *, by: Any, on: date, received_on: date, **facts: Any) -> DataRequest:
        """Vào sổ; it is to be answered within two working days of receipt."""
        if not rules.keeps_records(by, on=on):
            raise Refused(rules.keeps_records.why_not)
        found = compute(statutes.RULES["DLCN_TRA_LOI"], start=received_on, calendar=calendar())
        row = cls.objects.create(
            code=registers.take_number(BOOK, on=on, stream=BOOK).code,
            received_on=received_on, due_on=found.due, by=by, on=on, **facts,
        )  # fmt: skip
        row.tell("register", "Vào sổ", by=by, on=on, facts={"right": row.right})
        return row

    @transaction.atomic
    def reply(self, *, by: Any, on: date, answered_on: date, result: str, answer: str) -> None:
        """Ghi trả lời: what was given or done, or why it was refused."""
        if not rules.keeps_records(by, on=on):
            raise Refused(rules.keeps_records.why_not)
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update())
        if self.answered_on:
            raise Refused(f"Yêu cầu đã được trả lời ngày {day(self.answered_on)}.")
        if answered_on < self.received_on:
            since = day(self.received_on)
            raise Refused(f"Ngày trả lời không được trước ngày nhận, {since}.", field="answered_on")
        self.answered_on, self.result, self.answer = answered_on, result, answer
        self.answered_by = by
        self.save()
        self.tell("reply", "Trả lời", by=by, on=on, facts={"result": result})

    def tell(self, step: str, label: str, *, by: Any, on: date, **more: Any) -> None:
        history.record(self.stream, step, by=key_of(by), on=on, label=label, **more)
