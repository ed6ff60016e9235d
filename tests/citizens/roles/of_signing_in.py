"""The second step, sessions, restoring: everybody their own; who restores whom is a rule."""

from __future__ import annotations

from tests.citizens.roles.address import BAD_METHOD, GONE, Address, anybody, holding

administrator = holding("administrator")
knows_of_restoring = holding(
    *("administrator", "director", "deputy_director", "head", "deputy_head")
)
ended = {"get": (BAD_METHOD,), "post": (GONE,), "method_first": True}
done = {"get": (BAD_METHOD,), "post": (302,), "method_first": True}
SIGNING_IN: dict[str, Address] = {
    "second-step": Address(None, get=(302,), post=(302,)),
    **{f"province{way}": Address(None, get=(GONE,), post=(BAD_METHOD,)) for way in ("", "-back")},
    "check-again": Address(anybody, get=(302,), post=(302,)),
    "factors": Address(anybody),
    "factor-app": Address(anybody, post=(422,)),
    "factor-app-drop": Address(anybody, **done),
    "factor-codes": Address(anybody, post=(200,)),
    "factor-codes-drop": Address(anybody, **done),
    "factor-key": Address(anybody, get=(GONE,), post=(GONE,)),
    "factor-key-drop": Address(anybody, **ended),
    "sessions": Address(anybody),
    "sessions-end": Address(anybody, **done),
    "session-end": Address(anybody, **ended),
    "device-end": Address(anybody, **ended),
    "administration-leave": Address(administrator, post=(422,)),
    "restorations": Address(knows_of_restoring, method_first=True),
    "restore": Address(administrator, get=(GONE,), post=(GONE,)),
    "restoration-confirm": Address(anybody, get=(GONE,), post=(GONE,)),
}
GIVEN = {
    name: [0]
    for name in ("factor-key-drop", "session-end", "device-end", "restore", "restoration-confirm")
}
