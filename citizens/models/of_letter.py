"""What a case knows through its letter alone."""

from __future__ import annotations


class OfLetter:
    """Of cases."""

    @property
    def commune_id(self) -> int | None:
        """Where the letter came from; asked for alone where it is not at hand."""
        link = type(self).petition.field  # type: ignore[attr-defined]
        if link.is_cached(self):
            return self.petition.commune_id  # type: ignore[attr-defined]
        letters = link.related_model.objects.filter(pk=self.petition_id)  # type: ignore[attr-defined]
        return letters.values_list("commune_id", flat=True).first()
