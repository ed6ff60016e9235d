"""A submit happens once: the form carries a key, and the same key gives the same record.

Double click, back and retry lead to the first answer; the same key with another body is a
conflict (409). The receipt is written in the transaction of the act, so that of two submits at
once the second waits for the first and then follows it.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps
from hashlib import sha256
from uuid import UUID, uuid4

from django.db import connection, models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone

FIELD = "_once"
ANONYMOUS = "công dân"
NOT_PART_OF_THE_BODY = {FIELD, "csrfmiddlewaretoken"}
KEPT_FOR = timedelta(days=7)

CLAIM = """
    INSERT INTO portal_receipt (key, user_key, path, digest, location, at)
    VALUES (%s, %s, %s, %s, '', %s) ON CONFLICT (key) DO NOTHING
"""


class Receipt(models.Model):
    """Where the first submit with this key led to."""

    key = models.UUIDField(primary_key=True)
    user_key = models.CharField(max_length=60)
    path = models.CharField(max_length=500)
    digest = models.CharField(max_length=64)
    location = models.CharField(max_length=1000, blank=True)
    at = models.DateTimeField()


def once_key(request: HttpRequest) -> str:
    """For the hidden field: a new key when the page is opened, the same while it is corrected."""
    return str(key_in(request) or uuid4())


@dataclass
class Act:
    """One submit under way: answered by an earlier one, or to be kept when it has led somewhere."""

    key: UUID | None
    response: HttpResponse | None = None

    @property
    def answered(self) -> bool:
        return self.response is not None

    def keep(self, response: HttpResponse, *, shown_once_at: str = "") -> HttpResponse:
        """Remember where a redirect leads; a page with errors leaves no receipt."""
        location = getattr(response, "url", shown_once_at)
        if not location:
            self.drop()
        elif self.key:
            Receipt.objects.filter(key=self.key).update(location=location)
        return response

    def drop(self) -> None:
        if self.key:
            Receipt.objects.filter(key=self.key).delete()


@contextmanager
def once(request: HttpRequest) -> Iterator[Act]:
    """Around everything that a POST does, its checks too; the block is one transaction.

    `if act.answered: return act.response`, and at the end `return act.keep(redirect(…))`.
    """
    key = key_in(request)
    if key is None:
        yield Act(None)
        return
    with transaction.atomic():
        digest = body_digest(request)
        if claim(request, key, digest):
            yield Act(key)
        else:
            yield Act(None, repeated(request, key, digest))


def answered_once(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The same for a whole view."""

    @wraps(view)
    def answer(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        with once(request) as act:
            return act.response or act.keep(view(request, *args, **kwargs))

    return answer


def shown_once(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For a page that prints what is stored nowhere: sent again, it leads to the page before it."""

    @wraps(view)
    def answer(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        with once(request) as act:
            if act.response:
                return act.response
            return act.keep(view(request, *args, **kwargs), shown_once_at=request.path)

    return answer


def key_in(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.POST.get(FIELD, ""))
    except ValueError:
        return None


def claim(request: HttpRequest, key: UUID, digest: str) -> bool:
    """True for the first; whoever comes second waits here until the first has committed."""
    values = (str(key), user_key(request), request.path[:500], digest, timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(CLAIM, values)
        return cursor.rowcount == 1


def repeated(request: HttpRequest, key: UUID, digest: str) -> HttpResponse:
    first = Receipt.objects.get(key=key)
    asked = (user_key(request), request.path[:500], digest)
    if first.location and asked == (first.user_key, first.path, first.digest):
        return HttpResponseRedirect(first.location)
    return conflict(request)


def conflict(request: HttpRequest) -> HttpResponse:
    context = {
        "title": "Nội dung này đã được gửi",
        "message": "Trang này đã được gửi một lần với nội dung khác. Nội dung lần trước đã lưu.",
        "hint": "Mở lại trang để xem nội dung đã lưu, rồi sửa nếu cần.",
    }
    return render(request, "error.html", context, status=409)


def user_key(request: HttpRequest) -> str:
    user = getattr(request, "user", None)
    return getattr(user, "key", None) or ANONYMOUS


def body_digest(request: HttpRequest) -> str:
    fields = {
        name: values for name, values in request.POST.lists() if name not in NOT_PART_OF_THE_BODY
    }
    files = [
        [name, upload.name, file_digest(upload)]
        for name, uploads in request.FILES.lists()
        for upload in uploads
    ]
    return sha256(json.dumps([fields, files], sort_keys=True).encode()).hexdigest()


def file_digest(upload) -> str:
    upload.seek(0)
    digest = sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    return digest.hexdigest()


def forget_old(*, as_of) -> int:
    """A key answers for a week."""
    return Receipt.objects.filter(at__lt=as_of - KEPT_FOR).delete()[0]
