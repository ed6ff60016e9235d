"""The office's own emblem and colour: chosen once, shown everywhere, always readable."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from portal.office import Office
from portal.templatetags.portal import _last_read
from tests.cast import client_of
from tests.portal.test_look_contrast import DARK, LIGHT, PARTS, WORDS, too_weak
from tests.portal.upkeep.conftest import PICTURE

CSS = Path(settings.BASE_DIR, "static/css/accents.css").read_text()
ADDRESS = "/quan-tri/bieu-trung/"
ACCENTS = [accent for accent in Office.Accent.values if accent]


@pytest.fixture(autouse=True)
def nothing_read():
    _last_read.clear()


def colours(start: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", CSS.split(start)[1].split("}")[0]))


@pytest.mark.parametrize("accent", ACCENTS)
def test_every_colour_can_be_read_in_both_lights(accent):
    bare = f':root[data-accent="{accent}"]'
    dark = colours(f'{bare}[data-theme="dark"] {{')
    for theme in (LIGHT | colours(f"{bare} {{"), DARK | dark):
        assert too_weak(theme, WORDS, 4.5) + too_weak(theme, PARTS, 3.0) == []
    assert colours(f'{bare}:not([data-theme="light"]) {{') == dark


@pytest.mark.django_db
def test_an_emblem_is_shown_to_everybody(quantri, office):
    assert Client().get("/bieu-trung/").status_code == 404
    admin = client_of(quantri)
    picture = SimpleUploadedFile("bieu trung.png", PICTURE)
    assert admin.post(ADDRESS, {"emblem": picture, "accent": "teal"}).status_code == 302
    _last_read.clear()
    page = Client().get("/").content.decode()
    assert 'src="/bieu-trung/"' in page
    assert 'data-accent="teal"' in page
    answer = Client().get("/bieu-trung/")
    assert (answer["Content-Type"], b"".join(answer)) == ("image/png", PICTURE)
    admin.post(ADDRESS, {"take_away": "on", "accent": ""})
    assert Client().get("/bieu-trung/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"<svg/>", "bị hỏng"), (b"", "rỗng"), (PICTURE + bytes(200_001), "lớn hơn 200 kB")],
)
def test_what_is_no_picture_is_refused(quantri, office, content, sentence):
    file = SimpleUploadedFile("bieu-trung.png", content)
    page = client_of(quantri).post(ADDRESS, {"emblem": file, "accent": ""})
    assert page.status_code == 422
    assert sentence in page.content.decode()


@pytest.mark.django_db
def test_a_new_version_of_the_office_keeps_them(quantri, office):
    admin = client_of(quantri)
    admin.post(ADDRESS, {"emblem": SimpleUploadedFile("a.png", PICTURE), "accent": "plum"})
    names = ("name", "short_name", "province", "parent_body", "symbol", "place")
    facts = {name: getattr(office, name) or "x" for name in names}
    admin.post("/quan-tri/co-quan/moi/", facts | {"valid_from": "01/3/2027"})
    new = Office.objects.get(valid_from=date(2027, 3, 1))
    assert (new.accent, new.emblem_id is not None) == ("plum", True)
