"""Tiêu hủy hồ sơ hết thời hạn: proposed by one, reviewed by two others; held where law asks."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q

from portal import history, registers
from portal.people import User
from portal.workflow import Refused, key_of

from .. import rules
from ..personal import KINDS, Kind, kind_of
from .destroying import destroy
from .legal_hold import LegalHold, OfRecord, is_held, of_matter
from .retention import case_of, ended, root_of

BOOK = "TH"
MOST = 500
"""Records of one batch: two people have to read its list."""


class Disposal(models.Model):
    """Đợt tiêu hủy."""

    class Stage(models.TextChoices):
        PROPOSED = "cho-tham-dinh", "Chờ thẩm định"
        REVIEWED = "cho-phe-duyet", "Chờ phê duyệt"
        DESTROYED = "da-tieu-huy", "Đã tiêu hủy"
        RETURNED = "tra-lai", "Đã trả lại"

    code = models.CharField("số", max_length=24, unique=True)
    kind = models.CharField("loại hồ sơ", max_length=20)
    stage = models.CharField("giai đoạn", max_length=16, choices=Stage, default=Stage.PROPOSED)
    proposed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    proposed_on = models.DateField("ngày đề nghị")
    reviewed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    reviewed_on = models.DateField("ngày thẩm định", null=True)
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    approved_on = models.DateField("ngày tiêu hủy", null=True)
    reason = models.CharField("lý do trả lại", max_length=300, blank=True)
    fingerprint = models.CharField("mã băm của danh mục", max_length=64, blank=True)

    class Meta:
        ordering = ["-proposed_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reviewed_by=None) | ~Q(reviewed_by=models.F("proposed_by")),
                name="disposal_reviewed_by_another",
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None)
                | Q(reviewed_by__isnull=False)
                & ~Q(approved_by=models.F("proposed_by"))
                & ~Q(approved_by=models.F("reviewed_by")),
                name="disposal_approved_by_a_third",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return f"/tieu-huy/{self.code}/"

    @property
    def stream(self) -> str:
        return f"tieu-huy/{self.code}"

    @property
    def kind_of_record(self) -> Kind:
        return kind_of(self.kind)

    # verbs

    @classmethod
    @transaction.atomic
    def propose(cls, *, by: Any, on: date, kind: str) -> Disposal:
        """Đề nghị: every record of the kind whose time is over, but what is held."""
        if not rules.keeps_records(by, on=on):
            raise Refused(rules.keeps_records.why_not)
        found = [*over(kind_of(kind), on=on)[:MOST]]
        if not found:
            raise Refused("Không có hồ sơ nào của loại này hết thời hạn lưu.", field="kind")
        batch = cls.objects.create(
            code=registers.take_number(BOOK, on=on, stream=BOOK).code,
            kind=kind, proposed_by=by, proposed_on=on,
        )  # fmt: skip
        DisposalLine.objects.bulk_create(DisposalLine.of(batch, record) for record in found)
        batch.tell("propose", "Đề nghị tiêu hủy", by=by, on=on, facts={"records": len(found)})
        return batch

    @transaction.atomic
    def review(self, *, by: Any, on: date) -> None:
        """Thẩm định: by somebody else than whoever proposed it."""
        self.refuse_unless(by, rules.keeps_records, self.Stage.PROPOSED, self.proposed_by, on=on)
        self.reviewed_by, self.reviewed_on, self.stage = by, on, self.Stage.REVIEWED
        self.save()
        self.tell("review", "Thẩm định", by=by, on=on)

    @transaction.atomic
    def destroy(self, *, by: Any, on: date) -> None:
        """Phê duyệt và tiêu hủy: a third person; what is held meanwhile stays."""
        seen = (self.proposed_by, self.reviewed_by)
        self.refuse_unless(by, rules.destroys_records, self.Stage.REVIEWED, *seen, on=on)
        for line in self.lines.kept_in_list():
            line.destroy(by=by, on=on)
        self.approved_by, self.approved_on, self.stage = by, on, self.Stage.DESTROYED
        self.fingerprint = fingerprint(self.lines.all())
        self.save()
        gone = self.lines.exclude(destroyed_on=None).count()
        facts = {"destroyed": gone, "list": self.fingerprint}
        self.tell("destroy", "Phê duyệt, tiêu hủy", by=by, on=on, facts=facts)

    @transaction.atomic
    def send_back(self, *, by: Any, on: date, reason: str) -> None:
        """Trả lại: nothing of it is destroyed."""
        rule = rules.keeps_records | rules.destroys_records
        stages = (self.Stage.PROPOSED, self.Stage.REVIEWED)
        self.refuse_unless(by, rule.because(rules.keeps_records.why_not), *stages, on=on)
        self.stage, self.reason = self.Stage.RETURNED, reason
        self.save()
        self.tell("send_back", "Trả lại đề nghị", by=by, on=on, values={"reason": reason})

    @transaction.atomic
    def leave_out(self, *, by: Any, on: date, line: DisposalLine, reason: str) -> None:
        """Giữ lại một hồ sơ of the list, with the reason."""
        rule = rules.keeps_records | rules.destroys_records
        stages = (self.Stage.PROPOSED, self.Stage.REVIEWED)
        self.refuse_unless(by, rule.because(rules.keeps_records.why_not), *stages, on=on)
        line.left_out = reason
        line.save(update_fields=["left_out"])
        self.tell("leave_out", "Giữ lại một hồ sơ", by=by, on=on, facts={"code": line.code})

    def refuse_unless(self, by: Any, rule: Any, *needs: Any, on: date) -> None:
        """The right, then the stage as it stands now, then that it is another person."""
        stages = [need for need in needs if isinstance(need, str)]
        others = [need.pk for need in needs if isinstance(need, User)]
        if not rule(by, on=on):
            raise Refused(rule.why_not)
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update())
        if self.stage not in stages:
            raise Refused(f"Đợt này đang ở giai đoạn “{self.get_stage_display()}”.")
        if by.pk in others:
            raise Refused("Người đề nghị, người thẩm định, người phê duyệt là ba người khác nhau.")

    def tell(self, step: str, label: str, *, by: Any, on: date, **more: Any) -> None:
        history.record(self.stream, step, by=key_of(by), on=on, label=label, **more)


class DisposalLines(models.QuerySet["DisposalLine"]):
    def kept_in_list(self) -> Iterable[DisposalLine]:
        return self.filter(left_out="", destroyed_on=None)


class DisposalLine(OfRecord):
    """Một hồ sơ trong đợt: what stays of it after the words are gone."""

    disposal = models.ForeignKey(Disposal, models.PROTECT, related_name="lines")
    received_on = models.DateField("ngày nhận")
    ended_on = models.DateField("ngày kết thúc")
    unit_name = models.CharField("đơn vị", max_length=200, blank=True)
    outcome = models.CharField("kết quả", max_length=120, blank=True)
    left_out = models.CharField("lý do giữ lại", max_length=300, blank=True)
    destroyed_on = models.DateField("tiêu hủy ngày", null=True)

    objects = DisposalLines.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.code

    @classmethod
    def of(cls, batch: Disposal, record: Any) -> DisposalLine:
        case = case_of(record)
        unit = getattr(case or record, "unit", None)
        return cls(
            disposal=batch,
            **{root_of(record): record},
            code=record.code,
            received_on=getattr(record, "received_on", None) or record.date,
            ended_on=record.ended,
            unit_name=str(unit or ""),
            outcome=outcome_of(case or record),
        )

    def destroy(self, *, by: Any, on: date) -> None:
        self.left_out = self.not_to_be_destroyed()
        if self.left_out:
            self.save(update_fields=["left_out"])
            return
        case = case_of(self.record)
        roots = {root_of(self.record): self.record} | ({"case": case} if case else {})
        reason = f"Tiêu hủy theo {self.disposal.code}"
        destroy(roots, [each for each in (self.record, case) if each], by=by, on=on, reason=reason)
        self.destroyed_on = on
        self.save(update_fields=["destroyed_on"])

    def not_to_be_destroyed(self) -> str:
        """What happened to the record since it was put on the list."""
        if is_held(self.record):
            return "Đang giữ lại theo pháp luật"
        still_over = ended(self.disposal.kind).filter(pk=self.record.pk)
        return "" if still_over.exists() else "Đã mở lại hoặc đổi loại sau khi lập danh mục"


def over(kind: Kind, *, on: date) -> Any:
    """Those that ended in a year so many years ago, neither held nor destroyed nor on a list."""
    rows = ended(kind.code).filter(ended__lt=date(on.year - kind.years, 1, 1))
    held = LegalHold.objects.standing().filter(of_matter(kind.root))
    mine = DisposalLine.objects.filter(**{kind.root: OuterRef("pk")}, left_out="")
    listed = mine.exclude(disposal__stage=Disposal.Stage.RETURNED)
    return rows.exclude(Exists(held)).exclude(Exists(listed)).order_by("ended", "pk")


def outcome_of(record: Any) -> str:
    for name in ("outcome", "handling", "result", "stage"):
        if getattr(record, name, "") and hasattr(record, f"get_{name}_display"):
            return str(getattr(record, f"get_{name}_display")())
    return ""


def fingerprint(lines: Iterable[DisposalLine]) -> str:
    told = "\n".join(f"{line.code};{line.destroyed_on or line.left_out}" for line in lines)
    return hashlib.sha256(told.encode()).hexdigest()


def waiting(*, on: date) -> list[tuple[Kind, int]]:
    """How many of each kind are over."""
    return [(kind, over(kind, on=on).count()) for kind in KINDS]
