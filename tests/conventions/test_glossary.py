"""Every act that the workflows know has its line in the glossary, under the label of its page."""

from pathlib import Path

import pytest

from citizens.models import Complaint, Feedback, Petition, PolicyQuestion, Visit
from democracy.models import (
    BoardInspection,
    BoardProgramme,
    BoardRecommendation,
    BoardReport,
    BoardRequest,
    BoardTerm,
    Briefing,
    CommitteeVersion,
    Conference,
    Consultation,
    Movement,
    Nomination,
    Posting,
    Practice,
    RatingRound,
    Report,
    ScoreSheet,
    SiteVisit,
    Suggestion,
)
from portal.planning import Plan, TaskUnit
from portal.views.activities.registers import REGISTERS

GLOSSARY = (Path(__file__).resolve().parents[2] / "docs" / "glossary.md").read_text("utf-8")
KINDS = (Petition, Complaint, Feedback, PolicyQuestion, Visit, Plan, TaskUnit,
         Posting, Consultation, Conference, Suggestion, RatingRound, Report, ScoreSheet, SiteVisit,
         Practice, Briefing, Movement, Nomination)  # fmt: skip
KINDS += (BoardInspection, BoardProgramme, BoardRecommendation, BoardReport, BoardRequest,
          BoardTerm, CommitteeVersion)  # fmt: skip
KINDS += tuple(register.model for register in REGISTERS)
WORKFLOWS = tuple(kind.workflow for kind in KINDS)
STEPS = sorted({(step.name, step.title) for workflow in WORKFLOWS for step in workflow})


def lines_with(identifier: str) -> list[str]:
    return [line for line in GLOSSARY.splitlines() if f"`{identifier}`" in line]


@pytest.mark.parametrize(("name", "title"), STEPS, ids=[name for name, _ in STEPS])
def test_a_step_is_translated_by_the_glossary(name, title):
    assert any(title in line for line in lines_with(name))


def test_an_act_that_nobody_translated_is_seen():
    assert lines_with("annul_everything") == []
