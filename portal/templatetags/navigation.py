"""The menus of the portal as data: `{% load navigation %}`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from portal import text
from portal.permissions import Rule, anybody, holds, is_administrator, reads_for_a_while
from portal.templatetags.portal import address, icon

register = template.Library()

LEADERS = ("director", "deputy_director")
works_for_citizens = (
    holds(
        *LEADERS,
        *("head", "deputy_head", "officer", "reception_officer", "clerk"),
        *("petition_officer", "coordinator"),
        why_not="Mục này dành cho người làm công tác tiếp công dân, xử lý đơn.",
    )
    | reads_for_a_while
)
takes_calls = holds(
    *("reception_officer", "clerk", "petition_officer"),
    why_not="Mục này dành cho người tiếp công dân, văn thư, người xử lý đơn.",
)
follows_plans = ~holds("administrator", why_not="Mục này dành cho người có nhiệm vụ.")
steers = holds(*LEADERS, "coordinator", why_not="Mục này dành cho lãnh đạo cơ quan.")
sees_figures = (steers | holds("party_committee", why_not="")).because(steers.why_not)


@dataclass(frozen=True)
class Entry:
    """One line of a menu and the rule that says for whom it is."""

    url_name: str
    label: str
    icon: str = ""
    rule: Rule = anybody


class Link(NamedTuple):
    """An entry as this reader sees it on this page."""

    entry: Entry
    url: str
    here: bool
    waiting: int | None
    late: bool


OPEN_TO: dict[str, Rule] = {}
"""For whom an entry is, where only the roof knows: filled beside the view of that name."""

STAFF = (
    (
        "",
        Entry("desk", "Việc của tôi", "user"),
        Entry("dashboard", "Chỉ đạo, điều hành", "chart", sees_figures),
    ),
    (
        "Công dân",
        Entry("visit-list", "Tiếp công dân", "users", works_for_citizens),
        Entry("petition-list", "Đơn", "inbox", works_for_citizens),
        Entry("case-list", "Vụ việc", "folder", works_for_citizens),
        Entry("denunciation-list", "Tố cáo", "lock"),
        Entry("help-caller", "Tra cứu giúp", "phone", takes_calls),
    ),
    (
        "Chương trình",
        Entry("plan-list", "Kế hoạch, nhiệm vụ", "plan", follows_plans),
        Entry("democracy", "Thực hiện dân chủ", "users"),
        Entry("activities", "Hoạt động", "bell", follows_plans),
        Entry("reforms", "Cải cách hành chính", "procedure"),
    ),
    (
        "Sổ sách",
        Entry("statistics", "Báo cáo, thống kê", "file"),
        Entry("imports", "Nhập từ Excel", "plus"),
        Entry("instruments", "Văn bản", "law"),
        Entry("article-list", "Trang công khai", "eye", follows_plans),
        Entry("catalogue", "Danh mục", "calendar"),
        Entry("disposals", "Lưu giữ, bàn giao", "clip"),
        Entry("audit", "Nhật ký", "clock"),
        Entry("administration", "Quản trị", "lock", is_administrator),
    ),
    (
        "Nội bộ",
        Entry("internal-publicity", "Công khai trong cơ quan", "eye"),
        Entry("supervision", "Giám sát", "eye"),
        Entry("internal-comments", "Góp ý nội bộ", "note"),
    ),
)

RECORDS = (
    Entry("disposals", "Lưu giữ, tiêu hủy"),
    Entry("data-requests", "Yêu cầu về dữ liệu cá nhân"),
    Entry("exports", "Xuất hồ sơ bàn giao"),
)
"""Rooms behind one line of the menu: whoever may open one of the others opens the first."""

PUBLIC = (
    Entry("send", "Gửi phản ánh, kiến nghị"),
    Entry("lookup", "Tra cứu kết quả giải quyết"),
    Entry("reception-schedule", "Lịch tiếp công dân"),
    Entry("procedures", "Thủ tục hành chính"),
    Entry("publicity", "Công khai"),
    Entry("instruments", "Văn bản"),
    Entry("news", "Tin tức"),
    Entry("contact", "Liên hệ"),
)


@register.simple_tag(takes_context=True)
def staff_menu(context) -> list[tuple[str, list[Link]]]:
    """Groups of entries that exist and are open to this reader.

    A view may put `counts` into its context: {url name: (what waits, whether some of it is late)}.
    """
    user = context["user"]
    groups = ((title, list(_links(entries, context, user))) for title, *entries in STAFF)
    return [(title, links) for title, links in groups if links]


@register.simple_tag(takes_context=True)
def public_menu(context) -> list[Link]:
    return list(_links(PUBLIC, context))


@register.simple_tag(takes_context=True)
def opens(context, url_name: str) -> str:
    """The address of an entry of the menu, where it is open to the reader; else nothing."""
    entries = [each for _, *group in STAFF for each in group if each.url_name == url_name]
    return next((link.url for link in _links(entries, context, context["user"])), "")


@register.simple_tag(takes_context=True)
def records_menu(context) -> list[Link]:
    return list(_links(RECORDS, context, context["user"]))


@register.simple_tag
def titles_of(user) -> list[str]:
    """The titles under the reader's name: Bí thư Đảng ủy and Giám đốc is one person with two."""
    return [position.printed_title for position in user.positions_on(timezone.localdate())]


def _links(entries, context, user=None) -> Iterator[Link]:
    path = context["request"].path if "request" in context else ""
    counts, today = context.get("counts") or {}, timezone.localdate()
    for entry in entries:
        url = address(entry.url_name)
        rule = OPEN_TO.get(entry.url_name, entry.rule)
        if url and (user is None or rule(user, on=today)):
            waiting, late = counts.get(entry.url_name, (None, False))
            yield Link(entry, url, path.startswith(url), waiting, late)


@register.simple_tag
@lru_cache(maxsize=512)
def menu_line(link: Link) -> SafeString:
    """A menu stands on every page: each of its lines is drawn once."""
    return format_html(
        '<li><a href="{}"{}>{}{}{}</a></li>',
        link.url,
        SafeString(' aria-current="page"' if link.here else ""),
        icon(link.entry.icon) if link.entry.icon else "",
        link.entry.label,
        _waiting(link),
    )


def _waiting(link: Link) -> SafeString | str:
    if not link.waiting:
        return ""
    return format_html(
        '<span class="count{}">{}<span class="unseen"> mục{}</span></span>',
        " late" if link.late else "",
        text.number(link.waiting),
        ", có mục quá hạn" if link.late else "",
    )
