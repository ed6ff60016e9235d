"""The public site: walked with articles of its own in tests/portal/publications."""

from uuid import UUID

from tests.citizens.roles.address import GONE, Address, anybody, holding

WRITERS = (
    *("director", "deputy_director", "head", "deputy_head", "officer", "coordinator"),
    *("reform_officer", "procedure_officer", "clerk", "editor"),
)
PUBLICATIONS: dict[str, Address] = {
    "news": Address(None),
    "news-feed": Address(None),
    "gallery": Address(None),
    "news-article": Address(None, get=(GONE,)),
    "news-print": Address(None, get=(GONE,)),
    "article-picture": Address(None, get=(GONE,)),
    "article-picture-large": Address(None, get=(GONE,)),
    "introduction": Address(None),
    "site-page": Address(None, get=(GONE,)),
    "contact": Address(None),
    "accessibility": Address(None),
    "find-public": Address(None),
    "site-map": Address(None),
    "robots": Address(None),
    "publicity": Address(None),
    "exemplars": Address(None),
    "open-data": Address(None),
    "open-api": Address(None),
    "open-dataset": Address(None, get=(GONE,)),
    "disclosed": Address(None, get=(GONE,)),
    "disclosed-file": Address(None, get=(GONE,)),
    "disclosure-list": Address(anybody),
    "disclosure-new": Address(holding(*(set(WRITERS) - {"editor"})), post=(422,)),
    "disclosure-detail": Address(anybody, get=(GONE,)),
    "disclosure-file": Address(anybody, get=(GONE,)),
    "site-check": Address(
        holding("administrator", "editor", "coordinator", "director", "deputy_director"),
        method_first=True,
    ),
    "article-list": Address(anybody),
    "article-new": Address(holding(*WRITERS), post=(422,)),
    "article-detail": Address(anybody, get=(GONE,)),
}
KEY = UUID(int=0)
GIVEN = {
    **{name: ["BV-2026-0009"] for name in ("news-article", "news-print", "article-detail")},
    **{name: [KEY] for name in ("article-picture", "article-picture-large")},
    "site-page": ["khong-co"],
    "open-dataset": ["khong-co"],
    **{name: ["CBNN-2026-0009"] for name in ("disclosed", "disclosed-file")},
    **{name: ["CBNN-2026-0009"] for name in ("disclosure-detail", "disclosure-file")},
}
"""What stands in the place of the arguments of their addresses."""
