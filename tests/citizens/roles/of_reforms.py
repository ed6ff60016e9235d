"""Administrative reform: walked with things of their own in tests/reforms."""

from tests.citizens.roles.address import GONE, Address, anybody, holding, staff

PROCEDURE_KEEPERS = ("procedure_officer", "coordinator")

REFORMS: dict[str, Address] = {
    "reforms": Address(anybody),
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
}
