"""What lies before whoever signs a plan stays as it is, until it is taken back or handed back."""

from datetime import date

import pytest

from portal.planning import Plan
from portal.submissions import Submission, being_read, submit
from portal.workflow import Refused
from tests.cast import client_of

pytestmark = pytest.mark.django_db
ON = date(2026, 5, 5)
WRITES = ("edit", "add_section", "add_task", "edit_task", "cite", "address_to")


@pytest.fixture
def submitted(draft, tuan, ha) -> Submission:
    return submit(draft, Plan.workflow["issue"], by=tuan, on=ON, payload={"note": ""})


def typed(draft) -> dict:
    return {
        "edit": {"title": "Tên khác"},
        "add_section": {"title": "Mục mới"},
        "add_task": {"text": "Thêm một việc"},
        "edit_task": {"task": draft.tasks.first(), "text": "Chữ khác"},
        "cite": {"words": "Nghị định mới"},
        "address_to": {"names": ["Sở Tài chính"]},
    }


@pytest.mark.parametrize("step", WRITES)
def test_nothing_is_written_while_it_is_being_read(draft, submitted, tuan, step):
    with pytest.raises(Refused, match="rút phiếu trình trước đã"):
        getattr(draft, step)(by=tuan, on=ON, **typed(draft)[step])


def test_every_step_that_writes_a_draft_waits():
    """Planted defect: a step of the draft that knows nothing of the reader would be seen here."""
    waiting = {step.name for step in Plan.workflow if being_read in step.needs}
    drafting = {step.name for step in Plan.workflow if "draft" in step.sources}
    assert waiting == {*WRITES, "confirm_times", "sort_tasks"}
    assert {name for name in drafting - waiting if "budget" not in name} == {"issue"}


def test_handed_back_it_is_written_again(draft, submitted, tuan, ha):
    submitted.hand_back(by=ha, on=ON, reason="Bổ sung căn cứ")
    draft.edit(by=tuan, on=ON, title="Tên khác")
    assert draft.title == "Tên khác"


def test_the_page_leads_to_no_form_that_is_closed(draft, submitted, tuan):
    page = client_of(tuan).get(draft.get_absolute_url()).content.decode()
    assert "đã trình, đang chờ" in page
    assert "sua-nhiem-vu" not in page
    assert "Đối chiếu với văn bản" not in page
