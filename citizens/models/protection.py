"""Bảo vệ người tố cáo (TC Đ47–Đ58): what is protected and how; whom, stands on paper."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q, Sum

from portal.people import Position, User
from portal.workflow import Step, Subject, Workflow, enter, take

from .. import rules
from .denunciation import Denunciation


class ProtectionStage(models.TextChoices):
    REQUESTED = "de-nghi", "Đề nghị bảo vệ"
    VERIFYING = "xac-minh", "Đang xác minh đề nghị"
    PROTECTED = "dang-bao-ve", "Đang bảo vệ"
    REFUSED = "tu-choi", "Không áp dụng"
    ENDED = "da-cham-dut", "Đã chấm dứt"


STAGE = ProtectionStage


class Protects(models.TextChoices):
    """What is protected (TC Đ47); two of them are counted in the report of the year."""

    IDENTITY = "bi_mat", "Bí mật thông tin"
    JOB = "viec_lam", "Vị trí công tác, việc làm"
    LIFE = "tinh_mang", "Tính mạng, sức khỏe, tài sản, danh dự, nhân phẩm"


class EndGround(models.TextChoices):
    """Căn cứ chấm dứt (TC Đ54)."""

    CONCLUDED = "ket_luan", "Đã có kết luận hoặc quyết định đình chỉ"
    GONE = "het_can_cu", "Căn cứ áp dụng không còn"
    ASKED = "de_nghi", "Người được bảo vệ đề nghị bằng văn bản"
    BREACH = "vi_pham", "Người được bảo vệ cố ý vi phạm nghĩa vụ (từ 01/7/2026)"


class Protections(models.QuerySet["Protection"]):
    def visible_to(self, user: User, *, on: date) -> Protections:
        """Whoever sees the denunciation and is of its group."""
        if not rules.keeps_denunciations(user, on=on):
            return self.none()
        seen = Denunciation.objects.visible_to(user, on=on)
        return self.filter(denunciation__in=seen.values("pk"))

    def granted_in(self, first: date, last: date) -> Protections:
        return self.filter(decided_on__range=(first, last)).exclude(stage=STAGE.REFUSED)

    def people_by_need(self) -> dict[str, int]:
        """How many people are protected against what."""
        counted = self.order_by().values_list("protects").annotate(Sum("people"))
        return dict(counted)


def of_group(name: str, label: str, sources: tuple[str, ...], target: str | None) -> Step:
    return Step(name, label, sources, target, rules.keeps_protection)


def signed(name: str, label: str, sources: tuple[str, ...], target: str | None) -> Step:
    return Step(
        name,
        label,
        sources,
        target,
        rules.signs_protection,
        prepared_by=rules.keeps_protection,
    )


class OfDenunciation:
    """What a protection knows through its denunciation."""

    denunciation: Any

    @property
    def keeps_words(self) -> bool:
        return False

    @property
    def read_in_person(self) -> bool:
        return True

    @property
    def officer_id(self) -> int | None:
        return self.denunciation.officer_id

    @property
    def unit(self) -> Any:
        return self.denunciation.unit

    @property
    def unit_id(self) -> int | None:
        return self.denunciation.unit_id

    @property
    def field(self) -> Any:
        return self.denunciation.field

    @property
    def due_on(self) -> date | None:
        """No period stands in the law: at once (kịp thời)."""
        return None

    def standing(self, *, as_of: date) -> Any:
        return self.denunciation.standing(as_of=as_of)

    def not_to_be_written(self, text: str) -> str:
        return self.denunciation.not_to_be_written(text)

    def sole_reader(self, *, on: date) -> Position | None:
        return self.denunciation.sole_reader(on=on)


class Protection(OfDenunciation, Subject):
    """Việc bảo vệ: how many people and against what, never who."""

    stream_kind = "bao-ve"
    opening_step = "request"

    stage = models.CharField("giai đoạn", max_length=24, choices=ProtectionStage)
    denunciation = models.ForeignKey(Denunciation, models.PROTECT, related_name="protections")
    protects = models.CharField("nội dung bảo vệ", max_length=12, choices=Protects)
    people = models.PositiveSmallIntegerField("số người được bảo vệ", default=1)
    urgent = models.BooleanField("khẩn cấp, đề nghị trực tiếp hoặc qua điện thoại", default=False)
    requested_on = models.DateField("ngày đề nghị")
    measures = models.TextField("biện pháp bảo vệ", blank=True)
    decided_on = models.DateField("ngày quyết định", null=True)
    ended_on = models.DateField("ngày chấm dứt", null=True)
    end_ground = models.CharField("căn cứ chấm dứt", max_length=12, choices=EndGround, blank=True)

    objects = Protections.as_manager()

    workflow = Workflow(
        Step("request", "đề nghị bảo vệ", (), STAGE.REQUESTED, rules.anybody),
        of_group("verify", "xác minh đề nghị", (STAGE.REQUESTED,), STAGE.VERIFYING),
        signed(
            "grant",
            "quyết định áp dụng biện pháp bảo vệ",
            (STAGE.REQUESTED, STAGE.VERIFYING),
            STAGE.PROTECTED,
        ),
        signed("refuse", "không áp dụng", (STAGE.REQUESTED, STAGE.VERIFYING), STAGE.REFUSED),
        signed("change", "thay đổi biện pháp bảo vệ", (STAGE.PROTECTED,), None),
        signed("finish", "chấm dứt bảo vệ", (STAGE.PROTECTED,), STAGE.ENDED),
    )

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(people__gte=1), name="protection_of_somebody"),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(decided_on__isnull=False, end_ground__gt=""),
                name="protection_ended_with_ground",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return f"/to-cao/bao-ve/{self.code}/"

    @classmethod
    def open_for(
        cls,
        case: Denunciation,
        *,
        by: Any,
        on: date,
        protects: str,
        people: int,
        requested_on: date,
        urgent: bool = False,
    ) -> Protection:
        """Đề nghị bảo vệ under the number of its denunciation."""
        number = case.protections.count() + 1
        protection = cls(
            code=f"{case.code}-BV{number}",
            denunciation=case,
            protects=protects,
            people=people,
            requested_on=requested_on,
            urgent=urgent,
        )
        with enter(protection, cls.opening_step, by=by, on=on) as taking:
            taking.write(protection)
            taking.facts.update(protects=protects, people=people)
        return protection

    def verify(self, *, by: Any, on: date) -> None:
        """Xác minh đề nghị: whether there is a danger, and of what (TC Đ51)."""
        with take(self, "verify", by=by, on=on):
            pass

    def grant(
        self,
        *,
        by: Any,
        on: date,
        measures: str,
        people: int,
        prepared_by: Any = None,
        draft: str = "",
    ) -> None:
        """Quyết định áp dụng: day, ground, measures; the people stand on its paper (TC Đ52)."""
        with take(self, "grant", by=by, on=on, prepared_by=prepared_by) as taking:
            self.measures, self.people, self.decided_on = measures, people, on
            taking.facts["people"] = people

    def refuse(
        self, *, by: Any, on: date, reason: str, prepared_by: Any = None, draft: str = ""
    ) -> None:
        """Không áp dụng, in writing and with a reason (TC Đ51.3)."""
        with take(self, "refuse", by=by, on=on, prepared_by=prepared_by) as taking:
            taking.values["reason"] = reason

    def change(
        self,
        *,
        by: Any,
        on: date,
        measures: str,
        people: int,
        prepared_by: Any = None,
        draft: str = "",
    ) -> None:
        """Thay đổi biện pháp (TC Đ53)."""
        with take(self, "change", by=by, on=on, prepared_by=prepared_by) as taking:
            taking.facts["people"] = [self.people, people]
            self.measures, self.people = measures, people

    def finish(
        self, *, by: Any, on: date, ground: str, prepared_by: Any = None, draft: str = ""
    ) -> None:
        """Chấm dứt bảo vệ (TC Đ54)."""
        with take(self, "finish", by=by, on=on, prepared_by=prepared_by) as taking:
            self.ended_on, self.end_ground = on, ground
            taking.facts["ground"] = ground
