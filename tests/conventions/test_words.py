"""Every page, error and export: 0 English words, 0 words of the glossary's never-list."""

import re
from itertools import chain

import pytest
from django.db.models import Model
from django.test import RequestFactory

from portal.views import faults
from portal.views.administration import TABLES
from tests.citizens.roles.crawling import crawl
from tests.citizens.roles.people import NOBODY
from tests.conventions.words import english, never, shown

pytestmark = pytest.mark.django_db
OFTEN = ("clerk", NOBODY)
SELDOM = ("director", "head", "officer", "petition_officer", "administrator", "party_committee")
FORM = re.compile(r'<form([^>]*method="post"[^>]*)>(.*?)</form>', re.S)
ACTION = re.compile(r'action="([^"]*)"')
FIELD = re.compile(r'name="([^"]+)"')
KEPT = ("csrfmiddlewaretoken", "_once", "version", "luu-nhap")
ENDS_THE_SESSION = "/dang-xuat/"
TWO, FEW = 2, 4
"""Pages of a kind: the words stand in templates, the tenth row says nothing new."""
EACH = [
    *((who, TWO) for who in OFTEN),
    *(pytest.param(who, FEW, marks=pytest.mark.slow) for who in (*OFTEN, *SELDOM)),
]


def forms(page: str, address: str) -> set[tuple[str, tuple[str, ...]]]:
    """(address, names of the boxes) of every form that is sent."""
    here = address.partition("?")[0]
    found = {
        ("".join(ACTION.findall(tag)), tuple(sorted(set(FIELD.findall(body)))))
        for tag, body in FORM.findall(page)
    }
    return {(here if action in ("", "./") else action, names) for action, names in found}


def answers_to_nonsense(world, who, page, address, tried: set):
    """Every form sent empty, and once more with nonsense in every box."""
    for action, names in forms(page, address):
        if not action.startswith("/") or action == ENDS_THE_SESSION or shape(action) in tried:
            continue
        tried.add(shape(action))
        nonsense = {name: "31/02/20x" for name in names if name not in KEPT}
        for data in ({}, nonsense):
            yield action, world.ask(who, "POST", action, data)


def shape(action: str) -> str:
    return re.sub(r"\d+", "0", action)


def said(world, who, of_a_kind: int):
    """Everything that this reader can be shown."""
    tried: set[str] = set()
    for address, response in crawl(world, who, of_a_kind=of_a_kind):
        yield address, response
        if response.headers.get("Content-Type", "").startswith("text/html"):
            page = response.body.decode()
            yield from answers_to_nonsense(world, who, page, address, tried)


CALENDAR_TERMS = re.compile(rb"^(?:BEGIN|END|METHOD|VERSION|PRODID|CALSCALE):.*$|^[A-Z-]+", re.M)
"""What the format of calendars itself prescribes; the rest of each line is read by people."""


def strays(address: str, body: bytes, *, to_citizens: bool) -> set[str]:
    text = shown(CALENDAR_TERMS.sub(b"", body) if address.endswith(".ics") else body)
    return english(text) | never(text, to_citizens=to_citizens)


@pytest.mark.parametrize(("who", "of_a_kind"), EACH)
def test_pages_speak_vietnamese_from_the_glossary(world, who, of_a_kind):
    wrong, tried = {}, 0
    for address, response in said(world, who, of_a_kind):
        tried += 1
        is_words = response.headers.get("Content-Type", "").startswith(("text/", "application/vnd"))
        if is_words and (found := strays(address, response.body, to_citizens=who == NOBODY)):
            wrong.setdefault(tuple(sorted(found)), f"{response.status_code} {address}")
    assert wrong == {}
    assert tried > 2


FAULTS = (
    faults.bad_request,
    faults.forbidden,
    faults.not_found,
    faults.refused_form,
    faults.server_error,
    faults.unavailable,
)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_pages_of_faults_speak_vietnamese(fault):
    response = fault(RequestFactory().get("/"))
    assert strays("", response.content, to_citizens=True) == set()


@pytest.mark.parametrize(
    "text",
    ["Save your changes", "This field is required.", "Please log in", "Next page", "Đã lưu: saved",
     "Chọn file", "Chào bạn", "Bảng điều khiển", "Gửi thành công!", "Trường bắt buộc",
     "Ngày không hợp lệ", "Tài khoản người dùng", "Nộp đơn khiếu nại"],
)  # fmt: skip
def test_a_stray_word_is_seen(text):
    assert strays("", f"<p>{text}</p>".encode(), to_citizens=False)


@pytest.mark.parametrize(
    "text",
    ["Khiếu nại quyết định thôi trợ cấp", "In sổ, tải về Word, nhập từ Excel", "KN-2026-0012",
     "Bạn hàng"[4:], "Không có trang này", "so@tangiang.example", "Gui khong dau cung duoc"],
)  # fmt: skip
def test_plain_vietnamese_is_left_alone(text):
    assert strays("", f"<p>{text}</p>".encode(), to_citizens=False) == set()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.path)
def test_rows_of_the_administration_have_names_of_their_own(table):
    assert table.form._meta.model.__str__ is not Model.__str__


def test_what_is_read_aloud_counts_too():
    page = b'<button aria-label="Close"><img alt="Search"></button><script>var save</script>'
    assert strays("", page, to_citizens=False) == {"Close", "Search"}


def test_both_lists_are_asked():
    assert list(chain(never("Trạng thái", to_citizens=True), never("Trạng thái"))) == ["trạng thái"]


def test_keys_and_foreign_names_are_no_words_of_ours():
    page = '<p>Bấm <kbd>Shift</kbd>, cài <span lang="en">Google Authenticator</span> rồi open</p>'
    assert english(shown(page.encode())) == {"open"}
