"""Nothing typed is lost: not by leaving the page, not by a session that ended."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

from django.test import RequestFactory
from django.utils import timezone

from portal.drafts import Draft, drop, forget_set_aside, keep, kept, recall, set_aside


def test_a_draft_is_kept_for_its_person_and_form(lan, binh):
    keep(lan, "note", "KN-2026-0001", {"text": "đang viết"})
    keep(lan, "note", "KN-2026-0001", {"text": "đang viết dở"})
    assert kept(lan, "note", "KN-2026-0001") == {"text": "đang viết dở"}
    assert kept(binh, "note", "KN-2026-0001") is None
    drop(lan, "note", "KN-2026-0001")
    assert kept(lan, "note", "KN-2026-0001") is None


def posted(path="/don/moi/", **typed):
    return RequestFactory().post(path, typed)


def test_what_was_posted_without_a_session_comes_back_once(db):
    token = set_aside(posted(title="Nợ lương", password="x", csrfmiddlewaretoken="y"))
    asked = RequestFactory().get("/don/moi/", {"ban-go": token})
    assert recall(asked).dict() == {"title": "Nợ lương"}
    assert recall(asked) is None


def test_it_comes_back_only_at_its_own_address(db):
    token = set_aside(posted(title="Nợ lương"))
    assert recall(RequestFactory().get("/don/khac/", {"ban-go": token})) is None


def test_a_made_up_token_brings_nothing(db):
    set_aside(posted(title="Nợ lương"))
    assert recall(RequestFactory().get("/don/moi/", {"ban-go": "abc:def"})) is None


def test_a_stranger_cannot_fill_the_table_with_one_huge_text(db):
    assert set_aside(posted(title="x" * 300_000)) == ""
    assert not Draft.objects.exists()


def test_what_nobody_came_back_for_is_forgotten(lan):
    set_aside(posted(title="Nợ lương"))
    keep(lan, "note", "", {"text": "của Lan"})
    assert forget_set_aside(as_of=timezone.now() + timedelta(hours=13)) == 1
    assert kept(lan, "note", "") == {"text": "của Lan"}


def test_the_way_to_sign_in_carries_the_typed_text(stranger, db):
    response = stranger.post("/dang-xuat/", {"title": "Nợ lương"})
    back = parse_qs(urlsplit(response.url).query)["next"][0]
    assert response.url.startswith("/dang-nhap/")
    assert back.startswith("/dang-xuat/?ban-go=")
