"""/tra-cuu/: what a right code shows, what a wrong one costs, and that nobody is named."""

from datetime import date

import pytest
from django.utils import timezone

from citizens.models import LookupCode
from citizens.models.lookup import check_digit, grouped, lookup_link, read
from citizens.views.public import lookup
from portal.people import Unit
from portal.templatetags import portal as tags
from portal.throttling import allow
from tests.citizens.conftest import number

RECEIVED = date(2026, 7, 6)
UNKNOWN = "123456789012345" + check_digit("123456789012345")
GREETING = "Kính gửi bà Đinh Thị Thảo, căn cước 099158000123, điện thoại 0912.000.123."


@pytest.fixture
def look(client, office, settings, monkeypatch):
    """Looks up a code, where the office has been read less than a minute ago."""
    settings.OFFICE_KEPT_SECONDS = 60
    monkeypatch.setattr(tags, "_last_read", {})
    client.get("/tra-cuu/")

    def up(code):
        return client.post("/tra-cuu/", {"code": code})

    return up


def text(response):
    return response.content.decode()


def test_a_code_is_read_however_its_digits_are_grouped(look, letter):
    code = LookupCode.issue(letter(), on=RECEIVED)
    for typed in (code, grouped(code), code[:8] + "-" + code[8:], f" {code}\u00a0"):
        assert "Sở đã nhận đơn của ông/bà ngày 06/7/2026." in text(look(typed))


@pytest.mark.parametrize("place", range(16))
def test_any_one_mistyped_digit_is_told_before_anything_is_looked_up(place):
    wrong = str((int(UNKNOWN[place]) + 3) % 10)
    with pytest.raises(ValueError, match="Mã chưa đúng: có một số bị nhầm"):
        read(UNKNOWN[:place] + wrong + UNKNOWN[place + 1 :])


def test_a_mistyped_code_asks_the_database_nothing(look, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = look(UNKNOWN[:-1] + str((int(UNKNOWN[-1]) + 1) % 10))
    assert response.status_code == 422
    assert "Mã chưa đúng: có một số bị nhầm." in text(response)


def test_letters_and_short_codes_are_told_what_a_code_is(look):
    for typed in ("", "7KQ2-M9TD-4XRB-H6WE", "1234", "１２３４" * 4):
        assert look(typed).status_code == 422
    assert "Mã tra cứu gồm 16 chữ số" in text(look("1234"))


def test_unknown_and_revoked_codes_get_one_neutral_answer(look, letter):
    revoked = LookupCode.issue(letter(), on=RECEIVED)
    LookupCode.objects.update(revoked_on=RECEIVED)
    answers = [look(code) for code in (UNKNOWN, revoked)]
    assert [answer.status_code for answer in answers] == [404, 404]
    said = [without_its_own(answer) for answer in answers]
    assert said[0] == said[1]
    assert "Không tìm thấy. Ông/bà xem lại từng số trên giấy biên nhận, hoặc gọi" in said[0]


def without_its_own(response):
    """The page without the code that was typed and the key of its form."""
    typed = response.context["form"].data["code"]
    return text(response).replace(typed, "").replace(str(response.context["csrf_token"]), "")


def test_right_and_wrong_codes_cost_the_same_two_statements(
    look, settled, django_assert_num_queries
):
    code = LookupCode.issue(settled().petition, on=RECEIVED)
    for one, status in ((code, 200), (UNKNOWN, 404)):
        with django_assert_num_queries(2):
            assert look(one).status_code == status


def test_many_wrong_codes_are_slowed_and_a_right_one_never(look, letter, monkeypatch):
    code = LookupCode.issue(letter(), on=RECEIVED)
    monkeypatch.setattr(lookup, "OF_ONE_CLIENT", 2)
    assert [look(UNKNOWN).status_code for _ in range(4)] == [404, 404, 429, 429]
    assert look(UNKNOWN)["Retry-After"] == "600"
    assert look(code).status_code == 200


def test_the_whole_site_is_counted_too(look, monkeypatch):
    allow("tra-cuu", limit=1, per_seconds=600, now=timezone.now())
    monkeypatch.setattr(lookup, "OF_THE_SITE", 1)
    assert look(UNKNOWN).status_code == 429


def test_a_link_on_paper_keeps_the_code_from_every_log():
    address, _, behind = lookup_link(UNKNOWN).partition("#")
    assert address.endswith("/tra-cuu/")
    assert behind == UNKNOWN


def test_papers_are_listed_by_title_number_and_date_and_never_served(look, settled):
    page = text(look(LookupCode.issue(settled().petition, on=RECEIVED)))
    assert "Quyết định giải quyết khiếu nại số <b>118/QĐ-SLĐTBXH</b>" in page
    assert "Quyết định xác minh" not in page
    assert "/tep/" not in page


def test_the_next_date_says_why(look, accepted):
    page = text(look(LookupCode.issue(accepted().petition, on=RECEIVED)))
    assert "Vì sao có ngày này?" in page
    assert "Điều 28 Luật Khiếu nại" in page
    assert "Căn cứ chưa kiểm tra" not in page


def test_the_page_is_light_and_kept_by_nobody(look, settled):
    response = look(LookupCode.issue(settled().petition, on=RECEIVED))
    assert len(response.content) < 40_000
    assert "no-store" in response["Cache-Control"]


# nobody is named, at any stage


@pytest.fixture
def stages(
    letter, classified, complaint, accepted, verified, settled, feedback, lan, binh, ha, mai
):
    """Every stage that a citizen may meet; what officers type names the sender."""

    def supplement():
        petition = letter()
        petition.request_supplement(by=lan, on=RECEIVED, missing=f"Bản sao quyết định. {GREETING}")
        return petition

    def left(step, paper):
        petition = classified(competent=False, forwarded_by="Ban Tiếp công dân tỉnh")
        more = {"addressee": "Bảo hiểm xã hội tỉnh"} if step != "send_back" else {}
        getattr(petition, step)(by=binh, on=RECEIVED, ground=GREETING, **more)
        number(petition, mai, paper, RECEIVED)
        return petition

    def shelved():
        petition = classified(eligible=False)
        petition.shelve(by=binh, on=RECEIVED, ground=f"Không có chữ ký. {GREETING}")
        return petition

    def declined():
        case = complaint()
        case.decline(by=ha, on=RECEIVED, ground="k6", reason=GREETING)
        number(case, mai, "tb_khong_thu_ly", RECEIVED)
        return case

    def suspended():
        case = accepted()
        case.suspend(by=ha, on=date(2026, 7, 20), ground="tro_ngai", reason=GREETING)
        number(case, mai, "qd_tam_dinh_chi", date(2026, 7, 20))
        return case

    def invited():
        case = verified(differs=True)
        case.invite(by=ha, on=date(2026, 7, 30), held_on=date(2026, 8, 6), place="Phòng họp 2")
        number(case, mai, "giay_moi", date(2026, 7, 30))
        return case

    def answered():
        case = feedback()
        case.answer(by=ha, on=date(2026, 7, 20), conclusion=GREETING)
        number(case, mai, "vb_tra_loi", date(2026, 7, 20))
        return case

    def sealed():
        return letter().seal(by=lan, on=RECEIVED, reason="", envelope_no="12")

    return {
        "waiting": letter,
        "supplement": supplement,
        "guided": lambda: left("guide", "phieu_huong_dan"),
        "forwarded": lambda: left("forward", "phieu_chuyen"),
        "sent back": lambda: left("send_back", "tra_lai"),
        "shelved": shelved,
        "proposed": complaint,
        "declined": declined,
        "accepted": accepted,
        "suspended": suspended,
        "invited": invited,
        "verified": verified,
        "settled": settled,
        "entrusted": feedback,
        "answered": answered,
        "sealed": sealed,
    }


STAGES = (
    *("waiting", "supplement", "guided", "forwarded", "sent back", "shelved", "proposed"),
    *("declined", "accepted", "suspended", "invited", "verified", "settled", "entrusted"),
    *("answered", "sealed"),
)
PLANTED = ("Thảo", "Đinh Thị", "099158000123", "0912 000 123", "0912.000.123", "0912000123")


def named(page):
    return [word for word in PLANTED if word in page]


@pytest.mark.parametrize("stage", STAGES)
def test_nobody_is_named(stage, stages, look, lan):
    item = stages[stage]()
    petition = getattr(item, "petition", item)
    if stage != "sealed":
        petition.notes.create(text=GREETING, to_citizen=True, by=lan, on=RECEIVED)
    response = look(LookupCode.issue(petition, on=RECEIVED))
    assert response.status_code == 200
    assert named(text(response)) == []


def test_every_stage_has_a_page(stages):
    assert set(stages) == set(STAGES)


def test_a_name_would_be_seen(look, letter, lan, monkeypatch):
    monkeypatch.setattr("citizens.telling.reading.nameless", lambda text, people: text)
    petition = letter()
    petition.notes.create(text=GREETING, to_citizen=True, by=lan, on=RECEIVED)
    page = text(look(LookupCode.issue(petition, on=RECEIVED)))
    assert named(page) == ["Thảo", "Đinh Thị", "099158000123", "0912.000.123"]


def test_a_denunciation_shows_its_stage_and_next_date_alone(look, stages):
    petition = stages["sealed"]()
    page = text(look(LookupCode.issue(petition, on=RECEIVED)))
    assert "Đơn của ông/bà đang được Sở xem xét." in page
    for betrayal in (petition.code, "NTC", "tố cáo</", "Văn bản Sở đã gửi", "Phòng Tiếp công dân"):
        assert betrayal not in page


def test_whoever_has_an_answer_may_say_how_they_were_served(look, settled):
    case = settled()
    code = LookupCode.issue(case.petition, on=RECEIVED)
    assert f'href="/hai-long/quay/{case.unit.code}/"' in text(look(code))
    Unit.objects.filter(pk=case.unit_id).update(closed_on=RECEIVED)
    assert "/hai-long/" not in text(look(code))


def test_nobody_is_asked_before_there_is_an_answer(look, letter):
    assert "/hai-long/" not in text(look(LookupCode.issue(letter(), on=RECEIVED)))
