"""Defects that the onlooker must see."""

import pytest

from tests.pages.looking import DARK, LIGHT, Face, Onlooker

pytestmark = pytest.mark.browser
SHEETS = "".join(
    f'<link rel="stylesheet" href="/static/css/{name}.css">' for name in ("tokens", "kit", "pages")
)
SOUND = (
    f'<!doctype html><html lang="vi"><head><title>Thử</title>{SHEETS}'
    '<meta name="viewport" content="width=device-width"></head>'
    '<body class="staff"><main class="work"><h1>Thử</h1>PLANTED</main></body></html>'
)
WIDE = f"<table class=table><tr>{'<td>cộtrấtdàikhôngxuốngdòng</td>' * 9}</tr></table>"
DEFECTS = {
    "<input name=q>": "label",
    '<p class="btn-primary"><span class="soft">Chữ mờ trên nền đậm</span></p>': "color-contrast",
    WIDE: "sideways",
    "<script>var a = 1</script>": "Content Security Policy",
    '<p style="color:red">Màu riêng</p>': "Content Security Policy",
    '<script src="/static/js/nothing.js"></script>': "Failed to load",
    "<details><summary>Mở</summary><input name=q></details>": "label",
    '<a class="num" href="/1">1</a><a class="num" href="/2">2</a>': "target-size",
}


def face(planted: str) -> Face:
    return Face("planted", "nobody", "/thu/", SOUND.replace("PLANTED", planted))


def test_a_sound_page_is_left_alone(window):
    assert Onlooker(window).finds(face("<p>Không có gì sai.</p>"), LIGHT, DARK) == []


@pytest.mark.parametrize(("planted", "seen"), DEFECTS.items(), ids=DEFECTS.values())
def test_a_planted_defect_is_seen(planted, seen, window):
    assert seen in " ".join(Onlooker(window).finds(face(planted), LIGHT, DARK))
