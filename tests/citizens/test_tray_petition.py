"""Phiếu trình of a petition that leaves the office: the head reads it, then lets it go."""

import pytest
from django.utils import timezone

from portal.submissions import Submission
from tests.cast import client_of

GROUND = "Nội dung thuộc thẩm quyền của Ủy ban nhân dân xã."


@pytest.fixture
def sent_up(classified, lan, binh):
    """Lan's proposal about a letter that is another body's business, before Bình."""

    def send(step):
        petition = classified(timezone.localdate(), competent=False)
        answers = {"addressee": "UBND xã An Phú", "ground": GROUND}
        page = client_of(lan).get(f"/don/{petition.code}/{step}/")
        answers["draft"] = page.context["form"]["draft"].initial
        client_of(lan).post(f"/don/{petition.code}/{step}/", answers)
        return petition, Submission.objects.latest("pk")

    return send


LEAVING = [("chuyen-don", "da-chuyen-don"), ("huong-dan", "da-huong-dan")]


@pytest.mark.parametrize(("step", "stage"), LEAVING)
def test_head_reads_and_approves(sent_up, binh, step, stage):
    petition, submission = sent_up(step)
    reader = client_of(binh)
    body = reader.get(f"/trinh/{submission.pk}/").content.decode()
    for words in (petition.sender, "Tôi đề nghị Sở xem lại", GROUND):
        assert words in body
    reader.post(f"/trinh/{submission.pk}/", {"verdict": "approve", **submission.payload})
    petition.refresh_from_db()
    assert petition.stage == stage
