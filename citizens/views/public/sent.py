"""The last steps of sending: check the answers, send, keep the receipt."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from citizens import statutes
from citizens.forms.public_sending import MatterForm, SenderForm
from citizens.models import Petition
from citizens.models.lookup import grouped, lookup_link
from citizens.models.vocabulary import Kind
from citizens.sending import RECEIPT, WORDS, code_from
from citizens.telling import Stage, told_of
from citizens.views.public.sending import HOUR, OF_STEP, StepPage, frame
from portal.deadlines import compute
from portal.once import once
from portal.templatetags.portal import office
from portal.throttling import allow
from portal.views.going import client_address
from portal.working_days import calendar

LETTERS_AN_HOUR = 20


class CheckPage(StepPage):
    """Kiểm tra lại: everything once more, then it is sent, once however often it is pressed."""

    step, place = "", 4

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.not_ready() or self.page(None)

    def post(self, request: HttpRequest) -> HttpResponse:
        with once(request) as act:
            return act.response or act.keep(self.sent(request))

    def sent(self, request: HttpRequest) -> HttpResponse:
        if elsewhere := self.not_ready():
            return elsewhere
        if self.too_many(request):
            return self.page(None, status=429, too_many=True)
        sender, matter = self.forms()
        self.sending.send(sender=sender.facts, matter=matter.facts, on=self.on)
        return redirect("send-receipt")

    def not_ready(self) -> HttpResponse | None:
        """Back to what is missing, or what an edited table no longer offers."""
        if self.sending.missing():
            sent = RECEIPT in self.request.session and not self.sending.answers
            return redirect("send-receipt" if sent else OF_STEP[self.sending.missing()])
        sender, matter = self.forms()
        if not sender.is_valid():
            return redirect("send-sender")
        return None if matter.is_valid() else redirect("send-matter")

    def forms(self) -> tuple[SenderForm, MatterForm]:
        sender = SenderForm(self.sending.typed("sender"), on=self.on)
        matter = MatterForm(self.sending.typed("matter"), on=self.on)
        sender.is_valid(), matter.is_valid()
        return sender, matter

    def too_many(self, request: HttpRequest) -> bool:
        key = f"gui-don/{client_address(request)}"
        return not allow(key, limit=LETTERS_AN_HOUR, per_seconds=HOUR, now=timezone.now())

    def page(self, form: Any, *, status: int = 200, **more: Any) -> HttpResponse:
        sender, matter = self.forms()
        asked = {
            "groups": groups(sender.facts, matter.facts),
            "files": self.sending.files,
            "act": f"Gửi {WORDS[Kind(matter.facts['kind'])]}",
        }
        return super().page(form, status=status, **asked, **more)


def groups(sender: dict[str, Any], matter: dict[str, Any]) -> list[dict[str, Any]]:
    """What was answered, in the order of the questions; what was left open is left out."""
    told_sender = [
        ("Họ và tên", sender["name"]),
        ("Địa chỉ", sender["address"]),
        ("Xã, phường", sender["commune"]),
        ("Điện thoại", sender["phone"]),
        ("Thư điện tử", sender["email"]),
    ]
    told_matter = [
        ("Loại nội dung", Kind(matter["kind"]).label),
        ("Lĩnh vực", matter["field"] or "Chưa rõ, Sở xếp giúp"),
        ("Việc gì", matter["title"]),
        ("Nội dung", matter["content"]),
    ]
    return [
        {"title": "Người gửi", "address": "send-sender", "facts": known(told_sender)},
        {"title": "Sự việc", "address": "send-matter", "facts": known(told_matter)},
    ]


def known(facts: list[tuple[str, Any]]) -> list[tuple[str, str]]:
    return [(words, str(value)) for words, value in facts if value]


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def receipt(request: HttpRequest) -> HttpResponse:
    """Opened as often as the session lives; POST takes it off this machine."""
    if request.method == "POST":
        request.session.flush()
        return redirect("home")
    kept = request.session.get(RECEIPT)
    if not kept:
        return redirect("send")
    petition = get_object_or_404(Petition, pk=kept["petition"])
    code = code_from(kept["seed"])
    context = {
        "petition": petition,
        "words": WORDS.get(petition.kind, "đơn"),
        "digits": grouped(code),
        "link": lookup_link(code),
        "next": what_follows(petition),
        **frame(5),
    }
    return render(request, "citizens/public/sending/receipt.html", context)


def what_follows(petition: Petition) -> list[Stage]:
    """The dates that the office holds itself to."""
    on = petition.received_on
    handled = told_of(petition, as_of=on, phone=office().phone).due
    answered = compute(statutes.RULES["PAKN_TRA_LOI"], start=on, calendar=calendar())
    return [
        Stage("Sở nhận", on, "past"),
        Stage("Chậm nhất ngày này, Sở xem xét và giao đơn vị trả lời", handled and handled.on),
        Stage("Chậm nhất ngày này, Sở trả lời ông/bà", answered.due),
    ]
