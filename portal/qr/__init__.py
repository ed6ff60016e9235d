"""Square codes (QR, ISO/IEC 18004) as SVG: bytes, error correction M, up to version 20.

A writer of our own: what a paper needs is small, and no maintained package was found (0020).
"""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from portal.qr.codewords import MOST_BYTES
from portal.qr.drawing import Modules, drawn

QUIET = 4  # modules of white around the code

__all__ = ["MOST_BYTES", "modules", "svg"]


def modules(text: str) -> Modules:
    """The square as rows of True for dark; raises ``ValueError`` for a text that is too long."""
    return drawn(text.encode())


def svg(text: str, *, label: str) -> SafeString:
    """The square as a picture; ``label`` says to those who cannot see it what it leads to."""
    rows = modules(text)
    side = len(rows) + 2 * QUIET
    return format_html(
        '<svg class="qr" viewBox="0 0 {0} {0}" role="img" aria-label="{1}"'
        ' shape-rendering="crispEdges"><path class="qr-ground" d="M0 0h{0}v{0}h-{0}z"/>'
        '<path d="{2}"/></svg>',
        side,
        label,
        mark_safe("".join(runs(rows))),  # noqa: S308 - digits and letters of a path, made here
    )


def runs(rows: Modules) -> list[str]:
    """Each row's dark stretches, as rectangles of one path."""
    path = []
    for y, row in enumerate(rows, QUIET):
        start = None
        for x, dark in enumerate([*row, False]):
            if dark and start is None:
                start = x
            elif not dark and start is not None:
                path.append(f"M{start + QUIET} {y}h{x - start}v1h-{x - start}z")
                start = None
    return path
