"""Words, icons and addresses for templates: `{% load portal %}`."""

from datetime import date, datetime
from functools import lru_cache
from time import monotonic

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.urls import NoReverseMatch, get_urlconf, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from portal import once, text
from portal.office import office as office_on
from portal.paper_style import PaperStyle
from portal.paper_style import paper_style as style_on
from portal.people import Unit
from portal.qr import svg as square_code

register = template.Library()

SPRITE = "img/icons.svg"
BYTES = ((1024 * 1024, "MB"), (1024, "kB"), (1, "byte"))
_last_read: dict = {}


@register.simple_tag
@lru_cache(maxsize=512)
def icon(name: str, kind: str = "icon") -> SafeString:
    """A drawing of our own sprite: an ornament beside words, never instead of them."""
    return format_html(
        '<svg class="{}" aria-hidden="true"><use href="{}#{}"/></svg>', kind, asset(SPRITE), name
    )


@register.simple_tag
@lru_cache(maxsize=512)
def asset(path: str) -> str:
    """The address of a static file: a running process knows each under one name."""
    return static(path)


@register.simple_tag
def paper_style(on: date) -> PaperStyle:
    """How the office's papers looked that day."""
    return style_on(on)


@register.simple_tag
def recipients_of(style: PaperStyle, unit: Unit | None) -> str:
    """Nơi nhận, where the paper names none."""
    return style.recipients((unit.short_name or unit.name) if unit else "")


@register.simple_tag
def qr(text: str, label: str) -> SafeString:
    """A square code; what it holds stands beside it in words, for whoever has no reader."""
    return square_code(text, label=label)


@register.simple_tag
@lru_cache(maxsize=1024)
def due(standing) -> SafeString:
    """A Standing in a list: word, icon and only then colour, its date below."""
    if standing is None:
        return SafeString("")
    return format_html(
        '<span class="due {}">{}{}</span>{}',
        standing.kind,
        icon(standing.icon),
        standing.short,
        _below(standing),
    )


@register.filter
def day(value: date | datetime | None) -> str:
    """03/8/2026, the way the law writes dates."""
    return text.day(_local_day(value)) if value else ""


@register.filter
def vi_date_long(value: date | datetime | None) -> str:
    """ngày 03 tháng 8 năm 2026, the way a document is dated."""
    return text.day_long(_local_day(value)) if value else ""


@register.filter
def weekday_day(value: date | datetime | None) -> str:
    """thứ Hai, 03/8/2026."""
    return f"{text.weekday(_local_day(value))}, {day(value)}" if value else ""


@register.filter
def hour(value: datetime | None) -> str:
    """10 giờ 32."""
    if not value:
        return ""
    local = timezone.localtime(value)
    return f"{local.hour} giờ {local.minute:02d}"


@register.filter
def moment(value: datetime | None) -> str:
    """10 giờ 32, 03/8/2026."""
    return f"{hour(value)}, {day(value)}" if value else ""


@register.filter
def iso(value: date | datetime | None) -> str:
    """2026-08-03, for the machine-readable half of <time>."""
    return _local_day(value).isoformat() if value else ""


@register.filter
def number(value) -> str:
    """1.234,5."""
    return "" if value is None or value == "" else text.number(value)


@register.filter
def size(count: int | None) -> str:
    """184 kB, 1,2 MB."""
    for unit, name in BYTES:
        if count and count >= unit:
            amount = count / unit
            return f"{text.number(round(amount, 1 if name == 'MB' else None))} {name}"
    return "0 byte"


@register.filter
def mask_id(digits: str | None) -> str:
    """0381••••••42: enough for two people to know that they mean the same card."""
    return _mask(digits, head=4, tail=2)


@register.filter
def mask_phone(digits: str | None) -> str:
    """091•••••78."""
    return _mask(digits, head=3, tail=2)


@register.simple_tag
def address(url_name: str, *args) -> str:
    """The address of a page, or nothing where that page does not exist (yet): no dead links."""
    return _reversed(url_name, args, get_urlconf() or settings.ROOT_URLCONF)


@register.simple_tag
def office():
    """The office as it stands today, read once a minute: it is on every page and rarely changes."""
    if _last_read.get("until", 0) <= monotonic():
        kept_for = getattr(settings, "OFFICE_KEPT_SECONDS", 60)
        _last_read.update(office=office_on(timezone.localdate()), until=monotonic() + kept_for)
    return _last_read["office"]


@register.simple_tag
def emblem(office) -> SafeString:
    """The office's own where it has chosen one; its name stands beside it in words."""
    if office and office.emblem_id:
        return format_html('<img class="emblem" src="{}" alt="">', reverse("emblem"))
    return icon("mark", "emblem")


@register.simple_tag
def last_office():
    """The office as this process last read it: an error page does without the database."""
    return _last_read.get("office")


@register.simple_tag
def demo() -> bool:
    """Whether this portal shows sample data."""
    return bool(getattr(settings, "DEMO", False))


@register.simple_tag(takes_context=True)
def once_key(context) -> SafeString:
    """The hidden key with which a form is answered once, however often it is sent."""
    return format_html(
        '<input type="hidden" name="{}" value="{}">', once.FIELD, once.once_key(context["request"])
    )


def _mask(digits: str | None, *, head: int, tail: int) -> str:
    digits = digits or ""
    hidden = len(digits) - head - tail
    return digits[:head] + "•" * hidden + digits[-tail:] if hidden > 0 else "•" * len(digits)


def _below(standing) -> SafeString | str:
    """A closed or paused standing has its day among its words."""
    if standing.kind in ("pause", "done"):
        return ""
    return format_html(
        '<time class="sub num" datetime="{}">{}</time>', iso(standing.date), day(standing.date)
    )


def _local_day(value: date | datetime) -> date:
    if not isinstance(value, datetime):
        return value
    return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()


@lru_cache(maxsize=256)
def _reversed(url_name: str, args: tuple, urlconf: str) -> str:
    try:
        return reverse(url_name, args=args, urlconf=urlconf)
    except NoReverseMatch:
        return ""
