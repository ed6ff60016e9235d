"""What the steps of a story mean: which verb, by whom, with which words.

One method a step, named as in the story; each takes the play, its words, its facts and the day.
"""

from .aside import CommonSteps, SideSteps
from .complaints import ComplaintSteps
from .petitions import PetitionSteps


class Steps(PetitionSteps, ComplaintSteps, SideSteps, CommonSteps):
    """All steps of all stories."""


__all__ = ["Steps"]
