"""Administrative reform: walked with things of their own in tests/reforms."""

from tests.citizens.roles.address import GONE, Address, anybody, holding, staff

PROCEDURE_KEEPERS = ("procedure_officer", "coordinator")

REFORMS: dict[str, Address] = {
    "reforms": Address(anybody),
    "headcount": Address(anybody),
    "headcount-new": Address(holding("reform_officer", "coordinator"), post=(422,)),
    "indicator-list": Address(anybody),
    "indicator-new": Address(holding("reform_officer", "coordinator"), post=(422,)),
    "indicator-detail": Address(anybody, get=(GONE,)),
    "indicator-evidence": Address(anybody, get=(GONE,)),
    "dossier-counts": Address(anybody),
    "dossier-rows": Address(anybody),
    "dossiers-file": Address(staff),
    "dossier-counts-type": Address(holding(*PROCEDURE_KEEPERS), post=(302,)),
    # procedures: walked with procedures of their own in tests/reforms/procedures
    "procedures": Address(None),
    "procedure": Address(None, get=(GONE,)),
    "procedure-form": Address(None, get=(GONE,)),
    "procedure-list": Address(anybody),
    "procedure-new": Address(holding(*PROCEDURE_KEEPERS), post=(422,)),
    "procedure-load": Address(holding(*PROCEDURE_KEEPERS), post=(422,)),
    "procedure-detail": Address(anybody, get=(GONE,)),
    "procedure-change-list": Address(anybody),
    "procedure-change-new": Address(
        holding(*PROCEDURE_KEEPERS, "head", "deputy_head", "officer"), post=(422,)
    ),
    "procedure-change-detail": Address(anybody, get=(GONE,)),
}
GIVEN: dict[str, list] = {
    "indicator-detail": ["X-2026-0009"],
    "indicator-evidence": [0],
    "procedure": ["9.999999"],
    "procedure-detail": ["9.999999"],
    "procedure-change-detail": ["BDTT-2026-0009"],
    "procedure-form": ["9.999999", 0],
}
"""What stands in the place of their arguments: nothing that is there."""
