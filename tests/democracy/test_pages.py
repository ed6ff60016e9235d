"""The pages of publicity, consultation, letters and decisions: each opens, each form acts."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from democracy.models import (
    Consultation,
    InformationRequest,
    Posting,
    StaffDecision,
    Suggestion,
)
from democracy.models.slip import drop, open_box
from portal.submissions import Submission
from portal.working_days import days_after
from tests.cast import client_of
from tests.portal.specimens import pdf

TODAY = timezone.localdate
LISTS = ("/dan-chu/", "/dan-chu/cong-khai/", "/dan-chu/lay-y-kien/", "/dan-chu/gop-y/",
         "/dan-chu/quyet-dinh/")  # fmt: skip


def written(day) -> str:
    return f"{day:%d/%m/%Y}"


@pytest.fixture
def ones(posting, asked, tuan, ha, minh, mai, board, office, fields, units):
    drop(on=days_after(TODAY(), -1), addressed_to="leaders", topic="khac", text="Thư một")
    open_box(on=TODAY())
    StaffDecision.note(
        by=tuan, on=TODAY(), item="49.3", title="Nghị quyết hội nghị", unit=units["so"],
        way="hoi-nghi", proposed_by="dai-dien", held_on=TODAY(), convened=9, present=9, yes=9,
        no=0, other=0,
    )  # fmt: skip
    users = {"tuan": tuan, "ha": ha, "minh": minh, "mai": mai, "board": board}
    return {name: client_of(user) for name, user in users.items()}


PAGES = (
    *LISTS,
    "/dan-chu/cong-khai/?xem=qua-han&noi-dung=46.6&don-vi=van-phong&q=bo%20nhiem",
    "/dan-chu/cong-khai/?xem=yeu-cau",
    "/dan-chu/cong-khai/CK-2026-0001/",
    "/dan-chu/cong-khai/CK-2026-0001/yeu-cau-cung-cap-thong-tin/",
    "/dan-chu/lay-y-kien/?xem=dang-hoi",
    "/dan-chu/lay-y-kien/LYK-2026-0001/",
    "/dan-chu/lay-y-kien/LYK-2026-0001/gop-y/",
    "/dan-chu/gop-y/?viec=khac",
    "/dan-chu/gop-y/ap-phich/",
    "/dan-chu/hom-thu/",
    "/dan-chu/hom-thu/da-gui/",
)


@pytest.mark.parametrize("who", ["tuan", "ha", "minh", "board"])
def test_every_page_opens(ones, who, subtests):
    for address in PAGES:
        with subtests.test(address):
            answer = ones[who].get(address)
            assert answer.status_code == 200, answer.content.decode()[-900:]


@pytest.mark.parametrize("address", LISTS)
def test_a_list_costs_a_bounded_number_of_statements(
    ones, address, django_assert_max_num_queries, tuan, units
):
    for n in range(12):
        Posting.note_posting(by=tuan, on=TODAY(), item="46.2", title=f"Kế hoạch tháng {n}",
                             decided_on=TODAY(), unit=units["van-phong"])  # fmt: skip
    ones["tuan"].get(address)
    with django_assert_max_num_queries(18):
        ones["tuan"].get(address)


@pytest.mark.parametrize("address", ["/dan-chu/cong-khai/CK-2026-0001/",
                                     "/dan-chu/lay-y-kien/LYK-2026-0001/"])  # fmt: skip
def test_a_page_costs_a_bounded_number_of_statements(
    ones, address, django_assert_max_num_queries, asked, minh
):
    for n in range(10):
        asked.comment(by=minh, on=asked.opened_on, text=f"Ý kiến {n}")
    ones["tuan"].get(address)
    with django_assert_max_num_queries(18):
        ones["tuan"].get(address)


def test_what_must_be_made_known_is_entered_and_posted(ones, tuan):
    typed = {"item": "46.9", "title": "Nội quy mới", "decided_on": written(TODAY()),
             "unit": "van-phong", "circle": "all",
             "file_sent": SimpleUploadedFile("noi-quy.pdf", pdf())}  # fmt: skip
    answer = ones["tuan"].post("/dan-chu/cong-khai/moi/", typed)
    row = Posting.objects.get(title="Nội quy mới")
    assert answer.url == row.get_absolute_url()
    until = written(days_after(TODAY(), 30))
    ones["tuan"].post(f"{answer.url}dang-cong-khai/", {"until": until, "forms": ["a"]})
    row.refresh_from_db()
    assert (row.stage, row.forms) == ("posted", ["a", "b"])
    assert ones["minh"].get(f"{answer.url}tep/").status_code == 200


def test_a_file_of_a_declaration_is_refused_at_its_field(ones):
    typed = {"item": "46.7-ke-khai", "title": "Kê khai", "decided_on": written(TODAY()),
             "unit": "van-phong", "circle": "units", "units": ["van-phong"],
             "file_sent": SimpleUploadedFile("ke-khai.pdf", pdf())}  # fmt: skip
    answer = ones["tuan"].post("/dan-chu/cong-khai/moi/", typed)
    assert answer.status_code == 422
    assert "chỉ ghi một dòng, không đính kèm tệp" in answer.content.decode()


def test_units_must_be_chosen_when_it_is_for_units(ones):
    typed = {"item": "46.9", "title": "Nội quy", "decided_on": written(TODAY()),
             "unit": "van-phong", "circle": "units"}  # fmt: skip
    answer = ones["tuan"].post("/dan-chu/cong-khai/moi/", typed).content.decode()
    assert "Chọn ít nhất một đơn vị" in answer
    assert 'value="Nội quy"' in answer


def test_information_is_asked_for_and_given(ones):
    address = "/dan-chu/cong-khai/CK-2026-0001/"
    ones["minh"].post(f"{address}yeu-cau-cung-cap-thong-tin/", {"ground": "chua-cong-khai"})
    ones["tuan"].post(f"{address}cung-cap-thong-tin/", {"answer": "Đăng ngày mai"})
    assert InformationRequest.objects.get().answer == "Đăng ngày mai"
    assert "Đăng ngày mai" in ones["minh"].get(address).content.decode()


def test_a_withheld_title_is_not_told(ones, posting, ha):
    posting.withhold(by=ha, on=TODAY(), reason="Bí mật công tác")
    pages = ("/dan-chu/cong-khai/", posting.get_absolute_url())
    for who, address in [(who, page) for who in ("minh", "board") for page in pages]:
        shown = ones[who].get(address).content.decode()
        assert "bổ nhiệm Trưởng phòng" not in shown
        assert posting.reference not in shown
        assert posting.code in shown
    found = ones["minh"].get("/dan-chu/cong-khai/?q=bo%20nhiem").content.decode()
    assert posting.code not in found


def test_a_consultation_goes_up_and_is_signed_in_the_tray(ones, tuan):
    typed = {"item": "53.3", "title": "Phong trào thi đua", "text": "Nên thi đua việc gì?",
             "forms": ["cong", "hoi-nghi"], "closes_on": written(days_after(TODAY(), 9)),
             "unit": "van-phong", "circle": "all"}  # fmt: skip
    answer = ones["tuan"].post("/dan-chu/lay-y-kien/moi/", typed)
    ones["tuan"].post(f"{answer.url}lay-y-kien/", {"note": "Xin ý kiến"})
    tray = f"/trinh/{Submission.objects.latest('pk').pk}/"
    assert "Nên thi đua việc gì?" in ones["ha"].get(tray).content.decode()
    ones["ha"].post(tray, {"verdict": "approve"})
    asked = Consultation.objects.get(item="53.3")
    assert (asked.stage, asked.opened_on) == ("open", TODAY())
    shown = ones["minh"].get(answer.url).content.decode()
    assert f"/dan-chu/hom-thu/{asked.key}/" in shown
    ones["minh"].post(f"{answer.url}gop-y/", {"text": "Thi đua học tập"})
    assert asked.opinions.get().author.username == "minh"


def test_a_letter_is_routed_answered_and_published(ones, units):
    address = Suggestion.objects.get().get_absolute_url()
    ones["tuan"].post(f"{address}giao-tra-loi/", {"unit": "nguoi-co-cong"})
    ones["tuan"].post(f"{address}tra-loi-thu/", {"answer": "Sẽ làm"})
    ones["ha"].post(f"{address}dang-cau-tra-loi/", {"summary": "Góp ý chung", "answer": "Sẽ làm"})
    shown = ones["minh"].get("/dan-chu/gop-y/").content.decode()
    assert "Góp ý chung" in shown
    assert "Thư một" not in shown


@pytest.mark.parametrize("address", ["/dan-chu/cong-khai/?xem=gi", "/dan-chu/gop-y/?viec=x",
                                     "/dan-chu/gop-y/tong-hop/?thang=2026",
                                     "/dan-chu/gop-y/tong-hop/?thang=x"])  # fmt: skip
def test_what_the_address_cannot_ask_is_a_400(ones, address):
    assert ones["tuan"].get(address).status_code == 400


def test_an_empty_list_says_which_of_three(office, minh, mai, quantri, units):
    address = "/dan-chu/cong-khai/"
    assert "Chưa có nội dung nào" in client_of(mai).get(address).content.decode()
    assert "Không có dòng nào khớp" not in client_of(mai).get(address).content.decode()
    assert "không xem nội dung công việc" in client_of(quantri).get(address).content.decode()
