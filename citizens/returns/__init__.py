"""The official returns of Circular 06/2025/TT-TTCP that citizens' business fills."""

from .gqkn import GQKN
from .gqtc import GQTC
from .kqth import KQTH
from .qlkntc import QLKNTC
from .tcd import TCD
from .xld import XLD

FORMS = {form.code: form for form in (TCD, XLD, GQKN, GQTC, KQTH, QLKNTC)}
