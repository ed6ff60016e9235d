"""/quan-tri/: tables, settings, the structure of the office on any day, and its reorganisation."""

from portal.views.administration.books import books
from portal.views.administration.emblem import emblem, emblem_picture
from portal.views.administration.invitation import invite
from portal.views.administration.mail import mail
from portal.views.administration.reorganisation import protocol, reorganisation_list, reorganise
from portal.views.administration.rows import new_row, row, table_list
from portal.views.administration.server import server
from portal.views.administration.settings import new_setting, setting_list
from portal.views.administration.start import administration
from portal.views.administration.structure import structure
from portal.views.administration.tables import TABLES
from portal.views.administration.telling import telling

__all__ = [
    "TABLES",
    "administration",
    "books",
    "emblem",
    "emblem_picture",
    "invite",
    "mail",
    "new_row",
    "new_setting",
    "protocol",
    "reorganisation_list",
    "reorganise",
    "row",
    "server",
    "setting_list",
    "structure",
    "table_list",
    "telling",
]
