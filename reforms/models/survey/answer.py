"""Answers: of which campaign or counter, through which unit, what was ticked. No more.

As with the suggestion box (0120), rows are written again in the night, in random order, with new
keys and in one transaction: neither their place nor the database's own marks tell an hour.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date
from random import SystemRandom
from typing import Self

from django.db import models, transaction

from portal.people import Unit
from reforms.models.survey.campaign import SurveyCampaign, SurveyToken, digest_of


class Answers(models.QuerySet["SurveyAnswer"]):
    def counted(self) -> Self:
        """Those of the days before: who watches the page learns nothing about today."""
        return self.filter(settled=True)


class SurveyAnswer(models.Model):
    """Một phiếu trả lời."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey(
        SurveyCampaign, models.PROTECT, null=True, blank=True, related_name="answers"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    questions = models.CharField("phiếu hỏi", max_length=40)
    ticked = models.JSONField("trả lời", default=dict)
    """{code of the question: 1 to 5}; a question without an opinion is left out."""
    given_on = models.DateField("ngày")
    settled = models.BooleanField("đã xáo", default=False)

    objects = Answers.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["campaign", "unit"], name="survey_answer_of_campaign"),
            models.Index(fields=["questions", "given_on"], name="survey_answer_by_day"),
        ]

    def __str__(self) -> str:
        return "Phiếu trả lời"


@transaction.atomic
def answer_slip(key: str, ticked: Mapping[str, int], *, on: date) -> bool:
    """Whether the key was still good; then it is gone."""
    open_today = SurveyCampaign.objects.answering(as_of=on)
    tokens = SurveyToken.objects.select_for_update(of=("self",))
    token = (
        tokens.filter(digest=digest_of(key), batch__campaign__in=open_today)
        .select_related("batch__campaign")
        .first()
    )
    if token is None:
        return False
    batch = token.batch
    token.delete()
    SurveyAnswer.objects.create(
        campaign=batch.campaign,
        unit=batch.unit,
        questions=batch.campaign.questions,
        ticked=dict(ticked),
        given_on=on,
    )
    return True


def answer_at_counter(unit: Unit, ticked: Mapping[str, int], *, questions: str, on: date) -> None:
    SurveyAnswer.objects.create(unit=unit, questions=questions, ticked=dict(ticked), given_on=on)


@transaction.atomic
def shuffle_answers(*, on: date) -> int:
    """What was answered before this day: written anew, mixed, of the month alone."""
    rows = list(SurveyAnswer.objects.select_for_update().filter(settled=False, given_on__lt=on))
    SurveyAnswer.objects.filter(pk__in=[row.pk for row in rows]).delete()
    SystemRandom().shuffle(rows)
    for row in rows:
        row.pk, row.settled, row.given_on = uuid.uuid4(), True, row.given_on.replace(day=1)
    SurveyAnswer.objects.bulk_create(rows)
    return len(rows)
