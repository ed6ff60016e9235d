"""What may stand in an article, whoever sends it; and the same text as marks, there and back."""

from html.parser import HTMLParser

import pytest

from portal.forms.rich_text import as_html
from portal.publications.rich_text import TAGS, cleaned, from_marks, in_short, to_marks

MARKED = """## Kết quả

Đoàn đã thăm **300** gia đình,
ở *hai* xã. Xem [bản tin](https://vi.example/tin).

- Xã An Phú
- Xã Nà Khoang

1. Thăm
2. Tặng quà

> Ông bà vui lắm."""
HOSTILE = (
    "<script>pwned=1</script>",
    "<img src=x onerror=pwned=1>",
    '<a href="javascript:pwned=1">x</a>',
    '<a href="data:text/html,<script>1</script>">x</a>',
    '<p onclick="pwned=1" style="position:fixed">x</p>',
    "<svg><script>pwned=1</script></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=pwned=1>",
    "<iframe srcdoc='<script>pwned=1</script>'></iframe>",
    "<p><a href='vbscript:x' title='\"><img src=x onerror=pwned=1>'>x</a>",
    "<noscript><p title='</noscript><img src=x onerror=pwned=1>'>",
    "<form action='//a.example'><input name=password><button>Gửi</button></form>",
    "<base href='//a.example/'><link rel=stylesheet href='//a.example/x.css'>",
    "<meta http-equiv=refresh content='0; url=javascript:pwned=1'>",
)


def test_marks_become_the_tags_of_the_list_and_come_back():
    html = from_marks(MARKED)
    assert "<h2>Kết quả</h2>" in html
    assert "<ol><li>Thăm</li><li>Tặng quà</li></ol>" in html
    assert '<a href="https://vi.example/tin" rel="noopener">bản tin</a>' in html
    assert to_marks(html) == MARKED
    assert from_marks(to_marks(html)) == html


def test_a_blank_line_begins_a_paragraph_and_signs_stay_signs():
    assert from_marks("5 < 7 & 8\n\nhai * ba") == "<p>5 &lt; 7 &amp; 8</p><p>hai * ba</p>"


def test_what_the_editor_sends_is_spelled_as_the_house_spells():
    sent = "<div>Một<br><br>Hai</div><h1>Đầu</h1><div><b>đậm</b></div><div><br></div>"
    assert cleaned(sent) == "<p>Một</p><p>Hai</p><h2>Đầu</h2><p><strong>đậm</strong></p>"
    assert as_html("<div>Một</div>") == "<p>Một</p>"
    assert as_html("Một") == "<p>Một</p>"


class Seen(HTMLParser):
    """Every tag of a text with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= set(attrs)


@pytest.mark.parametrize("html", HOSTILE)
def test_nothing_that_acts_is_left(html):
    for left in (cleaned(f"<p>Đầu</p>{html}"), from_marks(f"Đầu\n\n{html}")):
        seen = Seen(left)
        assert seen.tags <= TAGS
        assert seen.attributes <= {("rel", "noopener"), ("href", "https://vi.example/tin")}


def test_a_list_that_lets_pictures_through_would_be_seen():
    assert not Seen("<p>x</p><img src=x onerror=1>").tags <= TAGS


def test_the_first_words_stand_for_the_summary():
    assert in_short("<h2>Kết quả</h2><p>Tốt &amp; đủ.</p>") == "Kết quả Tốt & đủ."
    assert in_short(f"<p>{'chữ ' * 100}</p>", longest=20) == "chữ chữ chữ chữ chữ…"
