"""What stands in the database is of no use without the key beside it."""

from base64 import urlsafe_b64encode
from functools import cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac

SEALING, MARKING = "portal.factors.sealing", "portal.factors.marking"


def seal(text: str) -> str:
    return (
        locks(settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS).encrypt(text.encode()).decode()
    )


def unseal(sealed: str) -> str:
    """'' where it was sealed under another key, as after a restore beside a new one."""
    try:
        found = locks(settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS).decrypt(sealed.encode())
    except InvalidToken:
        return ""
    return found.decode()


@cache
def locks(*keys: str) -> MultiFernet:
    return MultiFernet([Fernet(urlsafe_b64encode(derived(key))) for key in keys])


def derived(key: str) -> bytes:
    return salted_hmac(SEALING, "", secret=key, algorithm="sha256").digest()


def mark_of(text: str) -> str:
    """A digest that cannot be guessed at from the table alone."""
    return salted_hmac(MARKING, text, algorithm="sha256").hexdigest()
