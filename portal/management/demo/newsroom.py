"""What the invented office tells strangers: pages, some weeks of news, links."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from democracy.models import Practice
from portal.people import User
from portal.publications import Article, Category, Disclosure, SiteLink, SitePage, VisitDay
from portal.publications.delivery import deliver_places
from portal.publications.disclosures import begins_with
from portal.publications.rich_text import from_marks
from portal.submissions import submit
from portal.working_days import calendar, days_after

from .drawings import drawing
from .office import Staff, read

PAGES_SINCE = 400


def fill(staff: Staff, *, today: date) -> None:
    deliver_places()
    facts = read("newsroom.toml")
    places = {row.code: row for row in (*Category.objects.all(), *SitePage.objects.all())}
    for row in facts["page"]:
        page = places[row["code"]]
        on = days_after(today, -PAGES_SINCE)
        one = composed(row, staff, on=on, title=page.title, page=page)
        one.publish(by=staff["ha"], on=on, at=moment(on, 8), prepared_by=staff[row["by"]])
    for row in sorted(facts["article"], key=lambda row: -row["days"]):
        tell(row, staff, category=places[row["category"]], today=today)
    for row in facts["draft"]:
        one = composed(row, staff, on=today, category=places[row["category"]])
        submit(one, one.workflow["publish"], by=staff[row["by"]], on=today, payload={})
    disclose(facts["disclosure"], staff, today=today)
    VisitDay.objects.bulk_create(
        VisitDay(
            on=days_after(today, -days), visits=40 + days * 37 % 60, pages=90 + days * 53 % 140
        )
        for days in range(1, 90)
    )
    SiteLink.objects.bulk_create(
        SiteLink(order=place, **row) for place, row in enumerate(facts["link"], 1)
    )


def tell(row: dict[str, Any], staff: Staff, *, category: Category, today: date) -> None:
    """One of tomorrow was approved today."""
    shown = days_after(today, -row["days"])
    on = min(shown, today)
    one = composed(row, staff, on=on, category=category)
    if "picture" in row:
        one.add_picture(by=staff[row["by"]], on=on, picture=drawing(row["picture"]),
                        alt=row["alt"], caption=row["caption"])  # fmt: skip
    one.publish(by=staff["thu"], on=on, at=moment(shown, row["hour"]), prepared_by=staff[row["by"]])


def disclose(rows: list[dict[str, Any]], staff: Staff, *, today: date) -> None:
    """What a law makes public, then every practice that was recognised."""
    for row in rows:
        on = calendar().on_or_before(days_after(today, -row["days"]))
        release(staff, by=staff[row["by"]], on=on, ground=row["ground"], title=row["title"],
                summary=row["summary"].strip(), unit=staff.units[row["unit"]])  # fmt: skip
    for one in Practice.objects.filter(stage="recognised"):
        begun = begins_with(one.stream, by=staff["tuyen"], on=today) or {}
        release(staff, by=staff["tuyen"], on=today, source=one.stream,
                **begun | {"unit": one.unit})  # fmt: skip


def release(staff: Staff, *, by: User, on: date, **facts: Any) -> None:
    one = Disclosure.note_disclosure(by=by, on=on, **facts)
    one.release(by=staff["ha"], on=on)


def composed(row: dict[str, Any], staff: Staff, *, on: date, **place: Any) -> Article:
    by, field = staff[row["by"]], staff.fields.get(row.get("field", ""))
    facts = {"title": row.get("title"), "lead": row.get("lead", ""), "author": by.full_name}
    return Article.compose(
        by=by, on=on, body=from_marks(row["body"]), unit=staff.units[row["unit"]], field=field,
        **facts | place,
    )  # fmt: skip


def moment(on: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(on, time(hour)))
