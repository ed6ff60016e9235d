"""The guide: every picture is there, every address answers, every article is known elsewhere."""

import re
from itertools import chain

import pytest
from django.conf import settings
from django.test import Client
from django.urls import resolve

import democracy.statutes
import reforms.statutes
from portal.management.demo.office import read
from portal.views.guide.chapters import FOLDER, ORDER, chapters, drawn, section_for
from tests.citizens.roles.people import fill_the_office
from tests.conventions.words import english, never

SECTIONS = [section for chapter in chapters().values() for section in chapter.sections]
PICTURES = [picture for section in SECTIONS for picture in section.pictures]
NAMED = sorted({*chain(*(each.doors for each in SECTIONS)), *(each.address for each in PICTURES)})
MOST = 3 * 2**20
KNOWS_LAW = ("statutes.py", "grounds.py", "late.py")
STATUTES = "\n".join(
    path.read_text()
    for app in ("portal", "citizens", "democracy", "reforms")
    for path in (settings.BASE_DIR / app).rglob("*.py")
    if path.name in KNOWS_LAW or "statutes" in path.name or path.parent.name == "obligations"
)
STATUTES = STATUTES.replace("{LAW}", democracy.statutes.LAW)
STATUTES = STATUTES.replace("{DECREE}", reforms.statutes.DECREE)
ARTICLE = re.compile(r"Điều \d+[a-z]? [^;,]+")


def test_every_file_is_a_chapter_and_every_chapter_a_file():
    assert {file.stem for file in FOLDER.glob("*.md")} == set(ORDER)


def test_every_picture_exists_is_named_and_all_are_light():
    files = {file.name: file.stat().st_size for file in FOLDER.glob("*.webp")}
    assert sorted(files) == sorted(picture.name for picture in PICTURES)
    assert sum(files.values()) < MOST


def test_no_mark_of_the_files_is_left_on_a_page():
    told = "".join(section.body for section in SECTIONS)
    assert not re.search(r"\*\*|!\[|`|^#", told, re.M)
    assert told.count("<figure>") == len(PICTURES)


def test_a_chapter_speaks_the_words_of_the_house():
    for chapter in chapters().values():
        bodies = " ".join(re.sub(r"<[^>]+>", " ", each.body) for each in chapter.sections)
        told = f"{chapter.title} {chapter.lead} {bodies}"
        assert english(told) | never(told, to_citizens=chapter.name == "cong-dan") == set()


@pytest.mark.parametrize("law", [law for each in SECTIONS for law in ARTICLE.findall(each.law)])
def test_an_article_is_one_that_the_portal_knows(law):
    assert law in STATUTES


def test_whoever_is_pictured_can_sign_in_on_the_page_of_the_demo():
    offered = {*read("trial.toml")["cast"], "lan", "binh", "ha", "dung", "minh", "mai", "quantri"}
    assert {picture.who for picture in PICTURES} - {"-"} <= offered


def test_one_finds_the_section_about_the_page_where_one_stands():
    assert section_for("/don/vao-so/don-thuong/") == ("van-thu", "vao-so-don")
    assert section_for("/don/ban-giao/moi/") == ("van-thu", "phieu-ban-giao")
    assert section_for("/trinh/7/") == ("lanh-dao", "quyet-dinh-giai-quyet")
    assert section_for("/suc-khoe/") is None


def test_no_two_sections_claim_one_page():
    pages = [page for section in SECTIONS for page in section.pages]
    assert sorted(page for page in pages if pages.count(page) > 1) == []


def test_a_script_in_a_chapter_would_not_run():
    assert "<" not in drawn("<script>alert(1)</script>").replace("<p>", "").replace("</p>", "")


@pytest.mark.parametrize("page", NAMED)
def test_every_page_named_leads_somewhere(page):
    assert resolve(page.partition("?")[0])


@pytest.mark.slow
def test_every_page_named_answers_somebody_of_the_office(db):
    people, _ = fill_the_office()
    clients = [Client(), *(Client() for _ in people)]
    for client, person in zip(clients[1:], people.values(), strict=True):
        client.force_login(person)
    silent = [
        page for page in NAMED if all(client.get(page).status_code != 200 for client in clients)
    ]
    assert silent == []


def test_a_page_leads_to_its_section_and_the_chapter_is_served(client, lan):
    client.force_login(lan)
    page = client.get("/don/").content.decode()
    assert 'href="/huong-dan/van-thu/#vao-so-don"' in page
    chapter = client.get("/huong-dan/van-thu/").content.decode()
    assert '<h2 id="vao-so-don">' in chapter
    assert "Căn cứ: Điều 27 Luật Khiếu nại." in chapter
    assert client.get("/huong-dan/khong-co/").status_code == 404


def test_citizens_read_their_chapter_and_no_other(client, db):
    assert "Hướng dẫn cho công dân" in client.get("/huong-dan/cong-dan/").content.decode()
    assert client.get("/huong-dan/van-thu/").status_code == 302
    assert client.get("/huong-dan/anh/chup.py").status_code == 404
    assert client.get("/huong-dan/anh/cong-dan-gui.webp")["Content-Type"] == "image/webp"
