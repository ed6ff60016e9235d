"""One change: what sets it going, its steps with their last days, the procedures it touches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import F, Q

from portal.deadlines import Standing, standing
from portal.instruments import Instrument
from portal.people import Unit, User
from portal.workflow import Moving, Step, Subject, Workflow
from portal.working_days import Calendar, calendar
from reforms import procedure_rules as rules
from reforms import statutes

from .noting import Noting
from .opening import Opening
from .vocabulary import AFTERWARDS, CLOSING, MILESTONES, Milestone, Sort, Stage

OPEN, SIGNED = ("open",), ("signed",)


class Changes(models.QuerySet["ProcedureChange"]):
    def visible_to(self, user: User, *, on: date) -> Changes:
        """The whole staff knows what becomes of the catalogue."""
        return self if rules.may_read(user, on=on) else self.none()

    def running(self) -> Changes:
        return self.filter(stage__in=(*OPEN, *SIGNED))

    def not_updated(self, *, as_of: date) -> Changes:
        """Chưa cập nhật kịp thời: on that day a step was not taken and its last day was over."""
        unsigned = not_done("signed_on", as_of)
        drafting = unsigned & not_done("drafted_on", as_of) & Q(draft_by__lt=as_of)
        late = (unsigned & Q(sign_by__lt=as_of)) | drafting
        waiting = not_done("entered_on", as_of) | not_done("posted_on", as_of)
        waiting |= not_done("process_on", as_of) & ~Q(sort__in=CLOSING)
        late |= Q(signed_on__lte=as_of, enter_by__lt=as_of) & waiting
        return self.filter(late, opened_on__lte=as_of).exclude(stage=Stage.DROPPED)

    def late_somewhere(self) -> Changes:
        """Whose steps were taken, one of them after its last day."""
        late = Q()
        for row in MILESTONES:
            late |= Q(**{f"{row.name}__gt": F(row.due)})
        return self.filter(late)


def not_done(column: str, as_of: date) -> Q:
    return Q(**{column: None}) | Q(**{f"{column}__gt": as_of})


@dataclass(frozen=True)
class Passed:
    """A step with its last day and the day on which it was taken."""

    milestone: Milestone
    due: date | None
    done_on: date | None
    standing: Standing | None
    late_days: int

    @property
    def words(self) -> str:
        return self.milestone.words


class ProcedureChange(Opening, Noting, Subject):
    """Biến động thủ tục hành chính."""

    stream_kind = "bien-dong-tthc"
    sort = models.CharField("loại biến động", max_length=10, choices=Sort)
    title = models.CharField("trích yếu", max_length=500)
    instrument = models.ForeignKey(
        Instrument, models.PROTECT, null=True, blank=True, related_name="procedure_changes",
        verbose_name="văn bản làm phát sinh",
    )  # fmt: skip
    because = models.CharField("văn bản làm phát sinh", max_length=300)
    promulgated_on = models.DateField("ngày ban hành văn bản")
    effective_on = models.DateField("ngày có hiệu lực")
    shortened = models.BooleanField("ban hành theo trình tự rút gọn", default=False)
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="procedure_changes", verbose_name="đơn vị soạn thảo"
    )
    officer = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người lập")
    opened_on = models.DateField("lập ngày")
    stage = models.CharField("giai đoạn", max_length=10, choices=Stage, default=Stage.OPEN)
    draft_by = models.DateField("hạn dự thảo")
    sign_by = models.DateField("hạn ký quyết định công bố")
    enter_by = models.DateField("hạn cập nhật", null=True, blank=True)
    drafted_on = models.DateField("dự thảo xong ngày", null=True, blank=True)
    submitted_on = models.DateField("trình ngày", null=True, blank=True)
    decision = models.CharField("quyết định công bố", max_length=200, blank=True)
    signed_on = models.DateField("ngày ký", null=True, blank=True)
    entered_on = models.DateField("nhập cơ sở dữ liệu quốc gia ngày", null=True, blank=True)
    posted_on = models.DateField("niêm yết, công khai ngày", null=True, blank=True)
    process_on = models.DateField("phê duyệt quy trình ngày", null=True, blank=True)
    dropped_because = models.CharField("lý do dừng", max_length=500, blank=True)

    objects = Changes.as_manager()

    workflow = Workflow(
        Step("open_change", "lập biến động", (), Stage.OPEN, rules.opens_changes),
        Step("edit", "sửa biến động", OPEN, None, rules.keeps),
        Step("touch", "thêm thủ tục", OPEN, None, rules.keeps),
        Step("let_go", "bỏ thủ tục", OPEN, None, rules.keeps),
        Step("note_draft", "ghi ngày dự thảo xong", OPEN, None, rules.keeps),
        Step("note_submission", "ghi ngày trình", OPEN, None, rules.keeps),
        Step("note_decision", "ghi quyết định công bố", OPEN, Stage.SIGNED, rules.keeps,
             needs=(lambda change: change.lacks_procedures(),)),
        Step("note_entry", "ghi ngày nhập cơ sở dữ liệu quốc gia", SIGNED, None, rules.keeps),
        Step("note_posting", "ghi ngày niêm yết, công khai", SIGNED, None, rules.keeps),
        Step("note_process", "ghi ngày phê duyệt quy trình nội bộ", SIGNED, None, rules.keeps),
        Step("abandon", "dừng biến động", OPEN, Stage.DROPPED, rules.keeps_procedures, ends=True),
    )  # fmt: skip

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="change_signed_with_a_decision",
                condition=Q(
                    signed_on=None, decision="", enter_by=None, stage__in=["open", "dropped"]
                )
                | (
                    Q(signed_on__isnull=False, enter_by__isnull=False, stage__in=["signed", "done"])
                    & ~Q(decision="")
                ),
            ),
            models.CheckConstraint(
                name="change_updated_after_it_was_signed",
                condition=(Q(entered_on=None) | Q(entered_on__gte=F("signed_on")))
                & (Q(posted_on=None) | Q(posted_on__gte=F("signed_on"))),
            ),
            models.CheckConstraint(
                name="change_dropped_with_a_reason",
                condition=(Q(stage="dropped") & ~Q(dropped_because=""))
                | (~Q(stage="dropped") & Q(dropped_because="")),
            ),
            models.CheckConstraint(
                name="change_takes_effect_after_it_was_promulgated",
                condition=Q(effective_on__gte=F("promulgated_on")),
            ),
        ]
        indexes = [models.Index(fields=["stage", "sign_by"], name="procedure_change_by_due")]

    def __str__(self) -> str:
        return f"{self.code} – {self.title}"

    def get_absolute_url(self) -> str:
        return f"/cai-cach/bien-dong/{self.code}/"

    field = field_id = None
    kind_words = property(lambda self: f"Biến động: {self.get_sort_display().lower()}")
    due_on = property(lambda self: self.sign_by)

    # questions

    def lacks_procedures(self) -> str:
        return "" if self.touched.exists() else "chưa ghi thủ tục nào bị tác động."

    @property
    def owed(self) -> tuple[Milestone, ...]:
        """What has to be done for it."""
        closing = self.sort in CLOSING
        return tuple(row for row in MILESTONES if row.closing_too or not closing)

    def passed(self, *, as_of: date) -> Iterator[Passed]:
        """Each step: due when, done when, how many days late."""
        for row in self.owed:
            due, done = getattr(self, row.due), getattr(self, row.name)
            running = due and done is None and self.stage != Stage.DROPPED
            late = late_days(due, done or (as_of if running else None))
            yield Passed(row, due, done, standing(due, as_of=as_of) if running else None, late)

    def is_updated(self) -> bool:
        return all(getattr(self, row.name) for row in AFTERWARDS if row in self.owed)

    def next_due(self) -> date | None:
        """The first last day of a step that is not taken."""
        open_ = [getattr(self, row.due) for row in self.owed if getattr(self, row.name) is None]
        return min(filter(None, open_), default=None)

    @property
    def closes(self) -> bool:
        return self.sort in CLOSING

    @classmethod
    def moving(cls, calendar: Calendar) -> list[Moving]:
        """Last days that this calendar would move."""
        found = []
        for row in cls.objects.running():
            for name, due in row.reckoned(calendar).items():
                if (before := getattr(row, name)) and due != before:
                    words = statutes.RULES[statutes.OF_CHANGES[name]].label
                    found.append(Moving(row.code, words, before, due))
        return found

    @classmethod
    def reckon_clocks(cls, *, by: str, on: date) -> None:
        for row in cls.objects.running():
            for name, due in row.reckoned(calendar()).items():
                setattr(row, name, due)
            row.save(update_fields=["draft_by", "sign_by", "enter_by"])


def late_days(due: date | None, day_: date | None) -> int:
    """Working days from the last day to the day that counts; 0 in time."""
    if due is None or day_ is None or day_ <= due:
        return 0
    return calendar().count(due, day_) or 1
