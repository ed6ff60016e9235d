"""Official documents: their layout, the forms they follow, templates, drafts in Word.

``layout`` is the only place that knows Decree 30/2020; a form is data (``forms``), of which the
Word template is made; what an office uploads instead is ``templates``; what people write is kept
version by version in ``versions``.
"""

from portal.documents.layout import (
    CENTER,
    DOTS,
    JUSTIFY,
    LEFT,
    ROOM_TO_SIGN,
    Sheet,
    columns,
    line,
    paragraph,
    set_page,
    write_foot,
    write_head,
    write_row,
    write_sheet,
    write_table,
)

__all__ = [
    "CENTER",
    "DOTS",
    "JUSTIFY",
    "LEFT",
    "ROOM_TO_SIGN",
    "Sheet",
    "columns",
    "line",
    "paragraph",
    "set_page",
    "write_foot",
    "write_head",
    "write_row",
    "write_sheet",
    "write_table",
]
