"""One answer to the second step, typed or given by a key; the same at the door and within."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from django.http import HttpRequest

from portal.factors import may_guess, passes, passes_by_key, passkeys
from portal.forms.factors import FactorForm
from portal.people import User
from portal.views.factors.session import QUESTION

WRONG = "Mã chưa đúng, đã dùng rồi hoặc đã hết giờ."
WRONG_KEY = "Khóa truy cập này chưa được nhận. Xin thử lại hoặc dùng mã."
PAUSED = "Nhập sai nhiều lần. Xin thử lại sau 5 phút, hoặc liên hệ quản trị."


def is_passed(request: HttpRequest, form: FactorForm, user: User, *, at: datetime) -> bool:
    """False leaves the sentence on the form. A question to a key is answered once."""
    question = request.session.pop(QUESTION, None)
    if not form.is_valid():
        return False
    if not may_guess(user, at=at):
        form.add_error(None, PAUSED)
        return False
    if answer := form.cleaned_data["factor_key"]:
        return passes_by_key(user, answer, state=question, at=at) or said(form, None, WRONG_KEY)
    return passes(user, form.cleaned_data["factor_code"], at=at) or said(form, "factor_code", WRONG)


def said(form: FactorForm, field: str | None, sentence: str) -> bool:
    form.add_error(field, sentence)
    return False


def question_for(request: HttpRequest, user: User) -> str:
    """For the script of the page; '' where this person has no key or the portal no name."""
    if not passkeys.possible() or not user.passkeys.exists():
        return ""
    asked, state = passkeys.ask(user)
    request.session[QUESTION] = state
    return json.dumps(asked)


def ways(user: User) -> dict[str, Any]:
    """What the page speaks of: only what this person has."""
    return {
        "has_app": hasattr(user, "app"),
        "has_printed": user.printed_codes.left().exists(),
    }
