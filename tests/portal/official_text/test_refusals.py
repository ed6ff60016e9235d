"""Files that no office should open, and files of a kind that cannot be read: one sentence each."""

import io
import zipfile

import pytest

from portal.official_text import Unreadable, read_document
from tests.portal.official_text.word_files import RELATIONS, SPACES, TYPES, p, package, word_file

LINK = (
    f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="http://x/attachedTemplate"'
    ' Target="http://example.vn/a.dotm" TargetMode="External"/></Relationships>'
)
BOMB = '<!DOCTYPE a [<!ENTITY b "cccccccccc"><!ENTITY d "&b;&b;&b;&b;">]>'


def swollen() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("word/document.xml", b" " * (60 * 2**20))
    return out.getvalue()


def document(text: str, encoding: str = "utf-8") -> bytes:
    return package({"[Content_Types].xml": TYPES, "word/document.xml": text.encode(encoding)})


def nested(depth: int) -> str:
    inside = "<w:tbl><w:tr><w:tc>" * depth + "</w:tc></w:tr></w:tbl>" * depth
    return f"<w:document {SPACES}><w:body>{inside}</w:body></w:document>"


HOSTILE = {
    "zip bomb": (swollen(), "phình quá lớn"),
    "entity bomb": (document(f"{BOMB}<w:document {SPACES}/>"), "đoạn mã lạ"),
    "entity bomb in wide letters": (document(f"{BOMB}<w:document/>", "utf-16-le"), "đoạn mã lạ"),
    "external template": (
        package(
            {
                "[Content_Types].xml": TYPES,
                "word/document.xml": f"<w:document {SPACES}/>",
                "word/_rels/settings.xml.rels": LINK,
            }
        ),
        "tự lấy nội dung từ nơi khác",
    ),
    "macro": (
        package(
            {
                "[Content_Types].xml": TYPES,
                "word/document.xml": f"<w:document {SPACES}/>",
                "word/vbaProject.bin": b"x",
            }
        ),
        "macro",
    ),
    "tables in tables": (document(nested(5000)), "lồng quá nhiều lớp"),
    "broken": (document("<w:document"), "bị hỏng"),
    "cut short": (word_file(p("chữ"))[:-40], "bị hỏng"),
    "no words": (word_file("<w:p/>"), "không có chữ nào"),
}
OTHERS = {
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "cu.doc", "Word kiểu cũ"),
    "rich text": (rb"{\rtf1 abc}", "a.rtf", "RTF"),
    "empty": (b" \n", "a.txt", "rỗng"),
    "TCVN3": ("KÕ ho¹ch thùc hiÖn d©n chñ ".encode("cp1252") * 20, "a.txt", "TCVN3"),
    "TCVN3 kept as letters": (
        "KÕ ho¹ch thùc hiÖn d©n chñ ë c¬ së n¨m ".encode() * 9,
        "a.txt",
        "TCVN3",
    ),
    "VNI": ("Keá hoaïch thöïc hieän daân chuû ôû cô sôû naêm ".encode() * 9, "a.txt", "VNI"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a.png", "không phải tệp chữ"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_word_file_is_refused(what):
    content, words = HOSTILE[what]
    with pytest.raises(Unreadable, match=words) as refusal:
        read_document(content, name="thu.docx")
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize("what", OTHERS)
def test_what_cannot_be_read_says_what_to_do(what):
    content, name, words = OTHERS[what]
    with pytest.raises(Unreadable, match=words):
        read_document(content, name=name)


def test_french_words_are_no_old_letters():
    text = "Très bien: kế hoạch được thực hiện à la mode năm 2025. " * 9
    assert read_document(text.encode(), name="a.txt").kind == "other"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_texts_of_today_are_read_in_each_form(encoding):
    text = "Số: 5/KH-SNV\nKẾ HOẠCH\nCây xanh năm 2025\nI. NHIỆM VỤ\n1. Tưới cây trong quý II./."
    assert (
        read_document(text.encode(encoding), name="a.txt").tasks[0].draft.text
        == "Tưới cây trong quý II."
    )
