"""From a proposal to the register: conditions, quotas, council, decision."""

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from democracy.models import Nomination
from democracy.models.commendation.quotas import held_years
from portal.workflow import Refused
from tests.cast import client_of
from tests.democracy.emulation.conftest import CENTRE, DAY, LATER, proposed, ready, sent

pytestmark = pytest.mark.django_db
COUNCIL = {"met_on": LATER, "members": 10, "present": 9, "yes": 9, "remark": "Nhất trí"}


def reviewed(one, tuan, **votes) -> Nomination:
    one.note_council(by=tuan, on=LATER, **(COUNCIL | votes))
    return one


def test_nothing_is_sent_before_each_condition_is_stated(nomination, khanh, hoa):
    nomination.state_no_obstacle(by=hoa, on=DAY, words="Không vướng mắc")
    with pytest.raises(Refused, match="chưa ghi điều kiện"):
        nomination.send_nomination(by=hoa, on=DAY)
    nomination.state_conditions(by=khanh, on=DAY, statements={"thanh-tich": (False, "–")})
    with pytest.raises(Refused, match="chưa đạt điều kiện"):
        nomination.send_nomination(by=hoa, on=DAY)


def test_nothing_is_sent_before_somebody_says_that_there_is_no_obstacle(nomination, khanh, hoa):
    stated = {"thanh-tich": (True, "Báo cáo 3")}
    nomination.state_conditions(by=khanh, on=DAY, statements=stated)
    with pytest.raises(Refused, match="chưa có người xác nhận"):
        nomination.send_nomination(by=hoa, on=DAY)


def test_nobody_says_it_of_themselves(khanh, hoa, tuan, units, regulation):
    one = proposed(khanh, units[CENTRE], regulation, person=hoa, person_name="Bùi Thị Hoa")
    with pytest.raises(Refused, match="không tự xác nhận"):
        one.state_no_obstacle(by=hoa, on=DAY, words="Không vướng mắc")
    one.state_no_obstacle(by=tuan, on=DAY, words="Không vướng mắc")
    assert one.cleared_by == tuan
    one.cleared_by = hoa
    with pytest.raises(IntegrityError):
        one.save()


def test_no_query_of_the_whole_way_touches_petitions_or_denunciations(
    nomination, office, khanh, hoa, tuan, ha, mai
):
    """That there is no obstacle is somebody's word: nothing is looked up, not even by a page."""
    with CaptureQueriesContext(connection) as asked:
        for user in (khanh, hoa, tuan, ha):
            browser = client_of(user)
            for step in ("", "ghi-dieu-kien-khen-thuong/", "xac-nhan-khong-vuong-mac/",
                         "gui-de-nghi/"):  # fmt: skip
                assert browser.get(nomination.get_absolute_url() + step).status_code == 200
        sent(nomination, by=khanh, head=hoa)
        reviewed(nomination, tuan)
        assert client_of(tuan).get(f"{nomination.get_absolute_url()}khen-thuong/").status_code
        nomination.commend(by=ha, on=LATER)
        nomination.note_decision(by=mai, on=LATER, reference="9/QĐ-S", dated_on=LATER)
        client_of(ha).get("/dan-chu/khen-thuong/")
    statements = [each["sql"] for each in asked.captured_queries]
    assert len(statements) > 50
    assert [sql for sql in statements if "citizens_" in sql] == []


def test_a_unit_has_its_quota_and_no_more(khanh, hoa, units, regulation):
    """An attached unit: one collective and one person."""
    first = proposed(khanh, units[CENTRE], regulation)
    second = proposed(khanh, units[CENTRE], regulation, person_name="Người khác")
    whole = proposed(khanh, units[CENTRE], regulation, person_name="")
    sent(first, by=khanh, head=hoa)
    sent(whole, by=khanh, head=hoa)
    with pytest.raises(Refused, match="đã hết chỉ tiêu năm 2026"):
        sent(second, by=khanh, head=hoa)


def test_a_division_has_one_or_the_other(lan, binh, units, regulation):
    from portal.people import Role
    from tests.cast import place

    unit = units["tiep-cong-dan"]
    place(lan, Role.OFFICER, unit=unit)
    sent(proposed(lan, unit, regulation, person_name=""), by=lan, head=binh)
    with pytest.raises(Refused, match="đã hết chỉ tiêu"):
        sent(proposed(lan, unit, regulation), by=lan, head=binh)


def test_what_was_declined_gives_its_room_back(khanh, hoa, tuan, ha, units, regulation):
    first = sent(proposed(khanh, units[CENTRE], regulation), by=khanh, head=hoa)
    reviewed(first, tuan).decline(by=ha, on=LATER, reason="Trùng thành tích")
    again = sent(proposed(khanh, units[CENTRE], regulation), by=khanh, head=hoa)
    assert again.stage == "sent"


def test_a_movement_stands_beside_the_years_quota_and_has_its_own(
    khanh, hoa, tuan, units, regulation, movement
):
    sent(proposed(khanh, units[CENTRE], regulation), by=khanh, head=hoa)
    other = proposed(khanh, units[CENTRE], regulation, person_name="Lê Văn Tư",
                     occasion="phong-trao", movement=movement)  # fmt: skip
    with pytest.raises(Refused, match="chỉ khen tối đa 0"):
        sent(other, by=khanh, head=hoa)
    for name in ("Lê Văn Tư", "Ngô Văn Năm"):
        movement.enrol(by=tuan, on=LATER, unit=units[CENTRE], title="Đạt", goal="1",
                       person_name=name)  # fmt: skip
    other.movement.refresh_from_db()
    other.send_nomination(by=hoa, on=LATER)
    assert other.stage == "sent"


def test_the_council_meets_with_four_fifths(nomination, khanh, hoa, tuan):
    sent(nomination, by=khanh, head=hoa)
    with pytest.raises(Refused, match="ít nhất 80% thành viên"):
        reviewed(nomination, tuan, present=7, yes=7)
    assert reviewed(nomination, tuan, present=8, yes=8).stage == "reviewed"


@pytest.mark.parametrize(("yes", "open_"), [(7, False), (8, True)])
def test_the_share_of_votes_is_of_all_members(khanh, hoa, tuan, units, regulation, yes, open_):
    one = proposed(khanh, units[CENTRE], regulation, award="cstd-co-so")
    reviewed(sent(one, by=khanh, head=hoa), tuan, yes=yes)
    assert (one.workflow["commend"].missing(one) == "") is open_


def test_what_is_above_the_director_goes_up(khanh, hoa, tuan, ha, mai, units, regulation):
    one = sent(proposed(khanh, units[CENTRE], regulation, award="cstd-tinh"), by=khanh, head=hoa)
    reviewed(one, tuan)
    with pytest.raises(Refused, match="cấp trên quyết định"):
        one.commend(by=ha, on=LATER)
    assert one not in Nomination.objects.visible_to(mai, on=LATER)
    one.send_up(by=ha, on=LATER)
    assert one in Nomination.objects.visible_to(mai, on=LATER)
    one.note_award(by=mai, on=LATER, reference="8/QĐ-UBND", dated_on=LATER, issuer="UBND tỉnh")
    assert (one.stage, one.issuer) == ("commended", "UBND tỉnh")


def test_nobody_decides_about_themselves(khanh, hoa, tuan, ha, units, regulation):
    one = proposed(khanh, units[CENTRE], regulation, person=ha, person_name="Phạm Thị Hà")
    reviewed(sent(one, by=khanh, head=hoa), tuan)
    with pytest.raises(Refused, match="tự quyết định cho mình"):
        one.commend(by=ha, on=LATER)


def test_an_award_is_known_to_all_and_what_led_to_it_to_few(nomination, khanh, hoa, minh, tuan, ha):
    def seen(user) -> bool:
        return nomination in Nomination.objects.visible_to(user, on=LATER)

    assert [seen(user) for user in (minh, khanh, tuan)] == [False, True, True]
    reviewed(sent(nomination, by=khanh, head=hoa), tuan)
    nomination.commend(by=ha, on=LATER)
    assert seen(minh)
    assert not nomination.is_handled_by(minh, on=LATER)


def test_the_register_shows_the_years_and_decides_nothing(tuan, khanh, units, regulation):
    for year in (2023, 2024):
        Nomination.note_past_award(
            by=tuan, on=DAY, regulation=regulation, award="cstd-co-so", year=year,
            unit=units[CENTRE], person_name="Lý Quốc Khánh", reason="Năm trước",
            occasion="hang-nam", reference=f"1/QĐ-{year}", dated_on=DAY,
        )  # fmt: skip
    years = held_years(Nomination.objects, award="cstd-co-so", person_name="Lý Quốc Khánh",
                       unit=units[CENTRE], before=2026)  # fmt: skip
    assert years == [2024, 2023]
    one = proposed(khanh, units[CENTRE], regulation, award="cstd-tinh")
    one.state_conditions(by=khanh, on=DAY, statements={"ba-nam": (True, "QĐ năm 2025 giấy")})
    assert one.lacks_condition() == ""


def test_another_award_asks_for_its_conditions_anew(nomination, khanh, hoa, units, regulation):
    ready(nomination, by=khanh, head=hoa)
    nomination.edit(by=khanh, on=DAY, award="cstd-tinh")
    assert (nomination.statements.count(), nomination.cleared_by) == (0, None)


def test_a_title_of_persons_is_not_for_a_unit(khanh, units, regulation):
    with pytest.raises(Refused, match="dành cho cá nhân"):
        proposed(khanh, units[CENTRE], regulation, award="cstd-co-so", person_name="")
