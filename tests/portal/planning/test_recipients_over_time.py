"""Bodies outside come and go: a paper goes to whoever is there on its day."""

from datetime import date

import pytest

from portal.instruments import Issuer
from portal.instruments.issuers import as_called_on
from portal.planning.checks import ended_recipients

pytestmark = pytest.mark.django_db
GONE = date(2025, 2, 1)
TEXT = "- Ban Dân vận Tỉnh ủy (báo cáo);\n- Sở Nội vụ (báo cáo);\n- Lưu: VT."


@pytest.fixture
def merged(db) -> Issuer:
    heir = Issuer.objects.create(
        code="btgdv", name="Ban Tuyên giáo và Dân vận Tỉnh ủy", kind="party", opened_on=GONE
    )
    return Issuer.objects.create(
        code="bdv", name="Ban Dân vận Tỉnh ủy", kind="party", closed_on=GONE, successor=heir
    )


def test_recipients_are_called_as_they_are_called_on_the_day(merged):
    assert as_called_on(TEXT, on=date(2025, 1, 31)) == TEXT
    later = as_called_on(TEXT, on=GONE)
    assert later == TEXT.replace("Ban Dân vận", "Ban Tuyên giáo và Dân vận")


def test_whoever_ended_without_an_heir_keeps_the_name_in_old_words(merged):
    Issuer.objects.filter(pk=merged.pk).update(successor=None)
    assert as_called_on(TEXT, on=GONE) == TEXT


def test_a_plan_sent_to_a_body_that_ended_says_so_before_the_signature(merged, draft):
    draft.recipients.create(name="Ban Dân vận Tỉnh ủy")
    [words] = ended_recipients(draft)
    assert words == (
        "Nơi nhận: Ban Dân vận Tỉnh ủy kết thúc từ ngày 01/02/2025,"
        " nay là Ban Tuyên giáo và Dân vận Tỉnh ủy."
    )
    draft.recipients.all().delete()
    assert list(ended_recipients(draft)) == []
