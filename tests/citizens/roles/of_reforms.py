"""Administrative reform: walked with things of their own in tests/reforms."""

from tests.citizens.roles.address import BAD_METHOD, GONE, Address, anybody, holding, staff

PROCEDURE_KEEPERS = ("procedure_officer", "coordinator")

WORKERS = ("head", "deputy_head", "officer", "coordinator", "clerk", "reception_officer",
           "petition_officer", "reform_officer", "procedure_officer")  # fmt: skip
works_in_a_unit = holding(*WORKERS)

REFORMS: dict[str, Address] = {
    "reforms": Address(anybody),
    "reform-plans": Address(anybody),
    "reform-plan": Address(anybody, get=(GONE,)),
    "reform-plan-paper": Address(anybody, get=(GONE,)),
    "reform-tasks": Address(anybody),
    "reform-money": Address(anybody),
    "headcount": Address(anybody),
    "headcount-new": Address(holding("reform_officer", "coordinator"), post=(422,)),
    "indices": Address(anybody),
    "index-new": Address(holding("reform_officer", "coordinator"), post=(422,)),
    "indicator-list": Address(anybody),
    "indicator-new": Address(holding("reform_officer", "coordinator"), post=(422,)),
    "indicator-detail": Address(anybody, get=(GONE,)),
    "indicator-evidence": Address(anybody, get=(GONE,)),
    # scorecards: walked with cards of their own in tests/reforms/scorecard
    "scoring": Address(anybody),
    "campaign-new": Address(holding("reform_officer", "coordinator"), post=(404,)),
    "campaign-detail": Address(anybody, get=(GONE,)),
    "campaign-file": Address(anybody, get=(GONE,)),
    "scorecard-list": Address(anybody),
    "scorecard-evidence": Address(anybody, get=(GONE,)),
    "scorecard-detail": Address(anybody, get=(GONE,)),
    "scorecard-lost": Address(anybody, get=(GONE,)),
    "scorecard-years": Address(anybody, get=(GONE,)),
    "scorecard-file": Address(anybody, get=(GONE,)),
    "scorecard-paper": Address(anybody, get=(GONE,)),
    "scoring-sets": Address(staff, method_first=True),
    "scoring-set-new": Address(holding("reform_officer", "coordinator"), post=(422,)),
    "scoring-set": Address(anybody, get=(GONE,)),
    "scoring-set-file": Address(anybody, get=(GONE,)),
    "board-766": Address(anybody),
    "scores-published": Address(anybody, method_first=True),
    "board-tell": Address(
        holding("procedure_officer", "coordinator", "reform_officer"), get=(GONE,), post=(GONE,)
    ),
    "dossier-counts": Address(anybody),
    "dossier-rows": Address(anybody),
    "dossier-counts-freeze": Address(
        holding(*PROCEDURE_KEEPERS), get=(BAD_METHOD,), post=(302,), method_first=True
    ),
    "dossiers-file": Address(staff, method_first=True),
    "dossier-reckoning": Address(staff, method_first=True),
    "survey-list": Address(anybody),
    "survey-new": Address(holding("reform_officer", "coordinator"), post=(422,)),
    "survey-detail": Address(anybody, get=(GONE,)),
    "survey-slips": Address(anybody, get=(GONE,)),
    "survey-counters": Address(anybody),
    "survey-poster": Address(staff, method_first=True),
    "survey-slip": Address(None, get=(GONE,), post=(GONE,)),
    "survey-counter": Address(None, post=(422,)),
    "survey-thanks": Address(None),
    "late-dossier-list": Address(anybody),
    "late-dossier-handlers": Address(anybody, method_first=True),
    "late-dossier-new": Address(works_in_a_unit, post=(422,)),
    "late-dossier-detail": Address(anybody, get=(GONE,)),
    "late-dossier-letter": Address(anybody, get=(GONE,)),
    "breach-list": Address(anybody),
    "breach-new": Address(holding(*PROCEDURE_KEEPERS, "director", "deputy_director"), post=(422,)),
    "breach-detail": Address(anybody, get=(GONE,)),
    "dossier-counts-type": Address(holding(*PROCEDURE_KEEPERS), post=(302,)),
    # procedures: walked with procedures of their own in tests/reforms/procedures
    "procedures": Address(None),
    "procedure": Address(None, get=(GONE,)),
    "procedure-form": Address(None, get=(GONE,)),
    "procedure-list": Address(anybody),
    "procedure-new": Address(holding(*PROCEDURE_KEEPERS), post=(422,)),
    "procedure-load": Address(holding(*PROCEDURE_KEEPERS), post=(422,)),
    "procedure-detail": Address(anybody, get=(GONE,)),
    "procedure-compare": Address(anybody),
    "procedure-law": Address(anybody),
    "national-list": Address(anybody),
    "national-load": Address(
        holding(*PROCEDURE_KEEPERS), get=(BAD_METHOD,), post=(302,), method_first=True
    ),
    "review-plan-list": Address(anybody),
    "review-plan-new": Address(holding(*PROCEDURE_KEEPERS), post=(422,)),
    "review-plan-detail": Address(anybody, get=(GONE,)),
    "simplification-list": Address(anybody),
    "simplification-new": Address(
        holding(*PROCEDURE_KEEPERS, "head", "deputy_head", "officer"), post=(422,)
    ),
    "simplification-detail": Address(anybody, get=(GONE,)),
    "procedure-change-list": Address(anybody),
    "procedure-change-new": Address(
        holding(*PROCEDURE_KEEPERS, "head", "deputy_head", "officer"), post=(422,)
    ),
    "procedure-change-detail": Address(anybody, get=(GONE,)),
}
GIVEN: dict[str, list] = {
    "survey-detail": ["KSHL-2026-0009"],
    "survey-slips": ["KSHL-2026-0009", 0],
    "survey-poster": ["van-phong"],
    "survey-slip": ["aaaaaaaaaaaaaaaa"],
    "survey-counter": ["van-phong"],
    **{
        name: ["CD-2026-0009-01"]
        for name in (
            *("campaign-detail", "campaign-file", "scorecard-detail", "scorecard-lost"),
            *("scorecard-years", "scorecard-file", "scorecard-paper"),
        )
    },
    "scorecard-evidence": [0],
    "scoring-set": ["khong-co", "2026-01-01"],
    "scoring-set-file": ["khong-co", "2026-01-01"],
    "late-dossier-detail": ["HSQH-2026-0009"],
    "late-dossier-letter": ["HSQH-2026-0009"],
    "breach-detail": ["VPMC-2026-0009"],
    "indicator-detail": ["X-2026-0009"],
    "reform-plan": ["KH-2026-0009"],
    "reform-plan-paper": ["KH-2026-0009"],
    "indicator-evidence": [0],
    "procedure": ["9.999999"],
    "procedure-detail": ["9.999999"],
    "procedure-change-detail": ["BDTT-2026-0009"],
    "review-plan-detail": ["RSTT-2026-0009"],
    "simplification-detail": ["DGTT-2026-0009"],
    "procedure-form": ["9.999999", 0],
}
"""What stands in the place of their arguments: nothing that is there."""
