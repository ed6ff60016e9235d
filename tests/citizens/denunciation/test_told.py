"""What the course of a denunciation tells: for whose eyes, and in the report of a period."""

from datetime import date

from citizens.models import Protection
from citizens.words import timeline
from portal.dashboard.returns.told import NOBODY_PROTECTED, protected

MONDAY = date(2026, 7, 6)


def entries(case) -> dict[str, timeline.Entry]:
    told = timeline.entries(timeline.events_of(case.stream), clocks=[], labels={})
    return {entry.title.partition(" số")[0]: entry for entry in told}


def test_of_a_paper_to_the_denouncer_one_copy_goes_by_post_and_of_others_none(way):
    case = way.accepted()
    case.notify(by=way.ha, on=MONDAY)
    for kind in ("tb_thu_ly", "tb_noi_dung"):
        way.sent(case, kind, on=MONDAY)
    told = entries(case)
    notice = told["Phát hành thông báo thụ lý tố cáo"]
    assert (notice.tone, notice.read_by) == (timeline.TO_CITIZEN, "Báo người tố cáo")
    assert told["Phát hành quyết định thụ lý tố cáo"].tone == timeline.INSIDE
    assert told["Phát hành thông báo nội dung tố cáo"].tone == timeline.INSIDE


def test_the_report_counts_whom_protection_was_granted_to_in_the_period(way):
    case = way.examined()
    for protects, people in (("viec_lam", 2), ("tinh_mang", 1)):
        facts = {"protects": protects, "people": people, "requested_on": MONDAY}
        protection = case.protect(by=way.lan, on=MONDAY, **facts)
        protection.grant(by=way.ha, on=MONDAY, measures="Giữ việc.", people=people)
    granted = Protection.objects.granted_in(MONDAY, MONDAY).people_by_need()
    assert granted == {"viec_lam": 2, "tinh_mang": 1}
    assert "đối với 3 người: 2 người về vị trí công tác, việc làm; 1" in protected(granted)
    before = Protection.objects.granted_in(date(2026, 6, 1), date(2026, 7, 5)).people_by_need()
    assert protected(before) == NOBODY_PROTECTED
