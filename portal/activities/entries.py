"""A line in a register of activities: what was done, by which unit, for which programme."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models, transaction
from django.db.models import Q

from portal import registers
from portal.activities import rules
from portal.deadlines import Standing, standing
from portal.people import Unit, User
from portal.permissions import Rule
from portal.planning.rules import works_here
from portal.text import day, number
from portal.workflow import Refused, Step, Subject, Workflow, enter, take

KEPT, DONE, STRUCK = "kept", "done", "struck"


class Programme(models.TextChoices):
    """For which programme it counts; for both it is written down once."""

    DEMOCRACY = "dan-chu", "Thực hiện dân chủ"
    REFORM = "cai-cach", "Cải cách hành chính"
    BOTH = "ca-hai", "Cả hai chương trình"


class Stage(models.TextChoices):
    KEPT = KEPT, "Trong sổ"
    STRUCK = STRUCK, "Đã gạch"


def stage_field(stages: Any) -> models.CharField:
    return models.CharField("giai đoạn", max_length=8, choices=stages, default=KEPT)


def entry_steps(
    *between: Step, notes: Rule = rules.keeps_registers, keeps: Rule = rules.keeps_entry
) -> Workflow:
    """Written down, put right, crossed out; between them what the register adds."""
    return Workflow(
        Step("note", "ghi vào sổ", (), KEPT, notes),
        *between,
        Step("amend", "sửa dòng sổ", (KEPT,), None, keeps),
        Step("strike", "gạch khỏi sổ", (KEPT,), STRUCK, keeps, ends=True),
    )


class Entries(models.QuerySet["Entry"]):
    def visible_to(self, user: Any, *, on: date) -> Self:
        """The whole staff, unless a register knows better."""
        return self if works_here(user, on=on) else self.none()

    def kept(self) -> Self:
        """What counts: all that is not crossed out."""
        return self.exclude(stage=STRUCK)

    def of_programme(self, programme: str) -> Self:
        return self.filter(programme__in={programme, Programme.BOTH})

    def held_in(self, first: date, last: date) -> Self:
        return self.filter(from_on__range=(first, last))


class Entry(Subject):
    """Dòng trong sổ hoạt động."""

    book: ClassVar[str]
    path: ClassVar[str]
    told: ClassVar[tuple[str, ...]] = ()
    """Columns of its own that its page shows, in this order."""

    programme = models.CharField("chương trình", max_length=8, choices=Programme)
    title = models.CharField("nội dung", max_length=300)
    from_on = models.DateField("ngày")
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="+", verbose_name="đơn vị thực hiện"
    )
    field = models.ForeignKey(
        "portal.Field", models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="lĩnh vực",
    )  # fmt: skip
    share = models.ForeignKey(
        "portal.TaskUnit", models.PROTECT, null=True, blank=True, related_name="%(class)s_entries",
        verbose_name="thuộc nhiệm vụ",
    )  # fmt: skip
    file = models.ForeignKey(
        "portal.File", models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="tài liệu",
    )  # fmt: skip
    officer = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người ghi")
    stage = stage_field(Stage)
    struck_because = models.CharField("lý do gạch", max_length=300, blank=True)

    objects: ClassVar[Any] = Entries.as_manager()
    workflow = entry_steps()

    class Meta:
        abstract = True
        ordering = ["-from_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="%(class)s_struck_with_reason",
                condition=(Q(stage=STRUCK) & ~Q(struck_because=""))
                | (~Q(stage=STRUCK) & Q(struck_because="")),
            ),
        ]
        indexes = [models.Index(fields=["-from_on", "-id"], name="%(class)s_newest")]

    def __str__(self) -> str:
        return f"{self.code} – {self.title}"

    def get_absolute_url(self) -> str:
        return f"/hoat-dong/{self.path}/{self.code}/"

    kind_words = property(lambda self: self._meta.verbose_name)
    due_on: Any = property(lambda self: None)

    def standing(self, *, as_of: date) -> Standing:
        return standing(self.due_on, as_of=as_of)

    @property
    def is_struck(self) -> bool:
        return self.stage == STRUCK

    def refuse_outside(self, when: date, *, on: date, act: str, field: str) -> None:
        """What is done later is done between the line's own day and today."""
        if not self.from_on <= when <= on:
            raise Refused(f"Ngày {act} từ {day(self.from_on)} đến hôm nay, {day(on)}.", field=field)

    def facts(self) -> list[tuple[str, str]]:
        """What its page tells: words and value, the empty ones left out."""
        table: Any = self._meta
        rows = [(table.get_field(name).verbose_name, self.words(name)) for name in self.told]
        return [(str(label)[:1].upper() + str(label)[1:], words) for label, words in rows if words]

    def words(self, name: str) -> str:
        value = getattr(self, name)
        if isinstance(value, date):
            return day(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return number(value)
        shown = getattr(self, f"get_{name}_display", None)
        return str(shown() if shown else value or "")

    # verbs

    @classmethod
    @transaction.atomic
    def note(cls, *, by: Any, on: date, **facts: Any) -> Self:
        """Ghi vào sổ."""
        entry = cls(officer=by, **facts)
        with enter(entry, "note", by=by, on=on) as taking:
            entry.code = registers.take_number(cls.book, on=on, stream=cls.book).code
            taking.facts.update(programme=entry.programme, day=entry.from_on.isoformat())
            taking.values["title"] = entry.title
        return entry

    def amend(self, *, by: Any, on: date, **facts: Any) -> None:
        """Sửa dòng sổ: what it said before stays in the history."""
        with take(self, "amend", by=by, on=on) as taking:
            changed = {name: value for name, value in facts.items() if getattr(self, name) != value}
            taking.values.update({label_of(self, name): before(self, name) for name in changed})
            self.put(changed)

    def strike(self, *, by: Any, on: date, reason: str) -> None:
        """Gạch khỏi sổ: the line stays, crossed out with its reason, and counts no longer."""
        with take(self, "strike", by=by, on=on) as taking:
            self.struck_because = reason
            taking.values["reason"] = reason


def label_of(entry: Any, name: str) -> str:
    return f"{entry._meta.get_field(name).verbose_name} trước khi sửa"


def before(entry: Any, name: str) -> str:
    return entry.words(name) or "để trống"
