"""Small charts as SVG: colour by class, size by attribute, a table beside each."""

from collections.abc import Sequence
from math import cos, pi, sin

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString

from portal import text

register = template.Library()

WIDTH, HEIGHT = 100, 40


@register.simple_tag
def bar(value: float, of: float, kind: str = "d1") -> SafeString:
    """One bar of a table cell; the figure itself stands in the cell beside it."""
    return stacked_bar([(value, kind)], of)


@register.simple_tag
def stacked_bar(parts: Sequence[tuple[float, str]], of: float) -> SafeString:
    """Parts one after the other: [(value, class)], all measured against `of`."""
    laid = (
        f'<rect class="{kind}" x="{start}%" width="{width}%" height="100%"/>'
        for kind, start, width in _laid(parts, of)
    )
    return SafeString(f'<svg class="bar" aria-hidden="true">{"".join(laid)}</svg>')


@register.simple_tag
def line_chart(first: Sequence[float], second: Sequence[float] = ()) -> SafeString:
    """Two lines over the same months: solid, dotted, a dot on the newest month of each."""
    top = max([*first, *second, 1])
    return format_html(
        '<svg viewBox="0 0 {} {}" preserveAspectRatio="none" aria-hidden="true">{}{}{}</svg>',
        WIDTH,
        HEIGHT,
        _grid(),
        _line(second, top, "l2"),
        _line(first, top, "l1"),
    )


@register.simple_tag
def radar(axes: Sequence[tuple[str, float]]) -> SafeString:
    """A polygon over as many axes: [(its short name, share of the whole)]; a table beside it."""
    names = ((*_on_axis(n, len(axes), 1.16), name) for n, (name, _) in enumerate(axes))
    rings = ((_polygon([part] * len(axes)),) for part in (0.25, 0.5, 0.75, 1))
    spokes = (("0 0L{} {}".format(*_on_axis(n, len(axes), 1)),) for n in range(len(axes)))
    return format_html(
        '<svg class="radar" viewBox="-130 -130 260 260" aria-hidden="true">{}{}{}{}</svg>',
        format_html_join("", '<path class="lg" d="M{}Z"/>', rings),
        format_html_join("", '<path class="lg" d="M{}"/>', spokes),
        format_html('<path class="l1 area" d="M{}Z"/>', _polygon([part for _, part in axes])),
        format_html_join("", '<text x="{}" y="{}">{}</text>', names),
    )


@register.simple_tag
def number_cells(cells: Sequence[tuple[int, str]], opens: bool) -> SafeString:
    """Cells of a table of numbers, each leading to its rows where the reader may open them."""
    shown = (f'<td class="n">{_opened(value, url, opens)}</td>' for value, url in cells)
    return SafeString("".join(shown))


@register.simple_tag
def word_cells(cells: Sequence[tuple[str, str, str]], opens: bool) -> SafeString:
    """The same of figures in words: [(words, address of their rows, how they stand out)]."""
    return SafeString("".join(_word_cell(*cell, opens) for cell in cells))


@register.simple_tag
def changes(found: Sequence[tuple[float, str]]) -> SafeString:
    """How a figure differs from earlier ones: [(difference, from what)]."""
    told = ((words, *_direction(by)) for by, words in found)
    return format_html_join(
        "",
        '<span class="delta">{} <span aria-hidden="true">{}</span><span class="unseen">{}</span>'
        "{}</span>",
        told,
    )


def _direction(by: float) -> tuple[str, str, str]:
    if not by:
        return "=", "không đổi", ""
    sign, words = ("▲", "tăng ") if by > 0 else ("▼", "giảm ")
    return sign, words, f"\N{NO-BREAK SPACE}{text.number(abs(by))}"


def _opened(value: int, url: str, opens: bool) -> str:
    if not (opens and value):
        return text.number(value)
    return f'<a href="{escape(url)}">{text.number(value)}</a>'


def _word_cell(words: str, url: str, kind: str, opens: bool) -> str:
    late = ' class="late"' if kind == "late" else ""
    shown = f'<a{late} href="{escape(url)}">{escape(words)}</a>' if opens and url else escape(words)
    return f'<td class="{f"n {kind}".strip()}">{shown}</td>'


def _laid(parts: Sequence[tuple[float, str]], of: float):
    start = 0.0
    for value, kind in parts:
        width = round(100 * value / of, 2) if of else 0
        yield kind, round(start, 2), width
        start += width


def _grid() -> SafeString:
    lines = ((y,) for y in (0, HEIGHT / 2, HEIGHT))
    return format_html_join("", '<path class="lg" d="M0 {}H100"/>', lines)


def _line(values: Sequence[float], top: float, kind: str) -> SafeString:
    if not values:
        return SafeString("")
    points = [_point(values, at, top) for at in range(len(values))]
    return format_html(
        '<path class="{}" d="M{}"/><path class="{} dot" d="M{}h0"/>',
        kind,
        "L".join(points),
        kind,
        points[-1],
    )


def _point(values: Sequence[float], at: int, top: float) -> str:
    x = WIDTH * at / max(len(values) - 1, 1)
    y = HEIGHT - HEIGHT * values[at] / top
    return f"{x:.2f} {y:.2f}"


def _polygon(parts: Sequence[float]) -> str:
    points = (_on_axis(n, len(parts), part) for n, part in enumerate(parts))
    return "L".join(f"{x} {y}" for x, y in points)


def _on_axis(n: int, of: int, part: float) -> tuple[str, str]:
    """The first axis points up, the others follow the clock."""
    turn = 2 * pi * n / of
    return f"{100 * part * sin(turn):.1f}", f"{-100 * part * cos(turn):.1f}"
