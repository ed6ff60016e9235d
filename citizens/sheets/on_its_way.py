"""What is on its way about the row of a sheet: submissions, their readers, instructions."""

from __future__ import annotations

from django.db.models import OuterRef, Value
from django.db.models.functions import Concat

from portal.instructions import Instruction
from portal.people import User
from portal.submissions import Submission

from .gathered import Related


def on_its_way(stream_kind: str) -> dict[str, Related]:
    """``stream_kind``: that of the sheet's own row, ``don`` or ``vu-viec``."""
    stream = Concat(Value(f"{stream_kind}/"), OuterRef("code"))
    reading = {"positions__submission__stream": stream, "positions__submission__state": "open"}
    about = Submission.objects.filter(stream=stream, state__in=("open", "handed_back"))
    instructions = Instruction.objects.filter(stream=stream)
    return {
        "submissions": Related(about, "prepared_by"),
        "readers": Related(User.objects.filter(**reading)),
        "instructions": Related(instructions, "unit", "user", "given_by"),
    }
