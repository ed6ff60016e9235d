"""/quan-tri/thu/: one letter sent while the administrator waits, and what the mail server said."""

from __future__ import annotations

from smtplib import SMTPAuthenticationError, SMTPException, SMTPRecipientsRefused
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.mail import send_mail
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from portal import history
from portal.forms.administration.mail import TrialForm
from portal.notifications.mail import sends_mail
from portal.office import office
from portal.once import answered_once
from portal.views.administration.door import for_the_administrator


@for_the_administrator
@answered_once
def mail(request: HttpRequest) -> HttpResponse:
    form = TrialForm(request.POST or None, initial={"to": request.user.email})
    if request.method == "POST" and form.is_valid():
        fault = why_not_sent(form.cleaned_data["to"])
        note(fault, by=request.user.key)
        if not fault:
            messages.success(
                request, "Máy chủ thư đã nhận; xem hộp thư người nhận, cả mục thư rác."
            )
            return redirect("administration-mail")
        form.add_error(None, fault)
    context = {"form": form, "facts": facts(), "sends": sends_mail()}
    status = 422 if form.is_bound else 200
    return render(request, "portal/administration/mail.html", context, status=status)


def facts() -> list[tuple[str, str]]:
    """What is set in the environment; the password is not among it."""
    if not sends_mail():
        return []
    told: dict[str, Any] = {
        "Máy chủ": f"{here_or_there(settings.EMAIL_HOST)}, cửa {settings.EMAIL_PORT}",
        "Tài khoản": settings.EMAIL_HOST_USER,
        "Người gửi": sender(),
    }
    return [(words, value) for words, value in told.items() if value]


def here_or_there(host: str) -> str:
    return "máy này" if host in ("localhost", "127.0.0.1") else host


def sender() -> str:
    return office(timezone.localdate()).email or settings.DEFAULT_FROM_EMAIL


def why_not_sent(to: str) -> str:
    """'' when the mail server took it; else a sentence with its own words at the end."""
    if not sends_mail():
        return "Chưa đặt máy chủ thư: ghi EMAIL_URL trong môi trường rồi chạy lại Cổng."
    here = office(timezone.localdate())
    try:
        send_mail(f"Thư gửi thử của {here.short_name}", LETTER, sender(), [to])
    except SMTPAuthenticationError as fault:
        return f"Máy chủ thư không nhận tài khoản hoặc mật khẩu trong EMAIL_URL{said(fault)}."
    except SMTPRecipientsRefused as fault:
        return f"Máy chủ thư không nhận địa chỉ người nhận{said(fault)}."
    except (SMTPException, OSError) as fault:
        return f"Không gửi được qua máy chủ thư{said(fault)}."
    return ""


LETTER = "Thư này để thử máy chủ thư của Cổng; không cần trả lời."


def said(fault: Exception) -> str:
    words = getattr(fault, "smtp_error", "") or fault
    text = words.decode(errors="replace") if isinstance(words, bytes) else str(words)
    return f" (máy chủ trả lời: {' '.join(text.split())[:200]})" if text else ""


def note(fault: str, *, by: str) -> None:
    history.record(
        "quan-tri/thu",
        "try_mail",
        by=by,
        on=timezone.localdate(),
        label="Gửi thử thư điện tử" + (": không gửi được" if fault else ""),
    )
