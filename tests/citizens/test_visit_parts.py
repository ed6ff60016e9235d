"""Several contents told in one visit: a line each, counted once; a denunciation stands apart."""

from datetime import date

import pytest
from django.db import IntegrityError
from django.utils import timezone

from citizens.models import Party, Petition, Visit
from citizens.models.tally import MonthTally, rebuild
from portal import history
from portal.workflow import Refused
from tests.cast import client_of
from tests.citizens.reception import a_session
from tests.citizens.visits import DAY, enter, enter_sealed, typed

pytestmark = pytest.mark.usefixtures("office", "fields")


@pytest.fixture
def desk(lan):
    return client_of(lan)


@pytest.fixture
def visit(lan):
    """A complaint by a group of six."""
    return enter(lan, people=6)


def another(by, visit, **facts):
    told = {"petition_kind": "kien_nghi", "content": "Đề nghị sửa đường.", "people": visit.people}
    return enter(by, part_of=visit, **told | facts)


def counted() -> dict[str, tuple[int, int]]:
    rows = MonthTally.objects.filter(what__in=("visited", "crowd"))
    found: dict[str, tuple[int, int]] = {}
    for row in rows:
        amount, days = found.get(row.what, (0, 0))
        found[row.what] = (amount + row.amount, days + row.days)
    return {what: sums for what, sums in found.items() if sums != (0, 0)}


def test_each_content_has_its_own_kind_and_matter_and_all_are_one_visit(visit, lan):
    second = another(lan, visit)
    assert (second.petition_kind, second.part_of, second.own_visit) == ("kien_nghi", visit, False)
    assert second.matter != visit.matter
    assert list(Visit.objects.received()) == [visit]
    assert counted() == {"visited": (1, 6), "crowd": (1, 6)}


def test_the_tallies_come_out_the_same_when_they_are_counted_anew(visit, lan):
    another(lan, visit)
    kept = counted()
    rebuild()
    assert counted() == kept


def test_a_third_content_belongs_to_the_same_visit(visit, lan):
    second = another(lan, visit)
    third = another(lan, second)
    assert third.part_of == visit
    assert list(visit.siblings()) == [second, third]
    assert list(third.siblings()) == [visit, second]


def test_where_the_first_was_refused_the_next_that_was_received_counts(lan):
    refused = enter(lan, result="tu_choi", ground="9.3")
    second, third = (another(lan, refused) for _ in range(2))
    assert (second.own_visit, third.own_visit) == (True, False)
    assert counted() == {"visited": (1, 1)}


def test_it_is_of_the_same_day(visit, lan):
    with pytest.raises(Refused, match="cùng ngày tiếp, 03/8/2026") as refusal:
        another(lan, visit, on=date(2026, 8, 4), received_on=date(2026, 8, 4))
    assert refusal.value.field == "received_on"


def test_a_denunciation_is_never_part_of_a_visit(visit, lan):
    with pytest.raises(Refused, match="không ghi chung lượt nào"):
        enter_sealed(lan, part_of=visit)
    sealed = enter_sealed(lan)
    with pytest.raises(IntegrityError):
        Visit.objects.filter(pk=sealed.pk).update(part_of=visit)


def test_what_turns_out_to_be_a_denunciation_is_cut_off_from_the_rest(visit, lan):
    second, third = another(lan, visit), another(lan, visit)
    sealed = visit.seal(by=lan, on=DAY, reason="Tố cáo.")
    second.refresh_from_db()
    third.refresh_from_db()
    assert (second.part_of, second.own_visit) == (None, True)
    assert (third.part_of, third.own_visit) == (second, False)
    assert counted() == {"visited": (1, 6), "crowd": (1, 6)}
    assert not sealed.siblings().exists()


def test_a_part_that_goes_to_the_own_book_leaves_the_visit_as_it_is(visit, lan):
    second = another(lan, visit)
    second.seal(by=lan, on=DAY, reason="Tố cáo.")
    second.refresh_from_db()
    assert second.part_of is None
    assert counted() == {"visited": (1, 6), "crowd": (1, 6)}


def test_the_history_says_nothing_of_the_link(visit, lan):
    second = another(lan, visit)
    assert all(visit.code not in str(row.facts) for row in history.events(second.stream))


def test_each_content_leads_to_a_letter_of_its_own(visit, lan):
    parts = [visit, another(lan, visit)]
    for part in parts:
        part.take_petition(
            by=lan, on=DAY, parties=[Party(name=part.name)], title="Đơn", kind=part.petition_kind
        )
    assert list(Petition.objects.order_by("pk").values_list("kind", flat=True)) == [
        "khieu_nai", "kien_nghi"
    ]  # fmt: skip
    assert len({part.petition.matter_id for part in parts}) == 2


# on the page


def test_the_next_content_finds_who_came_and_adds_no_visit(desk, lan):
    response = desk.post("/tiep-dan/vao-so/", typed(**{"noi-dung-khac": "1"}))
    assert response.url == "/tiep-dan/vao-so/?cung-luot=TD-2026-0001"
    page = desk.get(response.url)
    assert "vẫn tính một lượt" in page.content.decode()
    form = page.context["form"]
    filled = {name: form[name].value() for name in ("name", "address", "received_on", "content")}
    assert filled == {
        "name": "Đinh Thị Thảo",
        "address": "Thôn 3, xã An Phú",
        "received_on": "03/08/2026",
        "content": None,
    }
    desk.post("/tiep-dan/vao-so/", typed(petition_kind="kien_nghi", part_of="TD-2026-0001"))
    assert list(Visit.objects.order_by("pk").values_list("own_visit", flat=True)) == [True, False]


def test_another_day_is_told_at_its_field_and_nothing_is_lost(desk, visit):
    day = f"{timezone.localdate():%d/%m/%Y}"
    sent = typed(part_of=visit.code, received_on=day, content="Đang ghi")
    response = desk.post("/tiep-dan/vao-so/", sent)
    assert response.status_code == 422
    assert "cùng ngày tiếp, 03/8/2026" in " ".join(response.context["form"].errors["received_on"])
    assert f'name="part_of" value="{visit.code}"' in response.content.decode()


def test_a_visit_names_its_other_contents_each_with_one_step_to_a_letter(desk, visit, lan):
    second = another(lan, visit)
    page = desk.get(visit.get_absolute_url()).content.decode()
    assert f'href="/tiep-dan/{second.code}/nhan-don/"' in page
    assert "Đề nghị sửa đường." in page


def test_the_printed_register_says_which_lines_are_one_visit(desk, visit, lan):
    another(lan, visit, note="Kèm ảnh")
    page = desk.get("/tiep-dan/in-so/?nam=2026").content.decode()
    assert "Cùng lượt TD-2026-0001; Kèm ảnh" in page


def test_a_session_counts_who_came_not_what_was_told(desk, lan, ha):
    session = a_session(lan, ha, on=DAY, date=DAY)
    first = enter(lan, kind="dinh_ky", host="thu_truong")
    another(lan, first, kind="dinh_ky", host="thu_truong")
    page = desk.get(session.get_absolute_url()).content.decode()
    assert "Đã đến: 1 lượt tiếp" in page
    assert "Nội dung khác cùng lượt: Đề nghị sửa đường." in page


def test_who_came_once_with_two_contents_came_once(desk, visit, lan):
    another(lan, visit)
    sent = {"id_number": "099158000123", "tra": "1"}
    assert "Đã đến 1 lần" in desk.post("/tiep-dan/vao-so/", sent).content.decode()


def test_the_part_that_is_sealed_is_gone_from_the_page_of_the_visit(desk, visit, lan, dung):
    second = another(lan, visit)
    second.seal(by=lan, on=DAY, reason="Tố cáo.")
    page = client_of(dung).get(visit.get_absolute_url()).content.decode()
    assert "Nội dung khác của lượt này</h2>" not in page
