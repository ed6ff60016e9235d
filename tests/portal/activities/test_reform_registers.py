"""What reform keeps beside the registers of every programme."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from portal.activities import DigitalPapers, HandlingError, LegalDraft, Limitation
from portal.workflow import Refused
from tests.portal.activities.conftest import DAY

pytestmark = pytest.mark.django_db
LATER = date(2026, 6, 1)


def test_a_draft_is_issued_in_time_or_late(lines, tuan):
    draft = lines["legal-draft"]
    assert list(LegalDraft.objects.overdue(as_of=DAY)) == []
    assert list(LegalDraft.objects.overdue(as_of=LATER)) == [draft]
    draft.issue(by=tuan, on=LATER, issued_on=LATER, reference="21/2026/NQ-HĐND")
    assert (draft.is_late, list(LegalDraft.objects.overdue(as_of=LATER))) == (True, [])
    assert list(LegalDraft.objects.issued_late()) == [draft]


def test_a_draft_is_not_issued_before_it_was_registered(lines, tuan):
    with pytest.raises(Refused) as refusal:
        lines["legal-draft"].issue(
            by=tuan, on=LATER, issued_on=date(2026, 5, 3), reference="21/2026/NQ-HĐND"
        )
    assert refusal.value.field == "issued_on"


def test_what_is_found_unlawful_was_issued_first(lines, tuan):
    draft = lines["legal-draft"]
    found = {"by": tuan, "on": LATER, "unlawful_on": LATER, "unlawful_words": "Đặt thêm giấy tờ"}
    with pytest.raises(Refused):
        draft.find_unlawful(**found)
    draft.issue(by=tuan, on=LATER, issued_on=DAY, reference="21/2026/NQ-HĐND")
    draft.find_unlawful(**found)
    assert list(LegalDraft.objects.unlawful()) == [draft]


def test_an_error_waits_until_a_course_takes_it_up(lines, tuan):
    error = lines["handling-error"]
    assert list(HandlingError.objects.untaught()) == [error]
    error.teach(by=tuan, on=DAY, training=lines["training"])
    assert list(HandlingError.objects.untaught()) == []


def test_those_who_use_a_software_have_an_account(lines, tuan):
    software = lines["software"]
    software.count(by=tuan, on=DAY, accounts=120, active=97, counted_on=DAY)
    assert (software.active, software.accounts) == (97, 120)
    with pytest.raises(IntegrityError), transaction.atomic():
        software.count(by=tuan, on=DAY, accounts=90, active=97, counted_on=DAY)


def test_a_month_of_a_unit_is_counted_once(lines, tuan, units):
    with pytest.raises(IntegrityError), transaction.atomic():
        DigitalPapers.note(by=tuan, on=DAY, programme="cai-cach", title="Lần hai", from_on=DAY,
                           unit=units["van-phong"], outgoing=1)  # fmt: skip


def test_more_papers_signed_than_sent_out_are_refused(lines, tuan):
    with pytest.raises(IntegrityError), transaction.atomic():
        lines["digital-papers"].amend(by=tuan, on=DAY, signed=401)


def test_figures_stand_on_the_last_day_of_a_month_that_is_over(client, tuan, lines):
    client.force_login(tuan)
    asked = {"programme": "cai-cach", "title": "Văn bản điện tử", "unit": "van-phong",
             "outgoing": "310", "signed": "300"}  # fmt: skip
    answer = client.post("/hoat-dong/van-ban-dien-tu/moi/", asked | {"from_on": "14/02/2026"})
    assert answer.status_code == 302
    assert DigitalPapers.objects.filter(from_on=date(2026, 2, 28)).exists()
    again = client.post("/hoat-dong/van-ban-dien-tu/moi/", asked | {"from_on": "03/02/2026"})
    assert "Số liệu tháng này đã có trong sổ" in again.content.decode()


def test_a_visit_leads_to_the_limitations_that_were_seen_there(client, tuan, lines):
    visit = lines["planned-visit"]
    visit.carry_out(by=tuan, on=LATER, held_on=DAY, outcome="Còn hạn chế")
    client.force_login(tuan)
    asked = f"?visit={visit.code}&source=kiem-tra&unit=dich-vu-viec-lam"
    form = client.get(f"/hoat-dong/han-che/moi/{asked}").content.decode()
    assert f'value="{visit.code}"' in form
    row = Limitation.objects.get()
    row.amend(by=tuan, on=LATER, visit=visit)
    assert row.code in client.get(visit.get_absolute_url()).content.decode()
