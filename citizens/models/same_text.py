"""The same text, typed twice: alike but for accents, capitals, blanks and signs."""

from django.db.models import CharField, Func


class SameText(Func):
    """A digest, so that the index stays small; nothing can be read back from it."""

    template = "md5(regexp_replace(vi_plain((%(expressions)s)::text), '[^a-z0-9]', '', 'g'))"
    output_field = CharField()
