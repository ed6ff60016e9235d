"""Steps of a subject and the one way to take them: lock, check, work, save, record.

A subject (petition, case) names its ``workflow``; a verb on the model wraps its work in
``take()``. Taking a step never notifies and never prints.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, Self

from django.db import models, transaction

from portal import history
from portal.permissions import Rule
from portal.text import slug, upper_first
from portal.working_days import Calendar


class Refused(Exception):
    """A step that is not open, with one Vietnamese sentence for the person who asked.

    ``field`` names the argument that is wrong, so that the sentence stands at its own field.
    """

    def __init__(self, sentence: str = "", *, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class Changed(Refused):
    """Somebody else changed the subject since it was opened."""


Condition = Callable[[Any], str]
"""A question to the subject: the sentence that says what is missing, or ''."""


@dataclass(frozen=True)
class Step:
    """One row of a workflow table: from which stages, to which, by whom, prepared by whom."""

    name: str
    label: str
    sources: tuple[str, ...]
    target: str | None
    rule: Rule
    prepared_by: Rule | None = None
    needs: tuple[Condition, ...] = ()
    ends: bool = False

    @property
    def path(self) -> str:
        """The step's folded label, as in ``/vu-viec/<code>/thu-ly/``."""
        return slug(self.label)

    @property
    def title(self) -> str:
        return upper_first(self.label)

    def missing(self, subject: Any) -> str:
        """Why the subject itself is not ready for the step, in one sentence, or ''."""
        if subject.stage not in self.sources:
            return f"Chưa thể {self.label}: đang ở giai đoạn “{subject.get_stage_display()}”."
        for need in self.needs:
            if sentence := need(subject):
                return f"Chưa thể {self.label}: {sentence}"
        sentence = subject.held_up(self)
        return f"Chưa thể {self.label}: {sentence}" if sentence else ""

    def check(self, subject: Any, *, by: Any, on: date) -> None:
        if sentence := self.missing(subject):
            raise Refused(sentence)
        if not isinstance(by, str) and not self.rule(by, subject, on=on):
            raise Refused(self.rule.why_not)

    def may_take(self, user: Any, subject: Any, *, on: date) -> bool:
        return self.rule(user, subject, on=on)

    def may_prepare(self, user: Any, subject: Any, *, on: date) -> bool:
        return bool(self.prepared_by and self.prepared_by(user, subject, on=on))


class Workflow:
    """The steps of one kind of subject, in the order of the law."""

    def __init__(self, *steps: Step) -> None:
        self.steps = {step.name: step for step in steps}
        self.by_path = {step.path: step for step in steps}

    def __getitem__(self, name: str) -> Step:
        return self.steps[name]

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps.values())

    def __contains__(self, name: object) -> bool:
        return name in self.steps

    def open_to(self, user: Any, subject: Any, *, on: date) -> list[Step]:
        """Steps that this user may take or prepare now."""
        return [
            step
            for step in self
            if not step.missing(subject)
            and (step.may_take(user, subject, on=on) or step.may_prepare(user, subject, on=on))
        ]

    def closed_to(self, user: Any, subject: Any, *, on: date) -> list[tuple[Step, str]]:
        """Steps of the subject's stage that are not open to this user, each with its reason."""
        closed = []
        for step in self:
            if subject.stage not in step.sources:
                continue
            if sentence := step.missing(subject):
                closed.append((step, sentence))
            elif not (
                step.may_take(user, subject, on=on) or step.may_prepare(user, subject, on=on)
            ):
                closed.append((step, step.rule.why_not))
        return closed


class Subject(models.Model):
    """Whatever has a code, a stage and a workflow."""

    stream_kind: ClassVar[str]
    workflow: ClassVar[Workflow]
    objects: ClassVar[Any]
    kinds: ClassVar[dict[str, type[Subject]]] = {}
    code = models.CharField("số", max_length=24, unique=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        if "stream_kind" in cls.__dict__:
            Subject.kinds[cls.stream_kind] = cls

    @property
    def stream(self) -> str:
        """The name of the subject's history, such as ``vu-viec/KN-2026-0012``."""
        return f"{self.stream_kind}/{self.code}"

    @property
    def keeps_words(self) -> bool:
        """False where nothing may be written about it: what is told of it stays on paper."""
        return True

    @property
    def read_in_person(self) -> bool:
        """True where what is prepared is read by the holder of the post, never by a stand-in."""
        return False

    def not_to_be_written(self, text: str) -> str:
        """What in a text may not be kept about it, in one sentence; nothing of itself."""
        return ""

    @classmethod
    def of_kind(cls, subject: Any) -> Any:
        """The subject as its own kind; proxies override it."""
        return subject

    def held_up(self, step: Step) -> str:
        """What has to be settled before the step, in half a sentence; nothing of itself."""
        return ""

    def sole_reader(self, *, on: date) -> Any:
        """The position that alone reads what is prepared here; None: the line of the unit."""
        return None

    def put(self, facts: Mapping[str, Any]) -> None:
        """What a form says, taken over within a step."""
        for name, value in facts.items():
            setattr(self, name, value)

    def counted(self) -> dict[Any, Any]:
        """What rollups count of the subject as it now stands; nothing unless an app says so."""
        return {}

    def recount(self, before: dict[Any, Any]) -> None:
        """Bring the rollups from what was counted ``before`` to what counts now."""

    @classmethod
    def moving(cls, calendar: Calendar) -> list[Moving]:
        """The open time limits that this calendar would end on another day; none unless told."""
        return []

    @classmethod
    def reckon_clocks(cls, *, by: str, on: date) -> None:
        """The calendar changed: move the last days of what is open; nothing where none run."""

    def lock(self) -> Self:
        """Read the row again and keep everybody else out until the transaction ends."""
        rows = type(self)._base_manager.select_for_update()
        self.refresh_from_db(from_queryset=rows)
        return self


@dataclass(frozen=True)
class Moving:
    """A time limit whose last day a change of the calendar moves."""

    code: str
    rule: str
    before: date
    after: date
    sealed: bool = False


def moving(calendar: Calendar) -> list[Moving]:
    """What this calendar would move: the numbers that everybody may know, the nearest first."""
    found = (row for kind in Subject.kinds.values() for row in kind.moving(calendar))
    return sorted((row for row in found if not row.sealed), key=lambda row: (row.before, row.code))


@transaction.atomic
def calendar_changed(*, by: str, on: date) -> None:
    """Every open time limit is reckoned by the calendar as it now stands."""
    for kind in Subject.kinds.values():
        kind.reckon_clocks(by=by, on=on)


def find(stream: str) -> Any:
    """The subject of a stream; raises ``ObjectDoesNotExist`` when there is none."""
    kind, _, code = stream.partition("/")
    model: Any = Subject.kinds[kind]
    return model.of_kind(model._base_manager.get(code=code))


@dataclass
class Taking:
    """A step as it is being taken: by whom, on which day, prepared by whom.

    The verb tells history ``facts`` in clear and ``values`` that can be erased, and changes
    ``target`` where the stage that follows is not the one in the table.
    """

    step: Step
    by: Any
    on: date
    prepared_by: Any = None
    facts: dict[str, Any] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    target: str | None = None
    written: dict[str, Any] | None = None

    def write(self, subject: Any) -> None:
        """Store a new subject as it is to stand, for rows that point to it."""
        subject.stage = self.target
        subject.save()
        self.written = columns_of(subject)

    def record(self, subject: Any) -> None:
        history.record(
            subject.stream,
            self.step.name,
            by=key_of(self.by),
            on=self.on,
            label=self.step.title,
            facts=self.facts,
            values=self.values,
            prepared_by=key_of(self.prepared_by) if self.prepared_by else "",
        )


def columns_of(subject: Any) -> dict[str, Any]:
    columns = (each for each in subject._meta.concrete_fields if not each.generated)
    return {each.attname: getattr(subject, each.attname) for each in columns}


def key_of(by: Any) -> str:
    return by if isinstance(by, str) else by.key


@contextmanager
def take(
    subject: Any, name: str, *, by: Any, on: date, prepared_by: Any = None
) -> Iterator[Taking]:
    """Take a step: the block does its work on the locked subject, then all is saved and recorded.

    ``by`` is a user, or a string for the public and the portal itself. Raises ``Refused``.
    """
    step = subject.workflow[name]
    with transaction.atomic():
        subject.lock()
        step.check(subject, by=by, on=on)
        before, counted = subject.stage, subject.counted()
        taking = Taking(step, by, on, prepared_by, target=step.target)
        yield taking
        if taking.target is not None:
            subject.stage = taking.target
        subject.version += 1
        subject.save()
        subject.recount(counted)
        if subject.stage != before:
            taking.facts["stage"] = [before, subject.stage]
        taking.record(subject)


@contextmanager
def enter(subject: Any, name: str, *, by: Any, on: date) -> Iterator[Taking]:
    """The first step of a subject: the block fills it, then it is saved and recorded."""
    step = subject.workflow[name]
    with transaction.atomic():
        if not isinstance(by, str) and not step.rule(by, subject, on=on):
            raise Refused(step.rule.why_not)
        taking = Taking(step, by, on, target=step.target)
        yield taking
        subject.stage = taking.target
        if columns_of(subject) != taking.written:
            subject.save()
        subject.recount({})
        taking.facts["stage"] = ["", subject.stage]
        taking.record(subject)
