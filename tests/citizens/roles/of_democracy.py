"""Publicity, opinions, letters: walked with things of their own in tests/democracy."""

from tests.citizens.roles.address import GONE, Address, anybody, holding, seated, staff
from tests.citizens.roles.people import BODIES

LEADERS = ("director", "deputy_director")
NOTERS = (
    *(*LEADERS, "head", "deputy_head", "officer", "coordinator", "clerk"),
    *("reform_officer", "procedure_officer"),
)
DEMOCRACY: dict[str, Address] = {
    "democracy": Address(anybody),
    "duties": Address(staff, method_first=True),
    "internal-publicity": Address(anybody),
    "posting-new": Address(holding(*NOTERS), post=(422,)),
    "posting-detail": Address(anybody, get=(GONE,)),
    "posting-file": Address(anybody, get=(GONE,)),
    "consultation-list": Address(anybody),
    "consultation-new": Address(holding(*NOTERS), post=(422,)),
    "consultation-detail": Address(anybody, get=(GONE,)),
    "consultation-file": Address(anybody, get=(GONE,)),
    "internal-comments": Address(anybody),
    "suggestion-detail": Address(anybody, get=(GONE,)),
    "suggestion-month": Address(holding(*LEADERS, "coordinator", *BODIES), method_first=True),
    "suggestion-poster": Address(staff, method_first=True),
    "staff-decisions": Address(anybody),
    "staff-decision": Address(anybody, get=(GONE,)),
    "staff-decision-minutes": Address(anybody, get=(GONE,)),
    "staff-decision-new": Address(
        holding(*LEADERS, "head", "deputy_head", "coordinator", "staff_representative"),
        post=(422,),
    ),
    "box": Address(None, post=(422,)),
    "box-sent": Address(None),
    "opinion-box": Address(None, get=(GONE,), post=(GONE,)),
    # the board: walked with a board of its own in tests/democracy/board
    "board-room": Address(anybody),
    "board-term-new": Address(holding("inspection_board"), post=(422,)),
    **{
        f"board-{what}-new": Address(holding("inspection_board"), post=(422,))
        for what in ("programme", "inspection", "recommendation", "report")
    },
    "board-request-new": Address(staff, post=(422,)),
    "board-request-note": Address(holding("inspection_board"), post=(422,)),
    **{name: Address(anybody) for name in ("board-inspections", "board-recommendations")},
    "board-requests": Address(anybody),
    **{
        f"board-{what}-detail": Address(anybody, get=(GONE,))
        for what in ("term", "programme", "inspection", "recommendation", "request", "report")
    },
    "board-inspection-file": Address(anybody, get=(GONE,)),
    "board-recommendation-file": Address(anybody, get=(GONE,)),
    "board-report-paper": Address(anybody, get=(GONE,)),
    # committees: walked with a committee of their own in tests/democracy/committee
    "committees": Address(anybody),
    "committee-new": Address(holding("head", "deputy_head", "officer", "coordinator"), post=(422,)),
    "committee-detail": Address(anybody, get=(GONE,)),
    "committee-duties": Address(anybody, get=(GONE,)),
    "committee-meetings": Address(anybody),
    "committee-minutes": Address(anybody, get=(GONE,)),
    # periodic reports: walked with a report of their own in tests/portal/reporting
    "report-list": Address(anybody),
    "reports-due": Address(anybody),
    "report-new": Address(
        holding(
            *(*LEADERS, "head", "deputy_head", "officer", "coordinator"),
            *("reform_officer", "procedure_officer"),
        ),
        post=(422,),
    ),
    "report-detail": Address(anybody, get=(GONE,)),
    "report-file": Address(anybody, get=(GONE,)),
    # rating: walked with a round of its own in tests/democracy/rating
    "rating": Address(anybody),
    # visits: walked with visits of their own in tests/democracy/visit
    "site-visit-list": Address(anybody),
    "site-visit-new": Address(
        holding(
            *(*LEADERS, "head", "deputy_head", "officer", "coordinator"),
            *("reform_officer", "procedure_officer"),
        ),
        post=(422,),
    ),
    **{
        f"site-visit-{end}": Address(anybody, get=(GONE,))
        for end in ("detail", "report", "minutes", "paper")
    },
    "round-new": Address(holding("coordinator"), post=(200,)),
    "round-detail": Address(anybody, get=(GONE,)),
    "sheet-list": Address(anybody),
    "sheet-evidence": Address(anybody, get=(GONE,)),
    "sheet-detail": Address(anybody, get=(GONE,)),
    "criteria-list": Address(seated, method_first=True),
    "criteria": Address(anybody, get=(GONE,)),
    "criteria-file": Address(anybody, get=(GONE,)),
    "criteria-new": Address(holding("coordinator", "administrator"), post=(422,)),
    # models, initiatives, exemplars: walked in tests/democracy/emulation
    # the yearly conference: walked with conferences of its own in tests/democracy/conference
    "conference-list": Address(anybody),
    "conference-units": Address(anybody),
    "conference-new": Address(holding(*LEADERS, "head", "deputy_head", "coordinator"), post=(422,)),
    "conference-detail": Address(anybody, get=(GONE,)),
    "conference-minutes": Address(anybody, get=(GONE,)),
    "conference-paper": Address(anybody, get=(GONE,)),
    "conference-draft": Address(anybody, get=(GONE,)),
    "practice-list": Address(anybody),
    "practice-new": Address(holding(*NOTERS), post=(422,)),
    "practice-lacking": Address(anybody),
    "practice-showcase": Address(anybody),
    "practice-picture": Address(anybody, get=(GONE,)),
    "practice-detail": Address(anybody, get=(GONE,)),
    "briefing-list": Address(anybody),
    "briefing-waiting": Address(anybody),
    "briefing-new": Address(holding(*LEADERS, "coordinator", "party_committee"), post=(422,)),
    "briefing-detail": Address(anybody, get=(GONE,)),
    "movement-list": Address(anybody),
    "movement-new": Address(holding(*NOTERS), post=(422,)),
    "movement-detail": Address(anybody, get=(GONE,)),
    "nomination-list": Address(anybody),
    "nomination-new": Address(holding(*NOTERS), post=(422,)),
    "nomination-past": Address(holding("coordinator"), post=(422,)),
    "nomination-quotas": Address(anybody),
    "nomination-detail": Address(anybody, get=(GONE,)),
    "nomination-minutes": Address(anybody, get=(GONE,)),
    "nomination-paper": Address(anybody, get=(GONE,)),
    "nomination-draft": Address(anybody, get=(GONE,)),
    "nomination-picture": Address(anybody, get=(GONE,)),
    "award-regulations": Address(seated, method_first=True),
    "award-regulation": Address(anybody, get=(GONE,)),
    "award-regulation-file": Address(anybody, get=(GONE,)),
    "award-regulation-new": Address(holding("coordinator", "administrator"), post=(422,)),
}
