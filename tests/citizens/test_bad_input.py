"""Whatever is typed or sent: one clear Vietnamese sentence, nothing lost, never a 500."""

import unicodedata
from datetime import date

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from django.urls import path

from citizens.models import Case, Petition
from tests.cast import client_of
from tests.citizens.crawling import Form, Page, walk

pytestmark = pytest.mark.django_db
HOSTILE = (
    "a\x00b",
    "99999999999999999999",
    "999999999",
    "01/01/0001",
    "\u202engược",
    "31/02/2026",
    "-1",
    "1e309",
    "\u0663",
    "²²²²",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "{{ 7*7 }}{% now %}",
    "../../etc/passwd",
    "=HYPERLINK(1)",
    unicodedata.normalize("NFD", "Nguyễn Thị Thảo"),
    "",
)
QUERIES = (
    *("q", "don-vi", "linh-vuc", "loai", "giai-doan", "han", "ky", "ma"),
    *("sap-xep", "sau", "truoc", "ve", "xem", "muc", "dien-bien", "ds", "ban-go", "next"),
)
LISTS = (
    *("/don/", "/vu-viec/", "/don/xuat-excel/", "/vu-viec/xuat-excel/", "/don/so-rieng/"),
    *("/tim/", "/chi-dao/", "/chi-dao/moi/", "/dieu-hanh/", "/cong-viec/", "/danh-muc/"),
    *("/tra-cuu/", "/dang-nhap/", "/quan-tri/"),
)
ANSWERS = {200, 302, 400, 403, 404, 405, 409, 422}
ENGLISH = ("Traceback", "Exception", "This field", "Enter a", "Select a", "Ensure this", "valid")
SECRET = {"password", "password1", "password2", "again"}
SEEN_ONCE = {"_once", "version"}
"""Left out, so that each post meets the form itself and not the guard before it."""


@pytest.fixture(autouse=True)
def monday():
    with time_machine.travel("2026-11-16 09:00+07:00", tick=False):
        yield


@pytest.fixture
def desks(classified, letter, accepted, complaint, mai, lan, binh, ha, dung, minh, quantri):
    """People with work of every kind before them, and the public."""
    letter(date(2026, 11, 2))
    classified(date(2026, 11, 3))
    complaint(date(2026, 11, 4))
    accepted(date(2026, 11, 12), received_on=date(2026, 11, 5))
    people = {user.username: client_of(user) for user in (mai, lan, binh, ha, minh, quantri)}
    return people | {"công dân": Client()}


def starts_for(name: str) -> tuple[str, ...]:
    if name == "công dân":
        return ("/dang-nhap/", "/gui-don/", "/tra-cuu/", "/gui-don/khieu-nai/", "/")
    if name == "quantri":
        return ("/quan-tri/",)
    subjects = [*Petition.objects.all(), *(case.own_kind() for case in Case.objects.all())]
    steps = [
        f"{subject.get_absolute_url()}{step.path}/"
        for subject in subjects
        for step in subject.workflow
        if step.sources and not step.missing(subject)
    ]
    return ("/don/vao-so/don-thuong/", "/don/vao-so/bi-mat/", *steps, "/cong-viec/", "/chi-dao/")


def forms_of(client, name: str, *, most: int) -> list[Form]:
    """The forms that lie in this person's way, one for each place it posts to."""
    found: dict[str, Form] = {}
    for page in walk(client, *starts_for(name), most=most):
        for form in page.forms:
            if form.method == "post" and "dang-xuat" not in form.action:
                found.setdefault(form.action, form)
    return list(found.values())


def sent(form: Form, hostile: str, *button: tuple[str, str]) -> dict[str, list[str]]:
    kept = {name: each for name, each in form.values.items() if name not in SEEN_ONCE}
    return kept | {name: [hostile] for name in form.free} | {name: [v] for name, v in button}


def send(client, address: str, *body, **more):
    """Answered, and taken back: the next one meets the same form."""
    with transaction.atomic():
        response = client.post(address, *body, **more)
        transaction.set_rollback(True)
    return response


def check(response, place) -> Page | None:
    assert response.status_code in ANSWERS, (place, response.status_code)
    if response.status_code == 302 or "text/html" not in response["Content-Type"]:
        return None
    page = Page(response.request["PATH_INFO"], response.content.decode())
    words = " ".join(page.words)
    assert not [word for word in ENGLISH if word in words], place
    return page


def check_kept(page: Page, form: Form, typed: str, place) -> None:
    """What was typed stands in its box again; a day that was understood in its full form."""
    again = next(each for each in page.forms if set(each.boxes) & set(form.boxes))
    lost = [
        name
        for name in form.boxes & again.boxes - SECRET
        if again.values[name][0].strip("\n") != typed
    ]
    assert not lost, (place, lost)


def strike(client, form: Form, typed: str, *button: tuple[str, str]) -> None:
    place = (form.action, typed, button)
    response = send(client, form.action, sent(form, typed, *button))
    page = check(response, place)
    if page and response.status_code == 422 and form.boxes:
        check_kept(page, form, typed, place)


def strike_all(desks, *, most: int, hostile: tuple[str, ...]) -> int:
    tried = 0
    for name, client in desks.items():
        for form in forms_of(client, name, most=most):
            ways = [(), *((button,) for button in form.buttons)]
            for number, typed in enumerate(hostile):
                for way in ways if number == 0 else ways[:1]:
                    strike(client, form, typed, *way)
                    tried += 1
    return tried


def test_hostile_words_into_forms(desks, capsys):
    some = {name: desks[name] for name in ("mai", "ha", "minh", "công dân")}
    tried = strike_all(some, most=9, hostile=HOSTILE[:2])
    with capsys.disabled():
        print(f"\n  bad input: {tried} posts, 0 × 500")
    assert tried >= 30


@pytest.mark.slow
def test_hostile_words_into_every_form(desks, capsys):
    tried = strike_all(desks, most=60, hostile=HOSTILE)
    with capsys.disabled():
        print(f"\n  bad input: {tried} posts, 0 × 500")
    assert tried > 1500


def ask(client, queries, hostile) -> int:
    asked = [(where, query, typed) for where in LISTS for query in queries for typed in hostile]
    for where, query, typed in asked:
        check(client.get(where, {query: typed}), (where, query, typed))
    return len(asked)


def test_hostile_words_into_queries(desks):
    assert ask(desks["ha"], QUERIES[:2], HOSTILE[:1]) == len(LISTS) * 2


@pytest.mark.slow
def test_hostile_words_into_every_query(desks, capsys):
    asked = sum(ask(desks[name], QUERIES, HOSTILE[:9]) for name in ("lan", "ha", "công dân"))
    with capsys.disabled():
        print(f"\n  bad queries: {asked} asked, 0 × 500")


def test_a_missing_body_is_answered(desks):
    for form in forms_of(desks["lan"], "lan", most=5):
        check(send(desks["lan"], form.action, {}), form.action)


def test_bytes_that_are_no_text_are_answered(desks):
    raw = b"title=%ED%A0%80%FF%FE&content=%00&version=x&_once=zz&title=2&title=3"
    for form in forms_of(desks["lan"], "lan", most=5):
        response = send(
            desks["lan"], form.action, raw, content_type="application/x-www-form-urlencoded"
        )
        check(response, form.action)


def test_hostile_words_in_addresses(desks):
    for where in ("don/%00/", "dang-nhap/moi/%00/", "quan-tri/a%00/", "trinh/9999999999999999999/"):
        check(desks["ha"].get(f"/{where}"), where)


def raises(request):
    raise RuntimeError("planted")


planted = [path("cong-viec/", raises)]


def test_a_view_that_raises_is_caught(desks, settings):
    """The defect that the walk must see."""
    settings.ROOT_URLCONF = type("Roads", (), {"urlpatterns": planted})
    with pytest.raises(RuntimeError, match="planted"):
        list(walk(desks["lan"], "/cong-viec/", most=1))


def test_a_form_that_forgets_is_caught():
    before, after = (
        Page("/x/", f'<form method="post"><input name="title" value="{value}"></form>')
        for value in ("typed", "")
    )
    with pytest.raises(AssertionError, match="title"):
        check_kept(after, before.forms[0], "typed", "/x/")
