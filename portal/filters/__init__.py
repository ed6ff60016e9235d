"""Lists whose whole state is their address: filters, order, place in the pages."""

from portal.filters.asked import Asked, Listing, Tab
from portal.filters.catalogues import field_options, fields_below, unit_of, unit_options
from portal.filters.columns import Column, choose, shown_to
from portal.filters.conditions import Choice, Reader, UnknownValue, Within, Words, equal_to
from portal.filters.orders import Order
from portal.filters.pages import (
    MOST,
    Neighbours,
    Page,
    capped_counts,
    counting,
    cut,
    neighbours,
    page,
    stretch,
)
from portal.filters.saved import FilterOpening, SavedFilter, newest_of
from portal.filters.years import ANY_YEAR, by_year

__all__ = [
    "ANY_YEAR",
    "MOST",
    "Asked",
    "Choice",
    "Column",
    "FilterOpening",
    "Listing",
    "Neighbours",
    "Order",
    "Page",
    "Reader",
    "SavedFilter",
    "Tab",
    "UnknownValue",
    "Within",
    "Words",
    "by_year",
    "capped_counts",
    "choose",
    "counting",
    "cut",
    "equal_to",
    "field_options",
    "fields_below",
    "neighbours",
    "newest_of",
    "page",
    "shown_to",
    "stretch",
    "unit_of",
    "unit_options",
]
