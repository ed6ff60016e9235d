"""Models, initiatives and exemplars: one register for all of them."""

from .parts import PracticeNote, PracticePicture, Recognition, Replication
from .practice import Practice

__all__ = ["Practice", "PracticeNote", "PracticePicture", "Recognition", "Replication"]
