"""A campaign: whom it asks, how many slips went out, one answer for each.

A slip is a key that the portal can make again and never stores; a token is its hash. An answer
takes its token away, so nothing is left to which the answer could be traced.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q

from portal import registers
from portal.deadlines import Standing, standing
from portal.people import Unit, User
from portal.text import day
from portal.workflow import Refused, Step, Subject, Workflow, enter, take
from reforms import survey_rules as rules
from reforms.surveys import ENTERPRISES, PEOPLE, Questionnaire, questionnaires

BOOK = "KSHL"
SIGNS = 10
"""Bytes of a key: sixteen letters and digits."""


class Stage(models.TextChoices):
    OPEN = "open", "Đang khảo sát"
    CLOSED = "closed", "Đã kết thúc"


class Audience(models.TextChoices):
    PEOPLE = PEOPLE, "Người dân"
    ENTERPRISES = ENTERPRISES, "Doanh nghiệp"


class Campaigns(models.QuerySet["SurveyCampaign"]):
    def visible_to(self, user: User, *, on: date) -> Self:
        return self if rules.reads(user, on=on) else self.none()

    def answering(self, *, as_of: date) -> Self:
        """Those whose slips are taken today."""
        return self.filter(stage=Stage.OPEN, opens_on__lte=as_of, closes_on__gte=as_of)


class SurveyCampaign(Subject):
    """Đợt khảo sát sự hài lòng."""

    stream_kind = "khao-sat-hai-long"
    title = models.CharField("tên đợt", max_length=300)
    audience = models.CharField("đối tượng", max_length=12, choices=Audience)
    questions = models.CharField("phiếu hỏi", max_length=40)
    opens_on = models.DateField("từ ngày")
    closes_on = models.DateField("đến hết ngày")
    officer = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người mở")
    stage = models.CharField("giai đoạn", max_length=8, choices=Stage, default=Stage.OPEN)
    conclusion = models.TextField("nhận xét khi kết thúc", blank=True)

    objects = Campaigns.as_manager()

    workflow = Workflow(
        Step("open_campaign", "mở đợt khảo sát", (), Stage.OPEN, rules.asks),
        Step("issue", "phát phiếu", (Stage.OPEN,), None, rules.asks),
        Step("close_campaign", "kết thúc khảo sát", (Stage.OPEN,), Stage.CLOSED, rules.asks,
             ends=True),
    )  # fmt: skip

    class Meta:
        ordering = ["-closes_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="survey_opens_before_it_closes", condition=Q(closes_on__gte=F("opens_on"))
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} – {self.title}"

    def get_absolute_url(self) -> str:
        return f"/cai-cach/hai-long/{self.code}/"

    unit = unit_id = field = field_id = None
    kind_words = property(lambda self: "Khảo sát sự hài lòng")

    @property
    def questionnaire(self) -> Questionnaire:
        return questionnaires()[self.questions]

    def standing(self, *, as_of: date) -> Standing:
        return standing(self.closes_on if self.stage == Stage.OPEN else None, as_of=as_of)

    # verbs

    @classmethod
    @transaction.atomic
    def open_campaign(cls, *, by: Any, on: date, questions: str, **facts: Any) -> Self:
        """Mở đợt khảo sát."""
        one = cls(officer=by, questions=questions, **facts)
        one.audience = questionnaires()[questions].audience
        if one.closes_on < max(one.opens_on, on):
            raise Refused("Ngày kết thúc từ ngày bắt đầu và từ hôm nay.", field="closes_on")
        with enter(one, "open_campaign", by=by, on=on) as taking:
            one.code = registers.take_number(BOOK, on=on, stream=BOOK).code
            taking.facts.update(questions=questions, closes=one.closes_on.isoformat())
        return one

    def issue(self, *, by: Any, on: date, count: int, unit: Unit | None = None) -> SurveyBatch:
        """Phát phiếu: so many keys, to be handed out through a unit or by nobody in particular."""
        with take(self, "issue", by=by, on=on) as taking:
            if on > self.closes_on:
                raise Refused(f"Đợt khảo sát đã hết ngày {day(self.closes_on)}.", field="count")
            batch = self.batches.create(unit=unit, count=count, issued_on=on, by=by)
            SurveyToken.objects.bulk_create(
                SurveyToken(digest=digest_of(key), batch=batch) for key in batch.slips()
            )
            taking.facts.update(count=count, unit=unit.code if unit else "")
        return batch

    def close_campaign(self, *, by: Any, on: date, conclusion: str = "") -> None:
        """Kết thúc khảo sát: slips that nobody used are worth nothing any more."""
        with take(self, "close_campaign", by=by, on=on) as taking:
            SurveyToken.objects.filter(batch__campaign=self).delete()
            self.conclusion, self.closes_on = (
                conclusion,
                min(self.closes_on, max(on, self.opens_on)),
            )
            taking.values["conclusion"] = conclusion


class SurveyBatch(models.Model):
    """Số phiếu đã phát một lần."""

    campaign = models.ForeignKey(SurveyCampaign, models.PROTECT, related_name="batches")
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="qua đơn vị"
    )
    count = models.PositiveIntegerField("số phiếu")
    issued_on = models.DateField("ngày phát")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.campaign}: {self.count} phiếu"

    def slips(self) -> list[str]:
        """The keys, made again."""
        return [key_of(self.pk, place) for place in range(self.count)]


class SurveyToken(models.Model):
    """Phiếu chưa dùng; an answer takes its row away."""

    digest = models.BinaryField("dấu của mã", max_length=32, unique=True)
    batch = models.ForeignKey(SurveyBatch, models.PROTECT, related_name="tokens")

    def __str__(self) -> str:
        return "Phiếu chưa dùng"


def key_of(batch: int, place: int) -> str:
    """Sixteen signs that only the portal's own secret can make again."""
    made = hmac.digest(secret(), f"survey:{batch}/{place}".encode(), "sha256")[:SIGNS]
    return base64.b32encode(made).decode().lower()


def digest_of(key: str) -> bytes:
    return hmac.digest(secret(), f"survey-slip:{key}".encode(), hashlib.sha256)


def secret() -> bytes:
    return str(settings.LOOKUP_PEPPER).encode()
