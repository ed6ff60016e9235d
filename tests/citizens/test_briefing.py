"""/dieu-hanh/bao-cao-nhanh/: the page's figures as a paper, and as they were frozen."""

from datetime import date
from io import BytesIO

import pytest
from pypdfium2 import PdfDocument

from portal.dashboard.briefing.contents import sections
from portal.dashboard.briefing.paper import pdf_of
from portal.office import office as office_on
from portal.periods import Quarter
from portal.statistics.briefings import Briefing, Section
from tests.cast import client_of

PAGE = "/dieu-hanh/bao-cao-nhanh/"
QUARTER = Quarter.of(2026, 3)
DAY = date(2026, 10, 1)


def words_of(pdf: bytes) -> str:
    pages = PdfDocument(BytesIO(pdf))
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


def row(told, title, name) -> tuple:
    part = next(each for each in told if each.title == title)
    return next(row for row in part.rows if row[0] == name)


def test_it_says_what_the_first_page_shows(settled, ha):
    settled()
    told = sections(QUARTER, user=ha, on=DAY)
    assert row(told, "Đơn và vụ việc", "Vụ việc giải quyết")[1] == "1"
    page = client_of(ha).get("/dieu-hanh/?ky=2026-q3").context["figures"]
    shown = {each["figure"].label: each["value"] for each in page}
    assert shown["Vụ việc giải quyết"] == 1


def test_the_paper_reads_in_vietnamese(settled, ha, office):
    settled()
    answer = client_of(ha).get(f"{PAGE}tep/?ky=2026-q3")
    assert answer["Content-Type"] == "application/pdf"
    words = words_of(answer.content)
    assert "Báo cáo nhanh, quý III năm 2026" in words
    assert "Vụ việc giải quyết" in words
    assert "Cần ý kiến hôm nay" in words


def test_what_somebody_named_is_no_layout(office):
    part = Section("Theo đơn vị", ("Đơn vị", "Đang mở"), (('Phòng #strong[A] "B" $x$', "1"),))
    words = words_of(pdf_of([part], office=office_on(DAY), title="Thử", as_of="nay"))
    assert "#strong[A]" in words


def test_what_was_frozen_stays_and_the_page_tells_what_changed(settled, letter, ha):
    settled()
    client = client_of(ha)
    assert client.post(f"{PAGE}chot/", {"ky": "2026-q3"}).status_code == 302
    kept = Briefing.objects.get()
    assert row(kept.told, "Đơn và vụ việc", "Đơn tiếp nhận")[1] == "1"
    assert client.get(f"{PAGE}?ky=2026-q3").context["differences"] == []
    letter()
    changed = client.get(f"{PAGE}?ky=2026-q3").context["differences"]
    assert ("Đơn và vụ việc", "Đơn tiếp nhận", "1", "2") in changed
    assert row(Briefing.objects.get().told, "Đơn và vụ việc", "Đơn tiếp nhận")[1] == "1"
    assert "Chốt ngày" in words_of(client.get(f"{PAGE}{kept.pk}/").content)


def test_what_waits_for_one_reader_is_not_frozen(ha):
    client_of(ha).post(f"{PAGE}chot/", {"ky": "2026-q3"})
    assert "Cần ý kiến hôm nay" not in [each.title for each in Briefing.objects.get().told]


@pytest.mark.parametrize("who", ["lan", "binh", "quantri"])
def test_for_the_others_it_does_not_exist(who, request):
    assert client_of(request.getfixturevalue(who)).get(PAGE).status_code == 404


def test_a_denunciation_changes_no_word(settled, letter, lan, ha):
    settled()
    before = sections(QUARTER, user=ha, on=DAY)
    letter(date(2026, 8, 4)).seal(
        by=lan, on=date(2026, 8, 4), reason="Tố cáo", envelope_no="B1", envelope_place="tủ",
        envelope_keeper="L",
    )  # fmt: skip
    assert sections(QUARTER, user=ha, on=DAY) == before
