"""In by one-time link: a first password, or a new one after two people restored the account."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from portal.factors import Restoration
from portal.factors.telling import tell
from portal.forms.sign_in import FirstPasswordForm, RestoredPasswordForm
from portal.people import doors
from portal.views import faults
from portal.views.factors.second_step import enter

WRONG_NUMBER = "Số này chưa đúng, hoặc đã nhập sai quá nhiều lần. Hỏi lại quản trị."


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("password", "again", "number")
def first_password(request: HttpRequest, token: str) -> HttpResponse:
    at = timezone.now()
    link = doors.link_for(token, at=at)
    if link is None:
        return spent_link()
    restoration = Restoration.objects.open().filter(link=link).select_related("user").first()
    form_class = RestoredPasswordForm if restoration else FirstPasswordForm
    form = form_class(request.POST or None, user=link.user)
    if request.method == "POST" and form.is_valid() and holds_both(form, restoration, at=at):
        return set_password(request, link, form.cleaned_data["password"], restoration, at=at)
    context = {"form": form, "person": link.user, "restoration": restoration}
    status = 422 if form.is_bound else 200
    return render(request, "portal/first_password.html", context, status=status)


def holds_both(form: FirstPasswordForm, restoration: Restoration | None, *, at: datetime) -> bool:
    """The link came from one, the number from the other."""
    if restoration is None or restoration.is_right(form.cleaned_data["number"], at=at):
        return True
    form.add_error("number", WRONG_NUMBER)
    return False


@transaction.atomic
def set_password(
    request: HttpRequest,
    link: doors.OneTimeLink,
    password: str,
    restoration: Restoration | None,
    *,
    at: datetime,
) -> HttpResponse:
    user = link.user
    if not doors.spend(link, at=at):
        return spent_link()
    user.set_password(password)
    user.save(update_fields=["password"])
    tell(user, "set_password", "Đặt mật khẩu", at=at)
    if restoration:
        restoration.use(at=at)
    return enter(request, user, at=at)


def spent_link() -> HttpResponse:
    return faults.page(
        404,
        title="Liên kết này không còn dùng được",
        message="Liên kết đăng nhập chỉ dùng được một lần, trong 24 giờ.",
        hint="Ông/bà liên hệ quản trị để nhận liên kết mới.",
    )
