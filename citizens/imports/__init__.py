"""The registers of citizens' business that can be brought along."""

from .petitions import PETITIONS
from .sessions import SESSIONS
from .visits import VISITS

KINDS = {register.kind: register for register in (SESSIONS, VISITS, PETITIONS)}
