"""Lists whose whole state is their address: filters, order, place in the pages."""

from portal.filters.asked import Asked, Listing, Tab
from portal.filters.catalogues import field_options, fields_below, unit_of, unit_options
from portal.filters.conditions import Choice, Reader, UnknownValue, Within, Words
from portal.filters.orders import Order
from portal.filters.pages import MOST, Neighbours, Page, capped_counts, neighbours, page

__all__ = [
    "MOST",
    "Asked",
    "Choice",
    "Listing",
    "Neighbours",
    "Order",
    "Page",
    "Reader",
    "Tab",
    "UnknownValue",
    "Within",
    "Words",
    "capped_counts",
    "field_options",
    "fields_below",
    "neighbours",
    "page",
    "unit_of",
    "unit_options",
]
