"""The steering committee: versions by decision, seats, who looks after what."""

from .version import CommitteeDuty, CommitteeSeat, CommitteeVersion

__all__ = ["CommitteeDuty", "CommitteeSeat", "CommitteeVersion"]
