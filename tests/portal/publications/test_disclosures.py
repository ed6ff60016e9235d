"""What strangers are shown: only what was released, every word of it seen before."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from django.utils import timezone

from democracy import items
from democracy.models import Posting
from portal.publications import Disclosure
from portal.workflow import Refused
from tests.cast import client_of
from tests.citizens.crawling import walk
from tests.portal.specimens import pdf

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
STARTS = ("/", "/cong-khai/", "/tin-tuc/", "/van-ban/", "/gioi-thieu/", "/lien-he/", "/thu-tuc/",
          "/tim-kiem/?q=lo+ra+ngoai", "/api/", "/sitemap.xml", "/lich-tiep-cong-dan/")  # fmt: skip


def facts_of(unit, **other):
    return {
        "ground": "ngan-sach", "title": "Dự toán năm 2027", "summary": "12 tỷ đồng", "unit": unit,
    } | other  # fmt: skip


@pytest.fixture
def draft(minh, units) -> Disclosure:
    return Disclosure.note_disclosure(by=minh, on=TODAY(), **facts_of(units["nguoi-co-cong"]))


def text(answer) -> str:
    return answer.content.decode()


def test_nobody_finds_it_before_its_release(stranger, draft):
    assert stranger.get(draft.public_url).status_code == 404
    assert "Dự toán năm 2027" not in text(stranger.get("/cong-khai/"))


def test_whoever_releases_sees_every_word_first(stranger, draft, ha):
    address = f"{draft.get_absolute_url()}cong-khai-ra-ngoai/"
    asked = client_of(ha).post(address, {"until": ""})
    assert asked.status_code == 200
    for words in ("Dự toán năm 2027", "12 tỷ đồng", "Điều 15 Luật Ngân sách nhà nước 2015"):
        assert words in text(asked)
    assert Disclosure.objects.get().stage == "draft"
    mark = asked.context["preview_mark"]
    client_of(ha).post(address, {"until": "", "da-xem": mark})
    page = text(stranger.get(draft.public_url))
    assert "12 tỷ đồng" in page
    assert "Đỗ Hoàng Minh" not in page


def test_an_officer_does_not_release(draft, minh):
    with pytest.raises(Refused, match="lãnh đạo cơ quan"):
        draft.release(by=minh, on=TODAY())


def test_it_ends_with_its_day_or_when_it_is_taken_back(draft, ha):
    last = TODAY() + timedelta(days=5)
    draft.release(by=ha, on=TODAY(), until=last)
    shown = Disclosure.objects.on_show
    assert shown(as_of=last).exists()
    assert not shown(as_of=last + timedelta(days=1)).exists()
    draft.retract(by=ha, on=TODAY(), reason="Đã có bản thay thế")
    assert not shown(as_of=TODAY()).exists()


def test_it_says_something(minh, units):
    with pytest.raises(Refused, match="Ghi nội dung hoặc gửi một tệp"):
        Disclosure.note_disclosure(by=minh, on=TODAY(), **facts_of(units["so"], summary=" "))


def test_until_is_not_before_today(draft, ha):
    with pytest.raises(Refused, match="trước hôm nay"):
        draft.release(by=ha, on=TODAY(), until=date(2020, 1, 1))


def test_the_table_itself_asks_who_released_it(draft):
    with pytest.raises(IntegrityError):
        Disclosure.objects.update(stage="released")


def test_its_file_goes_out_with_it(stranger, minh, ha, units):
    sent = SimpleUploadedFile("du-toan.pdf", pdf(), "application/pdf")
    typed = facts_of("nguoi-co-cong", summary="", file_sent=sent)
    client_of(minh).post("/cong-bo/moi/", typed)
    one = Disclosure.objects.get()
    at = f"{one.public_url}tep/"
    assert stranger.get(at).status_code == 404
    one.release(by=ha, on=TODAY())
    assert stranger.get(at)["Content-Disposition"].startswith("attachment")


def test_the_list_goes_on_and_narrows(stranger, minh, ha, units):
    for n in range(32):
        ground = "ngan-sach" if n % 2 else "dau-thau"
        one = Disclosure.note_disclosure(
            by=minh, on=TODAY(), **facts_of(units["so"], title=f"Số {n:02}.", ground=ground)
        )
        one.release(by=ha, on=TODAY())
    first = text(stranger.get("/cong-khai/"))
    assert ("Số 02." in first, "Số 01." in first) == (True, False)
    assert "Số 01." in text(stranger.get("/cong-khai/?truoc=CBNN-2026-0003"))
    assert "Số 02." not in text(stranger.get("/cong-khai/?can-cu=ngan-sach"))
    assert stranger.get("/cong-khai/?can-cu=dieu-46").status_code == 404
    assert "Tìm" in text(stranger.get("/tim-kiem/?q=so+31"))


@pytest.fixture
def postings(minh, ha, units) -> list[Posting]:
    """All that Điều 46 lists, posted for the staff: each with a mark of its own."""
    found = []
    for n, code in enumerate(items.PUBLICISED):
        one = Posting.note_posting(
            by=minh, on=TODAY(), item=code, title=f"Nội dung lộ ra ngoài số {n}",
            reference=f"LO{n}", decided_on=TODAY(), unit=units["nguoi-co-cong"],
        )  # fmt: skip
        one.display(by=ha, on=TODAY())
        found.append(one)
    return found


def leaks(client) -> list[str]:
    """Addresses of pages on which a stranger reads what staff were told."""
    pages = list(walk(client, *STARTS, most=60))
    assert len(pages) > 15
    marks = ("lộ ra ngoài số", "CK-2026-", "LO1")
    return [page.address for page in pages if any(mark in page.body for mark in marks)]


def test_nothing_of_article_46_is_found_by_a_stranger(stranger, postings, office):
    assert len(postings) == 13
    assert leaks(stranger) == []
    for one in postings:
        for address in (one.get_absolute_url(), f"{one.get_absolute_url()}tep/"):
            assert stranger.get(address).status_code == 302
            assert stranger.get(address.replace("/dan-chu", "")).status_code == 404


def test_one_that_got_out_would_be_seen(stranger, postings, minh, ha):
    """A planted defect: its own words, released without a look."""
    facts = facts_of(postings[0].unit, title=postings[0].title)
    one = Disclosure.note_disclosure(by=minh, on=TODAY(), **facts)
    one.release(by=ha, on=TODAY())
    assert one.public_url in leaks(stranger)


def test_out_of_a_posting_it_begins_with_title_and_unit_alone(postings, minh, quantri):
    posting = postings[2]
    page = text(client_of(minh).get(posting.get_absolute_url()))
    way = f"/cong-bo/moi/?tu={posting.stream}"
    assert way in page
    form = text(client_of(minh).get(way))
    assert f'value="{posting.title}"' in form
    assert '<option value="nguoi-co-cong" selected' in form
    assert client_of(quantri).get(way).status_code == 404
    assert client_of(minh).get("/cong-bo/moi/?tu=cong-khai/CK-2020-0001").status_code == 404
