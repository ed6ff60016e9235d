"""Who wants to be received: by name, or without one where a denunciation is to be told."""

from __future__ import annotations

from datetime import date as Day
from typing import Any

from django.db import transaction

from portal import drafts, history
from portal.workflow import Refused, take

from ... import statutes
from .registration import Registration


class Enrolling:
    """Đăng ký."""

    def enrol(self, *, by: Any, on: Day, **facts: Any) -> Registration:
        """Ghi đăng ký: who wants to be received."""
        with take(self, "enrol", by=by, on=on):
            return self._written_down(by=by, on=on, **facts)

    def enrol_sealed(
        self, *, by: Any, on: Day, accepts_online: bool | None = None, **facts: Any
    ) -> Registration:
        """Ghi đăng ký riêng: somebody comes with a denunciation; no name is kept.

        The session's own row and history stay as they were: who may not know sees no difference.
        """
        with transaction.atomic():
            self.lock()
            self.workflow["enrol_sealed"].check(self, by=by, on=on)
            if self.asks_about_online and not accepts_online:
                raise Refused(statutes.NOT_ONLINE, field="accepts_online")
            facts |= {"sealed": True, "accepts_online": accepts_online}
            row = self._written_down(by=by, on=on, **facts)
            history.record(row.stream, "enrol_sealed", by=by.key, on=on)
            return row

    def seal_registration(
        self, *, by: Any, on: Day, registration: Registration, accepts_online: bool | None = None
    ) -> Registration:
        """Chuyển đăng ký riêng: it turned out to be about a denunciation; the name goes.

        Never refused for what was not agreed: a name that stands there must go.
        """
        with transaction.atomic():
            self.lock()
            self.workflow["seal_registration"].check(self, by=by, on=on)
            registration.accepts_online = accepts_online if self.asks_about_online else None
            registration.seal(by=by, on=on)
            drafts.forget(self.code, form=f"{self.stream_kind}-enrol")
            return registration

    def cancel_registration(self, *, by: Any, on: Day, registration: Registration) -> None:
        """Hủy đăng ký: nobody is expected any more.

        Like a sealed one it leaves the session's own row and history as they were, so that of a
        line that is gone nobody can tell which of the two it was.
        """
        with transaction.atomic():
            self.lock()
            self.workflow["cancel_registration"].check(self, by=by, on=on)
            registration.cancel(by=by, on=on)
            drafts.forget(self.code, form=f"{self.stream_kind}-enrol")

    @property
    def asks_about_online(self) -> bool:
        """A denunciation is heard online only from whoever asks for no secrecy."""
        return self.online and self.date >= statutes.REFORM_OF_2026

    def _written_down(self, *, by: Any, on: Day, **facts: Any) -> Registration:
        if self.date < on:
            raise Refused("Buổi tiếp đã qua ngày, không nhận đăng ký nữa.")
        return self.registrations.create(registered_by=by, registered_on=on, **facts)

    def no_name_registered(self) -> str:
        return "" if self.registrations.named().exists() else "không có đăng ký nào ghi họ tên."
