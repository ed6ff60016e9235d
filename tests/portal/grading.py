"""What Mozilla's grader of headers would take off or not give: below 130 of a page behind TLS.

The same facts as in `@mdn/mdn-http-observatory`, which is asked by hand; here they hold without it.
"""

import re

HELD_BACK = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
LOOSE = re.compile(r"'unsafe-|data:|https?:|\*")
INLINE = re.compile(rb"<script(?![^>]* src=)|<style| style=\"| on(?:click|load|error|submit)=")
ELSEWHERE = re.compile(rb"<(?:script|link|img)[^>]* (?:src|href)=\"(?:https?:)?//")
HALF_A_YEAR = 15_768_000


def taken_off(answer, *, tls: bool = False) -> list[str]:
    """What stands against an answer; ``tls``: it came as it comes behind TLS."""
    faults = [*of_policy(answer), *of_neighbours(answer), *of_cookies(answer, tls=tls)]
    return [*faults, *of_page(answer), *(of_transport(answer) if tls else [])]


def of_policy(answer) -> list[str]:
    policy = answer.headers.get("Content-Security-Policy", "")
    rules = {name: rest for name, _, rest in (each.partition(" ") for each in policy.split("; "))}
    wanted = {"default-src": {"'none'"}, "frame-ancestors": {"'none'"}, "base-uri": {"'none'"}}
    wanted["form-action"] = {"'self'", "'none'"}
    faults = [name for name, values in wanted.items() if rules.get(name) not in values]
    return [f"policy: {name}" for name in faults] + [f"policy: {e}" for e in LOOSE.findall(policy)]


def of_neighbours(answer) -> list[str]:
    wanted = {
        "Cross-Origin-Resource-Policy": {"same-origin"},
        "X-Content-Type-Options": {"nosniff"},
        "X-Frame-Options": {"DENY"},
        "Referrer-Policy": HELD_BACK,
        "Access-Control-Allow-Origin": {None, "*"},  # open data are for every site
        "Access-Control-Allow-Credentials": {None},
    }
    return [name for name, values in wanted.items() if answer.headers.get(name) not in values]


def of_cookies(answer, *, tls: bool) -> list[str]:
    def kept(one) -> bool:
        shut = one["samesite"] in ("Lax", "Strict") and (one["httponly"] or not one.value)
        return shut and bool(one["secure"] or not tls)

    return [f"cookie {name}" for name, one in answer.cookies.items() if not kept(one)]


def of_page(answer) -> list[str]:
    """Nothing that the policy would stop, nothing from elsewhere."""
    if not answer.headers.get("Content-Type", "").startswith("text/html"):
        return []
    body = getattr(answer, "body", None) or answer.content
    return [found.decode() for kind in (INLINE, ELSEWHERE) for found in kind.findall(body)]


def of_transport(answer) -> list[str]:
    said = answer.headers.get("Strict-Transport-Security", "")
    age = re.match(r"max-age=(\d+)", said)
    return [] if age and int(age[1]) >= HALF_A_YEAR else ["Strict-Transport-Security"]
