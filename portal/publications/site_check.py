"""What the public site still lacks: the footer that the law asks for, pages that people look for.

A portal of a state body says at its foot who runs it and under whom, where it is reached and how,
who answers for it, and by which licence (`grounds.FOOTER` says by which law).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from django.utils import timezone

from portal.office import Office, office
from portal.publications.articles import Article
from portal.publications.places import SitePage

FOOTER = (
    ("name", "Tên cơ quan"),
    ("parent_body", "Cơ quan chủ quản"),
    ("address", "Địa chỉ"),
    ("phone", "Điện thoại"),
    ("email", "Thư điện tử"),
    ("licence", "Giấy phép: số, ngày cấp, cơ quan cấp"),
    ("responsible_person", "Người chịu trách nhiệm chính"),
    ("hours", "Giờ làm việc"),
)
WANTED = ("chuc-nang-nhiem-vu", "co-cau-to-chuc", "lien-he", "tro-nang", "bao-ve-thong-tin")
OFFICE = "/quan-tri/co-quan/"


class Checked(NamedTuple):
    """What has to stand there: what it says now, '' for nothing; where to mend it, and who may."""

    label: str
    says: str
    mend: str
    by_writers: bool = False


def footer_checked(here: Office) -> list[Checked]:
    return [Checked(label, getattr(here, name), OFFICE) for name, label in FOOTER]


def pages_checked(*, at: datetime) -> Iterator[Checked]:
    """The pages that people look for, each with its newest wording."""
    pages = SitePage.objects.open(as_of=timezone.localdate(at)).in_bulk(field_name="code")
    titles = dict(
        Article.objects.published(at=at)
        .filter(page__code__in=WANTED)
        .values_list("page__code", "title")
    )
    for code in WANTED:
        title = pages[code].title if code in pages else code
        yield Checked(title, titles.get(code, ""), f"/bai-viet/moi/?trang={code}", by_writers=True)


def checked(*, at: datetime) -> list[tuple[str, list[Checked]]]:
    here = office(timezone.localdate(at))
    return [
        ("Chân trang", footer_checked(here)),
        ("Trang giới thiệu", list(pages_checked(at=at))),
    ]


def lacking(groups: list[tuple[str, list[Checked]]]) -> int:
    return sum(not row.says for _, rows in groups for row in rows)
