"""Small tables that every page needs and hardly anybody changes, as each process last read them."""

from collections.abc import Callable, Hashable
from time import monotonic
from typing import Any, ClassVar, Generic, TypeVar

from django.conf import settings

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


class Kept(Generic[T]):
    """What a function read, read again after a while; a test's own tables are read every time."""

    all: ClassVar[list["Kept[Any]"]] = []

    def __init__(self, read: Callable[[], T]) -> None:
        Kept.all.append(self)
        self.read = read
        self.until = float("-inf")
        self.value: T

    def __call__(self) -> T:
        if self.until <= monotonic():
            self.value = self.read()
            self.until = monotonic() + getattr(settings, "OFFICE_KEPT_SECONDS", 60)
        return self.value

    def forget(self) -> None:
        """After an edit: the next question reads the table again."""
        self.until = float("-inf")


class KeptFor(Generic[K, T]):
    """The same of a question with one answer for each of a few keys."""

    MOST = 40

    def __init__(self, read: Callable[[K], T]) -> None:
        self.read = read
        self.answers: dict[K, Kept[T]] = {}

    def __call__(self, key: K) -> T:
        if key not in self.answers:
            self.make_room()
            self.answers[key] = Kept(lambda: self.read(key))
        return self.answers[key]()

    def make_room(self) -> None:
        """Nobody looks at more: what was asked for first goes."""
        if len(self.answers) >= self.MOST:
            Kept.all.remove(self.answers.pop(next(iter(self.answers))))
