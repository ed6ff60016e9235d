"""Emulation movements: launch, rounds, who takes part, results."""

from .movement import Movement
from .parts import Enrolment, MovementRound

__all__ = ["Enrolment", "Movement", "MovementRound"]
