"""The pages of models: each opens, each form acts, and costs what it costs."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from democracy.models import Practice
from portal.submissions import Submission
from tests.cast import client_of
from tests.democracy.practice.conftest import CENTRE, facts_of
from tests.portal.specimens import pdf, png

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@pytest.fixture
def ones(recognised, office, tuan, ha, hoa, khanh, mai, minh, quantri):
    people = {"tuan": tuan, "ha": ha, "hoa": hoa, "khanh": khanh, "mai": mai, "minh": minh,
              "quantri": quantri}  # fmt: skip
    return {name: client_of(user) for name, user in people.items()}


def text(answer) -> str:
    return answer.content.decode()


def typed(**other) -> dict:
    facts = facts_of(CENTRE, "lao-dong-viec-lam")
    return facts | {"from_on": f"{TODAY():%d/%m/%Y}"} | other


PAGES = (
    "/dan-chu/mo-hinh/",
    "/dan-chu/mo-hinh/?xem=nhan-rong",
    "/dan-chu/mo-hinh/?nam=2026&loai=mo-hinh&don-vi=dich-vu-viec-lam&q=ngay%20hoi",
    "/dan-chu/mo-hinh/?linh-vuc=lao-dong-viec-lam&dan-van=chinh-quyen",
    "/dan-chu/mo-hinh/chua-co/",
    "/dan-chu/mo-hinh/chua-co/?nam=2025",
    "/dan-chu/mo-hinh/chua-co/?nam=x",
    "/dan-chu/mo-hinh/gioi-thieu/",
    "/dan-chu/mo-hinh/MH-2026-0001/",
    "/dan-chu/mo-hinh/MH-2026-0001/ghi-noi-nhan-rong/",
)


@pytest.mark.parametrize("who", ["tuan", "khanh"])
def test_the_page_opens(ones, who):
    for address in PAGES:
        answer = ones[who].get(address)
        assert answer.status_code == 200, (address, text(answer)[-900:])


def test_a_model_is_enrolled_listed_and_told_of(ones):
    answer = ones["khanh"].post("/dan-chu/mo-hinh/moi/", typed(title="Tiếp dân lưu động"))
    one = Practice.objects.get(title="Tiếp dân lưu động")
    assert answer.url == one.get_absolute_url()
    ones["tuan"].post(f"{answer.url}dua-vao-danh-muc/", {"note": "Xin duyệt"})
    tray = f"/trinh/{Submission.objects.latest('pk').pk}/"
    assert "200 người được tư vấn" in text(ones["ha"].get(tray))
    ones["ha"].post(tray, {"verdict": "approve"})
    told = {"text": "Ba thôn, 90 người", "reached": "90"}
    assert ones["khanh"].post(f"{answer.url}ghi-tien-do/", told).status_code == 302
    one.refresh_from_db()
    assert (one.stage, one.reached) == ("running", 90)


def test_the_task_it_serves_is_asked_for_in_a_sentence(ones):
    answer = ones["khanh"].post("/dan-chu/mo-hinh/moi/", typed(serves="", holder="ca-nhan"))
    assert answer.status_code == 422
    assert "Ghi họ tên người thực hiện" in text(answer)
    assert "Ngày hội việc làm ở thôn" in text(answer)


def test_a_task_that_nobody_knows_is_told_at_its_field(ones):
    answer = ones["khanh"].post("/dan-chu/mo-hinh/moi/", typed(share="NV-2020-9999-01-01"))
    assert "Không thấy nhiệm vụ số NV-2020-9999-01-01" in text(answer)


def test_a_picture_with_its_caption_is_shown_to_whoever_sees_the_model(ones, recognised):
    address = f"{recognised.get_absolute_url()}them-anh/"
    wrong = {"picture_sent": SimpleUploadedFile("a.pdf", pdf()), "caption": "Ngày hội"}
    assert "Chỉ nhận ảnh" in text(ones["khanh"].post(address, wrong))
    right = {"picture_sent": SimpleUploadedFile("a.png", png()), "caption": "Ngày hội ở Nà Khoang"}
    assert ones["khanh"].post(address, right).status_code == 302
    shown = recognised.pictures.get().get_absolute_url()
    assert shown in text(ones["minh"].get(recognised.get_absolute_url()))
    assert ones["minh"].get(shown).headers["Content-Type"] == "image/png"
    assert ones["quantri"].get(shown).status_code == 404


def test_the_showcase_tells_what_was_presented(ones, recognised):
    assert "Chưa giới thiệu" in text(ones["minh"].get("/dan-chu/mo-hinh/gioi-thieu/"))
    words = {"showcase": "Người dân không phải đi xa"}
    ones["hoa"].post(f"{recognised.get_absolute_url()}gioi-thieu/", words)
    assert "không phải đi xa" in text(ones["minh"].get("/dan-chu/mo-hinh/gioi-thieu/"))


def test_spread_is_units_and_people(ones, recognised):
    told = {"unit": "nguoi-co-cong", "from_on": f"{TODAY():%d/%m/%Y}", "reached": "50"}
    ones["minh"].post(f"{recognised.get_absolute_url()}ghi-noi-nhan-rong/", told)
    shown = text(ones["khanh"].get(recognised.get_absolute_url()))
    assert "Phòng Người có công" in shown
    assert '<span class="figure">200</span>' in shown


def test_an_empty_list_says_which_of_three(office, units, khanh, minh, board, quantri):
    address = "/dan-chu/mo-hinh/"
    assert "Chưa có mô hình nào" in text(client_of(khanh).get(address))
    assert "/dan-chu/mo-hinh/moi/" not in text(client_of(board).get(address))
    assert "không xem nội dung công việc" in text(client_of(quantri).get(address))


def test_nothing_that_matches_offers_to_drop_the_filter(ones):
    assert "Bỏ bộ lọc" in text(ones["minh"].get("/dan-chu/mo-hinh/?q=khong+co+chu+nay"))


COUNTED = ("/dan-chu/mo-hinh/", "/dan-chu/mo-hinh/chua-co/", "/dan-chu/mo-hinh/gioi-thieu/",
           "/dan-chu/mo-hinh/MH-2026-0001/")  # fmt: skip


def test_more_models_are_not_more_statements(
    ones, recognised, khanh, photo, units, fields, ha, tuan, django_assert_max_num_queries
):
    recognised.present(by=ha, on=TODAY(), showcase="Hay")
    for n in range(8):
        facts = facts_of(units[CENTRE], fields["lao-dong-viec-lam"], title=f"Mô hình {n}")
        Practice.enrol(by=khanh, on=TODAY(), **facts)
        recognised.note_progress(by=khanh, on=TODAY(), text=f"Lần {n}")
        recognised.replicate(by=tuan, on=TODAY(), from_on=TODAY(), place=f"Xã {n}")
    for address in COUNTED:
        ones["tuan"].get(address)
        with django_assert_max_num_queries(22):
            ones["tuan"].get(address)
