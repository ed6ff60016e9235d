"""The pages of plans and tasks: every step by its form, every view of a plan."""

from datetime import date

import pytest
from django.utils import timezone

from portal.planning import Plan
from portal.submissions import Submission
from tests.cast import client_of

TODAY = timezone.localdate


def tray() -> str:
    return f"/trinh/{Submission.objects.latest('pk').pk}/"


def page(client, address, **typed):
    return client.post(address, typed) if typed else client.get(address)


@pytest.fixture
def ones(plan, share, tuan, ha, hoa, khanh, mai, office, fields):
    return {"tuan": client_of(tuan), "ha": client_of(ha), "hoa": client_of(hoa),
            "khanh": client_of(khanh), "mai": client_of(mai)}  # fmt: skip


PAGES = (
    "/ke-hoach/",
    "/ke-hoach/?xem=dang-chay",
    "/ke-hoach/?q=thuc%20hien&nam=2026&chuong-trinh=dan-chu",
    "/ke-hoach/KH-2026-0001/",
    "/ke-hoach/KH-2026-0001/?xem=ma-tran",
    "/ke-hoach/KH-2026-0001/?xem=tien-trinh",
    "/ke-hoach/KH-2026-0001/?xem=noi-dung",
    "/ke-hoach/KH-2026-0001/?xem=lich",
    "/ke-hoach/KH-2026-0001/?xem=doi-han",
    "/ke-hoach/KH-2026-0001/xac-nhan-da-nhan/",
    "/ke-hoach/KH-2026-0001/ghi-ke-hoach-cua-don-vi/",
    "/ke-hoach/KH-2026-0001/tong-ket/",
    "/ke-hoach/KH-2026-0001/lap-tu/",
    "/ke-hoach/moi/",
    "/ke-hoach/moi/?tren=KH-2026-0001",
    "/ke-hoach/theo-doi/",
    "/ke-hoach/theo-doi/?nam=2026",
    "/ke-hoach/giao-ban/?thang=2026-t6",
    "/nhiem-vu/",
    "/nhiem-vu/?xem=cua-toi",
    "/nhiem-vu/?xem=vuong-mac",
    "/nhiem-vu/?xem=chua-co-thoi-gian",
    "/nhiem-vu/?han=qua-han&don-vi=dich-vu-viec-lam",
    "/nhiem-vu/KH-2026-0001-2-2/",
    "/nhiem-vu/KH-2026-0001-2-2/bao-cao-tien-do/",
    "/nhiem-vu/KH-2026-0001-2-2/bao-cao-hoan-thanh/",
    "/nhiem-vu/KH-2026-0001-2-2/bao-vuong-mac/",
    "/nhiem-vu/KH-2026-0001-2-2/dieu-chinh-thoi-han/",
    "/nhiem-vu/KH-2026-0001-2-2/thoi-thuc-hien/",
)


@pytest.mark.parametrize("who", ["khanh", "tuan", "ha"])
def test_every_page_opens(ones, who, subtests):
    for address in PAGES:
        with subtests.test(address):
            answer = ones[who].get(address)
            assert answer.status_code == 200, answer.content.decode()[-900:]


def test_a_plan_is_drawn_up_on_its_page(ones, tuan):
    typed = {
        "kind": "ke-hoach", "programme": "cai-cach", "title": "Cải cách hành chính năm 2027",
        "unit": "so", "coordinating_unit": "van-phong", "year": "2027", "period": "nam",
    }  # fmt: skip
    answer = page(ones["tuan"], "/ke-hoach/moi/", **typed)
    plan = Plan.objects.get(year=2027)
    assert answer.url == plan.get_absolute_url()
    assert (plan.from_on, plan.to_on) == (date(2027, 1, 1), date(2027, 12, 31))


def test_tasks_are_added_one_after_the_other(ones, draft_of_tuan):
    typed = {"text": "Tập huấn", "raw_time": "Quý II", "start": "1/4/2027", "due": "30/6/2027",
             "group": "all", "them-nua": "1"}  # fmt: skip
    address = draft_of_tuan.get_absolute_url() + "them-nhiem-vu/"
    answer = page(ones["tuan"], address, **typed)
    task = draft_of_tuan.tasks.get()
    assert answer.url == address
    assert (task.time_kind, task.group, task.lead) == ("window", "all", "Các phòng, đơn vị")


@pytest.fixture
def draft_of_tuan(tuan, units):
    return Plan.draw_up(
        by=tuan, on=TODAY(), programme="khac", title="Tập huấn", unit=units["so"],
        coordinating_unit=units["van-phong"], year=2027, from_on=date(2027, 1, 1),
        to_on=date(2027, 12, 31),
    )  # fmt: skip


def test_a_task_without_words_of_time_stays_undated(ones, draft_of_tuan):
    page(ones["tuan"], draft_of_tuan.get_absolute_url() + "them-nhiem-vu/", text="Phối hợp")
    assert draft_of_tuan.tasks.get().time_kind == "none"
    shown = ones["tuan"].get(draft_of_tuan.get_absolute_url()).content.decode()
    assert "Chưa có thời gian" in shown


def test_a_task_of_a_draft_is_edited_and_dropped(ones, draft_of_tuan, tuan):
    task = draft_of_tuan.add_task(by=tuan, on=TODAY(), text="Viết nhầm")
    address = f"{draft_of_tuan.get_absolute_url()}sua-nhiem-vu/"
    assert "Viết nhầm" in ones["tuan"].get(f"{address}?task={task.pk}").content.decode()
    page(ones["tuan"], address, task=task.pk, text="Viết đúng")
    assert draft_of_tuan.tasks.get().text == "Viết đúng"
    page(ones["tuan"], address, task=task.pk, remove="on")
    assert not draft_of_tuan.tasks.exists()


def test_the_plan_goes_up_and_is_signed_in_the_tray(ones, draft_of_tuan, tuan, ha):
    draft_of_tuan.add_task(by=tuan, on=TODAY(), text="Một việc")
    page(ones["tuan"], draft_of_tuan.get_absolute_url() + "ban-hanh-ke-hoach/", note="Xin ký")
    assert "Một việc" in ones["ha"].get(tray()).content.decode()
    page(ones["ha"], tray(), verdict="approve")
    draft_of_tuan.refresh_from_db()
    assert (draft_of_tuan.stage, draft_of_tuan.signer) == ("signed", ha)


def test_the_clerk_writes_number_and_date(ones, draft_of_tuan, tuan, ha):
    draft_of_tuan.add_task(by=tuan, on=TODAY(), text="Một việc", group="subordinate")
    draft_of_tuan.issue(by=ha, on=TODAY())
    typed = {"number": "7", "symbol": "KH-SLĐTBXH", "dated_on": f"{TODAY():%d/%m/%Y}"}
    page(ones["mai"], draft_of_tuan.get_absolute_url() + "phat-hanh/", **typed)
    draft_of_tuan.refresh_from_db()
    assert (draft_of_tuan.reference, draft_of_tuan.shares.count()) == ("07/KH-SLĐTBXH", 2)


def test_done_without_a_product_is_refused_at_its_field(ones, share):
    typed = {"result": "Đã thực hiện", "product": "Đã làm", "finished_on": f"{TODAY():%d/%m/%Y}"}
    answer = page(ones["khanh"], share.get_absolute_url() + "bao-cao-hoan-thanh/", **typed)
    assert answer.status_code == 422
    assert "Ghi rõ sản phẩm" in answer.content.decode()


def test_a_report_is_made_and_confirmed(ones, share):
    typed = {"result": "Đã lập", "product": "Quyết định 15", "finished_on": "12/6/2026"}
    page(ones["khanh"], share.get_absolute_url() + "bao-cao-hoan-thanh/", **typed)
    page(ones["tuan"], share.get_absolute_url() + "xac-nhan-hoan-thanh/", version="2")
    share.refresh_from_db()
    assert (share.stage, share.percent) == ("done", 100)


def test_an_obstacle_is_read_by_those_concerned_alone(ones, share, khanh, minh):
    share.raise_issue(by=khanh, on=TODAY(), text="Thiếu hướng dẫn của cấp trên")
    assert "Thiếu hướng dẫn" in ones["tuan"].get(share.get_absolute_url()).content.decode()
    other = client_of(minh).get(share.get_absolute_url()).content.decode()
    assert "Thiếu hướng dẫn" not in other


def test_a_new_date_is_asked_for_and_approved_in_the_tray(ones, share, hoa, ha):
    typed = {"due": "31/12/2026", "reason": "Chờ hướng dẫn"}
    page(ones["khanh"], share.get_absolute_url() + "dieu-chinh-thoi-han/", **typed)
    assert "Chờ hướng dẫn" in ones["hoa"].get(tray()).content.decode()
    page(ones["hoa"], tray(), verdict="endorse")
    page(ones["ha"], tray(), verdict="approve")
    share.refresh_from_db()
    assert (share.due, share.baseline_due) == (date(2026, 12, 31), date(2026, 6, 30))


def test_a_unit_writes_its_own_plan_below(ones, plan, share, units, hoa, khanh):
    typed = {"kind": "ke-hoach", "programme": "dan-chu", "title": "Của Trung tâm", "year": "2026",
             "unit": "dich-vu-viec-lam", "coordinating_unit": "dich-vu-viec-lam",
             "period": "nam"}  # fmt: skip
    page(ones["khanh"], "/ke-hoach/moi/?tren=KH-2026-0001", **typed)
    own = Plan.objects.get(parent=plan)
    assert [task.text for task in own.tasks.all()] == [share.task.text]
    own.issue(by=hoa, on=TODAY())
    own.send_out(by=hoa, on=TODAY(), number="05", symbol="KH-TTDVVL", dated_on=TODAY())
    assert plan.recipients.get(unit=units["dich-vu-viec-lam"]).own_plan == own


def test_the_matrix_reminds_whoever_is_late(ones, plan):
    shown = ones["tuan"].get("/ke-hoach/theo-doi/?nam=2026").content.decode()
    assert "Quá hạn kế hoạch riêng" in shown
    assert "chưa có kế hoạch riêng, hạn đến hết 15/5/2026 (đã quá hạn)" in shown


def test_the_text_of_a_reminder_is_not_for_the_unit_itself(ones, plan):
    shown = ones["khanh"].get("/ke-hoach/theo-doi/?nam=2026").content.decode()
    assert "Kính gửi" not in shown


def test_a_remark_is_kept_for_the_meeting(ones, share, khanh):
    share.report_progress(by=khanh, on=date(2026, 6, 3), percent=20, text="Đã họp")
    page(ones["tuan"], "/ke-hoach/giao-ban/?thang=2026-t6", **{"nx-dich-vu-viec-lam": "Cần nhanh"})
    shown = ones["ha"].get("/ke-hoach/giao-ban/?thang=2026-t6").content.decode()
    assert "Cần nhanh" in shown


def test_next_year_copies_tasks_and_no_results(ones, plan, share, khanh):
    share.report_progress(by=khanh, on=date(2026, 6, 3), percent=20, text="Đã họp")
    page(ones["tuan"], f"{plan.get_absolute_url()}lap-tu/", year="2027")
    new = Plan.objects.get(made_from=plan)
    first = new.tasks.first()
    assert (first.raw_time, first.due) == ("Quý III năm 2027", date(2027, 9, 30))
    assert (new.shares.count(), first.time_confirmed) == (0, False)


@pytest.mark.parametrize("address", ["/ke-hoach/?nam=1800", "/ke-hoach/KH-2026-0001/?xem=gi",
                                     "/ke-hoach/theo-doi/?nam=x", "/nhiem-vu/?han=mai",
                                     "/ke-hoach/giao-ban/?thang=2026"])  # fmt: skip
def test_what_the_address_cannot_ask_is_a_400(ones, address):
    assert ones["tuan"].get(address).status_code == 400


def test_recipients_are_units_bodies_and_names_outside(ones, draft_of_tuan, units, db):
    typed = {"units": ["van-phong", "dich-vu-viec-lam"], "owing": ["dich-vu-viec-lam"],
             "names": "- Sở Nội vụ;\nBan Tuyên giáo và Dân vận\n"}  # fmt: skip
    page(ones["tuan"], draft_of_tuan.get_absolute_url() + "ghi-noi-nhan/", **typed)
    told = [(str(row), row.owes_plan) for row in draft_of_tuan.recipients.all()]
    assert told == [
        ("Trung tâm Dịch vụ việc làm", True),
        ("Văn phòng Sở", False),
        ("Sở Nội vụ", False),
        ("Ban Tuyên giáo và Dân vận", False),
    ]


def test_a_unit_owes_a_plan_only_if_the_plan_is_sent_to_it(ones, draft_of_tuan):
    typed = {"units": ["van-phong"], "owing": ["dich-vu-viec-lam"]}
    answer = page(ones["tuan"], draft_of_tuan.get_absolute_url() + "ghi-noi-nhan/", **typed)
    assert answer.status_code == 422
    assert "Chưa chọn ở nơi nhận: Trung tâm Dịch vụ việc làm" in answer.content.decode()


def test_a_task_names_several_partners(ones, draft_of_tuan):
    typed = {"text": "Đối thoại", "partners": ["lao-dong", "nguoi-co-cong"]}
    page(ones["tuan"], draft_of_tuan.get_absolute_url() + "them-nhiem-vu/", **typed)
    assert draft_of_tuan.tasks.get().partner_units.count() == 2


def test_a_plan_of_a_year_stands_below_one_of_a_term(ones, units, tuan):
    typed = {"kind": "chuong-trinh", "programme": "dan-van", "title": "Dân vận khéo", "unit": "so",
             "coordinating_unit": "van-phong", "year": "2025", "period": "nhiem-ky",
             "from_on": "1/7/2025", "to_on": "30/6/2030"}  # fmt: skip
    page(ones["tuan"], "/ke-hoach/moi/", **typed)
    term = Plan.objects.get(year=2025)
    assert term.period_words == "Nhiệm kỳ 2025–2030"
    year = typed | {"year": "2026", "period": "nam", "from_on": "", "to_on": ""}
    page(ones["tuan"], f"/ke-hoach/moi/?tren={term.code}", **year)
    below = Plan.objects.get(parent=term)
    assert (below.period_words, below.to_on <= term.to_on) == ("Năm 2026", True)


def test_the_sheet_names_a_few_of_each_unit_and_counts_the_rest(ones, plan, share, units):
    unit = units["dich-vu-viec-lam"]
    for n in range(12):
        task = plan.tasks.create(place=n + 20, text=f"Việc muộn {n}")
        plan.shares.create(task=task, unit=unit, code=f"KH-2026-0001-{n + 20}-1",
                           due=date(2026, 5, 20))  # fmt: skip
    shown = ones["tuan"].get("/ke-hoach/giao-ban/?thang=2026-t5").content.decode()
    assert shown.count("Việc muộn") == 8
    assert "và 4 việc quá hạn khác" in shown
