"""Lĩnh vực quản lý, cột báo cáo của từng lĩnh vực, và xã, phường."""

from portal.fields.agencies import Agency, agencies
from portal.fields.charges import FieldCharge, unit_in_charge
from portal.fields.communes import Commune
from portal.fields.delivery import deliver_fields
from portal.fields.fields import Field, FieldColumn

__all__ = [
    "Agency",
    "Commune",
    "Field",
    "FieldCharge",
    "FieldColumn",
    "agencies",
    "deliver_fields",
    "unit_in_charge",
]
