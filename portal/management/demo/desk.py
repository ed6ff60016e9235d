"""What lies on the desks this week: one text from many, a slip, a leave, filters somebody saved."""

from __future__ import annotations

from datetime import date
from typing import Any

from citizens.models import Batch, Leave, Party, Petition
from portal.filters import SavedFilter
from portal.working_days import calendar

from .office import Staff, read


def lay_out(staff: Staff, *, today: date) -> None:
    told = read("desk.toml")
    save_filters(staff)
    labour_complaint(told["labour"], staff, on=calendar().subtract(today, 5))
    letters = same_text(told["group"], staff, today=today)
    hand_over(letters, staff, today=today)
    Leave.enter(
        by=staff["quyet"],
        on=today,
        person=staff["vinh"],
        from_on=today,
        to_on=calendar().add(today, 5),
        reason="Nghỉ phép năm",
        colleagues=[staff["ngoc"], staff["dao"]],
    )


def save_filters(staff: Staff) -> None:
    """One of Lan's own, one that her unit shares; what came afterwards is new in it."""
    newest = Petition.objects.latest("pk").pk
    kept = (
        ("lan", None, "/vu-viec/", "Người có công quá hạn", "linh-vuc=nguoi-co-cong&han=qua-han"),
        ("binh", "tcd", "/don/", "Đơn chưa phân loại", "giai-doan=cho-phan-loai"),
    )
    for owner, unit, at, name, query in kept:
        shared = staff.units[unit] if unit else None
        SavedFilter.objects.create(
            owner=staff[owner], unit=shared, at=at, name=name, query=query, newest_when_saved=newest
        )


def letter(staff: Staff, sender: str, *, on: date, title: str, content: str) -> Any:
    party = Party(name=sender, address="Khu nhà trọ Đồng Tâm", commune=staff.communes["90002"])
    return Petition.register(
        by=staff["mai"],
        on=on,
        received_on=on,
        parties=[party],
        channel="buu_chinh",
        title=title,
        content=content,
        commune=party.commune,
    )


def same_text(told: dict[str, Any], staff: Staff, *, today: date) -> list[Any]:
    """The first of the group has become a case; the others wait to be joined to it."""
    words = {"title": told["title"], "content": told["content"]}
    first, *others = told["senders"]
    earlier, later = calendar().subtract(today, 3), calendar().subtract(today, 1)
    leading = letter(staff, first, on=earlier, **words)
    field = staff.fields["lao-dong-viec-lam"]
    facts = {"kind": "kien_nghi", "eligible": True, "competent": True, "field": field}
    leading.classify(by=staff["lan"], on=earlier, **facts)
    case = leading.entrust(
        by=staff["binh"], on=earlier, unit=staff.units["ldtl"], officer=staff["thang"]
    )
    case.flag(
        by=staff["lan"],
        on=later,
        kind="dong_nguoi",
        reason="Nhiều công nhân cùng gửi một nội dung.",
        answerable=staff["kien"],
    )
    return [letter(staff, name, on=later, **words) for name in others]


def labour_complaint(told: dict[str, str], staff: Staff, *, on: date) -> None:
    petition = letter(staff, told["sender"], on=on, title=told["title"], content=told["content"])
    petition.classify(
        by=staff["lan"],
        on=on,
        kind="khieu_nai",
        eligible=True,
        competent=True,
        regime="lao_dong",
        known_on=calendar().subtract(on, 20),
        field=staff.fields["viec-lam-that-nghiep"],
    )
    petition.propose(
        by=staff["lan"],
        on=on,
        unit=staff.units["vlat"],
        officer=staff["phuc"],
        summary=told["summary"],
    )


def hand_over(letters: list[Any], staff: Staff, *, today: date) -> None:
    """Yesterday's slip is signed for, today's is not yet."""
    clerk, unit = staff["mai"], staff.units["tcd"]
    yesterday = calendar().subtract(today, 1)
    slip = Batch.draw_up(by=clerk, on=yesterday, unit=unit, petitions=letters[:2])
    slip.receive(by=staff["lan"], on=yesterday)
    Batch.draw_up(by=clerk, on=today, unit=unit, petitions=letters[2:])
