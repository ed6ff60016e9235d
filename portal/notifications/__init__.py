"""Nhắc việc: one digest a person and day, in the tray and by mail where there is a server."""

from portal.notifications.digests import Digest, Item
from portal.notifications.mail import mail_again, send_later, sends_mail

__all__ = ["Digest", "Item", "mail_again", "send_later", "sends_mail"]
