"""Verbs of an article: written, read by another, shown, taken back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from portal import registers
from portal.publications.redrawn import Redrawn
from portal.publications.rich_text import cleaned
from portal.text import day
from portal.workflow import Refused, enter, take

BOOK = "BV"


class Editing:
    @classmethod
    @transaction.atomic
    def compose(
        cls: Any, *, by: Any, on: date, pictures: Iterable[tuple[Redrawn, str]] = (), **facts: Any
    ) -> Any:
        """Soạn bài. ``pictures``: what the record it comes from has, each with its caption."""
        make: Any = cls
        one = make(officer=by, edited_by=by, **facts)
        take_over_text(one)
        with enter(one, "compose", by=by, on=on) as taking:
            one.code = registers.take_number(BOOK, on=on, stream=BOOK).code
            taking.values["title"] = one.title
        for picture, caption in pictures:
            one.hang(picture, alt=caption, caption=caption, by=by, on=on)
        return one

    def edit(self: Any, *, by: Any, on: date, **facts: Any) -> None:
        """Sửa bài; whoever changed it last does not approve it."""
        with take(self, "edit", by=by, on=on) as taking:
            self.put(facts)
            take_over_text(self)
            self.edited_by = by
            taking.values["title"] = self.title

    def add_picture(
        self: Any, *, by: Any, on: date, picture: Redrawn, alt: str, caption: str = ""
    ) -> None:
        """Thêm ảnh: drawn anew before it comes here."""
        with take(self, "add_picture", by=by, on=on) as taking:
            self.hang(picture, alt=alt, caption=caption, by=by, on=on)
            self.edited_by = by
            taking.values["caption"] = caption or alt

    def hang(self: Any, picture: Redrawn, *, alt: str, caption: str, by: Any, on: date) -> None:
        kept = picture.kept(by=by)
        self.pictures.create(**kept, alt=alt, caption=caption, by=by, added_on=on)

    def remove_picture(self: Any, *, by: Any, on: date, picture: Any) -> None:
        """Bỏ ảnh."""
        with take(self, "remove_picture", by=by, on=on) as taking:
            found = self.pictures.filter(pk=picture.pk).first()
            if found is None:
                raise Refused("Ảnh này không còn trong bài.", field="picture")
            taking.values["caption"] = str(found)
            found.erase()

    def publish(
        self: Any, *, by: Any, on: date, at: datetime, prepared_by: Any = None, note: str = ""
    ) -> None:
        """Đăng bài: now, or from a moment to come."""
        with take(self, "publish", by=by, on=on, prepared_by=prepared_by) as taking:
            self.put({"published_at": at, "published_by": by})
            taking.facts["at"] = at.isoformat(timespec="minutes")
            taking.values["note"] = note

    def withdraw(self: Any, *, by: Any, on: date, reason: str) -> None:
        """Gỡ bài: strangers find it no longer."""
        with take(self, "withdraw", by=by, on=on) as taking:
            self.withdrawn_because = reason
            taking.values["reason"] = reason

    def rework(self: Any, *, by: Any, on: date) -> None:
        """Sửa lại bài đã gỡ: it is a draft again, and goes to whoever approves again."""
        with take(self, "rework", by=by, on=on) as taking:
            taking.facts["was_shown_from"] = day(timezone.localdate(self.published_at))
            self.put({"published_at": None, "published_by": None, "withdrawn_because": ""})
            self.edited_by = by


def take_over_text(one: Any) -> None:
    """Whatever came in is cleaned here, and nowhere is it stored before."""
    one.body = cleaned(one.body)
    if not one.body:
        raise Refused("Chưa có nội dung bài viết.", field="body")
    one.search_text = one.words_to_search()
