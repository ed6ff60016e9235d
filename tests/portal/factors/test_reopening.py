"""What waits for a second person is told to that person; a closed account opens by two."""

import pytest
from django.test import Client
from django.utils import timezone

from portal import history
from portal.leaving import leave
from portal.people import User
from tests.cast import client_of, person
from tests.portal.factors.test_restoring import NEW, confirmed, use
from tests.portal.factors.things import with_password

TOLD = "đề nghị khôi phục đăng nhập của Nguyễn Thị Lan"


@pytest.fixture
def lan(lan):
    return with_password(lan)


@pytest.fixture
def gone(lan, binh, quantri):
    """Lan has left; whoever asks for the account again has to find a second person."""
    leave(lan, heir=binh, by=quantri, on=timezone.localdate(), decision="Quyết định 12")
    return User.objects.get(pk=lan.pk)


def asked(user, quantri, lost="password"):
    typed = {"lost": lost, "known_by": "gặp trực tiếp"}
    return client_of(quantri).post(f"/khoi-phuc/moi/{user.pk}/", typed)


@pytest.mark.parametrize("name", ["binh", "ha", "dung"])
def test_who_can_confirm_finds_it_on_the_desk_and_in_the_tray(request, lan, quantri, name):
    client = client_of(request.getfixturevalue(name))
    before = client.get("/cong-viec/").context["counts"]["desk"][0]
    asked(lan, quantri)
    page = client.get("/cong-viec/")
    assert TOLD in page.content.decode()
    assert page.context["counts"]["desk"][0] == before + 1
    assert "Khôi phục đăng nhập</a>: chờ đồng chí xác nhận" in said(client.get("/nhac-viec/"))


@pytest.mark.parametrize("name", ["minh", "mai", "lan", "hoa"])
def test_nobody_else_is_told(request, lan, quantri, name):
    asked(lan, quantri)
    client = client_of(request.getfixturevalue(name))
    assert TOLD not in said(client.get("/cong-viec/"))
    assert "chờ đồng chí xác nhận" not in said(client.get("/nhac-viec/"))


def test_the_administrator_reads_that_it_waits_and_for_whom(lan, binh, ha, quantri):
    asked(lan, quantri)
    assert "Chờ người thứ hai xác nhận" in said(client_of(quantri).get("/quan-tri/"))
    assert "Người xác nhận được: Trần Văn Bình" in said(client_of(quantri).get("/khoi-phuc/"))


def said(response) -> str:
    return response.content.decode()


def test_a_closed_account_is_not_opened_by_a_tick(gone, quantri):
    typed = {"username": "lan", "full_name": gone.full_name, "is_active": "on"}
    client_of(quantri).post(f"/quan-tri/tai-khoan/{gone.pk}/", typed)
    assert not User.objects.get(pk=gone.pk).is_active


def test_a_leader_confirms_that_it_opens_again(gone, ha, quantri):
    number = asked(gone, quantri, "closed").context["number"]
    assert not User.objects.get(pk=gone.pk).is_active
    link = confirmed(gone, ha)
    assert use(link, number).status_code == 302
    fresh = User.objects.get(pk=gone.pk)
    assert fresh.is_active
    assert fresh.check_password(NEW)
    steps = [each.step for each in history.events("tai-khoan/lan").order_by("seq")]
    assert steps == ["leave", "restore_ask", "restore_confirm", "set_password", "restore"]


def test_between_the_two_the_administrator_alone_gets_no_link(gone, ha, quantri):
    asked(gone, quantri, "closed")
    link = confirmed(gone, ha)
    client = client_of(quantri)
    assert client.post(f"/quan-tri/tai-khoan/{gone.pk}/lien-ket/").status_code == 404
    assert use(link, "000000").status_code == 422
    assert "Đề nghị khôi phục" in said(client.get(f"/quan-tri/tai-khoan/{gone.pk}/"))


def test_the_name_under_which_the_history_knows_somebody_stays(lan, quantri):
    typed = {"username": "khac", "full_name": "Nguyễn Thị Lan"}
    client_of(quantri).post(f"/quan-tri/tai-khoan/{lan.pk}/", typed)
    assert User.objects.get(pk=lan.pk).username == "lan"


def test_a_new_account_has_nothing_to_restore(quantri):
    new = person("moi", "Người Mới")
    assert asked(new, quantri).status_code == 404
    client = client_of(quantri)
    assert client.post(f"/quan-tri/tai-khoan/{new.pk}/lien-ket/").status_code == 200


def test_a_stranger_with_the_old_password_stays_out(gone, ha, quantri):
    asked(gone, quantri, "closed")
    confirmed(gone, ha)
    typed = {"username": "lan", "password": "cầu vồng ăn xoài 7 lần"}
    assert Client().post("/dang-nhap/", typed).status_code == 422
