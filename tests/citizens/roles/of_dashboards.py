"""The leaders' pages and their briefing: party committees see figures, heads their own unit."""

from tests.citizens.roles.address import BAD_METHOD, GONE, Address, holding

LEADERS = ("director", "deputy_director")

DASHBOARDS: dict[str, Address] = {
    "dashboard": Address(
        holding(*LEADERS, "coordinator", "party_committee"), post=(200, BAD_METHOD)
    ),
    "dashboard-democracy": Address(
        holding(*LEADERS, "coordinator", "party_committee"), method_first=True
    ),
    "dashboard-reform": Address(
        holding(*LEADERS, "head", "deputy_head", "coordinator", "party_committee"),
        method_first=True,
    ),
    "dashboard-reform-trend": Address(
        holding(*LEADERS, "head", "deputy_head", "coordinator", "party_committee"),
        method_first=True,
    ),
    "dashboard-field": Address(
        holding(*LEADERS, "coordinator", "party_committee"), method_first=True
    ),
    "briefing": Address(holding(*LEADERS, "coordinator"), method_first=True),
    "briefing-file": Address(holding(*LEADERS, "coordinator"), method_first=True),
    "briefing-freeze": Address(
        holding(*LEADERS, "coordinator"), get=(BAD_METHOD,), post=(302,), method_first=True
    ),
    "briefing-frozen": Address(holding(*LEADERS, "coordinator"), get=(GONE,), method_first=True),
    "dashboard-field-remedy": Address(holding(*LEADERS), get=(400,), post=(400,)),
}
