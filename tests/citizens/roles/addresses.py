"""Every address of the portal, declared: for whom it is and what it answers.

An address that is not here fails ``test_urls``; what is here is walked by ``test_roles_matrix``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.citizens.roles.address import (
    BAD_METHOD,
    GONE,
    SIGN_IN,
    Address,
    Statuses,
    anybody,
    holding,
)
from tests.citizens.roles.fixed import plain_address
from tests.citizens.roles.of_activities import ACTIVITIES
from tests.citizens.roles.of_dashboards import DASHBOARDS
from tests.citizens.roles.of_democracy import DEMOCRACY
from tests.citizens.roles.of_denunciations import DENUNCIATIONS
from tests.citizens.roles.of_look import LOOK
from tests.citizens.roles.of_plans import PLANS
from tests.citizens.roles.of_publications import PUBLICATIONS
from tests.citizens.roles.of_records import RECORDS
from tests.citizens.roles.of_reforms import REFORMS
from tests.citizens.roles.of_signing_in import SIGNING_IN
from tests.citizens.roles.of_writing import WRITING, more_arguments
from tests.citizens.roles.people import BODIES, NOBODY
from tests.citizens.roles.rights import may, may_try, opens, own_role, roles, sees
from tests.citizens.roles.things import Thing
from tests.citizens.roles.world import World


def visible(who: str, thing: Thing | None) -> bool:
    return bool(thing and sees(who, thing))


def may_print_receipt(who: str, thing: Thing | None) -> bool:
    return bool(thing and sees(who, thing) and may(who, "attach", thing, 0))


def registers(who: str, thing: Thing | None) -> bool:
    return bool(roles(who) & {"clerk", "reception_officer", "petition_officer"}) or (
        who == "head_of_petitions"
    )


def imports(who: str, thing: Thing | None) -> bool:
    others = {"administrator", "coordinator", "procedure_officer", "reform_officer"}
    return registers(who, thing) or bool(roles(who) & others)


def keeps_own_book(who: str, thing: Thing | None) -> bool:
    return registers(who, thing) or "director" in own_role(who)


def makes_returns(who: str, thing: Thing | None) -> bool:
    return bool(own_role(who) & {"director", "petition_officer"}) or who == "head_of_petitions"


def reads_course(who: str, thing: Thing | None) -> bool:
    return visible(who, thing) and bool((thing and not thing.sealed) or makes_returns(who, thing))


visible_visit = visible


def receives(who: str, thing: Thing | None) -> bool:
    return visible(who, thing) and registers(who, thing)


def refused_in_writing(world: World) -> list[Thing]:
    return [thing for thing in world.visits if "refusal" in thing.extra]


def arranges(who: str, thing: Thing | None) -> bool:
    wanted = {"reception_officer", "petition_officer", "coordinator"}
    return bool(roles(who) & wanted) or who == "head_of_petitions"


def works_here(who: str, thing: Thing | None) -> bool:
    wanted = {*LEADERS, "head", "deputy_head", "officer", "coordinator"}
    return bool(roles(who) & (wanted | {"clerk", "reception_officer", "petition_officer"}))


def counts_days(who: str, thing: Thing | None) -> bool:
    wanted = {*LEADERS, "head", "deputy_head", "coordinator"}
    return bool(roles(who) & (wanted | {"clerk", "reception_officer", "petition_officer"}))


def with_notice(world: World) -> list[Thing]:
    return [thing for thing in world.sessions if thing.name in NOTICED]


def with_approved_notice(world: World) -> list[Thing]:
    return [thing for thing in with_notice(world) if not thing.item.nobody_came]


def proposed(who: str, thing: Thing | None) -> bool:
    return bool(thing and sees(who, thing) and thing.case and section(thing.case) == "Complaint")


def section(thing: Thing) -> str:
    return type(thing.item).__name__


def with_file(world: World) -> list[Thing]:
    return [thing for thing in world.petitions if "file" in thing.extra and not emptied(thing)]


def emptied(thing: Thing) -> bool:
    return "emptied" in thing.extra


def fetches(who: str, thing: Thing | None) -> bool:
    return bool(thing and opens(who, thing))


def with_paper(kind: bool) -> Callable[[World], list[Thing]]:
    return lambda world: [
        thing for thing in world.things.values() if "paper" in thing.extra and thing.is_case == kind
    ]


def sends(who: str, thing: Thing | None) -> bool:
    dated = bool(thing and thing.extra["paper"].dated_on)
    return visible(who, thing) and dated and "clerk" in roles(who)


def with_(key: str) -> Callable[[World], list[Thing]]:
    return lambda world: [thing for thing in world.things.values() if key in thing.extra]


def reads_submission(who: str, thing: Thing | None) -> bool:
    return visible(who, thing) or who in ("officer", "head")


def steers_instruction(who: str, thing: Thing | None) -> bool:
    return who in ("director", "head", "deputy_head")


sessions_of, visits_of = attrgetter("sessions"), attrgetter("visits")
petitions_of, cases_of = attrgetter("petitions"), attrgetter("cases")
NOTICED = ("session announced", "session numbered", "session nobody came")
LEADERS = ("director", "deputy_director")
administrator = holding("administrator")
confirms = holding(*LEADERS, "head", "deputy_head", "coordinator", "procedure_officer")
shows = (200,)
TABLE: dict[str, Address] = {
    # public
    "home": Address(None, post=(200, BAD_METHOD)),
    "lookup": Address(None, post=(422,)),
    "send": Address(None, post=(302,)),
    "send-sender": Address(None, post=(422,)),
    "send-matter": Address(None, get=(302,), post=(422,)),
    "send-papers": Address(None, get=(302,), post=(302, 422)),
    "send-check": Address(None, get=(302,), post=(302,)),
    "send-receipt": Address(None, get=(302,), post=(302,)),
    "complaint-paper": Address(None, post=(422,)),
    "reception-help": Address(None),
    "reception-schedule": Address(None),
    "reception-calendar": Address(None),
    "sign-in": Address(None, get=(200, 302), post=(422, 302)),
    "first-password": Address(None, get=(GONE,), post=(GONE,)),
    "health": Address(None, post=(200, BAD_METHOD)),
    "measures": Address(None),
    "emblem": Address(None, get=(GONE,)),
    "demo": Address(None, get=(GONE,), post=(GONE,)),
    # whoever works here
    "lock": Address(anybody, get=(BAD_METHOD,), post=(302,), method_first=True),
    "unlock": Address(None, get=(200, 302), post=(302, 422)),
    "sign-out": Address(anybody, get=(BAD_METHOD,), post=(302,), method_first=True),
    "desk": Address(anybody, post=(200, BAD_METHOD)),
    "petition-list": Address(anybody),
    "petition-export": Address(anybody),
    "case-list": Address(anybody),
    "case-export": Address(anybody),
    "flag-list": Address(anybody),
    "cause-list": Address(anybody),
    "national": Address(registers, method_first=True),
    "national-cases": Address(registers, method_first=True),
    "national-visits": Address(registers, method_first=True),
    "visit-bulk": Address(anybody, post=(409,)),
    "policy-issues": Address(anybody),
    "policy-issue-new": Address(works_here, post=(422,)),
    "policy-issue": Address(anybody, get=(GONE,)),
    "policy-issue-edit": Address(anybody, get=(GONE,), post=(GONE,)),
    "supervision": Address(holding(*LEADERS, "coordinator", *BODIES), post=(GONE, 422)),
    "supervision-reply": Address(holding("director"), get=(GONE,), post=(GONE,)),
    "reception-allowance": Address(counts_days, method_first=True),
    "owed-list": Address(anybody),
    "owed-urged": Address(anybody),
    "owed-unheard": Address(anybody),
    "petition-lines": Address(anybody),
    "case-lines": Address(anybody),
    "petition-bulk": Address(anybody, post=(409,)),
    "case-bulk": Address(anybody, post=(409,)),
    "bulk-runs": Address(anybody),
    "bulk-run": Address(anybody, get=(GONE,)),
    "petition-labels": Address(anybody, post=(200, BAD_METHOD)),
    "case-labels": Address(anybody, post=(200, BAD_METHOD)),
    "case-folder": Address(visible, post=(200, BAD_METHOD), about=cases_of),
    "petition-signers": Address(
        lambda who, thing: bool(thing and not thing.sealed and sees(who, thing)),
        post=(200, BAD_METHOD),
        about=lambda world: [each for each in world.petitions if not emptied(each)],
    ),
    "same-texts": Address(anybody, post=(200, BAD_METHOD)),
    "batch-list": Address(anybody, post=(200, BAD_METHOD)),
    "batch-new": Address(registers, post=(409,)),
    "batch": Address(anybody, get=(GONE,), post=(GONE,)),
    "batch-receive": Address(anybody, get=(BAD_METHOD,), post=(GONE,), method_first=True),
    "help-caller": Address(registers, post=(422,)),
    "leaves": Address(anybody, post=(422,)),
    "leave-finish": Address(anybody, get=(BAD_METHOD,), post=(GONE,), method_first=True),
    "petition-likely": Address(registers, get=(BAD_METHOD,), post=shows),
    "saved-filters": Address(anybody, post=(200, BAD_METHOD)),
    "saved-filter-new": Address(anybody, get=(GONE,), post=(GONE,)),
    "saved-filter": Address(anybody, get=(GONE,), post=(GONE,)),
    "saved-filter-edit": Address(anybody, get=(GONE,), post=(GONE,)),
    "saved-filter-delete": Address(anybody, get=(BAD_METHOD,), post=(GONE,), method_first=True),
    "list-columns": Address(anybody, get=(GONE,), post=(GONE,)),
    "search": Address(anybody, post=(200, BAD_METHOD)),
    "instruction-list": Address(anybody, post=(200, BAD_METHOD)),
    "catalogue": Address(anybody, post=(200, BAD_METHOD)),
    **DENUNCIATIONS,
    # by role
    "instruct": Address(holding(*LEADERS), post=(422,)),
    **DASHBOARDS,
    "reminders": Address(anybody, post=(200, BAD_METHOD)),
    "reminders-sheet": Address(anybody, post=(200, BAD_METHOD)),
    "reminders-quiet": Address(anybody, post=(302, 422)),
    "reminders-mail": Address(anybody, get=(BAD_METHOD,), post=(302,), method_first=True),
    "statistics": Address(makes_returns, post=(200, BAD_METHOD)),
    "return": Address(makes_returns, post=(200, BAD_METHOD)),
    "return-rows": Address(makes_returns, get=(400,), post=(400, BAD_METHOD)),
    "return-file": Address(makes_returns, post=(200, BAD_METHOD)),
    "return-text": Address(makes_returns, post=(200, BAD_METHOD)),
    "return-freeze": Address(makes_returns, get=(BAD_METHOD,), post=(302,), method_first=True),
    "imports": Address(imports, post=(200, BAD_METHOD)),
    "import": Address(registers, post=(422,)),
    "import-form": Address(registers, post=(200, BAD_METHOD)),
    "import-heading-forget": Address(registers, get=(BAD_METHOD,), post=(GONE,), method_first=True),
    "import-run": Address(imports, get=(GONE,), post=(GONE,)),
    "import-headings": Address(imports, get=(GONE,), post=(GONE,)),
    "import-write": Address(imports, get=(BAD_METHOD,), post=(GONE,), method_first=True),
    "import-drop": Address(imports, get=(BAD_METHOD,), post=(GONE,), method_first=True),
    "import-faults": Address(imports, get=(GONE,), post=(GONE,)),
    "sealed-petition-list": Address(keeps_own_book, method_first=True),
    "visit-list": Address(anybody),
    "visit-export": Address(anybody),
    "visit-own-book": Address(keeps_own_book, method_first=True),
    "visit-print": Address(registers, post=(302, 422)),
    "visit-register": Address(registers, post=(422,)),
    "visit-register-sealed": Address(registers, post=(422,)),
    "visit-detail": Address(visible_visit, post=(200, BAD_METHOD), about=visits_of),
    "visit-numbers": Address(
        visible_visit, get=(BAD_METHOD,), post=shows, about=visits_of, method_first=True
    ),
    "visit-receipt": Address(receives, post=(200, BAD_METHOD), about=visits_of),
    "visit-refusal": Address(receives, post=(200, BAD_METHOD), about=refused_in_writing),
    "petition-register": Address(registers),
    "petition-register-plain": Address(registers, post=(422,)),
    "petition-register-sealed": Address(registers, post=(422,)),
    "rule-confirm": Address(confirms, get=(BAD_METHOD,), post=(302,), method_first=True),
    "administration": Address(administrator, post=(200, BAD_METHOD)),
    "administration-server": Address(administrator, post=(200, BAD_METHOD)),
    "audit": Address(holding("director", "administrator"), method_first=True),
    "audit-file": Address(holding("director", "administrator"), method_first=True),
    "administration-emblem": Address(administrator, post=(302,)),
    "administration-books": Address(administrator, post=(422,)),
    "administration-mail": Address(administrator, post=(422,)),
    "administration-structure": Address(administrator, post=(200, BAD_METHOD)),
    "administration-reorganisations": Address(administrator, post=(200, BAD_METHOD)),
    "administration-reorganise": Address(administrator, post=(422,)),
    "administration-protocol": Address(administrator, get=(GONE,), post=(GONE,)),
    "administration-telling": Address(administrator, post=(200, BAD_METHOD)),
    "administration-settings": Address(administrator, post=(200, BAD_METHOD)),
    "administration-setting": Address(administrator, post=(422,)),
    "administration-table": Address(administrator, post=(200, BAD_METHOD)),
    "administration-new": Address(administrator, post=(422,)),
    "administration-row": Address(administrator, post=(422,)),
    "administration-invite": Address(administrator, get=(BAD_METHOD,), post=shows),
    # sessions of reception, their schedule and places
    "reception-list": Address(anybody, post=(200, BAD_METHOD)),
    "reception-kept": Address(anybody, get=(400,), post=(400, BAD_METHOD)),
    "schedule-notice": Address(anybody, post=(200, BAD_METHOD)),
    "schedule-draw-up": Address(arranges, post=(302,)),
    "schedule-display": Address(arranges, get=(BAD_METHOD,), post=(302,)),
    "schedule-rule-new": Address(arranges, post=(422,)),
    "schedule-rule": Address(arranges, post=(422,)),
    "reception-places": Address(anybody, post=(200, BAD_METHOD)),
    "reception-place": Address(anybody, post=(200, BAD_METHOD)),
    "reception-place-new": Address(arranges, post=(422,)),
    "place-edit": Address(arranges, post=(422,)),
    "place-hours": Address(arranges, post=(422,)),
    "place-charge": Address(arranges, post=(422,)),
    "place-hang": Address(arranges, post=(422,)),
    "place-take-down": Address(arranges, get=(BAD_METHOD,), post=(302,)),
    "reception-plan": Address(arranges, post=(422,)),
    "reception-detail": Address(visible, post=(200, BAD_METHOD), about=sessions_of),
    "reception-briefs": Address(visible, post=(200, BAD_METHOD), about=sessions_of),
    "reception-conclusion": Address(visible, post=(200, BAD_METHOD), about=with_notice),
    "reception-conclusion-file": Address(visible, about=with_approved_notice, method_first=True),
    "reception-conclusions": Address(anybody, method_first=True),
    # one petition, one case
    "petition-detail": Address(visible, post=(200, BAD_METHOD), about=petitions_of),
    "petition-numbers": Address(
        visible, get=(BAD_METHOD,), post=shows, about=petitions_of, method_first=True
    ),
    "petition-reckoning": Address(reads_course, post=(200, BAD_METHOD), about=petitions_of),
    "petition-receipt": Address(may_print_receipt, post=shows, about=petitions_of),
    "petition-proposal": Address(proposed, post=(200, BAD_METHOD), about=petitions_of),
    "petition-paper": Address(visible, post=(200, BAD_METHOD), about=with_paper(False)),
    "petition-cover": Address(sends, post=shows, about=with_paper(False)),
    "case-detail": Address(visible, post=(200, BAD_METHOD), about=cases_of),
    "case-reckoning": Address(visible, post=(200, BAD_METHOD), about=cases_of),
    "case-paper": Address(visible, post=(200, BAD_METHOD), about=with_paper(True)),
    "case-cover": Address(sends, post=shows, about=with_paper(True)),
    "attachment": Address(fetches, post=(200, BAD_METHOD), about=with_file),
    "attachment-page": Address(lambda who, thing: False, post=(GONE, BAD_METHOD), about=with_file),
    "submission": Address(reads_submission, post=(200, 422), about=with_("submission")),
    "submission-signed": Address(lambda who, thing: False, about=with_("submission"), post=(GONE,)),
    "instruction": Address(steers_instruction, post=(422,), about=with_("instruction")),
    "instruction-close": Address(
        steers_instruction,
        get=(BAD_METHOD,),
        post=(302,),
        about=with_("instruction"),
        method_first=True,
    ),
    **DEMOCRACY,
    **REFORMS,
    **RECORDS,
    **ACTIVITIES,
    **PLANS,
    **PUBLICATIONS,
    **SIGNING_IN,
    **LOOK,
    **WRITING,
}
"""But for the steps, whose rules docs/permissions.md has."""


def names_of_addresses(patterns: Any = None) -> Iterator[str]:
    """Every named address of the resolver; one without a name is returned as its route."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            yield from names_of_addresses(pattern.url_patterns)
        elif isinstance(pattern, URLPattern):
            yield pattern.name or str(pattern.pattern)


def address_of(name: str, world: World, thing: Thing | None) -> str:
    if thing is None:
        return plain_address(name, world)
    extra = thing.extra
    arguments = {
        "attachment": ("file",),
        "attachment-page": ("file", 1),
        "submission": ("submission",),
        "submission-signed": ("submission", 1),
        "instruction": ("instruction",),
    }.get(name.removesuffix("-close"))
    if arguments:
        values = (extra.get(each, each) for each in arguments)
        return reverse(name, args=[getattr(each, "pk", each) for each in values])
    if name.endswith(("-paper", "-cover")):
        row = extra.get("paper") or thing.item.papers.first()
        return reverse(name, args=[thing.code, row.pk])
    return reverse(name, args=[thing.code, *more_arguments(name)])


def step_status(who: str, method: str, step: Any, thing: Thing, waits: set[str]) -> Statuses:
    """GET shows the form, or why there is none; POST of nothing is refused."""
    if who == NOBODY:
        return (SIGN_IN,)
    if not sees(who, thing):
        return (GONE,)
    if method != "POST":
        return (200,)
    ready = not step.missing(thing.item) and step.name not in waits
    return (302, 422) if ready and may_try(who, step.name, thing) else (409,)
