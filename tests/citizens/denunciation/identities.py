"""Twenty people who denounced somebody: planted wherever a person might type them."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import normalize

from portal.text import fold

NAMES = (
    "Nguyễn Thị Zenta", "Trần Văn Zerko", "Lê Hoàng Zikla", "Phạm Ngọc Zoran", "Hoàng Thị Zulma",
    "Phan Đức Zylka", "Vũ Minh Zaneta", "Đặng Thị Zebra", "Bùi Xuân Zidan", "Đỗ Thị Zorka",
    "Hồ Văn Zuniga", "Ngô Thị Zamora", "Dương Quang Zefir", "Lý Thị Zirkon", "Đinh Văn Zubin",
    "Võ Thị Zagreb", "Giàng A Zeno", "Lò Thị Zinda", "Trịnh Đình Zolta", "Huỳnh Kim Zafira",
)  # fmt: skip


@dataclass(frozen=True)
class Identity:
    name: str
    phone: str
    id_number: str
    address: str
    email: str

    @property
    def parts(self) -> tuple[str, ...]:
        return (self.name, self.phone, self.id_number, self.address, self.email)


IDENTITIES = tuple(
    Identity(
        name,
        f"09771{at:05d}",
        f"0991770{at:05d}",
        f"thôn Zét {at}, xã An Phú",
        f"zzcanary{at}@thu.example",
    )
    for at, name in enumerate(NAMES)
)


def spellings(word: str) -> list[str]:
    """Composed, decomposed, in capitals, without accents."""
    shapes = (word, normalize("NFD", word), word.upper(), fold(word).title())
    return list(dict.fromkeys(shapes))
