"""What would tell who denounced is refused; what an officer has to write is not."""

import pytest
from django import forms

from citizens.models import Denunciation, Petition, Protection
from citizens.models.denunciation import custody
from citizens.views import denunciation, petition  # noqa: F401  their forms make themselves known
from portal.forms import StepForm
from tests.citizens.denunciation.identities import IDENTITIES, spellings

KNOWN = ("Phan Văn Kỷ", "Trần Văn Bình", "Phòng Người có công")
SAFE = (
    "Phan Văn Kỷ, Trưởng phòng B, lập khống 12 chứng từ năm 2025, số tiền 120.000.000 đồng.",
    "Từ Phòng Người có công chuyển sang; Viện Khoa học hình sự giám định.",
    "Theo Quyết định số 15/QĐ-SLĐTBXH ngày 03/02/2026 và Điều 29 Luật Tố cáo.",
    "Ông Trần Văn Bình báo cáo. Lý do: văn bản không có chữ ký của Trưởng phòng.",
)


@pytest.mark.parametrize("text", SAFE)
def test_what_has_to_be_written_is_let_through(text):
    assert custody.why_refused(text, known=KNOWN) == ""


@pytest.mark.parametrize("identity", IDENTITIES, ids=lambda identity: identity.name)
def test_a_name_a_number_and_an_address_are_refused_however_they_are_spelled(identity):
    told = [word for part in identity.parts for word in spellings(part)]
    assert [word for word in told if not custody.why_refused(f"Theo {word} thì", known=KNOWN)] == []


def test_a_check_that_knows_everybody_would_be_seen():
    everybody = [identity.name for identity in IDENTITIES]
    assert custody.why_refused(IDENTITIES[0].name, known=everybody) == ""


# every box in which words can be typed


def boxes(model) -> list[tuple[str, str]]:
    """(step, field) of every text that a form of this kind takes."""
    found = []
    for (kind, step), form in StepForm.known.items():
        if kind is model and (model is not Petition or step == "examine"):
            found += [(step, name) for name, box in form.base_fields.items() if takes_words(box)]
            found += [(step, "draft")] if model.workflow[step].prepared_by else []
    return found


def takes_words(box: forms.Field) -> bool:
    return isinstance(box, forms.CharField) and not hasattr(box, "choices")


def refusals(subject, by, on, step: str, name: str, words: str) -> list[str]:
    form = StepForm.of(subject, step)({name: words}, subject=subject, by=by, on=on)
    form.is_valid()
    return form.errors.get(name, [])


def let_through(subjects, by, on, identities) -> list[str]:
    """Boxes that took an identity."""
    took = []
    for model, subject in subjects.items():
        for at, (step, name) in enumerate(boxes(model)):
            identity = identities[at % len(identities)]
            for word in identity.parts:
                if not refusals(subject, by, on, step, name, f"Theo {word} thì"):
                    took.append(f"{model.__name__}.{step}.{name}: {word}")
    return took


@pytest.fixture
def subjects(way, lan):
    case = way.examined()
    on = case.received_on
    facts = {"protects": "viec_lam", "people": 1, "requested_on": on}
    protection = case.protect(by=lan, on=on, **facts)
    return {Denunciation: case, Protection: protection, Petition: way.envelope(on=on)}


NAMES_ARE_ASKED_FOR = {"Denunciation.name_denounced.name", "Petition.examine.denounced"}
"""Who is denounced has a name: there numbers and addresses alone are refused."""


def test_no_box_takes_who_denounced(subjects, lan):
    took = let_through(subjects, lan, subjects[Denunciation].received_on, IDENTITIES[:1])
    assert {each.partition(":")[0] for each in took} <= NAMES_ARE_ASKED_FOR
    assert len(boxes(Denunciation)) > 30


@pytest.mark.slow
def test_no_box_takes_any_of_the_twenty(subjects, lan):
    on = subjects[Denunciation].received_on
    for at in range(len(IDENTITIES)):
        took = let_through(subjects, lan, on, IDENTITIES[at : at + 1])
        assert {each.partition(":")[0] for each in took} <= NAMES_ARE_ASKED_FOR


def test_a_box_without_the_check_would_be_seen(subjects, lan, monkeypatch):
    monkeypatch.setattr(Denunciation, "not_to_be_written", lambda self, text: "")
    took = let_through(subjects, lan, subjects[Denunciation].received_on, IDENTITIES[:1])
    assert any(each.startswith("Denunciation.decline.reason") for each in took)


def test_no_form_about_a_denunciation_takes_a_file():
    forms_of = [
        form for (kind, _), form in StepForm.known.items() if kind in (Denunciation, Protection)
    ]
    files = [box for form in forms_of for box in form.base_fields.values()
             if isinstance(box, forms.FileField)]  # fmt: skip
    assert files == []


def test_no_table_of_a_denunciation_has_a_column_for_who_denounced():
    from django.apps import apps

    kept = [
        model for model in apps.get_app_config("citizens").get_models()
        if "denunciation" in model._meta.model_name or model.__module__.startswith(
            "citizens.models.denunciation")
    ]  # fmt: skip
    columns = {column.name for model in kept for column in model._meta.concrete_fields}
    assert len(kept) > 12
    assert not columns & {"sender", "denouncer", "address", "phone", "email", "id_number"}
