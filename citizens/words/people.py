"""The people of a petition in words, their numbers masked unless the reader asked to see them."""

from __future__ import annotations

from typing import Any

from citizens.models import Party
from portal.templatetags.portal import mask_id, mask_phone


def people_of(petition: Any, parties: list[Any], *, shown: bool = False) -> list[dict[str, Any]]:
    """Role, name and facts of each; ``shown``: numbers in clear."""
    return [
        {
            "role": party.get_role_display(),
            "name": party.name,
            "facts": [(words, value) for words, value in _known(petition, party, shown) if value],
        }
        for party in parties
        if party.role != Party.Role.COSIGNER
    ]


def hides_numbers(parties: list[Any]) -> bool:
    return any(party.id_number or party.phone for party in parties)


def _known(petition: Any, party: Any, shown: bool) -> list[tuple[str, str]]:
    commune = party.commune or (petition.commune if party.role == "sender" else None)
    return [
        ("Giới tính", party.get_gender_display()),
        ("Năm sinh", str(party.birth_year or "")),
        ("Địa chỉ", ", ".join(filter(None, [party.address, str(commune or "")]))),
        ("Căn cước", party.id_number if shown else mask_id(party.id_number)),
        ("Điện thoại", party.phone if shown else mask_phone(party.phone)),
        ("Thư điện tử", party.email),
    ]
