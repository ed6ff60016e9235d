"""Every address is declared, and stands behind the sign-in or on the public list."""

import inspect

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, path

from tests.citizens.roles.addresses import TABLE, names_of_addresses
from tests.conventions.kinds import KINDS

STEPS = {
    f"{noun}-{step.name.replace('_', '-')}"
    for noun, model in KINDS.items()
    for step in model.workflow
    if step.sources
}
PUBLIC = {name for name, address in TABLE.items() if address.public}


def patterns(found=None):
    for pattern in get_resolver().url_patterns if found is None else found:
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern.url_patterns)
        elif isinstance(pattern, URLPattern):
            yield pattern


def is_open(view) -> bool:
    """Whether the middleware lets a request through without an account."""
    dispatch = getattr(view, "view_class", view)
    candidates = (view, dispatch, inspect.unwrap(view))
    return any(getattr(each, "login_required", True) is False for each in candidates)


def undeclared(names) -> list[str]:
    return sorted(set(names) - set(TABLE) - STEPS)


def test_every_address_is_declared():
    assert undeclared(names_of_addresses()) == []


def test_every_declared_address_exists():
    assert sorted((set(TABLE) | STEPS) - set(names_of_addresses())) == []


def test_an_undeclared_address_is_seen():
    added = [path("bi-mat/", lambda request: None, name="secret"), path("khong-ten/", print)]
    assert undeclared(names_of_addresses(added)) == ["khong-ten/", "secret"]


@pytest.mark.parametrize("pattern", patterns(), ids=lambda pattern: pattern.name)
def test_it_is_public_exactly_where_the_table_says_so(pattern):
    assert is_open(pattern.callback) == (pattern.name in PUBLIC)


def test_addresses_are_vietnamese_without_accents():
    routes = [str(pattern.pattern) for pattern in patterns()]
    assert [route for route in routes if not route.isascii() or "_" in route] == []


def test_no_two_addresses_of_a_name():
    names = list(names_of_addresses())
    assert sorted({name for name in names if names.count(name) > 1}) == []
