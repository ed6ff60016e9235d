"""The centre has forty people; its head Hoa holds the conference about 2025."""

from datetime import date, time
from uuid import uuid4

import pytest

from democracy import agenda
from democracy.models import Conference
from portal.attachments import File

PLANNED = date(2026, 2, 2)
MET = date(2026, 3, 12)
ADOPTED = date(2026, 3, 13)
HOUR = time(8, 30)


def signed_minutes() -> File:
    return File.objects.create(
        name="bien-ban.pdf", size=10, sha256="0" * 64, mime="application/pdf",
        path=f"00/{uuid4().hex}",
    )  # fmt: skip


def planned(unit, *, by, on=PLANNED, work_year=2025, total_staff=40, **facts) -> Conference:
    facts = {"chair": "Bùi Thị Hoa", "secretary": "Lý Quốc Khánh"} | facts
    return Conference.draw_up(
        by=by, on=on, unit=unit, work_year=work_year, total_staff=total_staff, **facts
    )


def meet(one, *, by, present, on=MET, convened=None) -> None:
    one.convene(by=by, on=min(on, PLANNED), meets_on=on, hour=HOUR, place="Hội trường",
                convened=convened or one.total_staff)  # fmt: skip
    one.count_present(by=by, on=on, present=present)


def go_through(one, *, by, on=MET, head=None) -> None:
    """Every part is said; the pledge is signed by the head."""
    for part in agenda.AGENDA:
        if part.code not in (agenda.PLEDGING, agenda.RESOLVING):
            one.report_part(by=by, on=on, part=part.code, reporter="Chủ tọa", summary="Đã báo cáo")
    one.sign_pledge(by=head or by, on=on, text="Cùng thi đua", signed_on=on, partner="Chu Văn Đoàn")


def vote(one, *, by, on=MET, yes=30, item=agenda.RESOLUTION, title="Thông qua nghị quyết"):
    return one.note_vote(
        by=by, on=on, item=item, title=title, yes=yes, no=one.present - yes, other=0
    )


def resolve(one, *, by, focal, on=ADOPTED) -> None:
    items = ["Niêm yết thu chi mỗi quý", "Sửa nhà để xe"]
    one.adopt(by=by, on=on, items=items, minutes=signed_minutes(), focal=focal)


@pytest.fixture
def one(units, hoa) -> Conference:
    return planned(units["dich-vu-viec-lam"], by=hoa)


@pytest.fixture
def held(one, hoa) -> Conference:
    meet(one, by=hoa, present=36)
    return one


@pytest.fixture
def adopted(held, hoa, units) -> Conference:
    go_through(held, by=hoa)
    vote(held, by=hoa)
    resolve(held, by=hoa, focal=units["dich-vu-viec-lam"])
    return held
