"""A digest by mail: a task after the commit. The tray has it, so a dead server loses nothing."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from portal.notifications.digests import Digest
from portal.notifications.quiet import ends_at
from portal.office import office
from portal.text import day

DUMMY = "django.core.mail.backends.dummy.EmailBackend"


def sends_mail() -> bool:
    """Without ``EMAIL_URL`` the portal works with its tray alone."""
    return settings.EMAIL_BACKEND != DUMMY


def send_later(digest: Digest, *, at: datetime) -> None:
    """Queue the mail once the digest is really there; in quiet hours it waits for their end."""
    if sends_mail() and digest.person.email and digest.person.wants_mail:
        end = ends_at(digest.person, at=at)
        queued = mail_digest.using(run_after=end) if end else mail_digest
        transaction.on_commit(partial(queued.enqueue, digest.pk))


@task()
def mail_digest(key: int) -> None:
    """Codes, time limits and a link: nothing that a mail server should not read."""
    digest = Digest.objects.select_related("person").get(pk=key)
    if digest.mailed_at:
        return
    send_mail(
        f"Nhắc việc ngày {day(digest.on)}: {len(digest.lines)} việc",
        body_of(digest),
        office(digest.on).email or settings.DEFAULT_FROM_EMAIL,
        [digest.person.email],
    )
    Digest.objects.filter(pk=key).update(mailed_at=timezone.now())


def body_of(digest: Digest) -> str:
    return "\n".join(
        [
            f"Kính gửi {digest.person.full_name},",
            "",
            digest.text,
            "",
            f"Mở Việc của tôi: {settings.PORTAL_URL}/cong-viec/",
            "",
            office(digest.on).short_name,
        ]
    )


def mail_again(*, since: date, at: datetime) -> int:
    """Digests whose mail has not gone out although it was wanted; returns how many were queued."""
    if not sends_mail():
        return 0
    waiting = Digest.objects.filter(mailed_at=None, on__gte=since, person__wants_mail=True)
    found = list(waiting.exclude(person__email="").select_related("person"))
    for digest in found:
        send_later(digest, at=at)
    return len(found)
