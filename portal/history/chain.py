"""What goes into a hash, byte for byte. Changing a letter here breaks every chain ever written."""

import json
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def plain(facts: dict[str, Any]) -> dict[str, Any]:
    """As the database will give it back: dates become text, tuples lists."""
    return json.loads(json.dumps(facts, cls=DjangoJSONEncoder))


def event_hash(
    stream: str,
    seq: int,
    step: str,
    label: str,
    by: str,
    prepared_by: str,
    on: date,
    at: datetime,
    facts: dict[str, Any],
    values_digest: str,
    previous: str,
) -> str:
    when = at.astimezone(UTC).isoformat(timespec="microseconds")
    line = [stream, seq, step, label, by, prepared_by, on.isoformat(), when, facts]
    return digest_of(encode([*line, values_digest, previous]))


def values_hash(salt: str, values: dict[str, Any]) -> str:
    """Salted: without the erased row nobody can confirm a guessed name or phone number."""
    return digest_of(f"{salt}\n{encode(values)}")


def digest_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()
