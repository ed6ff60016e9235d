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
from .case import Case
from .data_request import DataRequest
from .destroying import destroy
from .petition import Petition
from .reception import Reception
from .visit import Visit
from .vocabulary import FEEDBACK_KINDS, Handling
from .vocabulary import Kind as Content

BOOK = "TH"
MOST = 500
"""Records of one batch: two people have to read its list."""
ROOTS = {"petition": Petition, "visit": Visit, "reception": Reception, "request": DataRequest}


class OfRecord(models.Model):
    """A row about one petition (with its case), visit, session or request."""

    petition = models.ForeignKey("citizens.Petition", models.PROTECT, null=True, related_name="+")
    visit = models.ForeignKey("citizens.Visit", models.PROTECT, null=True, related_name="+")
    reception = models.ForeignKey("citizens.Reception", models.PROTECT, null=True, related_name="+")
    request = models.ForeignKey("citizens.DataRequest", models.PROTECT, null=True, related_name="+")
    code = models.CharField("số", max_length=24)

    class Meta:
        abstract = True

    @property
    def record(self) -> Any:
        return self.petition or self.visit or self.reception or self.request


class LegalHolds(models.QuerySet["LegalHold"]):
    def standing(self) -> LegalHolds:
        return self.filter(lifted_on=None)


class LegalHold(OfRecord):
    """Giữ lại theo pháp luật: nothing of the record is destroyed while it stands."""

    reason = models.CharField("lý do giữ", max_length=300)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    on = models.DateField("từ ngày")
    lifted_on = models.DateField("thôi giữ ngày", null=True)
    lifted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    lifted_because = models.CharField("lý do thôi giữ", max_length=300, blank=True)

    objects = LegalHolds.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"Giữ lại {self.code}"

    @classmethod
    @transaction.atomic
    def place(cls, record: Any, *, by: Any, on: date, reason: str) -> LegalHold:
        if not rules.keeps_records(by, on=on):
            raise Refused(rules.keeps_records.why_not)
        hold = cls.objects.create(
            **{root_of(record): record}, code=record.code, reason=reason, by=by, on=on
        )
        history.record(
            record.stream, "hold", by=key_of(by), on=on, label="Giữ lại, không tiêu hủy",
            values={"reason": reason},
        )  # fmt: skip
        return hold

    @transaction.atomic
    def lift(self, *, by: Any, on: date, reason: str) -> None:
        if not rules.keeps_records(by, on=on):
            raise Refused(rules.keeps_records.why_not)
        self.lifted_on, self.lifted_by, self.lifted_because = on, by, reason
        self.save()
        history.record(
            self.record.stream, "lift_hold", by=key_of(by), on=on, label="Thôi giữ lại",
            values={"reason": reason},
        )  # fmt: skip


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
        if is_held(self.record):
            self.left_out = "Đang giữ lại theo pháp luật"
            self.save(update_fields=["left_out"])
            return
        case = case_of(self.record)
        roots = {root_of(self.record): self.record} | ({"case": case} if case else {})
        reason = f"Tiêu hủy theo {self.disposal.code}"
        destroy(roots, [each for each in (self.record, case) if each], by=by, on=on, reason=reason)
        self.destroyed_on = on
        self.save(update_fields=["destroyed_on"])


# which records


def over(kind: Kind, *, on: date) -> Any:
    """Those that ended in a year so many years ago, neither held nor destroyed nor on a list."""
    rows = ENDED[kind.code]().filter(ended__lt=date(on.year - kind.years, 1, 1))
    mine = {kind.root: OuterRef("pk")}
    held = LegalHold.objects.standing().filter(**mine)
    listed = DisposalLine.objects.filter(**mine).exclude(disposal__stage=Disposal.Stage.RETURNED)
    free = rows.exclude(Exists(held)).exclude(Exists(listed.filter(left_out="")))
    return free.order_by("ended", "pk")


def letters(**facts: Any) -> Any:
    """Petitions of the plain book that nothing waits for; a denunciation is never among them."""
    plain = Petition.objects.plain().exclude(stage="chuyen-so-rieng")
    return plain.filter(**facts).select_related("unit")


def handled(*handlings: str) -> Any:
    rows = letters(handling__in=handlings, handled_on__isnull=False)
    return rows.annotate(ended=models.F("handled_on"))


def settled(*kinds: str) -> Any:
    """With a case: ended with it; what joined another letter ends as it was joined."""
    return letters(case__closed_on__isnull=False, case__kind__in=kinds).annotate(
        ended=models.F("case__closed_on")
    )


ENDED: dict[str, Any] = {
    "luu-don": lambda: handled(Handling.SHELVED, Handling.JOINED),
    "huong-dan": lambda: handled(Handling.GUIDED, Handling.FORWARDED, Handling.SENT_BACK),
    "khieu-nai": lambda: settled(Content.COMPLAINT),
    "kien-nghi": lambda: settled(*FEEDBACK_KINDS[:2]),
    "hoi-chinh-sach": lambda: settled(Content.POLICY_QUESTION),
    "luot-tiep": lambda: (
        Visit.objects.plain()
        .exclude(stage="chuyen-so-rieng")
        .annotate(ended=models.F("received_on"))
    ),
    "buoi-tiep": lambda: Reception.objects.annotate(ended=models.F("date")),
    "du-lieu": lambda: DataRequest.objects.filter(answered_on__isnull=False).annotate(
        ended=models.F("answered_on")
    ),
}


def root_of(record: Any) -> str:
    return next(name for name, model in ROOTS.items() if isinstance(record, model))


def case_of(record: Any) -> Any:
    if not isinstance(record, Petition):
        return None
    return Case.objects.filter(petition=record).select_related("unit").first()


def outcome_of(record: Any) -> str:
    for name in ("outcome", "handling", "result", "stage"):
        if getattr(record, name, "") and hasattr(record, f"get_{name}_display"):
            return str(getattr(record, f"get_{name}_display")())
    return ""


def is_held(record: Any) -> bool:
    return LegalHold.objects.standing().filter(**{root_of(record): record}).exists()


def find(code: str) -> Any:
    """The record of a number in a plain book, or None."""
    for model in ROOTS.values():
        if row := model.objects.filter(code=code).first():
            return None if getattr(row, "sealed", False) else row
    case = Case.objects.filter(code=code).select_related("petition").first()
    return case.petition if case else None


def fingerprint(lines: Iterable[DisposalLine]) -> str:
    told = "\n".join(f"{line.code};{line.destroyed_on or line.left_out}" for line in lines)
    return hashlib.sha256(told.encode()).hexdigest()


def waiting(*, on: date) -> list[tuple[Kind, int]]:
    """How many of each kind are over."""
    return [(kind, over(kind, on=on).count()) for kind in KINDS]
