"""A denunciation on its way, by the portal's own verbs."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from citizens.models import Petition

MONDAY = date(2026, 7, 6)
ENVELOPE = {"envelope_no": "BM-07", "envelope_place": "Tủ sắt", "envelope_keeper": "Vũ Thị Mai"}


class Way:
    """Takes a denunciation from its envelope on, day by day."""

    def __init__(self, *, lan, ha, mai) -> None:
        self.lan, self.ha, self.mai = lan, ha, mai

    def envelope(self, *, on: date = MONDAY, **facts) -> Petition:
        facts = {"channel": "buu_chinh"} | ENVELOPE | facts
        return Petition.register_sealed(by=self.mai, on=on, received_on=on, **facts)

    def examined(self, *, on: date = MONDAY, **facts):
        told = {
            "level": 1,
            "category": "hanh_chinh",
            "denounced": ["Phan Văn Kỷ, Trưởng phòng B"],
            "contents": ["Lập khống chứng từ năm 2025", "Bao che sai phạm"],
        }
        channel = facts.pop("channel", "buu_chinh")
        letter = self.envelope(on=on, channel=channel)
        return letter.examine(by=self.lan, on=on, **told | facts)

    def accepted(self, *, on: date = MONDAY, **facts):
        case = self.examined(on=on, **facts)
        case.accept(by=self.ha, on=on)
        return self.sent(case, "qd_thu_ly", on=on)

    def sent(self, case, kind: str, *, on: date):
        paper = case.papers.waiting().get(kind=kind)
        case.send_out(by=self.lan, on=on, paper=paper, number=f"{paper.pk}/VB", dated_on=on)
        return case

    def concluded(self, *, team, on: date = date(2026, 7, 20), outcome: str = "dung"):
        case = self.accepted()
        lead, other = team
        case.order_verification(by=self.ha, on=MONDAY, lead=lead, members=[other], days=10)
        case.report_findings(by=lead, on=on, text="Chứng từ không khớp.", proposal=outcome)
        judged = dict.fromkeys(case.allegations.values_list("pk", flat=True), outcome)
        words = {"text": "Có lập khống.", "responsibility": "Thuộc Trưởng phòng B."}
        case.conclude(by=self.ha, on=on, outcome=outcome, judgements=judged, **words)
        return self.sent(case, "ket_luan", on=on)


@pytest.fixture
def way(lan, ha, mai, binh, office, fields) -> Way:
    return Way(lan=lan, ha=ha, mai=mai)


@pytest.fixture
def typed_at(way, binh):
    """An office with a case, its protection and an envelope that nobody has opened."""
    today = timezone.localdate()
    case = way.examined(on=today)
    facts = {"protects": "viec_lam", "people": 1, "requested_on": today}
    case.protect(by=way.lan, on=today, **facts)
    way.envelope(on=today)
    return way
