"""Phản ánh chính sách: what is wrong in a policy, what is proposed to whom, what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models, transaction
from django.db.models import F, Q

from portal import history, registers
from portal.people import User

from .. import rules

BOOK = "KNCS"


class PolicyIssues(models.QuerySet["PolicyIssue"]):
    def visible_to(self, user: User, *, on: date) -> PolicyIssues:
        """Whoever works on petitions and cases; it names nobody."""
        works = rules.oversees(user, on=on) or rules.units_of(user, on=on)
        return self if works else self.none()

    def unsent(self) -> PolicyIssues:
        return self.filter(dated_on=None)

    def unanswered(self) -> PolicyIssues:
        return self.filter(dated_on__isnull=False, answered_on=None)

    def answered(self) -> PolicyIssues:
        return self.filter(answered_on__isnull=False)


class PolicyIssue(models.Model):
    """Vướng mắc của chính sách: proposed, sent, answered."""

    code = models.CharField("số", max_length=24, unique=True)
    issue = models.TextField("vướng mắc")
    field = models.ForeignKey("portal.Field", models.PROTECT, null=True, blank=True)
    proposal = models.TextField("kiến nghị sửa đổi", blank=True)
    addressee = models.CharField("gửi đến", max_length=200, blank=True)
    number = models.CharField("số văn bản", max_length=60, blank=True)
    dated_on = models.DateField("ngày văn bản", null=True, blank=True)
    result = models.TextField("kết quả", blank=True)
    answered_on = models.DateField("ngày có kết quả", null=True, blank=True)
    raised_on = models.DateField("ngày ghi")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    cases: Any = models.ManyToManyField(
        "citizens.Case", through="citizens.IssueCase", related_name="policy_issues"
    )

    objects = PolicyIssues.as_manager()

    class Meta:
        ordering = ["-raised_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(dated_on=None, number="")
                | Q(dated_on__isnull=False) & ~Q(number="") & ~Q(addressee=""),
                name="policy_issue_sent_with_number",
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None, result="")
                | Q(dated_on__isnull=False, answered_on__gte=F("dated_on")) & ~Q(result=""),
                name="policy_issue_answered_after_sending",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} – {self.issue}"

    def get_absolute_url(self) -> str:
        return f"/phan-anh-chinh-sach/{self.code}/"

    @property
    def stream(self) -> str:
        return f"phan-anh-chinh-sach/{self.code}"

    @property
    def standing(self) -> str:
        if self.answered_on:
            return "Có kết quả"
        return "Đã gửi, chờ kết quả" if self.dated_on else "Chưa gửi"

    @classmethod
    @transaction.atomic
    def raise_issue(cls, *, by: User, on: date, cases: Iterable[Any], **facts: Any) -> PolicyIssue:
        """Ghi vướng mắc, under a number of its own book."""
        code = registers.take_number(BOOK, on=on).code
        issue = cls.objects.create(code=code, by=by, raised_on=on, **facts)
        issue.keep(by=by, on=on, label="Ghi vướng mắc", cases=cases, changed=facts)
        return issue

    @transaction.atomic
    def follow_up(self, *, by: User, on: date, cases: Iterable[Any], **facts: Any) -> None:
        """Sent, answered, or put right: what changed is kept."""
        before = {name: getattr(self, name) for name in facts}
        changed = {name: value for name, value in facts.items() if before[name] != value}
        for name, value in changed.items():
            setattr(self, name, value)
        self.save()
        self.keep(by=by, on=on, label="Cập nhật", cases=cases, changed=changed)

    def keep(
        self, *, by: User, on: date, label: str, cases: Iterable[Any], changed: dict[str, Any]
    ) -> None:
        """The links as they now stand, and the act in the history."""
        cases = list(cases)
        self.links.exclude(case__in=cases).delete()
        known = set(self.links.values_list("case", flat=True))
        IssueCase.objects.bulk_create(
            [IssueCase(issue=self, case=case) for case in cases if case.pk not in known]
        )
        labels = {name: str(self._meta.get_field(name).verbose_name) for name in changed}
        values = {labels[name]: str(value) for name, value in changed.items() if value}
        facts = {"cases": [case.code for case in cases]}
        history.record(
            self.stream, "follow_up", by=by.key, on=on, label=label, facts=facts, values=values
        )


class IssueCase(models.Model):
    """Vụ việc cho thấy vướng mắc."""

    issue = models.ForeignKey(PolicyIssue, models.PROTECT, related_name="links")
    case = models.ForeignKey("citizens.Case", models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["issue", "case"], name="case_once_an_issue")]
