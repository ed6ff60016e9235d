"""Somebody leaves: the account closes, sessions end, work goes to a named successor or waits."""

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from citizens.models import Case, Petition
from portal import history
from portal.drafts import Draft
from portal.factors import App, Restoration, SignIn
from portal.leaving import leave
from portal.people import Role, User
from portal.reorganisation import rehearsed
from portal.submissions import Submission, submit
from portal.workflow import Refused
from tests.cast import client_of, person, place
from tests.portal.factors.things import SECRET, come_in, is_in, with_app, with_password

DECISION = "Quyết định 12/QĐ-SLĐTBXH"
TODAY = date(2026, 11, 16)


@pytest.fixture
def successor(units):
    user = person("thuy", "Lương Thị Thủy")
    place(user, Role.OFFICER, unit=units["nguoi-co-cong"], title="Chuyên viên")
    return user


def go(who, heir, quantri):
    fresh = User.objects.get(pk=who.pk)
    return leave(fresh, heir=heir, by=quantri, on=timezone.localdate(), decision=DECISION)


def told(left) -> dict[str, tuple[list[str], list[str]]]:
    return {each.label: (each.moved, [line for line, _ in each.stays]) for each in left}


def test_a_case_goes_to_the_successor_of_the_same_unit(complaint, minh, successor, quantri):
    case = complaint(TODAY)
    due = case.due_on
    left = told(go(minh, successor, quantri))
    case = Case.objects.get(pk=case.pk)
    assert left["Vụ việc đang giải quyết"] == ([case.code], [])
    assert (case.officer, case.due_on) == (successor, due)
    assert case.assignments.current().get().officer == successor


def test_what_is_of_another_unit_waits_there_for_its_head(complaint, minh, lan, quantri):
    case = complaint(TODAY)
    left = told(go(minh, lan, quantri))
    assert left["Vụ việc đang giải quyết"] == ([], [case.code])
    assert Case.objects.get(pk=case.pk).officer is None


def test_a_petition_goes_over_and_the_history_says_so(classified, lan, binh, quantri):
    petition = classified(TODAY)
    petition.officer = lan
    petition.save()
    go(lan, binh, quantri)
    assert Petition.objects.get(pk=petition.pk).officer == binh
    last = history.events(petition.stream).order_by("-seq").first()
    assert (last.step, last.by, last.facts["to"]) == ("hand_over", "quantri", "binh")


def test_the_account_opens_nothing_any_more(lan, binh, quantri):
    secret = with_app(with_password(lan))
    browser = come_in(lan, secret, remember="on")
    go(lan, binh, quantri)
    assert not is_in(browser)
    assert not SignIn.objects.filter(user=lan).exists()
    assert not App.objects.filter(user=lan).exists()
    typed = {"username": "lan", "password": SECRET}
    assert Client().post("/dang-nhap/", typed).status_code == 422


def test_a_way_in_that_was_being_restored_is_shut(lan, binh, ha, quantri):
    at = timezone.now()
    asked, _ = Restoration.ask(
        with_password(lan), by=quantri, at=at, lost="password", known_by="gặp trực tiếp"
    )
    token = asked.confirm(by=ha, at=at)
    go(lan, binh, quantri)
    assert Client().get(f"/dang-nhap/moi/{token}/").status_code == 404
    assert not Restoration.objects.open().exists()


def test_the_posts_end_that_day(lan, binh, quantri):
    go(lan, binh, quantri)
    fresh = User.objects.get(pk=lan.pk)
    assert fresh.positions_on(timezone.localdate()) == []
    assert not fresh.is_active


def slip_of(case, minh):
    on = timezone.localdate()
    payload = {"draft": ["Thông báo thụ lý."]}
    return submit(case, case.workflow["accept"], by=minh, on=on, payload=payload, draft="Thông báo")


@pytest.fixture
def head(units):
    user = person("truong", "Hà Văn Trưởng", "man")
    place(user, Role.HEAD, unit=units["nguoi-co-cong"], title="Trưởng phòng")
    return user


def test_a_slip_that_was_prepared_goes_on_with_the_successor(
    complaint, minh, head, successor, quantri
):
    slip = slip_of(complaint(TODAY), minh)
    left = told(go(minh, successor, quantri))
    assert left["Phiếu trình đã soạn"] == ([slip.stream.partition("/")[2]], [])
    assert Submission.objects.get(pk=slip.pk).prepared_by == successor


def test_a_slip_that_nobody_can_sign_comes_back_with_its_text(complaint, minh, ha, dung, quantri):
    slip = slip_of(complaint(TODAY), minh)
    left = told(go(ha, dung, quantri))
    assert left["Phiếu trình chờ đọc, chờ ký"][1] == [slip.stream.partition("/")[2]]
    assert Submission.objects.get(pk=slip.pk).state == "dropped"
    assert Draft.objects.get(user=minh).data == slip.payload


def test_a_head_who_leaves_is_passed_over_where_the_director_still_signs(
    complaint, minh, head, ha, successor, quantri
):
    slip = slip_of(complaint(TODAY), minh)
    go(head, successor, quantri)
    slip.refresh_from_db()
    assert (slip.state, slip.reader.user) == ("open", ha)


def test_the_administrators_page_is_the_same_with_and_without_the_own_book(
    lan, binh, mai, quantri, fields, office
):
    without = told(rehearsed(lambda: go(lan, binh, quantri)))
    facts = {"received_on": TODAY, "channel": "buu_chinh"}
    sealed = Petition.register_sealed(by=mai, on=TODAY, **facts)
    Petition.objects.filter(pk=sealed.pk).update(officer=lan)
    assert told(go(lan, binh, quantri)) == without
    assert Petition.objects.get(pk=sealed.pk).officer is None


@pytest.mark.parametrize("wrong", ["lan", "quantri", "nobody"])
def test_the_successor_is_somebody_else_with_a_post(lan, quantri, wrong):
    heir = {"lan": lan, "quantri": quantri}.get(wrong) or person("moi", "Người Mới")
    with pytest.raises(Refused):
        go(lan, heir, quantri)


def test_nobody_closes_the_own_account(quantri, lan):
    with pytest.raises(Refused):
        go(quantri, lan, quantri)


# the page


def test_the_page_shows_first_and_does_then(complaint, minh, successor, quantri):
    case = complaint(TODAY)
    client, address = client_of(quantri), f"/quan-tri/tai-khoan/{minh.pk}/thoi-viec/"
    typed = {"heir": "thuy", "decision": DECISION}
    shown = client.post(address, typed)
    assert case.code in shown.content.decode()
    assert User.objects.get(pk=minh.pk).is_active
    done = client.post(address, typed | {"da-xem": shown.context["mark"]})
    assert done.url == address
    assert case.code in client.get(address).content.decode()
    assert Case.objects.get(pk=case.pk).officer == successor


def test_an_answer_to_other_words_is_none(complaint, minh, successor, quantri):
    client, address = client_of(quantri), f"/quan-tri/tai-khoan/{minh.pk}/thoi-viec/"
    typed = {"heir": "thuy", "decision": DECISION}
    mark = client.post(address, typed).context["mark"]
    complaint(TODAY)
    assert client.post(address, typed | {"da-xem": mark}).status_code == 200
    assert User.objects.get(pk=minh.pk).is_active


def test_what_was_typed_wrong_is_said_at_its_field(minh, quantri):
    address = f"/quan-tri/tai-khoan/{minh.pk}/thoi-viec/"
    page = client_of(quantri).post(address, {"heir": "khong-co", "decision": ""})
    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"heir", "decision"}
