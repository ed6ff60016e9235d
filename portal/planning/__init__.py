"""Plans and their tasks, shared by every programme of the office."""

from portal.planning.budgets import Budget
from portal.planning.contents import Basis, Recipient, Section
from portal.planning.documents import PlanDocument, forget_unread
from portal.planning.inspections import Inspection
from portal.planning.meetings import Remark
from portal.planning.plans import Plan
from portal.planning.reports import DueChange, Evidence, Obstacle, Occurrence, Progress
from portal.planning.shares import TaskUnit
from portal.planning.tasks import Service, Task

__all__ = [
    "Basis",
    "Budget",
    "DueChange",
    "Evidence",
    "Inspection",
    "Obstacle",
    "Occurrence",
    "Plan",
    "PlanDocument",
    "Progress",
    "Recipient",
    "Remark",
    "Section",
    "Service",
    "Task",
    "TaskUnit",
    "forget_unread",
]
