"""Digital signatures in a PDF are shown as they are found, and never called valid."""

from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID

from portal.attachments.signatures import signatures_in

ROOM = 8_000


def named(words: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, words)])


def certificate(subject: str, issuer: str, key, by):
    names = (
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, each)]) for each in (subject, issuer)
    )
    builder = x509.CertificateBuilder()
    builder = (
        builder.subject_name(next(names)).issuer_name(next(names)).public_key(key.public_key())
    )
    start = datetime(2026, 1, 1, tzinfo=UTC)
    builder = builder.serial_number(7).not_valid_before(start)
    return builder.not_valid_after(start + timedelta(days=900)).sign(by, hashes.SHA256())


@pytest.fixture(scope="module")
def signed() -> bytes:
    """As a signing program leaves it: a range around the place of the signature."""
    own, root = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    hers = certificate("Phạm Thị Hà", "Cục Chứng thực số", own, root)
    bundle = pkcs7.PKCS7SignatureBuilder().set_data(b"x").add_signer(hers, own, hashes.SHA256())
    der = bundle.sign(serialization.Encoding.DER, [pkcs7.PKCS7Options.DetachedSignature])
    head = b"%PDF-1.7\n5 0 obj\n<< /Type /Sig /M (D:20261120093000+07'00') /ByteRange [0 "
    held = b"<" + der.hex().encode().ljust(ROOM, b"0") + b">"
    start = len(head) + 40
    tail = b" >>\nendobj\n%%EOF\n"
    ranges = b"%d %d %d] /Contents " % (start, start + len(held), len(tail))
    return (head + ranges).ljust(start) + held + tail


def test_signer_time_and_reach(signed):
    (found,) = signatures_in(signed)
    assert (found.signer, found.issuer, found.whole) == ("Phạm Thị Hà", "Cục Chứng thực số", True)
    assert found.at.isoformat() == "2026-11-20T09:30:00+07:00"


def test_what_was_added_after_the_signature_is_told(signed):
    (found,) = signatures_in(signed + b"6 0 obj\n<< /Changed true >>\nendobj\n%%EOF\n")
    assert found.whole is False


def test_a_range_that_leaves_out_more_than_the_signature_is_told(signed):
    shifted = signed.replace(b"/ByteRange [0 ", b"/ByteRange [9 ")
    assert [each.whole for each in signatures_in(shifted)] == [False]


@pytest.mark.parametrize("content", [b"%PDF-1.7\n%%EOF", b"/ByteRange [0 9 99 999999]", b""])
def test_a_file_without_signature_has_none_and_a_broken_one_no_name(content):
    assert [each.signer for each in signatures_in(content)] in ([], [""])
