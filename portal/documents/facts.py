"""The places that every official document has: who issues it, where, when, who signs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from portal.documents.placeholders import About, Letterhead, Placeholder, Signer, declare
from portal.office import office
from portal.paper_style import paper_style
from portal.people import Unit

NOBODY = Signer()


def letterhead(
    on: date, *, unit: Unit | None = None, seal: Unit | None = None, signer: Signer = NOBODY
) -> Letterhead:
    """``seal``: the unit that issues it in its own name."""
    here = office(on)
    issuer, above = (seal.name, here.name) if seal else (here.name, here.parent_body)
    return Letterhead(
        issuer=issuer,
        above=above,
        place=here.place,
        symbol=(seal and seal.symbol) or here.symbol,
        unit=(unit.short_name or unit.name) if unit else "",
        signer=signer,
    )


def of_head(part: Callable[[Letterhead], str]) -> Callable[[About], str]:
    return lambda about: part(about.head)


def capacity(head: Letterhead) -> str:
    return f"{head.signer.capacity} {head.signer.title}".strip().upper()


PLACES = (
    Placeholder("cơ quan cấp trên", "Cơ quan chủ quản", of_head(lambda head: head.above.upper())),
    Placeholder("cơ quan ban hành", "Tên cơ quan", of_head(lambda head: head.issuer.upper())),
    Placeholder("tên cơ quan", "Tên cơ quan trong câu", of_head(lambda head: head.issuer)),
    Placeholder("địa danh", "Nơi ban hành", of_head(lambda head: head.place)),
    Placeholder("ký hiệu", "Ký hiệu của cơ quan", of_head(lambda head: head.symbol)),
    Placeholder(
        "ngày ký", "Để trống đến khi ký", lambda about: f"ngày …… tháng …… năm {about.on.year}"
    ),
    Placeholder("đơn vị soạn", "Đơn vị soạn thảo", of_head(lambda head: head.unit)),
    Placeholder(
        "nơi nhận thường dùng",
        "Nơi nhận và nơi lưu theo thể thức văn bản của cơ quan",
        lambda about: paper_style(about.on).recipients(about.head.unit),
    ),
    Placeholder(
        "nơi lưu",
        "Nơi lưu theo thể thức văn bản của cơ quan",
        lambda about: paper_style(about.on).filed,
    ),
    Placeholder(
        "quyền hạn ký",
        "TM., KT., TL., TUQ., Q. và chức vụ được ký thay; không ký thay thì chức vụ người ký",
        of_head(capacity),
        optional=True,
    ),
    Placeholder(
        "chức vụ người ký",
        "Chức vụ của chính người ký khi ký thay",
        of_head(lambda head: head.signer.own_title.upper()),
        optional=True,
    ),
    Placeholder("người ký", "Họ tên người ký", of_head(lambda head: head.signer.name)),
)
OF_EVERY = frozenset(place.name for place in PLACES)
"""What stands on every document, whatever it is about."""

declare(*PLACES)
