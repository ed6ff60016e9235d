"""Files: recognised by content, limited, hashed, kept under random names, served as attachments."""

from portal.attachments.files import Attachment, File, keep, receive, serve
from portal.attachments.pages import page, page_count
from portal.attachments.sniffing import EXTENSIONS, MAX_BYTES

__all__ = [
    "EXTENSIONS",
    "MAX_BYTES",
    "Attachment",
    "File",
    "keep",
    "page",
    "page_count",
    "receive",
    "serve",
]
