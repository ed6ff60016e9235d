"""Nhắc việc: one digest a person and day, mentions; in the tray, and by mail where there is one."""

from portal.notifications.digests import Digest, Item
from portal.notifications.kinds import KINDS, is_told
from portal.notifications.mail import mail_again, send_later, sends_mail
from portal.notifications.mentions import Mention
from portal.notifications.quiet import ends_at

__all__ = [
    "KINDS",
    "Digest",
    "Item",
    "Mention",
    "ends_at",
    "is_told",
    "mail_again",
    "send_later",
    "sends_mail",
]
