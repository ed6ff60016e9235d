"""The steering committee: versions by decision, seats, who looks after what."""

from .meeting import CommitteeMeeting
from .version import CommitteeDuty, CommitteeSeat, CommitteeVersion

__all__ = ["CommitteeDuty", "CommitteeMeeting", "CommitteeSeat", "CommitteeVersion"]
