"""A sign-in of a province, small and whole: discovery, keys, code with PKCE, signed tokens.

What it says can be spoilt in one place at a time, to see that the portal then believes nothing.
"""

from __future__ import annotations

import hmac
import json
import threading
from base64 import b64decode, urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_urlsafe
from time import time
from typing import Any
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import ECKey, KeySet

CLIENT, SECRET = "cong-so", "bí mật: của cổng"
NAMED = {"kid": "2026", "use": "sig", "alg": "ES256"}
KEY, OTHER_KEY = (ECKey.generate_key("P-256", NAMED) for _ in "ab")


class Province:
    """``person``: the claims of who stands before it; ``spoilt``: what it gets wrong."""

    def __init__(self, address: str) -> None:
        self.issuer = address
        self.person: dict[str, Any] = {}
        self.spoilt = ""
        self.codes: dict[str, dict[str, str]] = {}

    def discovery(self) -> dict[str, str]:
        named = "https://khac.example" if self.spoilt == "discovery of another" else self.issuer
        return {
            "issuer": named,
            "authorization_endpoint": f"{self.issuer}/vao",
            "token_endpoint": f"{self.issuer}/the",
            "jwks_uri": f"{self.issuer}/khoa",
        }

    def authorize(self, asked: dict[str, str]) -> str:
        code = token_urlsafe(16)
        self.codes[code] = asked
        state = "khac" if self.spoilt == "state" else asked["state"]
        answer = {"code": code, "state": state}
        if self.spoilt == "issuer of the answer":
            answer["iss"] = "https://khac.example"
        return f"{asked['redirect_uri']}?{urlencode(answer)}"

    def token(self, sent: dict[str, str], authorization: str) -> dict[str, str] | None:
        """None unless the portal, the code, the address and the verifier are the right ones."""
        name, _, secret = b64decode(authorization.removeprefix("Basic ")).decode().partition(":")
        asked = self.codes.pop(sent["code"], None)
        if (unquote(name), unquote(secret)) != (CLIENT, SECRET) or asked is None:
            return None
        digest = sha256(sent["code_verifier"].encode()).digest()
        challenge = urlsafe_b64encode(digest).rstrip(b"=").decode()
        if (challenge, sent["redirect_uri"]) != (asked["code_challenge"], asked["redirect_uri"]):
            return None
        return {"access_token": "x", "token_type": "Bearer", "id_token": self.signed(asked)}

    def signed(self, asked: dict[str, str]) -> str:
        now = int(time())
        claims = {
            "iss": self.issuer, "aud": CLIENT, "iat": now, "exp": now + 300,
            "nonce": asked["nonce"], **self.person,
        }  # fmt: skip
        claims |= SPOILT.get(self.spoilt, lambda now: {})(now)
        claims = {name: each for name, each in claims.items() if each is not None}
        if self.spoilt == "algorithm none":
            return unsigned(claims)
        if self.spoilt == "shared secret":
            return signed_with_what_everybody_knows(claims)
        key = OTHER_KEY if self.spoilt == "signature" else KEY
        token = jwt.encode({"alg": "ES256", "kid": "2026"}, claims, key)
        return altered(token) if self.spoilt == "altered" else token


SPOILT: dict[str, Any] = {
    "nonce": lambda now: {"nonce": "khac"},
    "no nonce": lambda now: {"nonce": None},
    "audience": lambda now: {"aud": "cong-khac"},
    "several audiences": lambda now: {"aud": [CLIENT, "cong-khac"], "azp": "cong-khac"},
    "issuer": lambda now: {"iss": "https://khac.example"},
    "expired": lambda now: {"iat": now - 900, "exp": now - 600},
    "no end": lambda now: {"exp": None},
    "no subject": lambda now: {"sub": None},
}
OTHERWISE_SPOILT = (
    *("discovery of another", "state", "issuer of the answer", "algorithm none", "shared secret"),
    *("signature", "altered"),
)


def part(told: dict[str, Any]) -> str:
    return urlsafe_b64encode(json.dumps(told).encode()).rstrip(b"=").decode()


def unsigned(claims: dict[str, Any]) -> str:
    return f"{part({'alg': 'none'})}.{part(claims)}."


def signed_with_what_everybody_knows(claims: dict[str, Any]) -> str:
    """The public key taken for a shared secret."""
    told = f"{part({'alg': 'HS256', 'kid': '2026'})}.{part(claims)}"
    signature = hmac.digest(KEY.as_pem(private=False), told.encode(), "sha256")
    return f"{told}.{urlsafe_b64encode(signature).rstrip(b'=').decode()}"


def altered(token: str) -> str:
    """Somebody else's name under the signature that was there."""
    head, body, signature = token.split(".")
    told = json.loads(b64decode(body + "=" * (-len(body) % 4), altchars=b"-_"))
    return f"{head}.{part(told | {'email': 'ha@so.example', 'sub': 'ha'})}.{signature}"


def handler_of(get_province: Any) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            province, place = get_province(), urlsplit(self.path)
            if place.path == "/vao":
                asked = {name: each[0] for name, each in parse_qs(place.query).items()}
                return self.say(302, {}, Location=province.authorize(asked))
            keys = KeySet([KEY]).as_dict(private=False)
            told = {"/khoa": keys, "/.well-known/openid-configuration": province.discovery()}
            return self.say(200 if place.path in told else 404, told.get(place.path, {}))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            sent = {name: each[0] for name, each in parse_qs(body).items()}
            token = get_province().token(sent, self.headers.get("Authorization", ""))
            self.say(200 if token else 400, token or {"error": "invalid_grant"})

        def say(self, status: int, told: dict[str, Any], **headers: str) -> None:
            self.send_response(status)
            for name, each in {"Content-Type": "application/json", **headers}.items():
                self.send_header(name, each)
            self.end_headers()
            self.wfile.write(json.dumps(told).encode())

        def log_message(self, *args: Any) -> None:
            pass

    return Handler


@contextmanager
def province_at_work() -> Iterator[Province]:
    standing: list[Province] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(lambda: standing[0]))
    standing.append(Province(f"http://127.0.0.1:{server.server_port}"))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield standing[0]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
