"""One act on many rows: what will change is told first, then all of it happens or nothing."""

import re
from datetime import date
from uuid import uuid4

import pytest
import time_machine

from citizens.models import Assignment, Note, Petition, Urging
from portal.bulk import BulkRun
from portal.history import events
from portal.submissions import Submission
from portal.views.bulk import running
from tests.cast import client_of

TODAY = date(2026, 7, 20)
WRITE, ASSIGN = "/don/hang-loat/ghi-chu/", "/don/hang-loat/phan-cong/"


@pytest.fixture(autouse=True)
def monday():
    with time_machine.travel("2026-07-20 09:00+07:00", tick=False):
        yield


@pytest.fixture
def three(letter):
    return [letter() for _ in range(3)]


@pytest.fixture
def denunciation(mai, office, fields):
    return Petition.register_sealed(by=mai, on=TODAY, received_on=TODAY, channel="buu_chinh")


def marked(*petitions, at=WRITE):
    return at + "?" + "&".join(f"so={each.code}" for each in petitions)


def mark_on(page):
    return re.search(r'name="da-xem-dong" value="(\w+)"', page.content.decode())[1]


def done(user, address, **typed):
    browser = client_of(user)
    seen = mark_on(browser.get(address))
    return browser.post(address, {"da-xem-dong": seen, "_once": uuid4(), **typed})


def note(user, address):
    return done(user, address, text="Đã gọi điện.", readers="noi-bo")


def test_the_page_says_how_many_will_change_and_which_cannot(three, classified, lan):
    closed = classified(eligible=False)
    Petition.objects.filter(pk=closed.pk).update(stage="luu_don")
    page = client_of(lan).get(marked(*three, at="/don/hang-loat/phan-cong/"))
    body = page.content.decode()
    assert "Không có dòng nào làm được việc này" in body
    assert "Việc phân công do thủ trưởng đơn vị" in body


def test_a_note_is_written_on_all_that_were_marked(three, lan):
    assert note(lan, marked(*three[:2])).status_code == 302
    assert [row.petition.code for row in Note.objects.all()] == [each.code for each in three[:2]]
    assert events(three[0].stream).last().step == "write"


def test_all_that_match_are_those_that_the_filter_finds(three, classified, lan):
    classified()
    stage = three[0].stage
    note(lan, f"{WRITE}?tat-ca=1&loc=giai-doan%3D{stage}")
    assert Note.objects.count() == 3


def test_the_head_hands_out_many_at_once(three, binh, units, minh):
    answer = done(binh, marked(*three, at=ASSIGN), unit="nguoi-co-cong", officer="minh")
    assert answer.status_code == 302
    assert set(Petition.objects.values_list("officer__username", flat=True)) == {"minh"}
    assert Assignment.objects.filter(until=None).count() == 3


def test_a_wrong_answer_stands_at_its_field_and_changes_nothing(three, binh, units, minh):
    answer = done(binh, marked(*three, at=ASSIGN), unit="lao-dong", officer="minh")
    assert answer.status_code == 422
    assert "không thuộc" in answer.content.decode()
    assert not Assignment.objects.exists()


def test_sent_twice_it_is_done_once(three, lan):
    browser, address = client_of(lan), marked(*three)
    data = {"da-xem-dong": mark_on(browser.get(address)), "_once": uuid4(),
            "text": "Một lần.", "readers": "noi-bo"}  # fmt: skip
    first, second = browser.post(address, data), browser.post(address, data)
    assert (first.status_code, second.url) == (302, first.url)
    assert Note.objects.count() == 3


def test_rows_that_changed_since_they_were_shown_are_shown_again(three, lan):
    browser, address = client_of(lan), marked(*three)
    seen = mark_on(browser.get(address))
    three[0].write(by=lan, on=TODAY, text="Người khác vừa ghi.")
    answer = browser.post(address, {"da-xem-dong": seen, "text": "Ghi chú", "readers": "noi-bo"})
    assert answer.status_code == 409
    assert "Ghi chú</textarea>" in answer.content.decode()
    assert Note.objects.count() == 1


def test_what_the_citizen_would_read_is_shown_first(three, lan):
    answer = done(lan, marked(*three), text="Mời ông/bà bổ sung.", readers="cong-dan")
    assert answer.status_code == 200
    assert "Công dân sẽ đọc được" in answer.content.decode()
    assert not Note.objects.exists()


def test_a_denunciation_is_never_among_them(three, denunciation, lan, binh):
    for user in (lan, binh):
        page = client_of(user).get(marked(*three, denunciation)).content.decode()
        assert denunciation.code not in page
        note(user, marked(three[0], denunciation))
    assert not denunciation.notes.exists()


def test_rows_of_other_units_are_not_there(three, minh):
    body = client_of(minh).get(marked(*three)).content.decode()
    assert three[0].code not in body


def test_one_row_that_refuses_undoes_all(three, lan, monkeypatch):
    from portal.workflow import Refused

    plain = Petition.write

    def write(self, **typed):
        if self.code == three[2].code:
            raise Refused("Đơn vừa chuyển đi.")
        return plain(self, **typed)

    monkeypatch.setattr(Petition, "write", write)
    answer = note(lan, marked(*three))
    assert answer.status_code == 409
    assert f"{three[2].code}: Đơn vừa chuyển đi." in answer.content.decode()
    assert not Note.objects.exists()


def test_an_address_of_nonsense_chooses_nothing(three, lan):
    for asks in ("so=%00", "so=x'--", "tat-ca=1&loc=han%3Dmai", f"loc=q%3D{'a' * 400}"):
        assert client_of(lan).get(f"{WRITE}?{asks}").status_code in (200, 400)


@pytest.mark.parametrize("path", ["phan-loai", "khong-co", "dinh-chinh"])
def test_other_acts_are_not_done_on_many(path, three, lan):
    assert client_of(lan).get(marked(*three, at=f"/don/hang-loat/{path}/")).status_code == 404


def test_a_long_one_runs_beside_and_tells_how_far_it_is(three, lan, minh, monkeypatch):
    monkeypatch.setattr("portal.views.bulk.acting.AT_ONCE", 1)
    answer = note(lan, marked(*three))
    run = BulkRun.objects.get()
    assert answer.url == f"/viec-hang-loat/{run.pk}/"
    assert (run.state, run.done, Note.objects.count()) == ("done", 3, 3)
    assert run.typed == {}
    assert "Đã ghi 3 dòng" in client_of(lan).get(answer.url).content.decode()
    assert client_of(minh).get(answer.url).status_code == 404


def test_a_long_one_that_is_refused_changes_nothing(three, lan):
    run = BulkRun.objects.create(
        by=lan, on=TODAY, at="/don/", step="assign", label="phân công", total=3,
        typed={"unit": ["nguoi-co-cong"]}, streams=[each.stream for each in three],
    )  # fmt: skip
    running.run_later.call(run.pk)
    run.refresh_from_db()
    assert (run.state, run.done) == ("refused", 0)
    assert "Việc phân công do" in run.sentence


def test_the_page_of_many_asks_as_often_as_that_of_few(letter, lan, django_assert_max_num_queries):
    many = [letter() for _ in range(12)]
    browser = client_of(lan)
    browser.get(marked(*many))
    with django_assert_max_num_queries(9):
        browser.get(marked(*many))


def test_what_was_done_can_be_read_again_by_whoever_did_it(three, lan, minh):
    answer = note(lan, marked(*three[:2]))
    body = client_of(lan).get(answer.url).content.decode()
    assert "Đã ghi 2 dòng, ngày 20/7/2026" in body
    assert [each.code in body for each in three] == [True, True, False]
    assert "Ghi chú 2 đơn" in client_of(lan).get("/viec-hang-loat/").content.decode()
    assert "Chưa làm việc hàng loạt nào" in client_of(minh).get("/viec-hang-loat/").content.decode()


def test_the_page_of_a_run_asks_as_often_for_many_rows(letter, lan, few_statements):
    address = note(lan, marked(*[letter() for _ in range(12)])).url
    browser = client_of(lan)
    browser.get(address)
    with few_statements(5):
        browser.get(address)


def test_a_row_that_went_to_the_own_book_shows_its_number_alone(three, lan, denunciation):
    answer = note(lan, marked(*three))
    three[0].seal(by=lan, on=TODAY, reason="Có nội dung tố cáo", envelope_no="1")
    body = client_of(lan).get(answer.url).content.decode()
    assert three[0].code in body
    assert body.count(three[1].sender) == 2


URGE = "/don/hang-loat/don-doc/"
ASKED = {"due_on": "31/7/2026", "ground": "Đã quá 10 ngày chưa phúc đáp."}


@pytest.fixture
def forwarded(letter, lan, binh, mai):
    def forward(addressee):
        petition = letter()
        petition.classify(by=lan, on=TODAY, kind="kien_nghi", eligible=True, competent=False)
        petition.forward(by=binh, on=TODAY, addressee=addressee, ground="Khác.")
        return petition

    return forward


def test_each_is_urged_at_whoever_is_behind_with_it(forwarded, binh):
    there = [forwarded("Bảo hiểm xã hội tỉnh"), forwarded("Sở Xây dựng")]
    assert done(binh, marked(*there, at=URGE), **ASKED).status_code == 302
    assert [row.addressee for row in Urging.objects.order_by("pk")] == [
        "Bảo hiểm xã hội tỉnh",
        "Sở Xây dựng",
    ]
    text = there[1].papers.get(kind="vb_don_doc").text
    assert "Kính gửi: Sở Xây dựng" in text
    assert "trước ngày 31/7/2026" in text
    assert "[" not in text


def test_who_may_only_prepare_puts_each_before_the_head(forwarded, lan, binh):
    there = [forwarded("Sở Xây dựng"), forwarded("Sở Y tế")]
    page = client_of(lan).get(marked(*there, at=URGE)).content.decode()
    assert "mỗi dòng thành một phiếu trình" in page
    done(lan, marked(*there, at=URGE), **ASKED)
    waiting = Submission.objects.waiting_for(binh, on=TODAY)
    assert {row.payload["addressee"][0] for row in waiting} == {"Sở Xây dựng", "Sở Y tế"}
    assert not Urging.objects.exists()
    again = client_of(lan).get(marked(*there, at=URGE)).content.decode()
    assert "Đã trình, đang chờ duyệt." in again


def test_the_head_approves_what_was_urged_for_many(forwarded, lan, binh):
    petition = forwarded("Sở Xây dựng")
    done(lan, marked(petition, at=URGE), **ASKED)
    waiting = Submission.objects.get()
    answer = client_of(binh).post(f"/trinh/{waiting.pk}/", {"verdict": "approve"})
    assert answer.status_code == 302
    assert Urging.objects.get().addressee == "Sở Xây dựng"


def test_who_has_time_left_to_answer_is_not_urged_again(forwarded, binh):
    there = [forwarded("Sở Xây dựng"), forwarded("Sở Y tế")]
    done(binh, marked(there[0], at=URGE), **ASKED)
    page = client_of(binh).get(marked(*there, at=URGE)).content.decode()
    assert "Đã đôn đốc, chờ trả lời đến hết ngày 31/7/2026." in page
    assert "Đôn đốc 1 đơn" in page
    kept = BulkRun.objects.get(pk=done(binh, marked(*there, at=URGE), **ASKED).url.split("/")[2])
    assert kept.kept[0][1] == [there[0].stream]


def test_a_day_that_has_passed_is_refused_at_its_field(forwarded, binh):
    answer = done(binh, marked(forwarded("Sở Y tế"), at=URGE), **ASKED | {"due_on": "20/7/2026"})
    assert answer.status_code == 409
    assert "phải sau hôm nay" in answer.content.decode()


def test_cases_are_acted_on_as_petitions_are(accepted, minh):
    case = accepted()
    address = f"/vu-viec/hang-loat/ghi-chu/?so={case.code}"
    assert note(minh, address).status_code == 302
    assert case.notes.get().text == "Đã gọi điện."
