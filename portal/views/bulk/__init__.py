"""One act on many rows of a list: first what will change and what cannot, then all or nothing."""

from portal.views.bulk.acting import BulkView
from portal.views.bulk.reading import run_list, run_page
from portal.views.bulk.selection import Selection, Sorted

__all__ = ["BulkView", "Selection", "Sorted", "run_list", "run_page"]
