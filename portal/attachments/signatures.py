"""Digital signatures in a PDF as they are found: who, when, over how much of the file.

Nothing here says that a signature is valid: neither the digest nor the certificates are checked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from cryptography import x509
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID
from django.core.files.storage import default_storage

from portal.attachments.files import File
from portal.attachments.sniffing import PDF

RANGE = re.compile(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]")
CONTENTS = re.compile(rb"<([0-9A-Fa-f\s]+)>")
TIME = re.compile(
    rb"/M\s*\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)?'?)?\)"
)
NEAR = 1_000
"""Bytes before the range in which the rest of its dictionary may stand."""
MOST = 20


@dataclass(frozen=True)
class Signature:
    signer: str
    issuer: str
    at: datetime | None
    whole: bool
    """Covers every byte of the file but itself; nothing was added after it."""


def signatures_of(file: File | None) -> list[Signature]:
    if file is None or file.mime != PDF:
        return []
    with default_storage.open(file.path) as stored:
        return signatures_in(stored.read())


def signatures_in(content: bytes) -> list[Signature]:
    return [signature(content, found) for found in [*RANGE.finditer(content)][:MOST]]


def signature(content: bytes, found: re.Match[bytes]) -> Signature:
    first, length, second, rest = map(int, found.groups())
    signer, issuer = names(content[first + length : second])
    start = content.rfind(b" obj", max(0, found.start() - 2**17), found.start())
    near = content[max(start, 0) : length] + content[second : second + NEAR]
    whole = first == 0 and second + rest == len(content) and gap_is_one_string(content, found)
    return Signature(signer, issuer, time_in(near), whole)


def gap_is_one_string(content: bytes, found: re.Match[bytes]) -> bool:
    """What is left out is the signature alone."""
    _, length, second, _ = map(int, found.groups())
    return bool(CONTENTS.fullmatch(content[length:second].strip()))


def names(contents: bytes) -> tuple[str, str]:
    """Of the certificate that comes first which is nobody's issuer: the signer's own."""
    text = CONTENTS.search(contents)
    try:
        data = bytes.fromhex(text[1].decode()) if text else b""
        certificates = pkcs7.load_der_pkcs7_certificates(trimmed(data))
    except ValueError:
        return "", ""
    issuers = {each.issuer for each in certificates if each.issuer != each.subject}
    own = next((each for each in certificates if each.subject not in issuers), None)
    own = own or next(iter(certificates), None)
    return (common_name(own.subject), common_name(own.issuer)) if own else ("", "")


def trimmed(data: bytes) -> bytes:
    """Without the zeros that fill the place up: the length stands in the second byte."""
    if len(data) < 6 or data[0] != 0x30:
        return data
    wide = data[1] & 0x7F if data[1] & 0x80 else 0
    length = int.from_bytes(data[2 : 2 + wide]) if wide else data[1]
    return data[: 2 + wide + length]


def common_name(name: x509.Name) -> str:
    found = name.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(found[0].value) if found else name.rfc4514_string()


def time_in(text: bytes) -> datetime | None:
    """As the signer's machine wrote it."""
    found = TIME.search(text)
    if found is None:
        return None
    sign, hours, minutes = found[7], int(found[8] or 0), int(found[9] or 0)
    offset = timedelta(hours=hours, minutes=minutes) * (-1 if sign == b"-" else 1)
    try:
        wall = datetime.strptime(b"".join(found.groups()[:6]).decode(), "%Y%m%d%H%M%S")
        return wall.replace(tzinfo=timezone(offset))
    except ValueError:
        return None
