"""The registers of citizens' business that can be brought along."""

from .petitions import PETITIONS

KINDS = {PETITIONS.kind: PETITIONS}
