"""What a committee concluded is followed like every other task."""

from datetime import date

import pytest

from democracy.figures.committee import COMMITTEE_MEETINGS
from democracy.models import CommitteeMeeting
from portal.periods import Quarter
from portal.workflow import Refused
from tests.cast import client_of
from tests.democracy.committee.conftest import SINCE

pytestmark = pytest.mark.django_db
MET = date(2026, 4, 2)
AT = "/dan-chu/ban-chi-dao/"


def met(version, by, **facts):
    told = {"met_on": MET, "present": 2, "text": "Nghe báo cáo quý I"} | facts
    return version.note_meeting(by=by, on=MET, **told)


def test_each_conclusion_is_a_task_of_a_notice_to_be_signed(decided, tuan, units):
    meeting = met(decided, tuan, items=["Kiểm tra ba đơn vị", "Sửa quy chế"],
                  focal=units["van-phong"])  # fmt: skip
    assert (meeting.plan.kind, meeting.plan.stage) == ("thong-bao", "draft")
    assert [task.text for task in meeting.plan.tasks.all()] == ["Kiểm tra ba đơn vị", "Sửa quy chế"]
    assert met(decided, tuan).plan is None


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [({"met_on": date(2026, 1, 2)}, "Ghi ngày từ"), ({"present": 3}, "Ban có 2 thành viên")],
)
def test_it_met_in_its_own_time_with_its_own_members(decided, tuan, facts, sentence):
    with pytest.raises(Refused, match=sentence):
        met(decided, tuan, **facts)


def test_the_figure_opens_the_meetings_it_counts(decided, tuan, minh, office):
    met(decided, tuan)
    met(decided, tuan, met_on=SINCE)
    quarter = Quarter.of(2026, 2)
    assert COMMITTEE_MEETINGS.value(quarter) == COMMITTEE_MEETINGS.value(quarter, "so") == 1
    shown = client_of(minh).get(COMMITTEE_MEETINGS.rows(quarter)).content.decode()
    assert shown.count('<th scope="row">') == 1


def test_it_is_written_down_on_the_page_of_the_committee(decided, tuan, minh, office):
    at = decided.get_absolute_url()
    typed = {"met_on": "2/4/2026", "present": "2", "text": "Nghe báo cáo", "focal": "van-phong",
             "items": "- Kiểm tra ba đơn vị;\n\n"}  # fmt: skip
    client_of(tuan).post(f"{at}ghi-cuoc-hop/", typed)
    meeting = CommitteeMeeting.objects.get()
    assert meeting.plan.tasks.get().text == "Kiểm tra ba đơn vị"
    page = client_of(minh).get(at).content.decode()
    assert "2 trên 2 thành viên dự" in page
    assert f"{at}bien-ban/{meeting.pk}/" not in page  # nobody sent the paper
    assert client_of(minh).get(f"{at}bien-ban/{meeting.pk}/").status_code == 404
