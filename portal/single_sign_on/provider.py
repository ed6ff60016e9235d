"""What is asked of the province's sign-in (OpenID Connect, code with PKCE), and what is believed.

Believed is a token that the issuer itself signed, for this portal, for this very question, now.
"""

from __future__ import annotations

import json
from base64 import b64encode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from secrets import compare_digest, token_urlsafe
from typing import Any
from urllib.error import URLError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA")
"""Signed with a key that the issuer alone holds; never “none”, never a shared secret."""
DISCOVERY = "/.well-known/openid-configuration"
WAITS, MOST_BYTES, LEEWAY = 5, 2**20, 60
LOOPBACK = ("127.0.0.1", "localhost", "::1")


class Unbelieved(Exception):
    """What came back proves nothing."""


class Silent(Exception):
    """The province's sign-in does not answer."""


@dataclass(frozen=True)
class Provider:
    issuer: str
    client_id: str
    secret: str
    claim: str

    def question(self, *, back: str) -> tuple[str, dict[str, str]]:
        """Where the browser is sent, and what the answer will be held against."""
        kept = {name: token_urlsafe(32) for name in ("state", "nonce", "verifier")}
        challenge = urlsafe_b64encode(sha256(kept["verifier"].encode()).digest()).rstrip(b"=")
        asked = {
            "response_type": "code",
            "client_id": self.client_id,
            "redirect_uri": back,
            "scope": "openid email profile",
            "state": kept["state"],
            "nonce": kept["nonce"],
            "code_challenge": challenge.decode(),
            "code_challenge_method": "S256",
        }
        address = self.endpoints()["authorization_endpoint"]
        return f"{address}{'&' if urlsplit(address).query else '?'}{urlencode(asked)}", kept

    def endpoints(self) -> dict[str, Any]:
        """As the issuer publishes them; one that names another issuer is not its own."""
        told = fetch(self.issuer.rstrip("/") + DISCOVERY)
        if told.get("issuer") != self.issuer:
            raise Unbelieved("issuer of the endpoints")
        return told

    def answered(
        self, told: dict[str, str], kept: dict[str, str], *, back: str, at: datetime
    ) -> dict[str, Any]:
        """The claims behind the code that the browser brought back."""
        if not compare_digest(told.get("state", ""), kept["state"]) or not told.get("code"):
            raise Unbelieved("state")
        if told.get("iss", self.issuer) != self.issuer:
            raise Unbelieved("issuer of the answer")
        endpoints = self.endpoints()
        token = self.exchanged(told["code"], kept["verifier"], endpoints, back=back)
        keys = fetch(endpoints.get("jwks_uri"))
        return self.believed(token, keys, nonce=kept["nonce"], at=at)

    def exchanged(self, code: str, verifier: str, endpoints: dict[str, Any], *, back: str) -> str:
        sent = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": back,
            "code_verifier": verifier,
        }
        secret = f"{quote(self.client_id, safe='')}:{quote(self.secret, safe='')}"
        headers = {"Authorization": f"Basic {b64encode(secret.encode()).decode()}"}
        answer = fetch(endpoints.get("token_endpoint"), urlencode(sent).encode(), headers)
        if not isinstance(answer.get("id_token"), str):
            raise Unbelieved("no token")
        return answer["id_token"]

    def believed(self, token: str, keys: Any, *, nonce: str, at: datetime) -> dict[str, Any]:
        """Signature first; then from whom, for whom, until when, to which question."""
        rules = jwt.JWTClaimsRegistry(
            now=int(at.timestamp()),
            leeway=LEEWAY,
            iss={"essential": True, "value": self.issuer},
            aud={"essential": True, "value": self.client_id},
            exp={"essential": True},
            iat={"essential": True},
            sub={"essential": True},
            nonce={"essential": True, "value": nonce},
        )
        try:
            read = jwt.decode(token, KeySet.import_key_set(keys), algorithms=ALGORITHMS)
            rules.validate(read.claims)
        except (JoseError, ValueError, TypeError, KeyError) as problem:
            raise Unbelieved(type(problem).__name__) from problem
        several = isinstance(read.claims["aud"], list) and len(read.claims["aud"]) > 1
        if read.claims.get("azp", None if several else self.client_id) != self.client_id:
            raise Unbelieved("azp")
        return read.claims


def provider() -> Provider | None:
    """As the environment names it; None where the province has none."""
    if not settings.OIDC_ISSUER:
        return None
    return Provider(
        settings.OIDC_ISSUER,
        settings.OIDC_CLIENT_ID,
        settings.OIDC_CLIENT_SECRET,
        settings.OIDC_CLAIM,
    )


class Stay(HTTPRedirectHandler):
    """An endpoint answers itself or not at all."""

    def redirect_request(self, *args: Any, **options: Any) -> None:
        return None


def fetch(address: object, sent: bytes | None = None, headers: Any = None) -> dict[str, Any]:
    request = Request(secure(address), sent, headers or {})  # noqa: S310 - secure() says which
    try:
        with build_opener(Stay).open(request, timeout=WAITS) as answer:
            told = json.loads(answer.read(MOST_BYTES))
    except (URLError, OSError) as problem:
        raise Silent(type(problem).__name__) from problem
    except ValueError as problem:
        raise Unbelieved("no JSON") from problem
    if not isinstance(told, dict):
        raise Unbelieved("no JSON object")
    return told


def secure(address: object) -> str:
    """Encrypted, or of this very machine."""
    place = urlsplit(address if isinstance(address, str) else "")
    if place.scheme == "https" or (place.scheme == "http" and place.hostname in LOOPBACK):
        return place.geturl()
    raise Unbelieved("address")
