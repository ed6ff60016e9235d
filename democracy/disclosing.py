"""What a posting brings along when its content is to be shown to strangers: title and unit."""

from __future__ import annotations

from democracy.models import Posting
from portal.publications.disclosures import BEGINNINGS


def begun(posting: Posting) -> dict[str, str]:
    """Not its file: what strangers may read is chosen anew."""
    return {"title": posting.title, "unit": posting.unit.code}


BEGINNINGS["cong-khai"] = begun
