"""What strangers read: the list, an article, its sheet, pages of the office, feed, map, search."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from portal.instruments import Instrument, Issuer
from portal.publications import Article, Category, SiteLink
from portal.publications.found import pages
from portal.submissions import Submission, submit
from tests.cast import client_of
from tests.citizens.test_stored_payloads import PAYLOAD, harm_in
from tests.portal.grading import taken_off
from tests.portal.publications.conftest import AT, ON, facts_of
from tests.portal.publications.test_way import photograph

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def that_evening():
    with time_machine.travel(AT + timedelta(hours=10), tick=False):
        yield


def text(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def many(minh, ha, units, fields):
    """Fifteen of the centre's, an hour apart; the last three about work."""
    for n in range(15):
        field = fields["lao-dong-viec-lam"] if n > 11 else None
        facts = facts_of(units["dich-vu-viec-lam"], title=f"Tin số {n:02}", field=field)
        one = Article.compose(by=minh, on=ON, **facts)
        one.publish(by=ha, on=ON, at=AT - timedelta(days=1, hours=n))


def test_the_list_goes_on_where_the_page_before_ended(stranger, many):
    first = text(stranger.get("/tin-tuc/"))
    found = re.findall(r"Tin số \d\d", first)
    older = re.search(r'href="\?(truoc=[\w-]+)"', first)[1]
    found += re.findall(r"Tin số \d\d", text(stranger.get(f"/tin-tuc/?{older}")))
    assert found == [f"Tin số {n:02}" for n in range(15)]


def test_an_article_names_author_unit_day_and_what_is_near(stranger, shown, many):
    page = text(stranger.get(shown.public_url))
    assert "Đỗ Hoàng Minh – Phòng Người có công" in page
    assert "20/11/2026" in page
    assert page.count("Tin liên quan") == 1
    sheet = text(stranger.get(f"{shown.public_url}in/"))
    assert "http://testserver/tin-tuc/BV-2026-0001/" in sheet
    assert "<nav" not in sheet


def test_the_newest_beside_an_article_are_others(stranger, shown):
    assert shown not in stranger.get(shown.public_url).context["latest"]


def test_of_the_same_field_comes_first(stranger, many):
    page = text(stranger.get(Article.objects.get(title="Tin số 14").public_url))
    near = page.partition("Tin liên quan")[2].partition("</section>")[0]
    assert re.findall(r"Tin số \d\d", near)[:2] == ["Tin số 12", "Tin số 13"]


def test_what_is_no_news_yet_does_not_exist(stranger, draft, ha):
    assert stranger.get(draft.public_url).status_code == 404
    draft.publish(by=ha, on=ON, at=AT + timedelta(days=3))
    assert stranger.get(draft.public_url).status_code == 404
    assert draft.title not in text(stranger.get("/tin-tuc/"))


def test_a_picture_is_seen_where_its_article_is(stranger, draft, minh, ha, quantri):
    upload = SimpleUploadedFile("a.jpg", photograph(size=(60, 50)), "image/jpeg")
    typed = {"picture_sent": upload, "alt": "Đoàn thăm", "caption": "Ngày 20/11/2026"}
    address = f"{draft.get_absolute_url()}them-anh/"
    assert client_of(minh).post(address, typed).status_code == 302
    seen = draft.pictures.get().get_absolute_url()
    asked = [stranger, client_of(quantri), client_of(minh)]
    assert [who.get(seen).status_code for who in asked] == [404, 404, 200]
    draft.refresh_from_db()
    draft.publish(by=ha, on=ON, at=AT)
    answer = stranger.get(seen)
    assert (answer["Content-Type"], answer.status_code) == ("image/webp", 200)
    assert taken_off(answer) == []
    page = text(stranger.get(draft.public_url))
    assert 'alt="Đoàn thăm"' in page
    assert "<figcaption>Ngày 20/11/2026</figcaption>" in page
    assert "<figcaption>" not in draft.body


def test_a_picture_needs_its_words_and_a_readable_file(draft, minh):
    upload = SimpleUploadedFile("a.jpg", b"no picture", "image/jpeg")
    address = f"{draft.get_absolute_url()}them-anh/"
    page = text(client_of(minh).post(address, {"picture_sent": upload, "caption": "Còn đây"}))
    assert "Không đọc được ảnh “a.jpg”" in page
    assert "Chưa nhập trong ảnh có gì" in page
    assert "Còn đây" in page


def test_from_the_form_to_the_site(stranger, minh, nga, units):
    at = {"place": "tin:thong-bao", "unit": "nguoi-co-cong"}
    typed = at | {"title": "Lịch chi trả", "body": "Hai đoạn.\n\nĐoạn hai <b>."}
    answer = client_of(minh).post("/bai-viet/moi/", typed)
    one = Article.objects.get()
    assert (answer.url, one.body) == (
        one.get_absolute_url(),
        "<p>Hai đoạn.</p><p>Đoạn hai &lt;b&gt;.</p>",
    )
    client_of(minh).post(f"{answer.url}dang-bai/", {"from_on": "", "note": "Xin duyệt"})
    tray = f"/trinh/{Submission.objects.get().pk}/"
    assert "Đoạn hai" in text(client_of(nga).get(tray))
    client_of(nga).post(tray, {"verdict": "approve"})
    assert "Đoạn hai" in text(stranger.get(one.public_url))


def test_nothing_typed_is_lost(minh, units):
    page = text(
        client_of(minh).post("/bai-viet/moi/", {"title": "", "body": "<p>Đã <em>gõ</em></p>"})
    )
    assert "Đã *gõ*" in page
    assert "&lt;p&gt;Đã &lt;em&gt;gõ&lt;/em&gt;&lt;/p&gt;" in page


def test_an_hour_needs_its_day(draft, ha):
    page = text(client_of(ha).post(f"{draft.get_absolute_url()}dang-bai/", {"from_hour": "8 giờ"}))
    assert "Có giờ thì ghi cả ngày" in page


def test_stored_words_become_no_markup(stranger, minh, ha, units):
    """The pages stand without their policy too: these are the bare answers."""
    facts = facts_of(units["nguoi-co-cong"], title=PAYLOAD, author=PAYLOAD, lead=PAYLOAD)
    one = Article.compose(by=minh, on=ON, **facts | {"body": f"<p>{PAYLOAD}</p>{PAYLOAD}"})
    one.publish(by=ha, on=ON, at=AT)
    for address in ("/tin-tuc/", one.public_url, f"{one.public_url}in/", "/", "/tim-kiem/?q=img"):
        assert harm_in(text(stranger.get(address))) == [], address
    for address in (one.get_absolute_url(), "/bai-viet/"):
        assert harm_in(text(client_of(ha).get(address))) == [], address


def test_the_page_shows_the_wording_that_holds(stranger, written, units):
    assert stranger.get("/gioi-thieu/co-cau-to-chuc/").status_code == 404
    written("co-cau-to-chuc", "<p>Sở có các phòng.</p>")
    page = text(stranger.get("/gioi-thieu/co-cau-to-chuc/"))
    assert "Sở có các phòng." in page
    assert "Trung tâm Dịch vụ việc làm" in page
    assert "Cơ cấu tổ chức" in text(stranger.get("/gioi-thieu/"))


def test_the_next_wording_begins_with_the_one_that_holds(written, minh):
    written("chuc-nang-nhiem-vu", "<p>Tham mưu.</p>")
    page = text(client_of(minh).get("/bai-viet/moi/?trang=chuc-nang-nhiem-vu"))
    assert "Tham mưu." in page
    assert '<option value="trang:chuc-nang-nhiem-vu" selected' in page


def test_contact_tells_the_office_and_its_units(stranger, office, units):
    page = text(stranger.get("/lien-he/"))
    assert "so@tangiang.example" in page
    assert "Trung tâm Dịch vụ việc làm" in page


def test_links_stand_beside_while_they_hold(stranger, shown):
    SiteLink.objects.create(title="Cổng Dịch vụ công", url="https://dvc.example/")
    SiteLink.objects.create(title="Cũ", url="https://cu.example/", closed_on=ON)
    page = text(stranger.get("/tin-tuc/"))
    assert "https://dvc.example/" in page
    assert "https://cu.example/" not in page


def test_programs_read_the_newest_and_every_page(stranger, shown, written):
    written("chuc-nang-nhiem-vu", "<p>Chữ</p>")
    feed = text(stranger.get("/tin-tuc/rss.xml"))
    assert "http://testserver/tin-tuc/BV-2026-0001/" in feed
    site_map = text(stranger.get("/sitemap.xml"))
    assert "http://testserver/gioi-thieu/chuc-nang-nhiem-vu/</loc>" in site_map
    assert "http://testserver/lien-he/" in site_map
    robots = text(stranger.get("/robots.txt"))
    assert "Disallow: /tra-cuu/" in robots
    assert "Sitemap: http://testserver/sitemap.xml" in robots


def test_one_question_finds_all_that_is_public(stranger, shown, written):
    written("chuc-nang-nhiem-vu", "<p>Quản lý nhà nước về người có công.</p>")
    issuer = Issuer.objects.create(code="so", name="Sở")
    facts = {"kind": "thong-bao", "symbol": "TB-S", "year": 2026, "issuer": issuer}
    for number, inside in (("1", False), ("2", True)):
        Instrument.enter(by=shown.officer, on=ON, number=number, internal=inside,
                         title=f"Thăm người có công, số {number}", **facts)  # fmt: skip
    page = text(stranger.get("/tim-kiem/", {"q": "nguoi CO cong"}))
    for words in ("Thăm, tặng quà người có công", "Chức năng, nhiệm vụ", "số 1"):
        assert words in page
    assert "số 2" not in page
    assert "Không tìm thấy" in text(stranger.get("/tim-kiem/", {"q": "chu nay khong co"}))


def test_a_word_is_found_whole_and_words_side_by_side_come_first(written):
    written("lien-he", "<p>Trường cấp chứng chỉ.</p>")
    written("chuc-nang-nhiem-vu", "<p>Trợ giúp người dân, cấp giấy.</p>")
    written("co-cau-to-chuc", "<p>Phòng chi trả trợ cấp.</p>")
    found = [hit.title for hit in pages("tro cap", timezone.now())]
    assert found == ["Cơ cấu tổ chức", "Chức năng, nhiệm vụ"]


PAGES = ("/tin-tuc/", "/tin-tuc/BV-2026-0001/", "/gioi-thieu/", "/lien-he/", "/tim-kiem/?q=tin",
         "/sitemap.xml", "/tin-tuc/rss.xml")  # fmt: skip


def test_more_articles_are_not_more_statements(
    stranger, shown, many, django_assert_max_num_queries
):
    assert Category.objects.count() == 7
    for address in PAGES:
        with django_assert_max_num_queries(8):
            assert stranger.get(address).status_code == 200


@pytest.mark.parametrize("who", ["ha", "khanh", "board", "quantri"])
def test_an_empty_desk_says_which_of_three(who, request, office, units):
    page = text(
        client_of(
            request.getfixturevalue(who)
            if who != "board"
            else request.getfixturevalue("representative")
        ).get("/bai-viet/")
    )
    told = {"quantri": "không xem nội dung công việc"}.get(who, "Chưa có bài viết nào")
    assert told in page
    assert ("/bai-viet/moi/" in page) == (who in ("ha", "khanh"))


def test_what_waits_for_the_editor_lies_on_the_desk(draft, minh, nga):
    submit(draft, Article.workflow["publish"], by=minh, on=ON, payload={})
    assert "Đọc, phê duyệt" in text(client_of(nga).get("/cong-viec/"))
    assert "Đang trình" in text(client_of(minh).get("/cong-viec/"))
