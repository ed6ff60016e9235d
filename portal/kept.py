"""Small tables that every page needs and hardly anybody changes, as each process last read them."""

from collections.abc import Callable
from time import monotonic
from typing import Any, ClassVar, Generic, TypeVar

from django.conf import settings

T = TypeVar("T")


class Kept(Generic[T]):
    """What a function read, read again after a while; a test's own tables are read every time."""

    all: ClassVar[list["Kept[Any]"]] = []

    def __init__(self, read: Callable[[], T]) -> None:
        Kept.all.append(self)
        self.read = read
        self.until = 0.0
        self.value: T

    def __call__(self) -> T:
        if self.until <= monotonic():
            self.value = self.read()
            self.until = monotonic() + getattr(settings, "OFFICE_KEPT_SECONDS", 60)
        return self.value

    def forget(self) -> None:
        """After an edit: the next question reads the table again."""
        self.until = 0.0
