"""Registers brought along as tables: columns, errors by line and column, all or nothing."""

from portal.importing.blank_form import write_form
from portal.importing.cells import (
    Cell,
    Unreadable,
    choice,
    flag,
    lines_of_text,
    one_line,
    read_day,
    whole_number,
)
from portal.importing.copying import copy_rows, next_ids
from portal.importing.headings import HeadingMap, Headings, in_words
from portal.importing.runs import MOST_FAULTS, ImportRun, forget_unwritten
from portal.importing.sheets import Sheet, Wrong, read_sheet
from portal.importing.tables import Column, Fault, Register, Report

__all__ = [
    "MOST_FAULTS",
    "Cell",
    "Column",
    "Fault",
    "HeadingMap",
    "Headings",
    "ImportRun",
    "Register",
    "Report",
    "Sheet",
    "Unreadable",
    "Wrong",
    "choice",
    "copy_rows",
    "flag",
    "forget_unwritten",
    "in_words",
    "lines_of_text",
    "next_ids",
    "one_line",
    "read_day",
    "read_sheet",
    "whole_number",
    "write_form",
]
