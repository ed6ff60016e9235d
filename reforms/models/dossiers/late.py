"""A dossier that runs late: its apology, its one new day, who hears of it when that passes too."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Self

from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

from portal import registers
from portal.deadlines import Standing, standing
from portal.people import Unit, User
from portal.text import day
from portal.workflow import Refused, Step, Subject, Workflow, enter, take
from portal.working_days import calendar, days_after
from reforms import dossier_rules as rules
from reforms.models.dossiers.supplement import Supplementing, asked_twice, with_supplements
from reforms.models.procedure import Procedure

BOOK = "HSQH"
LAW = "Điều 19 Nghị định 61/2018/NĐ-CP; Nghị định 118/2025/NĐ-CP từ ngày 01/7/2025"
ONCE = "hồ sơ chỉ được hẹn lại một lần; quá ngày hẹn lại thì Giám đốc thấy hồ sơ này."

TOO_LATE = (
    "Hẹn lại phải báo trước ít nhất một ngày, chậm nhất {}; nay dùng bước “Xin lỗi vì đã quá hạn”."
)
NOT_LATE = "Hồ sơ còn trong hạn báo trước: dùng bước “Xin lỗi và hẹn lại”."


class Stage(models.TextChoices):
    OPEN = "open", "Đang giải quyết"
    PROMISED = "promised", "Đã xin lỗi, hẹn lại"
    RETURNED = "returned", "Đã trả kết quả"
    WAITING = "waiting", "Chờ bổ sung"
    STOPPED = "stopped", "Đã dừng giải quyết"
    STRUCK = "struck", "Đã gạch"


UNFINISHED = (Stage.OPEN, Stage.PROMISED)
CLOCK_STOPPED = (Stage.WAITING, Stage.STOPPED)


class Cause(models.TextChoices):
    OUTSIDE = "khach-quan", "Khách quan"
    INSIDE = "chu-quan", "Chủ quan"
    COOPERATION = "phoi-hop", "Chờ cơ quan khác phối hợp"
    COMPLEX = "phuc-tap", "Hồ sơ phức tạp"
    SYSTEM = "he-thong", "Lỗi hệ thống"
    CLICKED_LATE = "thao-tac", "Chậm thao tác trên hệ thống"


def told_in_time() -> Q:
    """The letter went out a day before the first day at the latest."""
    return Q(letter_on__lt=F("due_on"))


class LateDossiers(models.QuerySet["LateDossier"]):
    def visible_to(self, user: User, *, on: date) -> Self:
        return self.filter(rules.late_seen_by(user, on=on))

    def kept(self) -> Self:
        return self.exclude(stage=Stage.STRUCK)

    def overdue(self, *, as_of: date) -> Self:
        """Those whose first day passed, or had passed when the result was given."""
        late = Q(returned_on__gt=F("due_on")) | Q(returned_on=None, due_on__lt=as_of)
        return self.kept().exclude(stage__in=CLOCK_STOPPED).filter(late)

    def asked_twice(self) -> Self:
        """Late by Quyết định 766/QĐ-TTg, whenever the result is given."""
        return with_supplements(self.kept()).filter(asked_twice())

    def without_letter(self, *, as_of: date) -> Self:
        """Open at one working day before their day or later, and nobody has apologised."""
        return self.filter(stage=Stage.OPEN, due_on__lte=calendar().add(as_of, 1))

    def past_their_new_day(self, *, as_of: date) -> Self:
        return self.filter(stage=Stage.PROMISED, promised_on__lt=as_of)


class LateDossier(Supplementing, Subject):
    """Hồ sơ sắp quá hạn, quá hạn; the applicant's name stays in the one-stop system."""

    stream_kind = "ho-so-cham"
    number = models.CharField("mã hồ sơ", max_length=60)
    procedure = models.ForeignKey(
        Procedure, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="thủ tục"
    )
    title = models.CharField("tên thủ tục", max_length=1_000)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị")
    officer = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người ghi")
    handler = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="cán bộ giải quyết",
    )  # fmt: skip
    received_at = models.DateTimeField("tiếp nhận lúc")
    due_at = models.DateTimeField("hẹn trả lúc")
    due_on = models.DateField("ngày hẹn trả")
    cause = models.CharField("loại nguyên nhân", max_length=12, choices=Cause, blank=True)
    reason = models.TextField("lý do", blank=True)
    letter_on = models.DateField("ngày gửi Phiếu xin lỗi", null=True, blank=True)
    promised_on = models.DateField("ngày hẹn lại", null=True, blank=True)
    returned_on = models.DateField("ngày trả kết quả", null=True, blank=True)
    stage = models.CharField("giai đoạn", max_length=10, choices=Stage, default=Stage.OPEN)
    struck_because = models.CharField("lý do gạch", max_length=300, blank=True)

    objects = LateDossiers.as_manager()

    workflow = Workflow(
        Step("note", "ghi hồ sơ", (), Stage.OPEN, rules.notes_late),
        Step(
            *("reappoint", "xin lỗi và hẹn lại", UNFINISHED, Stage.PROMISED, rules.signs_letters),
            needs=(lambda row: row.was_promised(),),
        ),
        Step(
            *("apologise", "xin lỗi vì đã quá hạn", UNFINISHED, Stage.PROMISED,
              rules.signs_letters),
            needs=(lambda row: row.was_promised(),),
        ),
        Step("ask_supplement", "ghi yêu cầu bổ sung", (Stage.OPEN,), Stage.WAITING,
             rules.notes_late),
        Step("receive_supplement", "ghi đã nhận bổ sung", (Stage.WAITING,), Stage.OPEN,
             rules.notes_late),
        Step("stop", "ghi dừng giải quyết", (Stage.WAITING,), Stage.STOPPED, rules.notes_late,
             ends=True),
        Step("hand_back", "ghi đã trả kết quả", UNFINISHED, Stage.RETURNED, rules.notes_late,
             ends=True),
        Step("strike", "gạch khỏi sổ", (*UNFINISHED, Stage.WAITING), Stage.STRUCK,
             rules.notes_late, ends=True),
    )  # fmt: skip

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="late_dossier_received_before_it_is_due",
                condition=Q(due_at__gt=F("received_at")),
            ),
            models.CheckConstraint(
                name="late_dossier_letter_says_cause_reason_and_day",
                condition=Q(letter_on=None, promised_on=None, cause="", reason="")
                | (Q(letter_on__isnull=False, promised_on__gt=F("letter_on"))
                   & ~Q(cause="") & ~Q(reason="")),
            ),
            models.CheckConstraint(
                name="late_dossier_returned_with_a_day",
                condition=Q(stage=Stage.RETURNED, returned_on__isnull=False)
                | (~Q(stage=Stage.RETURNED) & Q(returned_on=None)),
            ),
            models.CheckConstraint(
                name="late_dossier_struck_with_a_reason",
                condition=(Q(stage=Stage.STRUCK) & ~Q(struck_because=""))
                | (~Q(stage=Stage.STRUCK) & Q(struck_because="")),
            ),
            models.CheckConstraint(
                name="late_dossier_stopped_for_a_cause",
                condition=(Q(stage=Stage.STOPPED) & ~Q(ending=""))
                | (~Q(stage=Stage.STOPPED) & Q(ending="")),
            ),
            models.CheckConstraint(
                name="late_dossier_limit_with_its_measure",
                condition=Q(quantity=None, measure="")
                | (Q(quantity__gt=0) & ~Q(measure="")),
            ),
            models.UniqueConstraint(
                fields=["number"], condition=~Q(stage=Stage.STRUCK), name="late_dossier_noted_once"
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["due_on", "id"], name="late_dossier_by_day")]

    def __str__(self) -> str:
        return f"{self.code} – {self.number}"

    def get_absolute_url(self) -> str:
        return f"/cai-cach/ho-so/qua-han/{self.code}/"

    field = field_id = None
    kind_words = property(lambda self: "Hồ sơ quá hạn")

    @property
    def next_due(self) -> date | None:
        return (self.promised_on or self.due_on) if self.stage in UNFINISHED else None

    @property
    def letter_in_time(self) -> bool:
        """Sent a day before the first day at the latest."""
        return self.letter_on is not None and self.letter_on < self.due_on

    def standing(self, *, as_of: date) -> Standing:
        return standing(self.next_due, as_of=as_of)

    def was_promised(self) -> str:
        return ONCE if self.letter_on else ""

    # verbs

    @classmethod
    @transaction.atomic
    def note(
        cls, *, by: Any, on: date, received_at: datetime, due_at: datetime, **facts: Any
    ) -> Self:
        """Ghi hồ sơ sắp quá hạn hoặc đã quá hạn."""
        one = cls(officer=by, received_at=received_at, due_at=due_at, **facts)
        one.due_on = timezone.localdate(due_at)
        one.refuse_twice()
        with enter(one, "note", by=by, on=on) as taking:
            one.code = registers.take_number(BOOK, on=on, stream=BOOK).code
            taking.facts.update(number=one.number, due=one.due_on.isoformat())
        return one

    def refuse_twice(self) -> None:
        if type(self).objects.kept().filter(number=self.number).exists():
            raise Refused("Hồ sơ này đã có trong sổ.", field="number")

    def reappoint(self, *, by: Any, on: date, **told: Any) -> None:
        """Xin lỗi và hẹn lại: once, and a day before the first day at the latest."""
        with take(self, "reappoint", by=by, on=on) as taking:
            if on > last_day_to_tell(self.due_on):
                raise Refused(TOO_LATE.format(day(last_day_to_tell(self.due_on))))
            self.promise(taking, on=on, **told)

    def apologise(self, *, by: Any, on: date, **told: Any) -> None:
        """Xin lỗi vì đã quá hạn: nobody was told in time, the letter goes out all the same."""
        with take(self, "apologise", by=by, on=on) as taking:
            if on <= last_day_to_tell(self.due_on):
                raise Refused(NOT_LATE)
            self.promise(taking, on=on, **told)

    def promise(self, taking: Any, *, on: date, promised_on: date, cause: str, reason: str) -> None:
        if promised_on <= max(on, self.due_on):
            raise Refused(
                f"Ngày hẹn lại sau hôm nay và sau ngày hẹn trả, {day(self.due_on)}.",
                field="promised_on",
            )
        if not calendar().is_working(promised_on):
            raise Refused("Ngày hẹn lại phải là ngày làm việc.", field="promised_on")
        self.letter_on, self.promised_on = on, promised_on
        self.cause, self.reason = cause, reason
        taking.facts.update(promised=promised_on.isoformat(), in_time=self.letter_in_time)
        taking.values["reason"] = reason

    def hand_back(self, *, by: Any, on: date, returned_on: date) -> None:
        """Ghi đã trả kết quả."""
        with take(self, "hand_back", by=by, on=on) as taking:
            if not timezone.localdate(self.received_at) <= returned_on <= on:
                raise Refused("Ngày trả từ ngày tiếp nhận đến hôm nay.", field="returned_on")
            self.returned_on = returned_on
            taking.facts["returned"] = returned_on.isoformat()

    def strike(self, *, by: Any, on: date, reason: str) -> None:
        """Gạch khỏi sổ: the line stays, crossed out."""
        with take(self, "strike", by=by, on=on) as taking:
            self.struck_because = reason
            taking.values["reason"] = reason


def day_to_prepare(due_on: date) -> date:
    """One working day before: the letter is prepared."""
    return calendar().subtract(due_on, 1)


def last_day_to_tell(due_on: date) -> date:
    return days_after(due_on, -1)
