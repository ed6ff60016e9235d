"""The official documents of citizens' business: forms as data, and the facts that fill them."""

from pathlib import Path

from citizens.documents import facts, more_facts  # noqa: F401  each makes its places known
from citizens.documents.subjects import about, kinds_of, opening_text
from portal.documents.forms import declare

HERE = Path(__file__).parent

declare(*sorted(HERE.glob("*.toml")))

__all__ = ["about", "kinds_of", "opening_text"]
