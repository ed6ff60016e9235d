"""The same portal serves the office after the merger: nothing keeps the old name."""

import re
from datetime import date

import pytest
from django.conf import settings

from portal.forms.texts import as_numbered_here
from portal.office import Office
from portal.templatetags import portal as tags
from tests.cast import client_of

OLD = re.compile(r"Lao động\s*[–-]\s*Thương binh|LĐ-?TB|SLĐTBXH")
MAY_NAME_IT = {"portal/office.py", "portal/views/look/specimens.py"}
"""What stands until the office has entered its facts; samples of fragments."""


@pytest.fixture
def merged(db, office):
    facts = {
        "short_name": "Sở Nội vụ",
        "symbol": "SNV",
        "province": "Tân Giang",
        "place": "Tân Giang",
    }
    Office.objects.create(
        valid_from=date(2025, 3, 1), name="Sở Nội vụ tỉnh Tân Giang", accent="teal",
        parent_body="Ủy ban nhân dân tỉnh", **facts,
    )  # fmt: skip
    tags._last_read.clear()
    yield
    tags._last_read.clear()


@pytest.mark.parametrize(
    "address", ["/", "/tin-tuc/rss.xml", "/gui-don/to-cao/", "/dien-hinh/", "/lien-he/"]
)
def test_strangers_read_the_new_name(merged, client, address):
    page = client.get(address).content.decode()
    assert "Sở Nội vụ" in page
    assert not OLD.search(page)


def test_staff_read_the_new_name_and_numbers_are_written_with_its_letters(merged, ha):
    page = client_of(ha).get("/dieu-hanh/").content.decode()
    assert "Sở Nội vụ" in page
    assert not OLD.search(page)
    assert as_numbered_here("15/QĐ") == "Ví dụ: 15/QĐ-SNV"


def test_no_page_and_no_label_has_the_old_name_in_it():
    read = [*(settings.BASE_DIR / "templates").rglob("*.html")]
    for app in ("portal", "citizens", "democracy", "reforms"):
        read += [
            path for path in (settings.BASE_DIR / app).rglob("*.py")
            if not {"demo", "migrations"} & set(path.parts)
        ]  # fmt: skip
    named = {str(path.relative_to(settings.BASE_DIR)) for path in read if says(path)}
    assert named == MAY_NAME_IT


def says(path) -> bool:
    """In what is shown; a docstring may."""
    text = re.sub(r'"""(?s:.*?)"""', "", path.read_text("utf-8"))
    return bool(OLD.search(text))
