"""The addresses of the pages of /bao-cao/: which form, which period, which unit."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse

from portal.returns import Form, Scope

from .asked import code_of


def address(name: str, scope: Scope, *args: str) -> str:
    query = {"ky": code_of(scope.period)}
    if scope.unit:
        query["don-vi"] = scope.unit.code
    return f"{reverse(name, args=args)}?{urlencode(query)}"


def at(name: str, form: Form, scope: Scope) -> str:
    return address(name, scope, form.path)
