"""The tasks that matter most, and who answers for each row."""

from datetime import date

import pytest

from tests.cast import client_of
from tests.portal.planning.conftest import DRAFTED, SENT

pytestmark = pytest.mark.django_db


@pytest.fixture
def marked(draft, tuan):
    task = draft.tasks.get(ref="II.1")
    draft.edit_task(by=tuan, on=DRAFTED, task=task, foremost=True)
    return task


def test_a_task_is_marked_on_its_form(draft, tuan):
    task, form = draft.tasks.get(ref="II.1"), f"{draft.get_absolute_url()}sua-nhiem-vu/"
    typed = {"task": task.pk, "text": task.text, "due": "30/9/2026", "foremost": "on"}
    assert client_of(tuan).post(form, typed).status_code == 302
    task.refresh_from_db()
    assert task.foremost
    assert "checked" in client_of(tuan).get(f"{form}?task={task.pk}").content.decode()


def test_the_foremost_are_one_list(marked, draft, ha, mai, tuan):
    draft.issue(by=ha, on=SENT)
    draft.send_out(by=mai, on=SENT, number="12", symbol="KH-SLĐTBXH", dated_on=SENT)
    page = client_of(tuan).get("/nhiem-vu/?trong-tam=co").content.decode()
    assert "Khảo sát thực tế" in page
    assert "Thành lập Ban Chỉ đạo" not in page
    assert "Trọng tâm" in page


def test_next_years_draft_keeps_the_mark(marked, draft, tuan):
    again = draft.begin_again(by=tuan, on=date(2026, 12, 1), year=2027)
    assert [task.foremost for task in again.tasks.all()] == [True, False]


def test_every_row_and_page_names_who_heads_the_unit(plan, share, hoa, tuan):
    browser = client_of(tuan)
    for address in ("/nhiem-vu/", share.get_absolute_url()):
        assert str(hoa) in browser.get(address).content.decode()
