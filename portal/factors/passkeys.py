"""Khóa truy cập: a key that a telephone, a computer or a stick holds (WebAuthn)."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import datetime
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from cryptography.exceptions import InvalidSignature
from django.conf import settings
from django.db import models
from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    UserVerificationRequirement,
)

from portal.factors.secrets import mark_of
from portal.people import User

MOST = 10
LONGEST_ANSWER = 20_000
State = dict[str, Any]


class Passkey(models.Model):
    """Một khóa truy cập đã đăng ký; only its public half is here."""

    user = models.ForeignKey(User, models.PROTECT, related_name="passkeys")
    name = models.CharField("tên gợi nhớ", max_length=60)
    known_as = models.CharField(max_length=1400, unique=True)
    public = models.TextField()
    counter = models.BigIntegerField(default=0)
    since = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["since", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def credential(self) -> AttestedCredentialData:
        return AttestedCredentialData(b64decode(self.public))

    def used(self, counter: int, *, at: datetime) -> bool:
        """A counter that does not grow is another key's that was copied from this one."""
        rows = Passkey.objects.filter(pk=self.pk)
        if counter or self.counter:
            rows = rows.filter(counter__lt=counter)
        return bool(rows.update(counter=counter, used_at=at))


def possible() -> bool:
    """Keys are bound to a name: a portal reached by a bare number has none."""
    host = urlsplit(settings.PORTAL_URL).hostname or ""
    secure = settings.HTTPS or host == "localhost"
    try:
        ip_address(host)
    except ValueError:
        return secure and bool(host)
    return False


def server() -> Fido2Server:
    host = urlsplit(settings.PORTAL_URL).hostname or ""
    party = PublicKeyCredentialRpEntity(id=host, name=host)
    return Fido2Server(party, verify_origin=lambda origin: origin == settings.PORTAL_URL)


def offer(user: User) -> tuple[dict[str, Any], State]:
    """What the browser is asked in order to make a key, and what its answer is held against."""
    person = PublicKeyCredentialUserEntity(
        id=bytes.fromhex(mark_of(f"handle {user.pk}")),
        name=user.username,
        display_name=user.full_name,
    )
    known = [key.credential for key in user.passkeys.all()]
    asked, state = server().register_begin(
        person, known, user_verification=UserVerificationRequirement.PREFERRED
    )
    return plain(asked), state


def register(user: User, answer: str, *, state: State, name: str, at: datetime) -> Passkey | None:
    """None where the answer is to another question, of another portal, or no key at all."""
    try:
        data = server().register_complete(state, read(answer))
    except (ValueError, KeyError, TypeError, AttributeError, InvalidSignature):
        return None
    if (credential := data.credential_data) is None:
        return None
    known_as = b64encode(credential.credential_id).decode()
    key, made = Passkey.objects.get_or_create(
        known_as=known_as,
        defaults={
            "user": user,
            "name": name,
            "public": b64encode(bytes(credential)).decode(),
            "counter": data.counter,
            "since": at,
        },
    )
    return key if made else None


def ask(user: User) -> tuple[dict[str, Any], State]:
    known = [key.credential for key in user.passkeys.all()]
    asked, state = server().authenticate_begin(
        known, user_verification=UserVerificationRequirement.PREFERRED
    )
    return plain(asked), state


def shown(user: User, answer: str, *, state: State, at: datetime) -> Passkey | None:
    """The key of this person that signed the question, or None."""
    keys = {key.credential.credential_id: key for key in user.passkeys.all()}
    try:
        said = read(answer)
        known = [key.credential for key in keys.values()]
        found = server().authenticate_complete(state, known, said)
        counter = counter_of(said)
    except (ValueError, KeyError, TypeError, AttributeError, InvalidSignature):
        return None
    key = keys[found.credential_id]
    return key if key.used(counter, at=at) else None


def counter_of(said: Mapping[str, Any]) -> int:
    return AuthenticationResponse.from_dict(said).response.authenticator_data.counter


def read(answer: str) -> Mapping[str, Any]:
    said = json.loads(answer[:LONGEST_ANSWER])
    if not isinstance(said, dict):
        raise TypeError
    return said


def plain(asked: Any) -> dict[str, Any]:
    return json.loads(json.dumps(dict(asked)))["publicKey"]
