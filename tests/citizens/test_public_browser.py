"""The public pages in a real browser: a scanned code, a journey without script."""

import re

import pytest
from django.utils import timezone

from citizens.models import LookupCode, Party, Petition
from citizens.models.lookup import grouped
from tests.citizens.test_public_sending import MATTER, SENDER

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def code(mai, units, communes, fields, office):
    on = timezone.localdate()
    petition = Petition.register(
        by=mai, on=on, received_on=on, channel="buu_chinh", parties=[Party(name="Đinh Thị Thảo")]
    )
    return LookupCode.issue(petition, on=on)


@pytest.fixture
def citizen(live_server, page, code):
    """A browser on the portal that keeps what the console says."""
    page.site = live_server.url
    page.said = []
    page.on("console", lambda message: page.said.append(message.text))
    return page


def fill(page, answers):
    for name, answer in answers.items():
        box = page.locator(f"[name={name}]")
        if box.first.get_attribute("type") == "radio":
            page.check(f"[name={name}][value={answer}]")
        elif box.evaluate("each => each.tagName") == "SELECT":
            page.select_option(f"[name={name}]", answer)
        else:
            page.fill(f"[name={name}]", answer)


def go_on(page):
    follow(page, "main .actions .btn-primary")


def follow(page, selector):
    with page.expect_navigation():
        page.click(selector)


def walk(page):
    """All the steps of sending, up to the page with the receipt; stops at each."""
    page.goto(page.site + "/gui-don/")
    yield "start"
    follow(page, ".door >> nth=0")
    go_on(page)
    yield "sender, refused"
    fill(page, SENDER)
    go_on(page)
    yield "matter"
    fill(page, MATTER)
    go_on(page)
    yield "papers"
    go_on(page)
    yield "check"
    go_on(page)
    yield "receipt"


def test_a_scanned_code_leads_to_the_answer_and_stays_in_no_address(citizen, code):
    # the script leaves this page before it has loaded
    citizen.goto(f"{citizen.site}/tra-cuu/#{code}", wait_until="commit")
    citizen.wait_for_selector("text=Sở đang xem xét đơn")
    assert citizen.url == f"{citizen.site}/tra-cuu/"
    assert citizen.said == []


def test_digits_fall_into_groups_while_they_are_typed(citizen, code):
    citizen.goto(citizen.site + "/")
    citizen.locator("[name=code]").press_sequentially(code)
    assert citizen.input_value("[name=code]") == grouped(code)


def test_the_whole_way_without_script(live_server, new_context, code):
    page = new_context(java_script_enabled=False).new_page()
    page.site = live_server.url
    assert list(walk(page))[-1] == "receipt"
    shown = re.search(r"\d{4} \d{4} \d{4} \d{4}", page.inner_text(".ticket"))[0]
    page.goto(page.site + "/tra-cuu/")
    page.fill("[name=code]", shown)
    go_on(page)
    assert "Sở đã nhận đơn của ông/bà" in page.inner_text("main")
