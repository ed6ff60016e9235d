"""Word and Excel files are zip archives: nothing in them may run, call out or blow up."""

import io
import re
import zipfile

MAX_ENTRIES = 2_000
MAX_UNPACKED = 100 * 2**20
MAX_PART = 30 * 2**20
MAX_RATIO = 200
SMALL = 2**20

ACTIVE = re.compile(r"vbaproject|vbadata|/activex/|/ctrlprops/|\.(?:bin|exe|dll|js|vbs|hta)$", re.I)
EMBEDDED = re.compile(r"/embeddings/.*\.(?!docx$|xlsx$|png$|jpe?g$|emf$|wmf$)", re.I)
PRINTER = re.compile(r"^xl/printerSettings/printerSettings\d+\.bin$", re.I)
RELATION = re.compile(rb"<Relationship\b[^>]*>", re.I)
EXTERNAL = re.compile(rb"""TargetMode\s*=\s*["']External["']""", re.I)
HYPERLINK = re.compile(rb"""Type\s*=\s*["'][^"']*/hyperlink["']""", re.I)
ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)


def check_package(content: bytes, name: str, *, main: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            check_size(package, len(content), name)
            check_parts(package, name, main=main)
            check_texts(package, name)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError) as problem:
        raise ValueError(f"Tệp “{name}” bị hỏng hoặc đặt mật khẩu, không mở được.") from problem


def check_size(package: zipfile.ZipFile, size: int, name: str) -> None:
    """Declared sizes first; overlapping entries claim more than the archive holds."""
    entries = package.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    swollen = any(
        entry.file_size > SMALL and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)
        for entry in entries
    )
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED or packed > size or swollen:
        raise ValueError(f"Tệp “{name}” phình quá lớn khi mở ra. Xin in ra PDF rồi gửi lại.")


def check_parts(package: zipfile.ZipFile, name: str, *, main: str) -> None:
    parts = package.namelist()
    if main not in parts or "[Content_Types].xml" not in parts or len(set(parts)) != len(parts):
        raise ValueError(f"Tệp “{name}” không phải tệp Word hoặc Excel nguyên vẹn.")
    if any(runs(part) or part.startswith("/") or ".." in part.split("/") for part in parts):
        raise ValueError(f"Tệp “{name}” có chương trình (macro) bên trong. Xin bỏ đi rồi gửi lại.")


def runs(part: str) -> bool:
    if PRINTER.match(part):
        return False
    return bool(ACTIVE.search(part) or EMBEDDED.search(part))


def check_texts(package: zipfile.ZipFile, name: str) -> None:
    for entry in package.infolist():
        if entry.filename.lower().endswith((".xml", ".rels", ".vml")):
            check_text(unpacked(package, entry, name), entry.filename, name)


def unpacked(package: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    """Reads no further than allowed, whatever the archive claims."""
    with package.open(entry) as part:
        text = part.read(MAX_PART + 1)
    if len(text) > MAX_PART:
        raise ValueError(f"Tệp “{name}” phình quá lớn khi mở ra. Xin in ra PDF rồi gửi lại.")
    return text


def check_text(text: bytes, part: str, name: str) -> None:
    if text.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = text.decode("utf-16", errors="replace").encode()
    if ENTITIES.search(text):
        raise ValueError(f"Tệp “{name}” có đoạn mã lạ bên trong. Xin in ra PDF rồi gửi lại.")
    if part == "[Content_Types].xml" and b"macroEnabled" in text:
        raise ValueError(f"Tệp “{name}” có chương trình (macro) bên trong. Xin bỏ đi rồi gửi lại.")
    if part.endswith(".rels") and any(calls_out(found) for found in RELATION.findall(text)):
        raise ValueError(f"Tệp “{name}” tự lấy nội dung từ nơi khác. Xin in ra PDF rồi gửi lại.")


def calls_out(relation: bytes) -> bool:
    """A link that a reader clicks is fine; what opens by itself is not."""
    return bool(EXTERNAL.search(relation)) and not HYPERLINK.search(relation)
