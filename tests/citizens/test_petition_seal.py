"""Chuyển sổ riêng: what turned out to be a denunciation leaves no trace of who wrote it."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction

from citizens.models import LookupCode, Party, Petition
from portal import drafts, history
from portal.attachments import receive
from portal.instructions import instruct
from portal.submissions import Submission
from tests.cast import client_of
from tests.portal.specimens import png

MONDAY = date(2026, 7, 6)
CANARIES = (
    "Hoàng Bạch Yến Oanh",
    "bach_yen",
    "099177700777",
    "0977700777",
    "Ngõ Kim Tước",
    "kim_tuoc",
)
ENVELOPE = {"envelope_no": "BM-01", "envelope_place": "Tủ sắt", "envelope_keeper": "Văn thư"}


@pytest.fixture
def letter_with_canaries(mai, lan, binh, office, fields, communes):
    """A plain letter in every place where the portal keeps words of it."""
    mark = "Hoàng Bạch Yến Oanh ở Ngõ Kim Tước"
    with transaction.atomic():
        scan = receive(SimpleUploadedFile(f"{mark}.png", png()), by=mai)
    party = Party(
        name="Hoàng Bạch Yến Oanh",
        id_number="099177700777",
        phone="0977700777",
        address="Ngõ Kim Tước",
    )
    petition = Petition.register(
        by=mai,
        on=MONDAY,
        received_on=MONDAY,
        parties=[party],
        files=[scan],
        channel="buu_chinh",
        title=f"Đơn của {mark}",
        content=f"Tôi là {mark}, 0977700777.",
        forwarded_by=mark,
        commune=communes["an-phu"],
    )
    petition.classify(by=lan, on=MONDAY, kind="phan_anh", eligible=True, competent=False)
    petition.guide(by=binh, on=MONDAY, addressee=mark, ground=mark, draft=mark)
    petition.retract(by=binh, on=MONDAY, reason=mark)
    unit, due_on = petition.unit, date(2026, 7, 8)
    instruct(by=binh, on=MONDAY, text=f"Gặp {mark}", unit=unit, due_on=due_on, subject=petition)
    petition.write(by=lan, on=MONDAY, text=f"Đã gọi cho {mark}")
    petition.request_supplement(by=lan, on=MONDAY, missing=f"{mark} bổ sung giấy tờ")
    petition.correct(by=lan, on=MONDAY, fact="phone", new="0977700778", reason=mark)
    drafts.keep(lan, "don-classify", petition.code, {"title": [mark]})
    client_of(lan).post(
        f"/don/{petition.code}/luu-don/", {"ground": f"Vì {mark}", "version": petition.version}
    )
    Submission.objects.get().hand_back(by=binh, on=MONDAY, reason=f"Xem lại chỗ {mark}")
    LookupCode.issue(petition, on=MONDAY)
    return petition


def found(canary: str) -> list[str]:
    """Tables in which the word stands anywhere."""
    hits = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(
                f'SELECT count(*) FROM "{table}" t WHERE t::text ILIKE %s', [f"%{canary}%"]
            )
            if cursor.fetchone()[0]:
                hits.append(table)
    return hits


def test_the_search_for_traces_sees_them_before(letter_with_canaries):
    tables = {table for canary in CANARIES for table in found(canary)}
    assert {
        "citizens_petition",
        "citizens_party",
        "citizens_note",
        "citizens_petitionsearch",
        "portal_file",
        "portal_draft",
        "portal_eventvalues",
        "portal_submission",
        "portal_reading",
        "portal_instruction",
        "citizens_paper",
    } <= tables


def test_nothing_of_the_sender_remains(
    letter_with_canaries, lan, django_capture_on_commit_callbacks
):
    petition = letter_with_canaries
    path = Path(settings.MEDIA_ROOT) / petition.attachments.get().file.path
    assert path.exists()
    with django_capture_on_commit_callbacks(execute=True):
        petition.seal(by=lan, on=MONDAY, reason="Đơn có nội dung tố cáo", **ENVELOPE)
    assert {canary: found(canary) for canary in CANARIES if found(canary)} == {}
    assert not path.exists()
    assert history.verify().intact


def test_the_old_number_stays_as_an_empty_line(letter_with_canaries, lan):
    old = letter_with_canaries
    sealed = old.seal(by=lan, on=MONDAY, reason="x", **ENVELOPE)
    assert sealed.code == "NTC-2026-0001"
    assert sealed.received_on == MONDAY
    old.refresh_from_db()
    assert (old.stage, old.title, old.sender) == ("chuyen-so-rieng", "", "")
    page = client_of(lan).get(old.get_absolute_url()).content.decode()
    assert "chuyển sổ riêng" in page
    assert sealed.code not in page


def test_the_citizens_code_follows_into_the_other_book(letter_with_canaries, lan):
    sealed = letter_with_canaries.seal(by=lan, on=MONDAY, reason="x", **ENVELOPE)
    assert LookupCode.objects.get().petition == sealed


def test_the_page_says_what_goes_and_leads_to_the_new_number(letter_with_canaries, lan):
    petition, browser = letter_with_canaries, client_of(lan)
    address = f"{petition.get_absolute_url()}chuyen-so-rieng/"
    assert "không lấy lại được" in browser.get(address).content.decode()
    assert browser.post(address, ENVELOPE).status_code == 422
    answer = browser.post(address, {**ENVELOPE, "done": "on"})
    assert answer.url == Petition.objects.get(sealed=True).get_absolute_url()


@pytest.mark.parametrize("path", ["phan-loai/", "ghi-chu/", "them-tai-lieu/", "phat-hanh/"])
def test_nothing_can_be_typed_into_a_sealed_petition(letter_with_canaries, lan, path):
    sealed = letter_with_canaries.seal(by=lan, on=MONDAY, reason="x", **ENVELOPE)
    page = client_of(lan).get(sealed.get_absolute_url() + path)
    assert b"<textarea" not in page.content
    assert b'type="file"' not in page.content
