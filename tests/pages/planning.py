"""Plans, tasks and documents as they are met: a draft, a plan in force, a share with everything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.utils import timezone

from portal.instruments import Instrument, deliver_instruments
from portal.official_text import read_document
from portal.planning import Inspection, Plan, PlanDocument, TaskUnit
from tests.citizens.roles.things import DAY
from tests.citizens.roles.world import World, undone
from tests.pages.faces import drawn
from tests.pages.looking import Face

LONG = f"Kiện toàn Ban Chỉ đạo, {'phổ biến ' * 20}đến toàn thể cán bộ"
VIEWS = ("", "?xem=ma-tran", "?xem=tien-trinh", "?xem=lich", "?xem=doi-han", "?xem=noi-dung")
HOME = "dich-vu-viec-lam"
PAPERS = Path(__file__).parent.parent / "portal" / "official_text" / "documents"
PAPER = PAPERS / "quyet-dinh-kem-ke-hoach.txt"


def planning(world: World) -> Iterator[Face]:
    with undone():
        deliver_instruments()
        draft, plan = plan_of(world, "Dự thảo"), issued(world)
        share = busy_share(world, plan)
        for view in VIEWS:
            yield seen(world, "plan-detail", "coordinator", plan.get_absolute_url() + view)
        yield seen(world, "plan-detail", "coordinator", draft.get_absolute_url())
        yield seen(world, "task-detail", "verifier", share.get_absolute_url())
        yield seen(world, "plan-next-year", "head", f"{plan.get_absolute_url()}lap-tu/")
        yield from lists(world)
        yield from steps_of(world, "plan", [draft, plan])
        yield from steps_of(world, "task", [share])
        yield from documents(world)
        for into in (None, draft):
            paper = paper_of(world, into)
            yield seen(world, "plan-document", "coordinator", paper.get_absolute_url())


def plan_of(world: World, title: str) -> Plan:
    by, units = world.people["coordinator"], units_of_the_office()
    plan = Plan.draw_up(
        by=by, on=DAY, programme="dan-chu", title=title, unit=units["so"], year=DAY.year,
        coordinating_unit=units["van-phong"], from_on=date(DAY.year, 1, 1),
        to_on=date(DAY.year, 12, 31), unit_plans_due=DAY, unit_plans_words="trước ngày hôm nay",
    )  # fmt: skip
    law = Instrument.objects.get(number="04", symbol="2015/NĐ-CP")
    plan.cite(by=by, on=DAY, words=f"Nghị định số {law.reference}", instrument=law)
    plan.add_section(by=by, on=DAY, ref="I", kind="purpose", title="Mục đích", text=LONG)
    plan.add_task(by=by, on=DAY, ref="II.1", text=LONG, due=DAY, time_kind="deadline",
                  raw_time="Trong tháng", group="subordinate", product="Quyết định",
                  partners=[units["lao-dong"]])  # fmt: skip
    plan.add_task(by=by, on=DAY, ref="II.2", text="Phối hợp giám sát")
    plan.estimate_budget(by=by, on=DAY, content="In tài liệu", amount=Decimal(5_000_000))
    plan.address_to(by=by, on=DAY, units=[units[HOME]], owing=[units[HOME]], names=["Sở Nội vụ"])
    return plan


def paper_of(world: World, draft: Plan | None) -> PlanDocument:
    """A plan of the province, read: alone, and held against a draft."""
    reading = read_document(PAPER.read_bytes(), name=PAPER.name)
    by, at = world.people["coordinator"], timezone.now()
    return PlanDocument.keep(reading, content=b"", name=PAPER.name, by=by, at=at, plan=draft)


def units_of_the_office() -> dict[str, Any]:
    from portal.people import Unit

    return {unit.code: unit for unit in Unit.objects.all()}


def issued(world: World) -> Plan:
    plan = plan_of(world, f"Thực hiện dân chủ, {'công khai ' * 12}tại cơ quan")
    plan.issue(by=world.people["director"], on=DAY)
    plan.send_out(by=world.people["clerk"], on=DAY, number="07", symbol="KH-S", dated_on=DAY)
    return plan


def busy_share(world: World, plan: Plan) -> TaskUnit:
    unit, director = world.people["verifier"], world.people["director"]
    share = plan.shares.get(unit__code=HOME)
    share.report_progress(by=unit, on=DAY, percent=40, text=LONG)
    share.raise_issue(by=unit, on=DAY, text=LONG, asks="Đề nghị hướng dẫn")
    share.reschedule(by=director, on=DAY, due=date(DAY.year, 12, 1), reason="Chờ hướng dẫn")
    return share


def seen(world: World, name: str, who: str, address: str, state: str = "") -> Face:
    return drawn(name, who, address, world.browser(who).get(address), state)


def lists(world: World) -> Iterator[Face]:
    """With something in them, and with nothing that matches."""
    month = f"{DAY.year}-t{DAY.month}"
    for name, address in (
        ("plan-list", "/ke-hoach/"),
        ("plan-list", "/ke-hoach/?q=khong+co+chu+nay"),
        ("task-list", "/nhiem-vu/"),
        ("task-list", "/nhiem-vu/?han=qua-han&q=khong+co"),
        ("plan-obligations", f"/ke-hoach/theo-doi/?nam={DAY.year}"),
        ("plan-meeting", f"/ke-hoach/giao-ban/?thang={month}"),
        ("instruments", "/van-ban/"),
        ("instruments", "/van-ban/?q=khong+co+chu+nay"),
    ):
        yield seen(world, name, "coordinator", address, "full")
    inspected(world)
    yield seen(world, "inspections", "coordinator", "/ke-hoach/kiem-tra/", "full")


def inspected(world: World) -> None:
    units = units_of_the_office()
    Inspection.write_down(
        by=world.people["coordinator"], on=DAY, title="Thực hiện kết luận", programme="khac",
        coordinating_unit=units["van-phong"], met_on=DAY, notice="Thông báo số 1-TB/TU",
        asks=[LONG], team="Đoàn số 1", limits=LONG,
    )  # fmt: skip


def steps_of(world: World, noun: str, subjects: list[Any]) -> Iterator[Face]:
    """Every step by whoever may take or prepare it, else by the coordinator, who reads why not."""
    for subject in subjects:
        for step in subject.workflow:
            if step.sources:
                name = f"{noun}-{step.name.replace('_', '-')}"
                address = f"{subject.get_absolute_url()}{step.path}/"
                yield seen(world, name, taker(world, step, subject), address)


def taker(world: World, step: Any, subject: Any) -> str:
    for who in ("coordinator", "director", "verifier", "clerk"):
        user = world.people[who]
        may = step.may_take(user, subject, on=DAY) or step.may_prepare(user, subject, on=DAY)
        if may and not step.missing(subject):
            return who
    return "coordinator"


def documents(world: World) -> Iterator[Face]:
    row = Instrument.objects.get(number="04", symbol="2015/NĐ-CP")
    at = row.get_absolute_url()
    yield seen(world, "instrument", "coordinator", at)
    yield seen(world, "instrument-edit", "coordinator", f"{at}sua/")
    yield seen(world, "instrument-relate", "coordinator", f"{at}lien-quan/")
    yield drawn("instrument", "stranger", at, world.browser("stranger").get(at))
