"""What a record brings along when something of it is to be shown to strangers; never its files."""

from democracy.models import Posting, Practice
from democracy.models.practice.vocabulary import Stage
from portal.publications.disclosures import BEGINNINGS
from portal.publications.grounds import EXEMPLARS


def begun(posting: Posting) -> dict[str, str]:
    """Title and unit alone: what strangers may read is chosen anew."""
    return {"title": posting.title, "unit": posting.unit.code}


def told_to_strangers(practice: Practice) -> dict[str, str] | None:
    """A practice that was recognised: what it is, how it works, whom it has reached."""
    if practice.stage != Stage.RECOGNISED:
        return None
    reached = f"Đến nay có {practice.reached} người được hưởng lợi." if practice.reached else ""
    parts = (practice.showcase, f"Cách làm: {practice.content}", reached)
    return {
        "ground": EXEMPLARS,
        "title": f"{practice.get_kind_display()}: {practice.title}",
        "unit": practice.unit.code,
        "summary": "\n\n".join(filter(None, parts)),
    }


BEGINNINGS["cong-khai"] = begun
BEGINNINGS["mo-hinh"] = told_to_strangers
