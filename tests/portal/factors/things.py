"""What people carry: an application, a sheet of codes, a key; and how they come in with it."""

from __future__ import annotations

import json
from datetime import datetime
from secrets import token_bytes

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from django.test import Client
from django.utils import timezone
from fido2.cose import ES256
from fido2.utils import sha256, websafe_decode, websafe_encode
from fido2.webauthn import (
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

from portal.factors import App
from portal.factors.secrets import seal
from portal.factors.totp import code_of, new_secret

SECRET = "cầu vồng ăn xoài 7 lần"
DOOR, SECOND = "/dang-nhap/", "/dang-nhap/buoc-hai/"


def with_password(user):
    user.set_password(SECRET)
    user.save(update_fields=["password"])
    return user


def with_app(user) -> str:
    """The secret that the application of this person holds from now on."""
    secret = new_secret()
    App.objects.create(user=user, sealed=seal(secret), since=timezone.now())
    return secret


def code_at(secret: str, at: datetime) -> str:
    return code_of(secret, step=int(at.timestamp()) // 30)


def code_now(secret: str) -> str:
    return code_at(secret, timezone.now())


def knock(user, client: Client | None = None, **more) -> Client:
    """The password given; what follows is the second step."""
    client = client or Client()
    client.post(DOOR, {"username": user.username, "password": SECRET, **more})
    return client


def come_in(user, secret: str, client: Client | None = None, **more) -> Client:
    client = knock(user, client)
    client.post(SECOND, {"factor_code": code_now(secret), **more})
    return client


def is_in(client: Client) -> bool:
    return client.get("/phien-dang-nhap/").status_code == 200


class Key:
    """A key in software that answers as a browser would; it lies where it is told to."""

    def __init__(self, origin: str, host: str) -> None:
        self.origin, self.host, self.counter = origin, host, 0
        self.private = ec.generate_private_key(ec.SECP256R1())
        self.id = token_bytes(32)

    def made(self, question: dict) -> str:
        public = ES256.from_cryptography_key(self.private.public_key())
        held = AttestedCredentialData.create(b"\0" * 16, self.id, public)
        said = self.said("webauthn.create", question)
        statement = AttestationObject.create("none", self.data(held), {})
        return self.answer(clientDataJSON=said, attestationObject=statement)

    def shown(self, question: dict) -> str:
        self.counter += 1
        said, data = self.said("webauthn.get", question), self.data()
        signature = self.private.sign(data + said.hash, ec.ECDSA(SHA256()))
        return self.answer(clientDataJSON=said, authenticatorData=data, signature=signature)

    def said(self, kind: str, question: dict) -> CollectedClientData:
        challenge = websafe_decode(question["challenge"])
        return CollectedClientData.create(kind, challenge, self.origin)

    def data(self, held: AttestedCredentialData | None = None) -> AuthenticatorData:
        flags = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV
        if held:
            flags |= AuthenticatorData.FLAG.AT
        party = sha256(self.host.encode())
        return AuthenticatorData.create(party, flags, self.counter, held or b"")

    def answer(self, **parts: bytes) -> str:
        told = {name: websafe_encode(part) for name, part in parts.items()}
        name = websafe_encode(self.id)
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": told})
