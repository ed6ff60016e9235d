"""A line that asks for two things: the drafter is told, and parts it while editing."""

import pytest

from portal.planning import Task
from portal.planning.checks import two_products
from portal.planning.from_document import without_office
from portal.text import fold
from tests.cast import client_of
from tests.portal.planning.conftest import DRAFTED

pytestmark = pytest.mark.django_db
BOTH = "Đánh giá, xếp loại đơn vị theo bộ tiêu chí và xét đề xuất khen thưởng tập thể, cá nhân"


@pytest.fixture
def both(draft, tuan) -> Task:
    task = draft.tasks.get(ref="II.1")
    draft.edit_task(by=tuan, on=DRAFTED, task=task, text=BOTH)
    return task


def test_the_page_of_the_draft_offers_to_part_it(both, draft, tuan):
    page = client_of(tuan).get(draft.get_absolute_url()).content.decode()
    assert "Mục II.1: có hai sản phẩm, có thể tách khi sửa: “xét đề xuất khen thưởng" in page
    assert "Mục II.2: có hai" not in page


@pytest.mark.parametrize(
    ("product", "told"), [("Báo cáo; Quyết định", 1), ("Báo cáo và biên bản", 1), ("Báo cáo", 0)]
)
def test_two_products_are_seen_in_the_product_too(draft, product, told):
    task = draft.tasks.get(ref="II.2")
    task.product = product
    assert len(list(two_products(draft, [task]))) == told


def test_what_is_parted_off_stands_next_with_the_same_time_and_lead(both, draft, tuan):
    typed = {
        "task": both.pk, "ref": "II.1", "text": "Đánh giá, xếp loại", "lead_unit": "van-phong",
        "start": "1/7/2026", "due": "30/9/2026", "split": "Xét đề xuất khen thưởng",
    }  # fmt: skip
    client_of(tuan).post(f"{draft.get_absolute_url()}sua-nhiem-vu/", typed)
    first, second, third = draft.tasks.all()
    assert [first.text, second.text] == ["Đánh giá, xếp loại", "Xét đề xuất khen thưởng"]
    assert (second.due, second.lead_unit, second.ref) == (first.due, first.lead_unit, "II.1")
    assert [task.place for task in (first, second, third)] == [1, 2, 3]
    assert list(two_products(draft, [first, second])) == []


@pytest.mark.parametrize("dash", ["-", "–", "—", " - ", " – ", "‑"])
def test_every_dash_is_one_dash_when_names_are_compared(dash):
    name = f"Phòng Lao động{dash}Thương binh"
    assert without_office(fold(name)) == without_office(fold("Phòng Lao động - Thương binh"))
