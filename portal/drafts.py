"""Nothing typed is lost: drafts of people, and what was typed when the session had ended."""

from datetime import datetime, timedelta
from secrets import token_urlsafe
from typing import Any

from django.core import signing
from django.db import models
from django.db.models import Q
from django.http import HttpRequest, QueryDict
from django.utils import timezone

from portal.text import storable

PARAMETER = "ban-go"
SALT = "portal.drafts"
SET_ASIDE_FOR = timedelta(hours=12)
MOST_BYTES = 2**18
NOT_SET_ASIDE = (
    *("/to-cao/", "/don/vao-so/bi-mat/", "/tiep-dan/vao-so/bi-mat/"),
    *("/don/NTC-", "/tiep-dan/TDR-"),
)
"""Under paper custody a copy of what was typed is one copy too many."""
NEVER_KEPT = {"csrfmiddlewaretoken", "password", "again", "factor_code", "factor_key"}


class Draft(models.Model):
    """Bản nháp của một biểu, cho một người; without a person it waits for its token."""

    user = models.ForeignKey("portal.User", models.PROTECT, null=True, related_name="drafts")
    form = models.CharField(max_length=500)
    key = models.CharField(max_length=100, blank=True)
    data = models.JSONField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "form", "key"], name="draft_one_a_form"),
            models.CheckConstraint(
                name="draft_belongs_or_waits", condition=Q(user__isnull=False) | ~Q(key="")
            ),
        ]


def keep(user, form: str, key: str, data: dict[str, Any]) -> None:
    Draft.objects.update_or_create(
        user=user, form=form, key=key, defaults={"data": data, "saved_at": timezone.now()}
    )


def kept(user, form: str, key: str) -> dict[str, Any] | None:
    """What this person last typed into the form, or None."""
    return (
        Draft.objects.filter(user=user, form=form, key=key).values_list("data", flat=True).first()
    )


def drop(user, form: str, key: str) -> None:
    Draft.objects.filter(user=user, form=form, key=key).delete()


def forget(key: str, *, form: str = "") -> None:
    """Whoever was typing: nothing of it remains; of one form alone, or of all."""
    typed = Draft.objects.filter(key=key, user__isnull=False)
    (typed.filter(form=form) if form else typed).delete()
    Draft.objects.filter(user=None, form__contains=f"/{key}/").delete()


def set_aside(request: HttpRequest) -> str:
    """Keep what was posted without a session; the token leads back to it after sign-in."""
    if request.path.startswith(NOT_SET_ASIDE):
        return ""
    typed = {
        storable(name): [storable(value) for value in values]
        for name, values in request.POST.lists()
        if name not in NEVER_KEPT
    }
    if not typed or sum(len(value) for values in typed.values() for value in values) > MOST_BYTES:
        return ""
    key = token_urlsafe(24)
    Draft.objects.create(form=request.path[:500], key=key, data=typed, saved_at=timezone.now())
    return signing.dumps(key, salt=SALT)


def recall(request: HttpRequest) -> QueryDict | None:
    """What this address's form held when the session ended; given back once, then dropped."""
    try:
        key = signing.loads(request.GET.get(PARAMETER, ""), salt=SALT, max_age=SET_ASIDE_FOR)
    except signing.BadSignature:
        return None
    waiting = Draft.objects.filter(user=None, form=request.path[:500], key=key)
    draft = waiting.first()
    waiting.delete()
    return as_posted(draft.data) if draft else None


def as_posted(data: dict[str, list[str]]) -> QueryDict:
    typed = QueryDict(mutable=True)
    for name, values in data.items():
        typed.setlist(name, values)
    return typed


def forget_set_aside(*, as_of: datetime) -> int:
    """What nobody came back for is not kept."""
    return Draft.objects.filter(user=None, saved_at__lt=as_of - SET_ASIDE_FOR).delete()[0]
