"""The pages of the schedule, its places and its sessions, as those who use them see them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from citizens.models import Reception, ReceptionPlace, ScheduleRule
from portal.drafts import kept
from portal.working_days import calendar
from tests.cast import client_of
from tests.citizens.reception import a_place, a_rule, a_session

pytestmark = pytest.mark.django_db


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def session(lan, ha, office, today):
    """In three weeks, posted, with two who registered."""
    day = calendar().on_or_after(today + timedelta(days=21))
    made = a_session(lan, ha, on=today, date=day, place=a_place())
    made.display(by=lan, on=today, displayed_on=today)
    said = {"content": "Hỏi trợ cấp", "channel": "dien_thoai"}
    made.enrol(by=lan, on=today, name="Đinh Thị Thảo", id_number="099158000123", **said)
    made.enrol_sealed(by=lan, on=today, channel="truc_tiep")
    return made


def page(user, address, status=200) -> str:
    response = client_of(user).get(address)
    assert response.status_code == status
    return response.content.decode()


def unchanging(words: str) -> list[str]:
    """The page without the keys that every request has anew."""
    keys = ("csrfmiddlewaretoken", "_once")
    return [line for line in words.splitlines() if not any(key in line for key in keys)]


def test_a_place_says_which_papers_are_missing(lan, office):
    place = a_place()
    place.hung_papers.create(kind="noi_quy", number="15/QĐ", hung_on="2020-01-01")
    words = page(lan, place.get_absolute_url())
    assert "Nơi này còn thiếu: Quy trình tiếp công dân" in words
    assert "Quy chế tiếp công dân; Phân công người tiếp công dân." in words


def test_hours_follow_the_season_and_wrap_around_the_year(db, today):
    place = a_place()
    for month, begin in ((4, "07:00"), (10, "07:30")):
        half = {"morning_from": begin, "morning_to": "11:30"}
        place.seasons.create(from_month=month, from_day=16, **half)
    place = ReceptionPlace.objects.get()
    days = [today.replace(month=month, day=day) for month, day in ((4, 16), (10, 15), (1, 5))]
    found = [place.hours_on(day).words.split(" – ")[0] for day in days]
    assert found == ["7 giờ", "7 giờ", "7 giờ 30"]


def test_hours_are_taken_as_they_are_written(lan, office):
    place = a_place()
    halves = {"morning_from": "7h", "morning_to": "11:30", "afternoon_from": "13 giờ 30"}
    told = {"from_day": "16", "from_month": "4", **halves, "afternoon_to": "17.00"}
    client_of(lan).post(f"{place.get_absolute_url()}gio/", told)
    assert place.seasons.get().words == "7 giờ – 11 giờ 30, 13 giờ 30 – 17 giờ"


def test_a_year_is_shown_before_it_is_written_and_written_once(lan, ha, dung, office, today):
    a_rule(a_place(), *(user.positions.filter(unit__isnull=False).get() for user in (ha, dung)))
    address = f"/tiep-dan/lich/lap/?nam={today.year + 1}"
    assert "Ghi 12 buổi tiếp vào lịch" in page(lan, address)
    assert Reception.objects.count() == 0
    for _ in range(2):
        client_of(lan).post(address, {"ghi": "1"})
    assert list(Reception.objects.values_list("host", flat=True)) == ["thu_truong", "uy_quyen"] * 6


def test_a_day_that_cannot_be_posted_in_time_is_warned_of_and_planned(lan, ha, office, today):
    day = calendar().add(today, 2)
    host = ha.positions.get(unit__isnull=False)
    told = {"kind": "dinh_ky", "date": f"{day:%d/%m/%Y}", "starts_at": "7h30", "ends_at": "11h"}
    told |= {"host_position": host.pk, "place": a_place().pk}
    first = "/tiep-dan/buoi/moi/"
    assert "mới đủ 5 ngày làm việc" in page(lan, first)
    words = client_of(lan).post(first, told, follow=True).content.decode()
    assert f"Hạn niêm yết buổi ngày {day:%d/%-m/%Y} là" in words
    assert Reception.objects.get().date == day


def test_the_page_of_posting_names_its_last_day_and_a_late_one_is_warned_of(lan, ha, office, today):
    day = calendar().add(today, 3)
    made = a_session(lan, ha, on=today, date=day)
    address = f"{made.get_absolute_url()}niem-yet/"
    assert f"Chậm nhất ngày {calendar().subtract(day, 5):%d/%-m/%Y} (khoản 4 Điều 24" in page(
        lan, address
    )
    sent = {"displayed_on": f"{today:%d/%m/%Y}", "version": made.version}
    words = client_of(lan).post(address, sent, follow=True).content.decode()
    assert "chậm 2 ngày làm việc." in words
    made.refresh_from_db()
    assert made.announced


def test_a_day_posted_in_time_is_not_warned_of(session, lan):
    sent = {"displayed_on": f"{session.displayed_on:%d/%m/%Y}", "version": session.version}
    address = f"{session.get_absolute_url()}niem-yet/"
    assert (
        "Hạn niêm yết buổi" not in client_of(lan).post(address, sent, follow=True).content.decode()
    )


def test_posting_the_year_shows_it_to_everybody(lan, ha, office, client, today):
    a_rule(a_place())
    year = f"?nam={today.year + 1}"
    for address in (f"/tiep-dan/lich/lap/{year}", f"/tiep-dan/lich/niem-yet/{year}"):
        client_of(lan).post(address, {"ghi": "1"})
    assert client.get("/lich-tiep-cong-dan/").content.decode().count('<th scope="row">') == 12


def test_a_rule_without_its_day_is_told_at_the_field(lan, office):
    told = {"way": "ngay", "starts_at": "11h", "ends_at": "7h30", "valid_from": "1/1/2026"}
    response = client_of(lan).post("/tiep-dan/lich/quy-tac/moi/", told)
    words = response.content.decode()
    assert response.status_code == 422
    assert "Chưa chọn ngày trong tháng" in words
    assert "Giờ kết thúc phải sau giờ bắt đầu" in words
    assert 'value="11 giờ"' in words or 'value="11h"' in words
    assert not ScheduleRule.objects.exists()


def test_the_session_shows_who_registered_with_their_history(session, lan, letter):
    letter()
    words = page(lan, session.get_absolute_url())
    assert "Đinh Thị Thảo" in words
    assert "1 đơn" in words
    assert "Đăng ký riêng" in words


def test_a_denunciation_is_no_part_of_a_brief(session, lan, classified):
    petition = classified()
    assert petition.code in page(lan, f"{session.get_absolute_url()}tom-tat/")
    sealed = classified()
    sealed.seal(by=lan, on=sealed.received_on, reason="Tố cáo.")
    words = page(lan, f"{session.get_absolute_url()}tom-tat/")
    assert petition.code in words
    assert sealed.code not in words
    assert "NTC-" not in words


def test_a_deputy_finds_no_byte_changed_by_a_sealed_registration(session, dung, mai, today):
    before = unchanging(page(dung, session.get_absolute_url()))
    session.enrol_sealed(by=mai, on=today, channel="truc_tiep")
    assert unchanging(page(dung, session.get_absolute_url())) == before
    assert "Đăng ký riêng" not in "".join(before)


def test_a_name_is_taken_away_beside_it(session, lan, dung):
    row = session.registrations.get(sealed=False)
    address = f"{session.get_absolute_url()}chuyen-dang-ky-rieng/"
    assert f'{address}?registration={row.pk}"' in page(lan, session.get_absolute_url())
    client_of(lan).post(address, {"registration": row.pk, "version": session.version})
    assert "Thảo" not in page(lan, session.get_absolute_url())
    assert "Đã đăng ký: 0" in page(dung, session.get_absolute_url())


def test_an_online_session_asks_before_a_denouncer_is_registered(lan, ha, office, today):
    day = calendar().on_or_after(today + timedelta(days=21))
    online = a_session(lan, ha, on=today, date=day, online=True)
    address = f"{online.get_absolute_url()}ghi-dang-ky-rieng/"
    told = {"people": "2", "channel": "dien_thoai", "accepts_online": "khong"}
    response = client_of(lan).post(address, told)
    assert response.status_code == 422
    assert "mời ông/bà đến tiếp trực tiếp" in response.content.decode()
    assert 'value="2"' in response.content.decode()


def test_a_stranger_to_reception_finds_the_schedule_and_no_session(session, minh):
    assert session.get_absolute_url() not in page(minh, f"/tiep-dan/lich/?nam={session.date.year}")
    page(minh, session.get_absolute_url(), status=404)


def test_nobody_came_is_one_click(lan, ha, office, today):
    day = calendar().on_or_before(today)
    made = a_session(lan, ha, on=day, date=day)
    assert "Không có công dân đến" in page(lan, made.get_absolute_url())
    client_of(lan).post(f"{made.get_absolute_url()}khong-co-cong-dan-den/", {"version": "1"})
    assert "Biên bản để in" in page(lan, made.get_absolute_url())
    assert "không có công dân đến" in page(lan, f"{made.get_absolute_url()}van-ban/")


def test_what_is_typed_during_the_talk_is_kept(lan, ha, office, today):
    day = calendar().on_or_before(today)
    made = a_session(lan, ha, on=day, date=day)
    address = f"{made.get_absolute_url()}ghi-ket-luan/"
    typed = {"text": "Giao Phòng", "luu-nhap": "1", "tu-luu": "1"}
    assert client_of(lan).post(address, typed).status_code == 204
    assert kept(lan, "buoi-tiep-write_conclusion", made.code) == {"text": ["Giao Phòng"]}
    assert "Giao Phòng</textarea>" in page(lan, address)


def test_the_notice_of_a_session_opens_with_its_draft(lan, ha, office, today):
    held = a_session(lan, ha, on=today, date=today, kind="dot_xuat")
    held.write_conclusion(by=lan, on=today, text="Giao Phòng Người có công trả lời.")
    words = page(ha, f"{held.get_absolute_url()}thong-bao-ket-luan/")
    assert "Giao Phòng Người có công trả lời." in words


def test_an_unknown_year_is_told(lan):
    page(lan, "/tiep-dan/lich/?nam=khong", status=400)


def test_who_registered_is_entered_in_the_register_of_visits_without_typing(lan, ha, office, today):
    day = calendar().on_or_before(today)
    made = a_session(lan, ha, on=day, date=day, place=a_place())
    row = made.enrol(
        by=lan, on=day, name="Đinh Thị Thảo", content="Hỏi trợ cấp", channel="truc_tiep"
    )
    words = page(lan, f"/tiep-dan/vao-so/?dang-ky={row.pk}")
    assert 'value="Đinh Thị Thảo"' in words
    assert f'value="{day:%d/%m/%Y}"' in words


# the public page


def test_the_public_page_names_officials_and_nobody_else(session, client):
    words = client.get("/lich-tiep-cong-dan/").content.decode()
    assert "Phạm Thị Hà" in words
    assert "0299 3 800 111" in words
    assert "Thảo" not in words
    assert "099158000123" not in words


def test_a_session_that_is_not_posted_is_not_public(lan, ha, office, client, today):
    a_session(lan, ha, on=today, date=calendar().on_or_after(today + timedelta(days=9)))
    assert (
        "Phạm Thị Hà" not in client.get("/lich-tiep-cong-dan/").content.decode().split("<footer")[0]
    )


def test_a_cancelled_session_says_why_on_the_page_and_in_the_calendar(session, lan, client, today):
    session.cancel(by=lan, on=today, reason="Bão số 3.")
    assert "Lý do: Bão số 3." in client.get("/lich-tiep-cong-dan/").content.decode()
    assert "STATUS:CANCELLED" in client.get("/lich-tiep-cong-dan/lich.ics").content.decode()


def test_the_calendar_file_keeps_its_lines_short_and_its_hours_in_utc(session, client):
    body = client.get("/lich-tiep-cong-dan/lich.ics").content
    assert max(len(line) for line in body.split(b"\r\n")) <= 75
    assert f"DTSTART:{session.date:%Y%m%d}T003000Z".encode() in body
    assert "Thảo".encode() not in body


def test_the_first_page_says_the_next_reception_day(session, client):
    assert f"{session.date:%d/}" in client.get("/").content.decode()


# how many statements


def test_the_year_is_read_in_few_statements(lan, ha, office, today, django_assert_max_num_queries):
    a_rule(a_place())
    year = f"?nam={today.year + 1}"
    client = client_of(lan)
    client.post(f"/tiep-dan/lich/lap/{year}", {"ghi": "1"})
    with django_assert_max_num_queries(16):
        client.get(f"/tiep-dan/lich/{year}")


def test_a_session_is_read_in_few_statements(session, lan, letter, django_assert_max_num_queries):
    letter()
    client = client_of(lan)
    client.get(session.get_absolute_url())
    with django_assert_max_num_queries(24):
        client.get(session.get_absolute_url())


def test_the_public_page_is_read_in_few_statements(session, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        client.get("/lich-tiep-cong-dan/")
