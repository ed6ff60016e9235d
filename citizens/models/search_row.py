"""What search finds: one row a petition and one a case; sealed petitions have none."""

from __future__ import annotations

from typing import Any

from django.db import models

from portal import search


class PetitionSearch(search.SearchRow):
    petition = models.OneToOneField(
        "citizens.Petition", models.CASCADE, primary_key=True, related_name="search_row"
    )

    def __str__(self) -> str:
        return f"Tìm kiếm đơn {self.petition_id}"


class CaseSearch(search.SearchRow):
    case = models.OneToOneField(
        "citizens.Case", models.CASCADE, primary_key=True, related_name="search_row"
    )

    def __str__(self) -> str:
        return f"Tìm kiếm vụ việc {self.case_id}"


def index(item: Any) -> None:
    """Write the search row of a plain petition or case: number, title, content, people."""
    petition = getattr(item, "petition", item)
    if petition.sealed:
        return
    parties = list(petition.parties.all())
    tokens = search.tokens(
        item.code,
        petition.code,
        item.title,
        petition.content,
        petition.incoming_no,
        *[value for party in parties for value in (party.phone, party.id_number, party.address)],
        names=[party.name for party in parties],
    )
    model, owner = (
        (PetitionSearch, {"petition": item}) if item is petition else (CaseSearch, {"case": item})
    )
    search.store(model, owner, on=item.received_on, tokens=tokens)


def drop(petition: Any) -> None:
    """Take a petition out of search."""
    PetitionSearch.objects.filter(petition=petition).delete()
