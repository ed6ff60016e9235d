"""Whether this reader may take or prepare the step now, and why not."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest

from portal.submissions import Submission
from portal.workflow import Step


class Rights:
    request: HttpRequest
    subject: Any
    step: Step
    on: date

    def why_not(self) -> str:
        """Why this user cannot take or prepare the step now, in one sentence, or ''."""
        if sentence := self.step.missing(self.subject) or self.on_its_way():
            return sentence
        if self.takes or self.prepares:
            return ""
        return self.step.rule.why_not

    def on_its_way(self) -> str:
        """Who reads the step's submission now, while one is open."""
        if not self.step.prepared_by:
            return ""
        under_way = Submission.objects.about(self.subject).open().filter(step=self.step.name)
        waiting = under_way.select_related("reader__user").first()
        return f"Đã trình, đang chờ {waiting.reader.user} đọc." if waiting else ""

    @property
    def takes(self) -> bool:
        return self.step.may_take(self.request.user, self.subject, on=self.on)

    @property
    def prepares(self) -> bool:
        return self.step.may_prepare(self.request.user, self.subject, on=self.on)
