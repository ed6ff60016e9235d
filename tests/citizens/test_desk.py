"""/cong-viec/ by position: what waits, which step comes next; numbers open their rows."""

import re
from datetime import date

from django.utils import timezone

from citizens import desk
from portal.dashboard.desk import Desk
from portal.instructions import instruct
from portal.people import Role
from portal.submissions import submit
from portal.working_days import calendar
from tests.cast import client_of, person, place

TODAY = timezone.localdate()


def page(user, query=""):
    return client_of(user).get(f"/cong-viec/{query}").content.decode()


def tiles(user) -> dict[str, int]:
    shown = re.findall(r"</svg> ([^<]+)</span><span class=\"figure[^>]*>([\d.]+)<", page(user))
    return {label: int(figure) for label, figure in shown}


def on_desk(user, on=None) -> list[tuple[str, str]]:
    return [(each.code, each.act) for each in desk.work(user, on=on or TODAY)]


def test_new_letter_waits_for_the_petition_officer_to_classify(letter, lan):
    petition = letter(TODAY)
    assert on_desk(lan) == [(petition.code, "Phân loại")]
    assert f'href="/don/{petition.code}/phan-loai/"' in page(lan)


def test_head_assigns_what_nobody_has(letter, binh):
    petition = letter(TODAY)
    assert on_desk(binh) == [(petition.code, "Phân công")]


def test_a_letter_left_untouched_tells_the_line_of_forty_five_days(letter, lan):
    """Received on Monday 03/8/2026: handled by 13/8, answered for after 17/9."""
    letter(date(2026, 8, 3))
    [fresh] = desk.work(lan, on=date(2026, 8, 13))
    [late] = desk.work(lan, on=date(2026, 9, 14))
    assert "45 ngày" not in fresh.words
    assert late.words.endswith("mốc 45 ngày: còn 3 ngày làm việc")


def test_classified_complaint_is_proposed(classified, lan):
    petition = classified(TODAY)
    assert on_desk(lan) == [(petition.code, "Đề xuất thụ lý")]


def test_ineligible_one_is_forwarded_or_shelved(classified, lan):
    classified(TODAY, competent=False)
    classified(TODAY, eligible=False)
    assert [act for _, act in on_desk(lan)] == ["Trình chuyển đơn", "Trình lưu đơn"]


def test_step_of_the_settler_is_put_on_its_way_by_the_officer(complaint, minh, ha):
    case = complaint(TODAY)
    assert on_desk(minh) == [(case.code, "Trình thụ lý")]
    assert on_desk(ha) == []


def test_what_is_submitted_waits_for_its_reader(complaint, minh, ha):
    case = complaint(TODAY)
    submit(case, case.workflow["accept"], by=minh, on=TODAY, payload={})
    assert on_desk(minh) == [(case.code, "")]
    assert "Chờ Phạm Thị Hà" in page(minh, "?muc=cho-nguoi-khac")
    assert tiles(ha)["Chờ ký"] == 1
    assert "Đọc, phê duyệt" in page(ha)


def test_lead_of_the_team_reports_while_the_officer_waits(accepted, ha, lan, minh, units):
    case = accepted()
    case.order_verification(by=ha, on=date(2026, 7, 15), lead=lan, members=[minh], days=15)
    assert (case.code, "Báo cáo kết quả xác minh") in on_desk(lan)
    assert on_desk(minh) == [(case.code, "")]


def test_still_differing_request_asks_for_a_dialogue_first(verified, minh):
    case = verified(differs=True)
    assert on_desk(minh) == [(case.code, "Trình mời đối thoại")]


def test_clerk_numbers_what_was_approved(complaint, ha, mai):
    case = complaint(TODAY)
    case.accept(by=ha, on=TODAY)
    paper = case.papers.get()
    body = page(mai)
    assert f'href="/vu-viec/{case.code}/phat-hanh/?paper={paper.pk}"' in body
    assert tiles(mai)["Chờ lấy số"] == 1


def test_clerk_serves_a_dated_decision(settled, mai):
    case = settled()
    assert (case.code, "Gửi quyết định") in on_desk(mai)


def test_handed_back_shows_its_reason(complaint, minh, ha):
    case = complaint(TODAY)
    submission = submit(case, case.workflow["accept"], by=minh, on=TODAY, payload={})
    submission.hand_back(by=ha, on=TODAY, reason="Thiếu căn cứ.")
    body = page(minh)
    assert "Trả lại: “Thiếu căn cứ.”" in body
    assert tiles(minh)["Bị trả lại"] == 1


def test_late_one_is_late_for_officer_head_and_director(complaint, minh, ha, units):
    head = person("hoa", "Trịnh Thị Hòa")
    place(head, Role.HEAD, unit=units["nguoi-co-cong"])
    complaint(calendar().subtract(TODAY, 30))
    assert [tiles(user)["Quá hạn"] for user in (minh, head, ha)] == [1, 1, 1]


def test_every_number_opens_exactly_its_rows(complaint, letter, lan, minh, ha, mai, binh):
    complaint(calendar().subtract(TODAY, 30))
    complaint(TODAY)
    letter(calendar().subtract(TODAY, 9))
    for user in (lan, minh, ha, mai, binh):
        for name, figure in numbers(user).items():
            rows = page(user, f"?muc={name}").count('<li class="work-item">')
            assert rows == figure, (user.username, name)


def numbers(user) -> dict[str, int]:
    found = re.findall(
        r'href="\?muc=([a-z-]+)"><span.*?<span class="figure[^>]*>([\d.]+)<', page(user)
    )
    assert found
    return {name: int(figure) for name, figure in found}


def test_whoever_sits_at_reception_enters_a_visit_at_once(lan, mai, minh, units):
    place(lan, Role.RECEPTION_OFFICER, unit=units["tiep-cong-dan"])
    first = '<a class="btn btn-primary" href="/tiep-dan/vao-so/" data-key="g">'
    assert first in page(lan)
    assert '<a class="btn" href="/tiep-dan/vao-so/" data-key="g">' in page(mai)
    assert "/tiep-dan/vao-so/" not in page(minh)


def test_leader_gives_an_instruction_on_any_late_row(complaint, ha):
    case = complaint(calendar().subtract(TODAY, 30))
    assert f'href="/chi-dao/moi/?ve=vu-viec/{case.code}"' in page(ha)


def test_instruction_stands_on_both_desks_until_it_is_closed(ha, minh, units):
    row = instruct(
        by=ha,
        on=TODAY,
        text="Báo cáo tiến độ.",
        unit=units["nguoi-co-cong"],
        user=minh,
        due_on=TODAY,
    )
    assert all("Báo cáo tiến độ." in page(user) for user in (ha, minh))
    row.close(by=ha, on=TODAY)
    assert not any("Báo cáo tiến độ." in page(user) for user in (ha, minh))


def test_sealed_letter_shows_its_number_alone(letter, lan, mai, units):
    from citizens.models import Petition

    sealed = Petition.register_sealed(
        by=mai, on=TODAY, received_on=TODAY, channel="buu_chinh", envelope_no="BM-1"
    )
    body = page(mai, "?muc=hom-nay")
    assert sealed.code in body
    assert "BM-1" not in body
    assert sealed.code not in page(lan)


def test_administrator_reads_what_his_position_is_for(quantri, complaint):
    case = complaint(TODAY)
    body = page(quantri)
    assert "Quản trị hệ thống" in body
    assert case.code not in body


def test_unknown_part_is_told(lan, client):
    client.force_login(lan)
    assert client.get("/cong-viec/?muc=gi-do").status_code == 400


def test_desk_costs_at_most_eleven_statements(
    subtests, complaint, few_statements, lan, binh, ha, dung, minh, mai, quantri
):
    for days in (0, 5, 30):
        complaint(calendar().subtract(TODAY, days))
    for user in (lan, binh, ha, dung, minh, mai, quantri):
        client = client_of(user)
        client.get("/cong-viec/")
        with subtests.test(user.username), few_statements(11):
            client.get("/cong-viec/")


def test_menu_counts_what_waits(complaint, minh):
    complaint(TODAY)
    assert Desk(minh, TODAY).count == (1, False)
