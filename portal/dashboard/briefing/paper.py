"""The briefing as a PDF of A4 pages."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import typst

from portal.office import Office
from portal.statistics.briefings import Section

LAYOUT = Path(__file__).with_name("briefing.typ")


def pdf_of(sections: Sequence[Section], *, office: Office, title: str, as_of: str) -> bytes:
    """``as_of``: what the paper says of the moment at which it was counted."""
    told = {
        "office": office.name,
        "parent": office.parent_body,
        "title": title,
        "as_of": as_of,
        "sections": [asdict(each) for each in sections if each.rows],
    }
    return typst.compile(LAYOUT, sys_inputs={"told": json.dumps(told, ensure_ascii=False)})
