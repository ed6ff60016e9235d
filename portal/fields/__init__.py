"""Lĩnh vực quản lý, cột báo cáo của từng lĩnh vực, và xã, phường."""

from portal.fields.charges import FieldCharge, unit_in_charge
from portal.fields.communes import Commune
from portal.fields.delivery import deliver_fields
from portal.fields.fields import Field, FieldColumn

__all__ = [
    "Commune",
    "Field",
    "FieldCharge",
    "FieldColumn",
    "deliver_fields",
    "unit_in_charge",
]
