"""What PDF/A-2b (ISO 19005-2) asks of a file, as far as its structure tells it.

There is no validator that runs without Java; this reads every object, also the packed ones.
"""

import re
import zlib

OBJECT = re.compile(rb"\d+ \d+ obj(.*?)endobj", re.DOTALL)
STREAM = re.compile(rb"(.*?)stream\r?\n(.*)endstream", re.DOTALL)
DESCRIPTOR = re.compile(rb"<<[^<>]*/Type\s*/FontDescriptor[^<>]*>>")
ACTIONS = (
    "JavaScript",
    "JS",
    "Launch",
    "Sound",
    "Movie",
    "ResetForm",
    "ImportData",
    "EmbeddedFile",
)


def against_archival(pdf: bytes) -> list[str]:
    """Each rule that the file breaks."""
    dictionaries, metadata = read(pdf)
    whole = b"\n".join(dictionaries)
    wrong = [*about_the_file(pdf), *about_colours(whole), *about_fonts(whole)]
    wrong += [
        f"a forbidden {name}" for name in ACTIONS if re.search(rb"/%b\b" % name.encode(), whole)
    ]
    if b"/LZWDecode" in whole:
        wrong.append("packed by LZW")
    return wrong + about_metadata(metadata)


def read(pdf: bytes) -> tuple[list[bytes], bytes]:
    """The dictionaries of all objects and trailers, and the XMP metadata."""
    found, metadata = [*re.findall(rb"trailer(.*?)startxref", pdf, re.DOTALL)], b""
    for body in OBJECT.findall(pdf):
        match = STREAM.match(body)
        found.append(match[1] if match else body)
        if match and re.search(rb"/Type\s*/ObjStm", match[1]):
            found.append(unpacked(*match.groups()))
        if match and re.search(rb"/Type\s*/Metadata", match[1]):
            metadata = unpacked(*match.groups())
    return found, metadata


def unpacked(head: bytes, content: bytes) -> bytes:
    return zlib.decompressobj().decompress(content) if b"/FlateDecode" in head else content


def about_the_file(pdf: bytes) -> list[str]:
    lines = pdf.split(b"\n", 2)
    wrong = []
    if not re.match(rb"%PDF-1\.[4-7]\s*$", lines[0]):
        wrong.append("its first line names no version up to 1.7")
    if not re.match(rb"%[\x80-\xff]{4}", lines[1]):
        wrong.append("no comment of four high bytes follows")
    if not pdf.rstrip(b"\r\n").endswith(b"%%EOF"):
        wrong.append("something follows its end")
    if b"/Encrypt" in pdf:
        wrong.append("encrypted")
    if not re.search(rb"/ID\s*\[", pdf):
        wrong.append("no identifier of the file")
    return wrong


def about_colours(whole: bytes) -> list[str]:
    intent = re.search(rb"/S\s*/GTS_PDFA1", whole) and b"/DestOutputProfile" in whole
    return [] if intent else ["no profile says what its colours mean"]


def about_fonts(whole: bytes) -> list[str]:
    descriptors = DESCRIPTOR.findall(whole)
    missing = [each for each in descriptors if not re.search(rb"/FontFile[23]?\b", each)]
    if not descriptors:
        return ["no font is described"]
    return [f"{len(missing)} fonts are not embedded"] if missing else []


def about_metadata(metadata: bytes) -> list[str]:
    said = {
        name: re.search(rb"pdfaid:%b(?:>|=\")([^<\"]+)" % name, metadata)
        for name in (b"part", b"conformance")
    }
    values = [found[1].decode() if found else "" for found in said.values()]
    return [] if values == ["2", "B"] else [f"its metadata say PDF/A {values}"]
