"""What a file is, by its content; every refusal is one sentence that names the file."""

import re
import struct
import zlib

from portal.attachments.packages import check_package

MAX_BYTES = 10 * 2**20
MAX_PIXELS = 120_000_000

JPG, PNG, PDF = "image/jpeg", "image/png", "application/pdf"
OFFICE = "application/vnd.openxmlformats-officedocument."
DOCX, XLSX = OFFICE + "wordprocessingml.document", OFFICE + "spreadsheetml.sheet"
EXTENSIONS = {".pdf": PDF, ".docx": DOCX, ".xlsx": XLSX, ".jpg": JPG, ".jpeg": JPG, ".png": PNG}
NAMES = {PDF: "PDF", DOCX: "Word", XLSX: "Excel", JPG: "ảnh JPG", PNG: "ảnh PNG"}
ACCEPTED = "PDF, DOCX, XLSX, JPG, PNG"

HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PDF_ACTS = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)\b")
PDF_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
MOST_UNPACKED = 20 * 2**20


def recognise(content: bytes, name: str) -> str:
    """The media type; raises ValueError where the content is not what may come in."""
    mime = kind_of(content, name)
    check = {PDF: check_pdf, PNG: check_png, JPG: check_jpg}.get(mime)
    if check:
        check(content, name)
    else:
        check_package(content, name, main=main_part(mime))
    claimed = EXTENSIONS.get(extension(name))
    if claimed != mime:
        raise ValueError(f"Tệp “{name}” thật ra là {NAMES[mime]}. Xin lưu lại đúng loại rồi gửi.")
    return mime


def kind_of(content: bytes, name: str) -> str:
    if content.startswith(b"%PDF-"):
        return PDF
    if content.startswith(b"\xff\xd8\xff"):
        return JPG
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if content.startswith(b"PK\x03\x04"):
        return DOCX if b"word/document.xml" in content else XLSX
    raise ValueError(why_unknown(content, name))


def why_unknown(content: bytes, name: str) -> str:
    if content[4:8] == b"ftyp" and content[8:12] in HEIC_BRANDS:
        return f"Tệp “{name}” là ảnh HEIC, máy của Sở chưa mở được. Xin chụp hoặc lưu lại dạng JPG."
    if content.startswith(OLD_OFFICE):
        return f"Tệp “{name}” thuộc loại Word, Excel cũ. Xin lưu lại dạng DOCX, XLSX hoặc PDF."
    if extension(name) in EXTENSIONS:
        return f"Tệp “{name}” bị hỏng hoặc đã đổi đuôi, không mở được. Xin chụp hoặc lưu lại."
    return f"Tệp “{name}” không thuộc loại nhận được: {ACCEPTED}."


def extension(name: str) -> str:
    _, dot, last = name.lower().rpartition(".")
    return dot + last


def main_part(mime: str) -> str:
    return "word/document.xml" if mime == DOCX else "xl/workbook.xml"


def check_pdf(content: bytes, name: str) -> None:
    if b"%%EOF" not in content[-4096:]:
        raise ValueError(f"Tệp “{name}” bị thiếu phần cuối, không mở được. Xin gửi lại.")
    if PDF_ACTS.search(pdf_objects(content)):
        raise ValueError(
            f"Tệp “{name}” có lệnh chạy hoặc tệp ẩn bên trong. Xin in ra PDF rồi gửi lại."
        )


def pdf_objects(content: bytes) -> bytes:
    """The objects without the pictures and fonts, in whose bytes anything may occur by chance."""
    bare, at, room = [], 0, MOST_UNPACKED
    while (start := content.find(b"stream", at)) >= 0:
        end = content.find(b"endstream", start)
        if end < 0:
            break
        bare.append(content[at:start])
        if b"/ObjStm" in content[max(at, start - 500) : start]:
            bare.append(unpacked(content[start:end].removeprefix(b"stream").lstrip(), room))
            room = max(1, room - len(bare[-1]))
        at = end + len(b"endstream")
    bare.append(content[at:])
    return PDF_ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), b"".join(bare))


def unpacked(objects: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(objects, most)
    except zlib.error:
        return objects


def check_png(content: bytes, name: str) -> None:
    if content[12:16] != b"IHDR" or b"IEND" not in content[-4096:]:
        raise ValueError(f"Ảnh “{name}” bị hỏng, không mở được. Xin gửi lại.")
    width, height = struct.unpack(">II", content[16:24])
    if width * height > MAX_PIXELS:
        raise ValueError(f"Ảnh “{name}” quá lớn để mở. Xin thu nhỏ rồi gửi lại.")


def check_jpg(content: bytes, name: str) -> None:
    if b"\xff\xd9" not in content[4:]:
        raise ValueError(f"Ảnh “{name}” bị thiếu phần cuối, không mở được. Xin gửi lại.")
    width, height = jpg_size(content)
    if not 0 < width * height <= MAX_PIXELS:
        raise ValueError(f"Ảnh “{name}” quá lớn hoặc bị hỏng. Xin gửi lại ảnh khác.")


def jpg_size(content: bytes) -> tuple[int, int]:
    """From the frame header, hopping from marker to marker."""
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length if marker != 0xFF else 1
    return 0, 0
