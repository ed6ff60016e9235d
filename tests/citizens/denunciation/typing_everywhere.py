"""Every box in which words can be typed about a denunciation, with a whole person in it."""

from __future__ import annotations

from datetime import date

from django.test import Client
from django.utils import timezone

from citizens.models import Denunciation, Petition, Protection
from portal.forms import StepForm
from portal.submissions import submit
from tests.cast import client_of
from tests.citizens.denunciation.identities import IDENTITIES
from tests.citizens.denunciation.test_custody_words import NAMES_ARE_ASKED_FOR, boxes

ENVELOPE = ("envelope_no", "envelope_place", "envelope_keeper")


def typed_everywhere(house, *, one_in: int = 1) -> tuple[int, list[str]]:
    """Every box of every step, with a whole person in it; how many, and which were taken."""
    case, protection = Denunciation.objects.get(), Protection.objects.get()
    letter = Petition.objects.get(inquiry=None)
    lan, taken, tried = client_of(house.lan), [], 0
    for subject in (case, protection, letter):
        for at, (step, name) in enumerate(boxes(type(subject))):
            if f"{type(subject).__name__}.{step}.{name}" in NAMES_ARE_ASKED_FOR or at % one_in:
                continue
            tried += 1
            who = IDENTITIES[at % len(IDENTITIES)]
            path = f"{subject.get_absolute_url()}{subject.workflow[step].path}/"
            for extra in ({}, {"luu-nhap": "1"}):
                answer = lan.post(path, filled(subject, step, name, who, house.lan) | extra)
                if answer.status_code == 302:
                    taken.append(f"{path} {name} {extra}")
    return tried + envelopes(house), taken


def filled(subject, step: str, name: str, who, by) -> dict[str, str]:
    """The other boxes hold what is expected as far as it is known without a person."""
    on = date.today()
    form = StepForm.of(subject, step)(subject=subject, by=by, on=timezone.localdate())
    words = f"Theo {who.name}, {who.phone}, {who.id_number}, {who.address}, {who.email}"
    choices = {
        each: [str(key) for key, _ in box.choices if key][:1]
        for each, box in form.fields.items()
        if hasattr(box, "choices") and not hasattr(box, "queryset")
    }
    return choices | {"requested_on": f"{on:%d/%m/%Y}", name: words}


def envelopes(house) -> int:
    """The register of envelopes: number, place, keeper."""
    mai, today = client_of(house.mai), f"{timezone.localdate():%d/%m/%Y}"
    facts = {"received_on": today, "channel": "buu_chinh", "envelope_keeper": "Vũ Thị Mai"}
    facts |= {"envelope_no": "BM-9", "envelope_place": "Tủ sắt"}
    for at, name in enumerate(ENVELOPE):
        answer = mai.post("/don/vao-so/bi-mat/", facts | {name: IDENTITIES[at].name})
        assert answer.status_code == 422, name
    return len(ENVELOPE)


def after_the_session_ended(house) -> None:
    """What is posted without a session is not laid aside for who comes back."""
    case, letter = Denunciation.objects.get(), Petition.objects.get(inquiry=None)
    slip = submit(
        case, case.workflow["decline"], by=house.lan, on=timezone.localdate(), payload={}, draft="x"
    )
    for who in IDENTITIES:
        told = {"name": who.name, "contents": who.phone, "remark": who.address}
        for at in (
            f"{case.get_absolute_url()}ghi-nguoi-bi-to-cao/",
            f"{letter.get_absolute_url()}xu-ly-ban-dau/",
            f"/trinh/{slip.pk}/",
        ):
            Client().post(at, told)
