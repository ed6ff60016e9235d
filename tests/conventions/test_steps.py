"""The step's name is the method's, the form's, the route's, the template's and the event's."""

import re
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.template import TemplateDoesNotExist
from django.template.loader import get_template, select_template
from django.urls import NoReverseMatch, reverse

import citizens.urls  # noqa: F401  the forms make themselves known
from citizens.views.case import CaseStepView
from citizens.views.denunciation import DenunciationStepView, ProtectionStepView
from citizens.views.petition import PetitionStepView
from citizens.views.reception.session import SessionStepView
from citizens.views.visit import VisitStepView
from democracy.views.board.records import (
    InspectionStepView,
    ProgrammeStepView,
    RecommendationStepView,
    ReportStepView,
    RequestStepView,
    TermStepView,
)
from democracy.views.briefing.briefing import BriefingStepView
from democracy.views.commendation.nomination import NominationStepView
from democracy.views.committee.pages import CommitteeStepView
from democracy.views.conference.page import ConferenceStepView
from democracy.views.consultation import ConsultationStepView
from democracy.views.movement.movement import MovementStepView
from democracy.views.posting import PostingStepView
from democracy.views.practice.practice import PracticeStepView
from democracy.views.rating.rounds import RoundStepView
from democracy.views.rating.sheet import SheetStepView
from democracy.views.suggestion import SuggestionStepView
from democracy.views.visit.page import VisitStepView as SiteVisitStepView
from portal.forms import StepForm
from portal.views.activities.pages import EntryStepView
from portal.views.planning.plan import PlanStepView
from portal.views.planning.task import TaskStepView
from portal.views.publications.articles import ArticleStepView
from portal.views.publications.disclosures import DisclosureStepView
from portal.views.reporting.reports import PeriodReportStepView
from portal.workflow import Subject
from reforms.views.change.page import ChangeStepView
from reforms.views.dossiers.breach import BreachStepView
from reforms.views.dossiers.late import LateDossierStepView
from reforms.views.indicator.page import IndicatorStepView
from reforms.views.procedure.procedure import ProcedureStepView
from reforms.views.scorecard.campaigns import CampaignStepView
from reforms.views.scorecard.cards import CardStepView
from reforms.views.simplifying.pages import ProposalStepView, ReviewPlanStepView
from reforms.views.survey.campaigns import CampaignStepView as SurveyStepView
from tests.conventions.kinds import ACTIVITIES, KINDS

HOME = Path(__file__).resolve().parents[2]
TEMPLATES = HOME / "templates"
VIEWS = {
    "petition": PetitionStepView,
    "complaint": CaseStepView,
    "feedback": CaseStepView,
    "question": CaseStepView,
    "visit": VisitStepView,
    "denunciation": DenunciationStepView,
    "protection": ProtectionStepView,
    "reception": SessionStepView,
    "plan": PlanStepView,
    "task": TaskStepView,
    "posting": PostingStepView,
    "consultation": ConsultationStepView,
    "suggestion": SuggestionStepView,
    "board-term": TermStepView,
    "board-programme": ProgrammeStepView,
    "board-inspection": InspectionStepView,
    "board-recommendation": RecommendationStepView,
    "board-request": RequestStepView,
    "board-report": ReportStepView,
    "committee": CommitteeStepView,
    "round": RoundStepView,
    "report": PeriodReportStepView,
    "article": ArticleStepView,
    "disclosure": DisclosureStepView,
    "sheet": SheetStepView,
    "nomination": NominationStepView,
    "movement": MovementStepView,
    "briefing": BriefingStepView,
    "site-visit": SiteVisitStepView,
    "practice": PracticeStepView,
    "conference": ConferenceStepView,
    "indicator": IndicatorStepView,
    "campaign": CampaignStepView,
    "scorecard": CardStepView,
}
VIEWS |= {"procedure": ProcedureStepView, "procedure-change": ChangeStepView}
VIEWS |= {"review-plan": ReviewPlanStepView, "simplification": ProposalStepView}
VIEWS |= {"late-dossier": LateDossierStepView, "breach": BreachStepView,
          "survey": SurveyStepView}  # fmt: skip
VIEWS |= dict.fromkeys(ACTIVITIES, EntryStepView)
STEPS = [(noun, step) for noun, model in KINDS.items() for step in model.workflow]
LATER = [(noun, step) for noun, step in STEPS if step.sources]
FORBIDDEN = {"post", "get", "put", "patch", "delete", "head", "options", "dispatch", "clean",
             "check", "save", "full_clean", "lock", "refresh_from_db"}  # fmt: skip
OF_OTHERS = ("bootstrap5/", "django/forms/")


def name_of(each) -> str:
    return each if isinstance(each, str) else each.name


def lacks(noun: str, step) -> list[str]:
    """What the house's magic misses for a step."""
    model, missing = KINDS[noun], []
    if not callable(getattr(model, step.name, None)):
        missing.append("method")
    if (model, step.name) not in known_forms(model):
        missing.append("form")
    if not has_route(noun, step):
        missing.append("route")
    if not has_template(noun, step):
        missing.append("template")
    if not step.label or step.label != step.label.strip():
        missing.append("label")
    return missing


def known_forms(model) -> set:
    steps = (name for family, name in StepForm.known if issubclass(model, family))
    return {(model, name) for name in steps}


def has_route(noun: str, step) -> bool:
    try:
        address = reverse(f"{noun}-{step.name.replace('_', '-')}", args=["X"])
    except NoReverseMatch:
        return False
    return address.endswith(f"/X/{step.path}/")


def has_template(noun: str, step) -> bool:
    folder = VIEWS[noun].templates
    try:
        select_template([f"{folder}/{step.name}.html", f"{folder}.html"])
    except TemplateDoesNotExist:
        return False
    return True


@pytest.mark.parametrize(("noun", "step"), LATER, ids=name_of)
def test_a_step_has_method_form_route_template_and_label(noun, step):
    assert lacks(noun, step) == []


def test_a_step_without_anything_would_be_seen():
    from portal.permissions import anybody
    from portal.workflow import Step

    assert lacks("petition", Step("annul", " hủy ", ("x",), None, anybody)) == [
        "method", "form", "route", "label"
    ]  # fmt: skip


@cache
def verbs() -> str:
    """The source of everything that takes steps; what a bracket opens stands beside it."""
    places = (
        *("citizens/models", "democracy/models", "reforms/models"),
        *("portal/planning", "portal/activities", "portal/reporting", "portal/publications"),
    )
    files = sorted(path for place in places for path in (HOME / place).rglob("*.py"))
    return re.sub(r"\(\s+", "(", "".join(path.read_text() for path in files))


@pytest.mark.parametrize(("noun", "step"), STEPS, ids=name_of)
def test_its_verb_takes_it_under_its_own_name(noun, step):
    """So that the event carries the step's name."""
    names = "self|visit|entry|petition|case|reception|plan|posting|asked|letter|one|sheet"
    taken = rf"(take|enter|_leave|_withdraw|_hold)\((({names}), )?"
    checked = r"self\.workflow\["  # one that leaves no trace on its subject
    said = rf"""({taken}|{checked})["']{step.name}["']"""
    opening = getattr(KINDS[noun], "opening_step", "") == step.name
    assert opening or re.search(said, verbs())


@pytest.mark.parametrize(("noun", "step"), STEPS, ids=name_of)
def test_no_step_shadows_a_word_of_django(noun, step):
    assert step.name not in FORBIDDEN


def test_no_question_hides_what_a_page_asks_of_the_form():
    """A template finds the question of that name first."""
    asked = {"button", "danger", "problems", "conditional", "version"}
    hidden = {
        (form.__name__, *name)
        for form in StepForm.known.values()
        if (name := asked & set(form.base_fields))
    }
    assert hidden == set()


@pytest.mark.parametrize("model", KINDS.values(), ids=lambda model: model.__name__)
def test_the_paths_of_a_kind_differ(model):
    paths = [step.path for step in model.workflow]
    assert len(paths) == len(set(paths))


@pytest.mark.parametrize("model", KINDS.values(), ids=lambda model: model.__name__)
def test_stages_in_the_table_are_stages_of_the_kind(model):
    stages = set(
        model._meta.get_field("stage").choices and dict(model._meta.get_field("stage").choices)
    )
    named = {stage for step in model.workflow for stage in (*step.sources, step.target) if stage}
    assert named <= stages


def test_every_subject_with_steps_is_walked_here():
    subjects = {model for model in apps.get_models() if issubclass(model, Subject)}
    with_steps = {model for model in subjects if hasattr(model, "workflow")}
    assert {model.__name__ for model in with_steps - set(KINDS.values())} == set()


# templates


def templates() -> list[str]:
    found = (str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))
    return [name for name in found if not name.startswith(OF_OTHERS)]


def words_of_the_house() -> str:
    """Everything that can name a template."""
    places = ("portal", "citizens", "democracy", "reforms", "templates")
    files = [path for place in places for path in (HOME / place).rglob("*")]
    return "\n".join(path.read_text() for path in files if path.suffix in (".py", ".html"))


def unused(names: list[str], words: str) -> list[str]:
    """Neither named in full, nor a step's, nor below a folder that a view completes."""
    of_steps = {
        f"{VIEWS[noun].templates}{end}"
        for noun, step in LATER
        for end in (f"/{step.name}.html", ".html")
    }
    of_sending = {
        f"citizens/public/sending/{step}.html" for step in ("sender", "matter", "papers", "check")
    }
    return [name for name in names if name not in words and name not in of_steps | of_sending]


def test_every_template_is_used():
    assert unused(templates(), words_of_the_house()) == []


def test_a_forgotten_template_would_be_seen():
    assert unused(["citizens/petition/step/forgotten.html"], words_of_the_house()) != []


@pytest.mark.parametrize("name", templates())
def test_every_template_compiles(name):
    assert get_template(name)
