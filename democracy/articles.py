"""Awards, models, movements and conferences as the beginning of an article."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.publications.drafting import Drafted, article_of
from portal.text import day


def paragraphs(*parts: str) -> str:
    return "\n\n".join(part.strip() for part in parts if part and part.strip())


def pictures_of(record: Any) -> tuple[tuple[Any, str], ...]:
    return tuple((row.file, row.caption) for row in record.pictures.select_related("file"))


@article_of("khen-thuong", ready=lambda one: one.stage == "commended")
def award(one: Any, on: date) -> Drafted:
    decision = f"Quyết định số {one.reference} ngày {day(one.dated_on)}" if one.reference else ""
    by = f"{decision}{f' của {one.issuer}' if one.issuer else ''}." if decision else ""
    return Drafted(
        title=f"{one.award_name} năm {one.year}: {one.who}",
        body=paragraphs(f"{one.who}, {one.unit}, được tặng {one.award_name}.", one.reason, by),
        unit=one.unit,
        category="nguoi-tot-viec-tot",
        pictures=pictures_of(one),
    )


@article_of("mo-hinh", ready=lambda one: one.stage == "recognised")
def practice(one: Any, on: date) -> Drafted:
    reached = f"Đến nay có {one.reached} người được hưởng lợi." if one.reached else ""
    return Drafted(
        title=one.title,
        lead=one.showcase[:500],
        body=paragraphs(
            f"{one.get_kind_display()} của {one.whose}, thực hiện ở {one.place}"
            f" từ {day(one.from_on)}.",
            "## Cách làm",
            one.content,
            "## Kết quả",
            reached,
            one.assessment,
        ),
        unit=one.unit,
        field=one.field,
        category="nguoi-tot-viec-tot",
        pictures=pictures_of(one),
    )


@article_of("hoi-nghi", ready=lambda one: one.held_on is not None and one.present is not None)
def conference(one: Any, on: date) -> Drafted:
    return Drafted(
        title=f"{one}: {one.unit}",
        body=paragraphs(
            f"Ngày {day(one.held_on)}, {one.unit} tổ chức hội nghị cán bộ, công chức, viên chức,"
            f" người lao động; {one.present} người dự.",
            f"Hội nghị do {one.chair} chủ trì.",
        ),
        unit=one.unit,
        category="dan-chu-co-so",
    )
