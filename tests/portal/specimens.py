"""Files as people send them, and as people send them who mean harm."""

import io
import struct
import zipfile
import zlib

CONTENT_TYPES = (
    b'<?xml version="1.0"?><Types xmlns="a"><Override PartName="/word/document.xml"/></Types>'
)
RELS = '<?xml version="1.0"?><Relationships>{}</Relationships>'
IMAGE_ELSEWHERE = (
    '<Relationship Id="r1" Type="x/image" Target="http://a.example/x" TargetMode="External"/>'
)
LINK = '<Relationship Id="r1" Type="x/hyperlink" Target="http://a.example/" TargetMode="External"/>'


def package(main: str, **parts: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", parts.pop("types", CONTENT_TYPES))
        archive.writestr(main, parts.pop("body", b"<w:document/>"))
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return held.getvalue()


def docx(**parts: bytes) -> bytes:
    return package("word/document.xml", **parts)


def xlsx(**parts: bytes) -> bytes:
    return package("xl/workbook.xml", **parts)


def pdf(inside: bytes = b"", stream: bytes = b"", kind: bytes = b"/Image") -> bytes:
    held = b"2 0 obj<</Type" + kind + b">>stream\n" + stream + b"\nendstream endobj\n"
    return (
        b"%PDF-1.7\n1 0 obj<<" + inside + b">>endobj\n" + held + b"trailer<</Root 1 0 R>>\n%%EOF\n"
    )


def png(width: int = 2, height: int = 2) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\x00\x00\x00" * 2)
    chunks = [(b"IHDR", header), (b"IDAT", rows), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, data) for kind, data in chunks)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def jpg(width: int = 16, height: int = 16) -> bytes:
    app0 = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    frame = b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", height, width) + b"\x01\x01\x11\x00"
    return b"\xff\xd8" + app0 + frame + b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x00\xff\xd9"


def bomb(parts: int = 1, size: int = 40 * 2**20) -> bytes:
    return docx(**{f"word__part{n}.xml": b"\x20" * size for n in range(parts)})


def locked() -> bytes:
    """The flag of encryption set on every entry."""
    content = bytearray(docx())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(mark, at + 1)
    return bytes(content)


HONEST = {
    "Đơn khiếu nại của ông Nguyễn Văn Đức.pdf": pdf(),
    "quét.PDF": pdf(),
    "quét có ảnh.pdf": pdf(stream=b"\x91/JS \x80/Launch (\xff"),
    "don.docx": docx(),
    "có ảnh và liên kết.docx": docx(
        word__media__image1=png(), word___rels__document_xml_rels=RELS.format(LINK).encode()
    ),
    "liên kết.docx": docx(**{"word/_rels/document.xml.rels": RELS.format(LINK).encode()}),
    "danh sách.xlsx": xlsx(),
    "máy in.xlsx": xlsx(**{"xl/printerSettings/printerSettings1.bin": b"x"}),
    "bảng trong đơn.docx": docx(**{"word/embeddings/bang.xlsx": b"x"}),
    "ảnh.jpg": jpg(),
    "ảnh.JPEG": jpg(),
    "ảnh điện thoại.jpg": jpg(4032, 3024) + b"motion photo data",
    "ảnh.png": png(),
    "tên có 'nháy' & <ngoặc>.pdf": pdf(),
    "ho\u0300a bi\u0300nh.pdf": pdf(),
    "ấ" * 296 + ".pdf": pdf(),
}

HOSTILE = {
    "rỗng.pdf": b"",
    "thật ra là ảnh.pdf": jpg(),
    "thật ra là pdf.jpg": pdf(),
    "thật ra là word.xlsx": docx(),
    "chương trình.pdf": b"MZ\x90\x00" + b"\x00" * 100,
    "trang.pdf": b"<html><script>alert(1)</script></html>",
    "hình.svg": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "lệnh.sh": b"#!/bin/sh\nrm -rf /\n",
    "trang.html": b"<!doctype html>",
    "pdf không đuôi": pdf(),
    "nén.zip": package("a.txt"),
    "ảnh iPhone.heic": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic",
    "ảnh iPhone.jpg": b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1heic",
    "word cũ.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512,
    "word cũ.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512,
    "macro.docx": docx(word__vbaProject=b"x", **{"word/vbaProject.bin": b"x"}),
    "macro loại.docx": docx(types=b"<Types>application/vnd.ms-word.document.macroEnabled</Types>"),
    "activex.docx": docx(**{"word/activeX/activeX1.xml": b"<a/>"}),
    "đối tượng.docx": docx(**{"word/embeddings/oleObject1.bin": b"x"}),
    "exe.xlsx": xlsx(**{"xl/embeddings/a.exe": b"MZ"}),
    "lấy từ xa.docx": docx(
        **{"word/_rels/document.xml.rels": RELS.format(IMAGE_ELSEWHERE).encode()}
    ),
    "lấy từ xa utf16.docx": docx(
        **{"word/_rels/document.xml.rels": RELS.format(IMAGE_ELSEWHERE).encode("utf-16")}
    ),
    "thực thể.docx": docx(body=b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
    "bom.docx": bomb(),
    "nhiều bom.docx": bomb(parts=4, size=28 * 2**20),
    "nhiều mục.docx": docx(**{f"word/{n}.xml": b"<a/>" for n in range(2100)}),
    "ra ngoài.docx": docx(**{"../../thoat.xml": b"<a/>"}),
    "gốc.docx": docx(**{"/etc/passwd": b"x"}),
    "khóa.docx": locked(),
    "cụt.docx": docx()[:-40],
    "thiếu ruột.docx": package("word/khac.xml"),
    "cụt.pdf": pdf()[:-10] + b" " * 5000,
    "lệnh.pdf": pdf(b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>"),
    "lệnh viết khác.pdf": pdf(b"/S/J#61va#53cript"),
    "lệnh nén.pdf": pdf(stream=zlib.compress(b"1 0 <</S/JavaScript/JS(x)>>"), kind=b"/ObjStm"),
    "mở chương trình.pdf": pdf(b"/S/Launch/F(cmd.exe)"),
    "tệp ẩn.pdf": pdf(b"/Names<</EmbeddedFiles 2 0 R>>"),
    "khổng lồ.png": png(60_000, 60_000),
    "khổng lồ.jpg": jpg(60_000, 60_000),
    "cụt.png": png()[:-12],
    "cụt.jpg": jpg()[:-2],
    "đầu png.png": b"\x89PNG\r\n\x1a\n",
    "to.pdf": pdf() + b" " * (10 * 2**20) + b"%%EOF",
    "dài" * 100 + ".pdf": pdf(),
    "nul\x00.pdf": pdf(),
    "đảo\u202efdp.exe": pdf(),
    "../../etc/passwd": pdf(),
}
