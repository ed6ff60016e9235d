"""Lĩnh vực quản lý, cột báo cáo của từng lĩnh vực, và xã, phường."""

from portal.fields.communes import Commune
from portal.fields.delivery import deliver_fields
from portal.fields.fields import Field, FieldColumn

__all__ = ["Commune", "Field", "FieldColumn", "deliver_fields"]
