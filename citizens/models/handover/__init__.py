"""What a unit that ends leaves of citizens' business, sort by sort."""

from . import cases as cases
from . import reception as reception
