"""A letter from the suggestion box: read by whom it is addressed to, answered, published."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Q

from democracy import items, rules
from portal import registers
from portal.deadlines import Standing, standing
from portal.people import Unit, User
from portal.permissions import anybody
from portal.planning.rules import headed_by, works_here
from portal.workflow import Refused, Step, Subject, Workflow, enter, take
from portal.working_days import days_after

BOOKS = {"leaders": "GY", "board": "GYTT", "representative": "GYDD"}
"""A series for each reader: a gap in a common one would tell of letters to somebody else."""


class Topic(models.TextChoices):
    WORK = "cong-viec", "Tổ chức, lề lối làm việc"
    CONDITIONS = "dieu-kien", "Điều kiện, môi trường làm việc"
    REGIME = "che-do", "Chế độ, chính sách"
    CONDUCT = "thai-do", "Thái độ, cách ứng xử"
    MONEY = "tai-chinh", "Tài chính, tài sản của cơ quan"
    OTHER = "khac", "Việc khác"


class Route(models.TextChoices):
    LEADERS = "leaders", "Lãnh đạo Sở (qua Văn phòng)"
    BOARD = "board", "Ban Thanh tra nhân dân"
    REPRESENTATIVE = "representative", "Tổ chức đại diện (Công đoàn)"


class Stage(models.TextChoices):
    NEW = "new", "Chờ giao trả lời"
    ROUTED = "routed", "Đã giao trả lời"
    ANSWERED = "answered", "Đã trả lời, chưa đăng"
    PUBLISHED = "published", "Đã đăng câu trả lời"
    ASIDE = "aside", "Không trả lời"


WAITING = (Stage.NEW, Stage.ROUTED)


class Suggestions(models.QuerySet["Suggestion"]):
    def visible_to(self, user: User, *, on: date) -> Suggestions:
        """Published: the whole staff. Before: whom it is addressed to, who has to answer."""
        if not works_here(user, on=on):
            return self.none()
        mine = Q(stage=Stage.PUBLISHED) | Q(unit__in=headed_by(user, on=on))
        return self.filter(mine | Q(addressed_to__in=routes_of(user, on=on)))

    def counted_for(self, user: User, *, on: date) -> Suggestions:
        """Those to the leaders, and each supervisor's own: nobody learns of the others'."""
        return self.filter(addressed_to__in={Route.LEADERS, *routes_of(user, on=on)})

    def waiting(self) -> Suggestions:
        return self.filter(stage__in=WAITING)

    def overdue(self, *, as_of: date) -> Suggestions:
        return self.waiting().filter(due_on__lt=as_of)


def routes_of(user: User, *, on: date) -> list[str]:
    return [route for route, roles in rules.ROUTES.items() if user.holds(*roles, as_of=on)]


class Suggestion(Subject):
    """Thư góp ý. Nothing here can say who wrote it."""

    stream_kind = "gop-y"
    addressed_to = models.CharField("gửi đến", max_length=14, choices=Route)
    topic = models.CharField("việc", max_length=12, choices=Topic)
    text = models.TextField("nội dung", blank=True)
    sent_on = models.DateField("ngày gửi")
    stage = models.CharField("giai đoạn", max_length=10, choices=Stage, default=Stage.NEW)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="đơn vị trả lời",
    )  # fmt: skip
    due_on = models.DateField("hạn trả lời")
    answer = models.TextField("trả lời", blank=True)
    answered_on = models.DateField("ngày trả lời", null=True, blank=True)
    summary = models.TextField("nội dung đăng", blank=True)
    published_on = models.DateField("ngày đăng", null=True, blank=True)
    aside_because = models.CharField("lý do không trả lời", max_length=500, blank=True)

    objects = Suggestions.as_manager()

    workflow = Workflow(
        Step("take_from_box", "lấy từ hòm thư", (), Stage.NEW, anybody),
        Step("route", "giao trả lời", WAITING, Stage.ROUTED, rules.is_addressed),
        Step("answer_letter", "trả lời thư", WAITING, Stage.ANSWERED, rules.answers_letter),
        Step(
            "publish_answer",
            "đăng câu trả lời",
            (Stage.ANSWERED,),
            Stage.PUBLISHED,
            rules.is_addressed,
        ),
        Step("lay_aside", "không trả lời", WAITING, Stage.ASIDE, rules.is_addressed, ends=True),
        Step(
            "blank_out",
            "xóa nội dung thư",
            tuple(Stage),
            None,
            rules.is_addressed,
            needs=(lambda letter: letter.lacks_text(),),
            ends=True,
        ),
    )

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="letter_answered_with_words",
                condition=~Q(stage__in=["answered", "published"])
                | (Q(answered_on__isnull=False) & ~Q(answer="")),
            ),
            models.CheckConstraint(
                name="letter_published_in_own_words",
                condition=Q(stage="published", published_on__isnull=False) & ~Q(summary="")
                | ~Q(stage="published") & Q(published_on=None, summary=""),
            ),
            models.CheckConstraint(
                name="letter_aside_with_reason",
                condition=(Q(stage="aside") & ~Q(aside_because=""))
                | (~Q(stage="aside") & Q(aside_because="")),
            ),
        ]
        indexes = [models.Index(fields=["stage", "due_on"], name="letter_by_due")]

    def __str__(self) -> str:
        return f"{self.code} – {self.title}"

    def get_absolute_url(self) -> str:
        return f"/dan-chu/gop-y/{self.code}/"

    field = None
    field_id = None
    kind_words = property(lambda self: "Thư góp ý")

    @property
    def title(self) -> str:
        return self.get_topic_display()

    def standing(self, *, as_of: date) -> Standing:
        return standing(self.due_on, as_of=as_of)

    def lacks_text(self) -> str:
        return "" if self.text else "nội dung đã được xóa."

    def is_read_by(self, user: User, *, on: date) -> bool:
        """The words as they were written; everybody else reads what was published."""
        return rules.answers_letter(user, self, on=on)

    # verbs

    @classmethod
    @transaction.atomic
    def take_from_box(cls, *, by: str, on: date, sent_on: date, **facts: Any) -> Self:
        """Lấy từ hòm thư; history learns that a letter came, not what it says."""
        letter = cls(sent_on=sent_on, due_on=days_after(on, items.ANSWERED_WITHIN), **facts)
        book = BOOKS[letter.addressed_to]
        with enter(letter, "take_from_box", by=by, on=on):
            letter.code = registers.take_number(book, on=on, stream=book).code
        return letter

    def route(self, *, by: Any, on: date, unit: Unit, note: str = "") -> None:
        """Giao trả lời."""
        with take(self, "route", by=by, on=on) as taking:
            self.unit = unit
            taking.facts["unit"] = unit.code
            taking.values["note"] = note

    def answer_letter(self, *, by: Any, on: date, answer: str) -> None:
        """Trả lời thư."""
        with take(self, "answer_letter", by=by, on=on) as taking:
            self.answer, self.answered_on = answer, on
            taking.values["answer"] = answer

    def publish_answer(self, *, by: Any, on: date, summary: str, answer: str) -> None:
        """Đăng câu trả lời, with the matter told in the office's words."""
        with take(self, "publish_answer", by=by, on=on) as taking:
            if self.text and summary.strip() == self.text.strip() and len(self.text) > 80:
                raise Refused(
                    "Tóm tắt lại bằng lời khác: cách viết có thể cho biết người gửi.",
                    field="summary",
                )
            self.summary, self.answer, self.published_on = summary, answer, on
            taking.values["summary"] = summary

    def lay_aside(self, *, by: Any, on: date, reason: str) -> None:
        """Không trả lời."""
        with take(self, "lay_aside", by=by, on=on) as taking:
            self.aside_because = reason
            taking.values["reason"] = reason

    def blank_out(self, *, by: Any, on: date, reason: str) -> None:
        """Xóa nội dung thư that names people or denounces; the line stays."""
        with take(self, "blank_out", by=by, on=on) as taking:
            self.text = ""
            taking.values["reason"] = reason
