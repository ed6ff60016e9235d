"""Nhắc tên: a colleague who may see the record is told; whoever may not is not."""

from datetime import date

import pytest

from citizens.models import Petition
from portal.dashboard.reminders.gathering import items_for
from portal.notifications import Mention
from portal.notifications.mentions import called_in, told_to
from tests.cast import client_of

DAY = date(2026, 7, 6)


@pytest.fixture
def mine(letter, lan, ha):
    petition = letter(DAY)
    petition.assign(by=ha, on=DAY, unit=petition.unit, officer=lan)
    return petition


def write(petition, by, text, readers="noi-bo"):
    address = f"{petition.get_absolute_url()}ghi-chu/"
    return client_of(by).post(address, {"text": text, "readers": readers})


def test_a_name_after_the_sign_calls_its_bearer(lan, binh):
    assert called_in(f"Nhờ @{binh.full_name} xem giúp, @{lan.full_name.lower()}.") == [binh, lan]
    assert called_in(f"{binh.full_name} đã xem; thư gửi a@{binh.full_name}") == []
    assert called_in(f"@{binh.full_name}h và @Không Có Ai") == []


def test_the_colleague_finds_a_line_in_the_tray_and_in_the_digest(mine, lan, binh):
    assert write(mine, lan, f"Nhờ @{binh.full_name} đọc kỹ trang hai.").status_code == 302
    told = [str(item) for item in items_for(binh, on=DAY)]
    assert f"{mine.code}: có đồng nghiệp nhắc tên" in told
    page = client_of(binh).get("/nhac-viec/").content.decode()
    assert f"{lan} nhắc đồng chí" in page
    assert "trang hai" not in page


def test_what_was_seen_is_told_once(mine, lan, binh):
    write(mine, lan, f"@{binh.full_name} xem giúp.")
    client_of(binh).get("/nhac-viec/")
    assert f"{mine.code}: có đồng nghiệp nhắc tên" not in map(str, items_for(binh, on=DAY))
    assert [mention.code for mention, _ in told_to(binh, on=DAY)] == [mine.code]


def test_nobody_is_told_who_may_not_see_it(mine, lan, quantri):
    answer = write(mine, lan, f"Nhờ @{quantri.full_name} xem.")
    assert answer.status_code == 422
    page = answer.content.decode()
    assert f"{quantri.full_name} không được xem việc này nên không nhắc được" in page
    assert f"Nhờ @{quantri.full_name} xem." in page
    assert not Mention.objects.exists()


def test_who_no_longer_sees_it_is_no_longer_told(mine, lan, quantri):
    Mention.note([quantri], subject=mine, by=lan, on=DAY)
    assert told_to(quantri, on=DAY) == []


def test_a_note_that_the_citizen_reads_calls_nobody(mine, lan, binh):
    answer = write(mine, lan, f"@{binh.full_name} sẽ gọi ông.", readers="cong-dan")
    assert answer.status_code == 422
    assert "thì không nhắc tên cán bộ" in answer.content.decode()


def test_in_the_own_book_nobody_is_called(office, mai, lan, binh, fields):
    sealed = Petition.register_sealed(
        by=mai, on=DAY, received_on=DAY, channel="buu_chinh", envelope_no="7"
    )
    write(sealed, lan, f"@{binh.full_name} xem.")
    assert not Mention.objects.exists()


def test_nobody_calls_themselves(mine, lan):
    write(mine, lan, f"@{lan.full_name} nhớ gọi lại.")
    assert not Mention.objects.exists()


def test_the_tray_asks_a_bounded_number_of_questions(
    mine, lan, binh, django_assert_max_num_queries
):
    for _ in range(8):
        write(mine, lan, f"@{binh.full_name} xem giúp.")
    binh.positions_on(DAY)
    with django_assert_max_num_queries(4):
        assert len(told_to(binh, on=DAY)) == 8


def test_without_the_sign_a_colleague_is_chosen(mine, lan, binh):
    address = f"{mine.get_absolute_url()}ghi-chu/"
    typed = {"text": "Nhờ xem giúp.", "readers": "noi-bo", "told": binh.username}
    assert client_of(lan).post(address, typed).status_code == 302
    assert [mention.person for mention in Mention.objects.all()] == [binh]


def test_one_chosen_for_a_note_that_the_citizen_reads_is_refused_at_the_box(mine, lan, binh):
    address = f"{mine.get_absolute_url()}ghi-chu/"
    typed = {"text": "Chào ông.", "readers": "cong-dan", "told": binh.username}
    answer = client_of(lan).post(address, typed)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"told"}
    assert not Mention.objects.exists()


def test_in_the_own_book_nobody_is_offered(office, mai, binh, fields):
    sealed = Petition.register_sealed(
        by=mai, on=DAY, received_on=DAY, channel="buu_chinh", envelope_no="7"
    )
    page = client_of(mai).get(f"{sealed.get_absolute_url()}ghi-chu/").content.decode()
    assert "data-calls" not in page
