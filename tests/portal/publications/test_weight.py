"""What a first visit costs a cheap telephone: page, sheets, scripts, letters, the one picture."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings

from portal.publications import redraw
from portal.publications.redrawing import SIZES
from tests.portal.publications.conftest import AT, ON
from tests.portal.publications.test_way import photograph

pytestmark = pytest.mark.django_db
MOST = 100_000
STATIC = Path(settings.BASE_DIR, "static")
LINKED = re.compile(r'(?:href|src)="/static/([^"#]+)')
IMPORTED = re.compile(r'url\("\.\./([^"]+)"\)')
PICTURE = re.compile(r'<img src="/tin-tuc/anh/[^>]+>')
PACKED = (".css", ".js", ".svg")
PAGES = ("/", "/tin-tuc/", "/gioi-thieu/", "/lien-he/", "/tim-kiem/?q=xa", "/cong-khai/", "/api/",
         "/van-ban/", "/thu-tuc/", "/lich-tiep-cong-dan/", "/tro-nang/", "/gui-don/",
         "/gui-don/to-cao/", "/tra-cuu/")  # fmt: skip


def weight(name: str) -> int:
    content = (STATIC / name).read_bytes()
    return len(gzip.compress(content)) if name.endswith(PACKED) else len(content)


def first_visit(page: str) -> int:
    """At its heaviest: every letter of the font, every picture that does not wait."""
    names = set(LINKED.findall(page))
    sheets = [name for name in names if name.endswith(".css")]
    names |= {found for sheet in sheets for found in IMPORTED.findall((STATIC / sheet).read_text())}
    pictures = [found for found in PICTURE.findall(page) if "lazy" not in found]
    assert len(pictures) <= 1
    return (
        len(gzip.compress(page.encode()))
        + sum(weight(name) for name in names)
        + len(pictures) * SIZES[0][1]
    )


@pytest.fixture
def pictured(shown, minh, ha):
    shown.withdraw(by=ha, on=ON, reason="Thêm ảnh")
    shown.rework(by=minh, on=ON)
    for n in range(3):
        picture = redraw(photograph(size=(60, 50)), "z.jpg")
        shown.add_picture(by=minh, on=ON, picture=picture, alt=f"Ảnh {n}")
    shown.publish(by=ha, on=ON, at=AT)
    return shown


def test_every_public_page_is_light(stranger, pictured, office):
    weights = {
        address: first_visit(stranger.get(address).content.decode())
        for address in (*PAGES, pictured.public_url)
    }
    assert {address: kept for address, kept in weights.items() if kept > MOST} == {}
    assert min(weights.values()) > 30_000


def test_a_heavy_page_would_be_seen(stranger, office):
    page = stranger.get("/").content.decode()
    assert first_visit(page + '<script src="/static/vendor/trix/trix.js">') > MOST
