"""Brings the delivered fields into the table; what the office has edited stays as it is."""

from django.db import transaction

from portal.fields.delivered import FIELDS, PETITION_FIELDS
from portal.fields.fields import Field, FieldColumn


@transaction.atomic
def deliver_fields() -> None:
    known = dict(Field.objects.values_list("code", "pk"))
    for place, (code, name, column, successor, competent) in enumerate(FIELDS, start=1):
        if code not in known:
            facts = {"successor_agency": successor, "competent": competent, "order": place}
            known[code] = deliver(code, name, column, **facts)
    for place, (parent, code, name, column, competent) in enumerate(PETITION_FIELDS, start=101):
        if code not in known:
            facts = {"parent_id": known[parent], "competent": competent, "order": place}
            known[code] = deliver(code, name, column, **facts)


def deliver(code: str, name: str, column: str, **facts) -> int:
    """A denunciation is about how the office is run, whatever the field: "hành chính"."""
    field = Field.objects.create(code=code, name=name, **facts)
    kinds = FieldColumn.Kind
    columns = {kinds.COMPLAINT: column, kinds.FEEDBACK: column, kinds.DENUNCIATION: "hanh_chinh"}
    FieldColumn.objects.bulk_create(
        FieldColumn(field=field, kind=kind, column=each) for kind, each in columns.items()
    )
    return field.pk
