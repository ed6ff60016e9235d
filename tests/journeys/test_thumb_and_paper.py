"""Public pages under a thumb and at 400 %: nothing small, nothing sideways; on paper one page."""

from io import BytesIO

import pypdfium2
import pytest
from django.utils import timezone

from citizens.models import LookupCode
from tests.pages.looking import SIDEWAYS
from tests.portal.publications.conftest import places  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NARROW = {"width": 320, "height": 700}  # 1280 at 400 %
PUBLIC = (
    *("/", "/gui-don/", "/gui-don/nguoi-gui/", "/gui-don/khieu-nai/", "/gui-don/to-cao/"),
    *("/tra-cuu/", "/lich-tiep-cong-dan/", "/thu-tuc/", "/van-ban/", "/cong-khai/", "/tin-tuc/"),
    *("/lien-he/", "/gioi-thieu/", "/api/", "/tim-kiem/?q=nguoi", "/tro-nang/", "/dang-nhap/"),
)
UNFOLD = "document.querySelectorAll('details').forEach(each => each.open = true)"
TOO_SMALL = """() => {
  const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
  const shown = each => each.getClientRects().length && !each.closest('.unseen');
  const within_words = each => each.tagName === 'A' && getComputedStyle(each).display === 'inline'
    && each.parentElement.textContent.trim() !== each.textContent.trim();
  const whole = each => each.matches('[type=radio], [type=checkbox]')
    ? each.closest('.form-check') || each.closest('label') || each : each;
  return [...document.querySelectorAll(controls)]
    .filter(each => shown(each) && !within_words(each))
    .filter(each => whole(each).getBoundingClientRect().height < 43.5)
    .map(each => each.outerHTML.slice(0, 90));
}"""


@pytest.fixture
def thumb(citizen):
    citizen.page.set_viewport_size(NARROW)
    return citizen


def in_the_way(page) -> list[str]:
    page.evaluate(UNFOLD)
    return [*page.evaluate(SIDEWAYS), *page.evaluate(TOO_SMALL)]


def sheets(page) -> int:
    return len(pypdfium2.PdfDocument(BytesIO(page.pdf(format="A4"))))


def test_every_public_page_fits_a_thumb(thumb, shown, office, fields, communes):
    found = {}
    for address in (*PUBLIC, shown.public_url):
        thumb.open(address)
        found[address] = in_the_way(thumb.page)
    assert {address: each for address, each in found.items() if each} == {}


def test_what_is_too_small_is_seen(thumb, office):
    thumb.open("/tro-nang/")
    thumb.page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    assert in_the_way(thumb.page) == ["<button></button>"]


def test_an_article_and_a_look_up_print_on_one_page(citizen, shown, settled, office):
    for address in (shown.public_url, f"{shown.public_url}in/"):
        citizen.open(address)
        assert sheets(citizen.page) == 1
    citizen.open("/tra-cuu/")
    citizen.fill(code=LookupCode.issue(settled().petition, on=timezone.localdate()))
    citizen.press("Tra cứu")
    assert sheets(citizen.page) == 1
