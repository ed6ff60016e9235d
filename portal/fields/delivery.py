"""Brings the delivered fields into the table; what the office has edited stays as it is."""

from collections.abc import Iterable

from django.db import transaction

from portal.fields.delivered import FIELDS, PETITION_FIELDS
from portal.fields.fields import Field, FieldColumn


@transaction.atomic
def deliver_fields() -> None:
    known = dict(Field.objects.values_list("code", "pk"))
    columns = {code: column for code, _, column, _, _ in FIELDS}
    columns |= {code: column for _, code, _, column, _ in PETITION_FIELDS}
    for level in (tops, within):
        added = Field.objects.bulk_create(
            field for field in level(known) if field.code not in known
        )
        known |= {field.code: field.pk for field in added}
        FieldColumn.objects.bulk_create(counted_in(added, columns))


def tops(known: dict[str, int]) -> Iterable[Field]:
    for place, (code, name, _, successor, competent) in enumerate(FIELDS, start=1):
        yield Field(
            code=code, name=name, successor_agency=successor, competent=competent, order=place
        )


def within(known: dict[str, int]) -> Iterable[Field]:
    for place, (parent, code, name, _, competent) in enumerate(PETITION_FIELDS, start=101):
        yield Field(code=code, name=name, parent_id=known[parent], competent=competent, order=place)


def counted_in(fields: Iterable[Field], columns: dict[str, str]) -> Iterable[FieldColumn]:
    """A denunciation is about how the office is run, whatever the field: "hành chính"."""
    kinds = FieldColumn.Kind
    for field in fields:
        for kind in (kinds.COMPLAINT, kinds.FEEDBACK):
            yield FieldColumn(field=field, kind=kind, column=columns[field.code])
        yield FieldColumn(field=field, kind=kinds.DENUNCIATION, column="hanh_chinh")
