"""Plans, tasks, documents: walked with a plan in tests/portal/planning."""

from tests.citizens.roles.address import GONE, Address, anybody, holding, staff

LEADERS = ("director", "deputy_director")
PLANS: dict[str, Address] = {
    "instruments": Address(None),
    "instrument": Address(None, get=(GONE,)),
    "instrument-file": Address(None, get=(GONE,)),
    "instrument-new": Address(
        holding("clerk", "coordinator", "reform_officer", "procedure_officer"), post=(422,)
    ),
    "instrument-edit": Address(anybody, get=(GONE,), post=(GONE,)),
    "instrument-relate": Address(anybody, get=(GONE,), post=(GONE,)),
    "plan-list": Address(anybody),
    "plan-new": Address(
        holding(
            *LEADERS,
            *("head", "deputy_head", "officer", "coordinator"),
            *("reform_officer", "procedure_officer"),
        ),
        post=(422,),
    ),
    "plan-from-document": Address(
        holding(
            *LEADERS,
            *("head", "deputy_head", "officer", "coordinator"),
            *("reform_officer", "procedure_officer"),
        ),
        post=(422,),
    ),
    "plan-document": Address(anybody, get=(GONE,), post=(GONE,)),
    "inspections": Address(anybody, method_first=True),
    "inspection-new": Address(
        holding(
            *LEADERS,
            *("head", "deputy_head", "officer", "coordinator"),
            *("reform_officer", "procedure_officer"),
        ),
        post=(422,),
    ),
    "plan-detail": Address(anybody, get=(GONE,), post=(GONE,)),
    "plan-next-year": Address(anybody, get=(GONE,), post=(GONE,)),
    "plan-obligations": Address(staff, method_first=True),
    "plan-meeting": Address(staff, post=(302, GONE)),
    "task-list": Address(anybody),
    "task-detail": Address(anybody, get=(GONE,), post=(GONE,)),
    "task-evidence": Address(anybody, get=(GONE,), post=(GONE,)),
}
