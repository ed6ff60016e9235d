"""What a citizen reads about a petition: where it is, the next date and why, what to do now.

Only what has left the office counts: an approval without a numbered paper is not told yet.
No name, number or address of anybody stands in what is built here.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from citizens.models import Petition
from citizens.models.vocabulary import PetitionStage
from portal.deadlines import FAR_FUTURE, standing
from portal.text import day, lower_first

from . import complaints, others
from .answer import Due, Stage, Telling, Where
from .asking import about, by_code
from .facts import Story
from .reading import story

__all__ = ["Due", "Stage", "Telling", "tell", "told_by_code", "told_of"]

GROUND = "Căn cứ"
"""Who confirmed a rule is for the office's own page: here it would be a name."""


def told_by_code(code: str, *, as_of: date, phone: str) -> Telling | None:
    """What the holder of these sixteen digits reads; None when they lead nowhere."""
    told = [tell(story(each, as_of=as_of), phone=phone) for each in by_code(code)]
    return replace(told[0], parts=told[1:]) if told else None


def told_of(petition: Petition, *, as_of: date, phone: str) -> Telling:
    """The same, for the office itself."""
    told = about(Petition.objects.filter(pk=petition.pk)).get()
    return tell(story(told, as_of=as_of), phone=phone)


def tell(story: Story, *, phone: str) -> Telling:
    """``phone``: the office's, for whoever has no unit yet."""
    if story.petition.sealed:
        return sealed(story)
    where = place_of(story)
    return Telling(
        heading=where.heading,
        sentence=sentence(story, where, phone=phone),
        to_do=where.to_do,
        rights=where.rights,
        due=due(story, where),
        code=story.petition.code,
        received_on=story.petition.received_on,
        unit=story.unit,
        counter=story.counter,
        phone=story.phone or phone,
        way=way(story),
        papers=story.papers,
        notes=story.notes,
        open=story.clock is not None,
    )


def place_of(story: Story) -> Where:
    if story.case is None:
        return others.handling(story)
    where = complaints.where(story) if story.case.is_complaint else others.feedback(story)
    if story.petition.stage == PetitionStage.JOINED:
        return replace(where, sentence=f"{others.JOINED} {where.sentence}")
    return where


def sentence(story: Story, where: Where, *, phone: str) -> str:
    """With "Chậm nhất ngày …" while there is time; once it is late the apology speaks instead."""
    clock = story.clock
    if clock is None or clock.due is None:
        return where.sentence
    if story.late:
        return f"{where.sentence} {apology(story, phone=phone)}"
    return f"{where.sentence} Chậm nhất ngày {day(clock.due)}, {where.promise}."


def apology(story: Story, *, phone: str) -> str:
    assert story.clock is not None
    late = lower_first(story.clock.standing(as_of=story.as_of).short)
    return (
        f"Việc giải quyết đã {late}. Sở xin lỗi ông/bà; {story.unit or 'Sở'} đang chịu trách"
        f" nhiệm, điện thoại {story.phone or phone}."
    )


def due(story: Story, where: Where) -> Due | None:
    clock = story.clock
    if clock is None or clock.due is None:
        return None
    rows: list[Any] = clock.deadline(confirmed={}).rows()
    return Due(
        about=f"{'Lẽ ra chậm' if story.late else 'Chậm'} nhất ngày này, {where.promise}.",
        on=clock.due,
        standing=clock.standing(as_of=story.as_of),
        reckoning=[row for row in rows if row.label != GROUND],
    )


def way(story: Story) -> list[Stage]:
    if story.case is None:
        return others.way_of_petition(story)
    if story.case.is_complaint:
        return complaints.way(story)
    return others.way_of_feedback(story)


def sealed(story: Story) -> Telling:
    """A denunciation: the stage in words and the next date, nothing else."""
    on = story.petition.due_key
    told = Due(
        "Chậm nhất ngày này, Sở xem xét xong bước đang làm.", on, standing(on, as_of=story.as_of)
    )
    return Telling(
        heading="Đơn đang được xem xét",
        sentence="Đơn của ông/bà đang được Sở xem xét.",
        due=None if on == FAR_FUTURE else told,
    )
