"""The page of one case: who sees it, what it tells, and at what cost."""

import re
from datetime import date

import pytest
import time_machine

from citizens.words import timeline
from portal.deadlines import RuleConfirmation
from portal.instructions import instruct
from portal.templatetags.portal import _last_read
from tests.cast import client_of, person, place
from tests.citizens.conftest import number, opened_by
from tests.citizens.visits import enter


@pytest.fixture(autouse=True)
def tuesday():
    with time_machine.travel("2026-08-04 09:00+07:00", tick=False):
        yield


def shown(user, case, more=""):
    answer = client_of(user).get(f"{case.get_absolute_url()}{more}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_page_says_where_the_case_stands_and_by_when(accepted, minh):
    page = shown(minh, accepted())
    assert "Còn 7 ngày làm việc (đến hết thứ Năm, 13/8/2026)" in page
    assert "Giải quyết khiếu nại lần đầu, Điều 28 Luật Khiếu nại" in page
    assert "Đỗ Hoàng Minh" in page


def test_a_deadline_says_that_nobody_has_checked_its_ground(accepted, minh, ha):
    case = accepted()
    assert "Căn cứ chưa kiểm tra" in shown(minh, case)
    for clock in case.clocks.all():
        RuleConfirmation.confirm(
            clock.term, clock.term.version_on(clock.started_on), by=ha, on=date(2026, 8, 4)
        )
    assert "Căn cứ chưa kiểm tra" not in shown(minh, case, "cach-tinh-thoi-han/")


def test_steps_are_buttons_and_closed_ones_say_why(accepted, minh):
    page = shown(minh, accepted())
    assert 'href="/vu-viec/KN-2026-0001/giao-xac-minh/"' in page
    assert "Chưa thể ban hành quyết định giải quyết: chưa có báo cáo kết quả xác minh." in page


def test_what_only_the_citizen_can_bring_about_is_not_the_next_thing_to_do(accepted, lan):
    page = shown(lan, accepted())
    leads = re.findall(r'class="btn btn-primary" href="([^"]+)"', page)
    assert not [address for address in leads if "rut-don" in address]
    assert "rut-don/" in page


@pytest.mark.parametrize("typed", ["kn-2026-1", "KN-2026-1", "kn-2026-0001"])
def test_a_number_typed_short_leads_to_the_case_of_those_who_may_see_it(accepted, minh, typed):
    case = accepted()
    answer = client_of(minh).get(f"/vu-viec/{typed}/")
    assert (answer.status_code, answer.get("Location")) == (302, case.get_absolute_url())


def test_a_number_typed_short_tells_nobody_else_that_there_is_a_case(accepted, quantri):
    accepted()
    answers = [client_of(quantri).get(f"/vu-viec/kn-2026-{n}/") for n in (1, 999)]
    assert [answer.status_code for answer in answers] == [404, 404]


def test_who_may_not_see_a_case_finds_nothing(accepted, quantri, units, stranger):
    case = accepted()
    elsewhere = person("kien", "Phùng Trung Kiên")
    place(elsewhere, "officer", unit=units["lao-dong"])
    for user in (quantri, elsewhere):
        for more in ("", "cach-tinh-thoi-han/", f"van-ban/{case.papers.get().pk}/"):
            answer = client_of(user).get(f"{case.get_absolute_url()}{more}")
            assert answer.status_code == 404
    assert stranger.get(case.get_absolute_url()).status_code == 302
    assert stranger.get("/vu-viec/KN-2026-9999/").status_code == 302


def test_the_leader_of_a_team_from_another_unit_opens_the_case(
    classified, lan, ha, mai, minh, units
):
    case = classified().propose(
        by=lan, on=date(2026, 7, 6), unit=units["tiep-cong-dan"], officer=lan, summary="Đủ."
    )
    assert client_of(minh).get(case.get_absolute_url()).status_code == 404
    case.accept(by=ha, on=date(2026, 7, 7))
    number(case, mai, "tb_thu_ly", date(2026, 7, 7))
    case.order_verification(by=ha, on=date(2026, 7, 8), lead=minh, members=[lan], days=10)
    assert 'href="/vu-viec/KN-2026-0001/bao-cao-ket-qua-xac-minh/"' in shown(minh, case)


def test_numbers_of_people_are_masked(accepted, minh):
    page = shown(minh, accepted())
    assert "0991••••••23" in page
    assert "099158000123" not in page


def test_the_timeline_parts_what_the_citizen_reads_from_what_is_internal(accepted, minh):
    case = accepted()
    case.write(by=minh, on=date(2026, 8, 3), text="Nhờ xã đối chiếu.")
    case.write(by=minh, on=date(2026, 8, 3), text="Sở đang xác minh.", to_citizen=True)
    outside = shown(minh, case, "?dien-bien=gui-cong-dan")
    inside = shown(minh, case, "?dien-bien=noi-bo")
    assert "Sở đang xác minh." in outside
    assert "Nhờ xã đối chiếu." not in outside
    assert "Nhờ xã đối chiếu." in inside
    assert "Sở đang xác minh." not in inside


def test_the_timeline_tells_the_clocks(accepted, minh):
    page = shown(minh, accepted(), "?dien-bien=thoi-han")
    assert "Bắt đầu tính thời hạn giải quyết khiếu nại lần đầu: hạn 13/8/2026" in page
    assert "Kết thúc thời hạn thụ lý khiếu nại" in page


def test_an_unknown_part_of_the_timeline_is_a_bad_request(accepted, minh):
    answer = client_of(minh).get(f"{accepted().get_absolute_url()}?dien-bien=khac")
    assert answer.status_code == 400


def test_an_instruction_stands_on_the_page_until_it_is_closed(accepted, ha, minh, units):
    case = accepted()
    given = instruct(
        by=ha,
        on=date(2026, 8, 3),
        text="Báo cáo trước khi ký.",
        unit=units["nguoi-co-cong"],
        due_on=date(2026, 8, 7),
        subject=case,
    )
    assert "Ý kiến chỉ đạo của Phạm Thị Hà" in shown(minh, case)
    given.close(by=ha, on=date(2026, 8, 4))
    assert "Ý kiến chỉ đạo của Phạm Thị Hà" not in shown(minh, case)


def test_the_senders_other_petitions_are_offered_to_those_who_may_see_them(
    accepted, letter, ha, minh
):
    case = accepted()
    other = letter(title="Xin cấp lại bằng Tổ quốc ghi công")
    assert other.code in shown(ha, case)
    assert other.code not in shown(minh, case)


def test_neighbours_inside_the_list_one_came_from(accepted, complaint, minh):
    first, second = accepted(), complaint()
    page = shown(minh, second, "?ds=sap-xep%3Dso")
    assert f'href="/vu-viec/{first.code}/?ds=sap-xep%3Dso" rel="prev"' in page
    assert "2 / 2" in page
    assert 'href="/vu-viec/?sap-xep=so"' in page


def test_a_page_costs_at_most_eight_statements(
    settled, minh, dung, django_assert_max_num_queries, settings
):
    settings.OFFICE_KEPT_SECONDS = 60
    case, browser = settled(), client_of(minh)
    browser.get(case.get_absolute_url())
    with django_assert_max_num_queries(8):
        browser.get(f"{case.get_absolute_url()}?ds=sap-xep%3Dhan")
    _last_read.clear()


def test_visits_about_the_case_and_of_its_people_stand_beside(accepted, lan, minh):
    case = accepted()
    about = enter(lan, content="Bổ sung chứng cứ.")
    about.join(by=lan, on=about.received_on, case=case)
    other = enter(lan, content="Hỏi việc khác.", id_number=case.petition.parties.get().id_number)
    page = shown(lan, case)
    for visit in (about, other):
        assert f'href="{visit.get_absolute_url()}"' in page
    assert "Người gửi đơn đến về việc khác" in page


def test_whoever_has_the_case_sees_what_its_people_came_for_elsewhere(accepted, lan, minh):
    case = accepted()
    about, other = enter(lan, content="Bổ sung chứng cứ."), enter(lan, content="Hỏi việc khác.")
    about.join(by=lan, on=about.received_on, case=case)
    assert f'href="{about.get_absolute_url()}"' in shown(minh, case)
    browser = client_of(minh)
    assert browser.get(about.get_absolute_url()).status_code == 200
    assert browser.get(other.get_absolute_url()).status_code == 404


def test_a_visit_in_the_own_book_is_beside_no_case(accepted, lan):
    case = accepted()
    visit = enter(lan, id_number=case.petition.parties.get().id_number)
    visit.seal(by=lan, on=visit.received_on, reason="Tố cáo.")
    assert "Tiếp công dân</h2>" not in shown(lan, case)


def test_after_service_and_publicity_the_page_waits_for_the_effect(settled, mai, minh):
    case = settled()
    case.serve(by=mai, on=date(2026, 8, 4), served_on=date(2026, 8, 4), way="Bưu chính")
    case.publicise(by=mai, on=date(2026, 8, 4), form="hop", start_on=date(2026, 8, 4), until=None)
    page = shown(minh, case)
    assert "Quyết định có hiệu lực từ ngày 04/9/2026" in page
    assert "Chưa thể kết thúc vụ việc: quyết định chưa có hiệu lực." in page
    assert "<b>Gửi quyết định</b>: " not in page


def test_a_paper_is_shown_as_it_is_signed(accepted, mai):
    case = accepted()
    page = shown(mai, case, f"van-ban/{case.papers.get().pk}/")
    assert "Số: 96/TB-SLĐTBXH" in page
    assert "ngày 14 tháng 7 năm 2026" in page
    assert "GIÁM ĐỐC" in page


def test_the_slip_shows_its_code_once(accepted, mai, thao):
    case = accepted()
    address = f"{case.get_absolute_url()}van-ban/{case.papers.get().pk}/phieu-gui/"
    slip = client_of(mai).post(address).content.decode()
    digits = re.search(r"\d{4} \d{4} \d{4} \d{4}", slip).group()
    assert opened_by(digits.replace(" ", "")) == case.petition
    assert thao["name"] in slip
    assert digits not in client_of(mai).get(address).content.decode()


def test_a_second_slip_ends_the_code_of_the_first(accepted, mai):
    case = accepted()
    paper = case.papers.get()
    first = paper.give_code(by=mai, on=date(2026, 8, 4))
    second = paper.give_code(by=mai, on=date(2026, 8, 4))
    assert opened_by(first) is None
    assert opened_by(second) == case.petition


def test_only_the_clerk_prints_slips_and_only_of_what_the_citizen_gets(
    accepted, minh, mai, ha, lan
):
    case = accepted()
    slip = f"{case.get_absolute_url()}van-ban/{case.papers.get().pk}/phieu-gui/"
    assert client_of(minh).get(slip).status_code == 404
    case.order_verification(by=ha, on=date(2026, 7, 15), lead=minh, members=[lan], days=10)
    order = number(case, mai, "qd_xac_minh", date(2026, 7, 15), "97/QĐ-SLĐTBXH")
    inside = f"{case.get_absolute_url()}van-ban/{order.pk}/phieu-gui/"
    assert client_of(mai).post(inside).status_code == 404


def test_the_page_opens_at_every_stage(
    subtests, complaint, verified, feedback, minh, ha, lan, binh, mai, dung
):
    cases = [complaint(), verified(), feedback()]
    for reader in (minh, ha, lan, binh, mai, dung):
        for case in cases:
            seen = type(case).objects.visible_to(reader, on=date(2026, 8, 4)).filter(pk=case.pk)
            answer = client_of(reader).get(case.get_absolute_url())
            with subtests.test(f"{reader.username} {case.stage}"):
                assert answer.status_code == (200 if seen.exists() else 404)


def test_the_report_on_an_instruction_is_for_colleagues(accepted, ha, minh, units):
    case = accepted()
    given = instruct(
        by=ha,
        on=date(2026, 8, 3),
        text="Xuống cơ sở trong tuần.",
        unit=units["nguoi-co-cong"],
        due_on=date(2026, 8, 3),
        user=minh,
        subject=case,
    )
    given.answer(by=minh, on=date(2026, 8, 3), text="Đã làm việc tại cơ sở.")
    told = timeline.entries(timeline.events_of(case.stream), clocks=[], labels={})
    (report,) = [entry for entry in told if entry.text == "Đã làm việc tại cơ sở."]
    assert report.tone == timeline.INSIDE
