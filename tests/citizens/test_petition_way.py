"""A letter's way through the pages: entered, classified, proposed."""

import pytest
from django.utils import timezone

from citizens.models import Complaint, Petition
from tests.cast import client_of

TODAY = f"{timezone.localdate():%d/%m/%Y}"


def typed(**more):
    return {
        "received_on": TODAY,
        "channel": "buu_chinh",
        "incoming_no": "412",
        "id_number": "099158000123",
        "name": "Đinh Thị Thảo",
        "gender": "nu",
        "birth_year": "1958",
        "address": "Thôn 3",
        "people": "1",
        "signers": "1",
        "title": "Xin xem lại quyết định thôi trợ cấp",
        "content": "Tôi đề nghị Sở xem lại.",
        **more,
    }


@pytest.fixture
def entered(mai, office, fields, communes):
    """A letter that Mai entered through the page."""

    def enter(**more):
        answer = client_of(mai).post("/don/vao-so/don-thuong/", typed(**more))
        assert answer.status_code == 302, answer.content.decode()
        return Petition.objects.latest("pk")

    return enter


def test_first_question_comes_before_anything_is_typed(mai, office):
    page = client_of(mai).get("/don/vao-so/").content.decode()
    assert "Đơn có nội dung tố cáo không?" in page
    assert "<textarea" not in page


def test_a_posted_letter_is_entered(entered):
    petition = entered()
    assert petition.code == f"D-{timezone.localdate().year}-00001"
    assert petition.sender == "Đinh Thị Thảo"
    assert petition.parties.get().birth_year == 1958


def test_officer_classifies_and_proposes(entered, lan, minh, units, ha):
    petition, lan_at_work = entered(), client_of(lan)
    answer = lan_at_work.post(
        f"/don/{petition.code}/phan-loai/",
        {
            "kind": "khieu_nai",
            "level": "1",
            "title": petition.title,
            "field": "ncc-chat-doc-hoa-hoc",
            "people": "1",
            "signers": "1",
            "eligible": "co",
            "competent": "co",
        },
    )
    assert answer.status_code == 302, answer.content.decode()
    answer = lan_at_work.post(
        f"/don/{petition.code}/de-xuat-thu-ly/",
        {"unit": "nguoi-co-cong", "officer": "minh", "summary": "Đủ điều kiện, đề nghị thụ lý."},
    )
    case = Complaint.objects.get()
    assert answer.url == f"{case.get_absolute_url()}thu-ly/"
    assert (case.unit, case.officer, case.petition) == (units["nguoi-co-cong"], minh, petition)
    petition.refresh_from_db()
    assert petition.category == "che_do_chinh_sach"


@pytest.mark.parametrize(
    "path",
    [
        "",
        "phan-loai/",
        "ghi-chu/",
        "chuyen-so-rieng/",
        "ghep-vao-vu-viec/",
        "yeu-cau-bo-sung/",
        "them-tai-lieu/",
        "cach-tinh-thoi-han/",
    ],
)
def test_every_page_of_a_fresh_petition_opens(entered, lan, path):
    petition = entered()
    assert client_of(lan).get(f"/don/{petition.code}/{path}").status_code == 200


def test_detail_page_costs_few_queries(entered, lan, django_assert_max_num_queries):
    petition, browser = entered(), client_of(lan)
    browser.get(petition.get_absolute_url())
    with django_assert_max_num_queries(9):  # the last asks whether it is held
        assert browser.get(petition.get_absolute_url()).status_code == 200
