"""Retention, requests about data and typed figures, with rows that only a walk makes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from citizens.models import DataRequest, Disposal, DisposalLine, LegalHold
from citizens.returns.qlkntc import QLKNTC
from portal.people import Unit
from portal.returns import TypedFigure
from tests.citizens.roles.things import DAY
from tests.citizens.roles.world import World, undone
from tests.pages.faces import drawn
from tests.pages.looking import Face

LONG = "rất " * 40


def records(world: World) -> Iterator[Face]:
    clerk = world.people["clerk"]
    petition = world.petitions[0].item
    with undone():
        row = TypedFigure.enter(QLKNTC, by=clerk, on=DAY, column=8, amount=1, source=f"KL {LONG}",
                                happened_on=DAY)  # fmt: skip
        yield seen(world, "return-typed", "director", "/bao-cao/06-qlkntc/nhap/?ky=2026-q3")
        at = f"/bao-cao/06-qlkntc/nhap/{row.code}/gach/"
        yield seen(world, "return-typed-strike", "director", at)
        request = DataRequest.register(
            by=clerk, on=DAY, received_on=DAY, right="biet", name="A", about=f"Xem {LONG}",
            unit=Unit.objects.first(),
        )  # fmt: skip
        yield seen(world, "data-request", "clerk", request.get_absolute_url())
        yield seen(world, "data-requests", "clerk", "/yeu-cau-du-lieu/")
        hold = LegalHold.place(petition, by=clerk, on=DAY, reason=f"Tòa án {LONG}")
        yield seen(world, "hold-lift", "clerk", f"/luu-giu/{hold.pk}/thoi-giu/")
        yield from of_a_batch(world, petition)


def of_a_batch(world: World, petition: object) -> Iterator[Face]:
    batch = Disposal.objects.create(code="TH-2026-0001", kind="khieu-nai", proposed_on=DAY,
                                    proposed_by=world.people["clerk"])  # fmt: skip
    line = DisposalLine.objects.create(disposal=batch, petition=petition, code="D-2026-00001",
                                       received_on=DAY, ended_on=DAY)  # fmt: skip
    at = batch.get_absolute_url()
    yield seen(world, "disposals", "clerk", "/tieu-huy/")
    yield seen(world, "disposal", "petition_officer", at)
    yield seen(world, "disposal-send-back", "clerk", f"{at}tra-lai/")
    yield seen(world, "disposal-leave-out", "clerk", f"{at}{line.pk}/giu-lai/")
    Disposal.objects.filter(pk=batch.pk).update(
        stage="da-tieu-huy", reviewed_by=world.people["petition_officer"], reviewed_on=DAY,
        approved_by=world.people["director"], approved_on=date(2026, 7, 7), fingerprint="a" * 64,
    )  # fmt: skip
    yield seen(world, "disposal-certificate", "clerk", f"{at}bien-ban/")


def seen(world: World, name: str, who: str, address: str) -> Face:
    return drawn(name, who, address, world.browser(who).get(address))
