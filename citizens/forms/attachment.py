"""Files that staff attach to petitions and cases."""

from portal.forms.files import HINT, FilesField, received

__all__ = ["HINT", "FilesField", "received"]
