"""Consultations about the draft of a plan, told on the page of the plan."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from democracy.models import Consultation
from democracy.models.consultation import Stage
from portal.planning.asking import ROOMS, Asked, Room
from portal.text import day


def about(plan: Any, user: Any, *, on: date) -> list[Asked]:
    seen = Consultation.objects.visible_to(user, on=on).filter(plan=plan)
    return [Asked(row.title, how(row), row.get_absolute_url()) for row in seen]


def how(asked: Consultation) -> str:
    if asked.summed_up_on:
        return f"{asked.get_stage_display()} ngày {day(asked.summed_up_on)}"
    return f"{asked.get_stage_display()}, nhận ý kiến đến hết ngày {day(asked.closes_on)}"


def asks() -> Exists:
    return Exists(Consultation.objects.filter(plan=OuterRef("pk"), stage=Stage.OPEN))


ROOMS.append(Room(lambda plan: f"/dan-chu/lay-y-kien/moi/?ke-hoach={plan.code}", about, asks))
