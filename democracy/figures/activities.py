"""What the shared registers hold of the programme of democracy."""

from portal.activities.entries import Programme
from portal.activities.figures import register_shared

register_shared(Programme.DEMOCRACY)
