"""The catalogue on the screen: the staff's list and page, what the public reads."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from portal.attachments import receive
from reforms.catalogue.bringing import bring_in
from reforms.catalogue.delivered import delivered
from reforms.models import Procedure
from tests.portal.specimens import png
from tests.reforms.procedures.conftest import DAY, entered

pytestmark = pytest.mark.django_db
LIST = "/cai-cach/thu-tuc/"


@pytest.fixture
def catalogue(db):
    bring_in(delivered().rows, by="nhập sổ", on=DAY)


def test_the_delivered_catalogue_is_taken_in_field_by_field(client, phuong, fields):
    client.force_login(phuong)
    page = client.get(f"{LIST}nap-danh-muc/").content.decode()
    assert "Người có công (64)" in page
    assert "An toàn, vệ sinh lao động (22)" in page
    client.post(f"{LIST}nap-danh-muc/", {"areas": ["nguoi-co-cong"]})
    assert Procedure.objects.filter(area__field__code="nguoi-co-cong").count() == 64


def test_the_list_costs_the_same_however_long(
    client, phuong, catalogue, django_assert_max_num_queries
):
    client.force_login(phuong)
    with django_assert_max_num_queries(14):
        page = client.get(LIST).content.decode()
    assert "25 thủ tục trên trang này" in page or "25 trong 245 thủ tục" in page
    assert "Trang sau" in page


def test_found_without_accents(client, catalogue):
    page = client.get("/thu-tuc/?q=nguoi+co+cong+tro+cap").content.decode()
    assert "Người có công" in page
    assert "Không có thủ tục nào khớp" not in page
    assert client.get("/thu-tuc/?q=1.010803").content.decode().count("1.010803") >= 1


def test_the_public_reads_what_is_in_force_and_not_internal(client, permit, phuong, units):
    inside = entered(phuong, None, code="1.014201", name="Việc nội bộ", kind="noi-bo")
    page = client.get("/thu-tuc/").content.decode()
    assert "Cấp giấy phép lao động" in page
    assert "Việc nội bộ" not in page
    assert client.get(inside.public_url).status_code == 404
    assert client.get(permit.public_url).status_code == 200


def test_the_public_page_tells_papers_time_and_basis(client, permit):
    page = client.get(permit.public_url).content.decode()
    for words in ("Đơn đề nghị", "10 ngày làm việc", "Trình tự thực hiện", "Giấy phép lao động"):
        assert words in page


def test_public_pages_are_light(client, catalogue):
    for address in ("/thu-tuc/", "/thu-tuc/1.014199/"):
        assert len(client.get(address).content) < 40_000, address


def test_a_form_is_fetched_by_everybody_until_it_is_dropped(client, permit, phuong):
    file = receive(SimpleUploadedFile("mau.png", png()), by=phuong)
    permit.add_form(by=phuong, on=DAY, title="Mẫu số 05", file=file)
    (form,) = permit.versions.get().forms.all()
    address = reverse("procedure-form", args=[permit.code, form.pk])
    assert client.get(address).status_code == 200
    permit.drop_form(by=phuong, on=date(2026, 7, 7), form=form)
    assert client.get(address).status_code == 404


def test_a_bad_line_is_told_and_nothing_is_lost(client, permit, phuong):
    client.force_login(phuong)
    address = f"{permit.get_absolute_url()}ghi-thoi-han-phi/"
    answer = client.post(address, {"limits": "Cấp mới | Trực tuyến | mười ngày", "version": "5"})
    page = answer.content.decode()
    assert "Dòng 1: Thời gian ghi như 10 ngày làm việc" in page
    assert "Cấp mới | Trực tuyến | mười ngày" in page


def test_a_table_pasted_from_a_document_is_read(client, permit, phuong):
    client.force_login(phuong)
    permit.refresh_from_db()
    lines = "Tiếp nhận\tMột cửa\t0,5 ngày\nThẩm định\tChuyên viên\t9 ngày\nTrả\tMột cửa\t4 giờ"
    address = f"{permit.get_absolute_url()}ghi-quy-trinh-noi-bo/"
    answer = client.post(address, {"steps": lines, "version": permit.version})
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    assert [row.hours for row in permit.versions.get().steps.all()] == [4, 72, 4]


def test_the_page_of_one_costs_the_same(client, permit, phuong, django_assert_max_num_queries):
    client.force_login(phuong)
    with django_assert_max_num_queries(22):
        page = client.get(permit.get_absolute_url()).content.decode()
    assert "Ghi quy trình nội bộ" in page


def test_what_is_typed_about_online_service(client, permit, phuong):
    client.force_login(phuong)
    permit.refresh_from_db()
    address = f"{permit.get_absolute_url()}ghi-muc-do-truc-tuyen/"
    typed = {"eligible_full_online": "khong", "version": permit.version}
    assert "Chưa đủ điều kiện thì ghi lý do" in client.post(address, typed).content.decode()
    typed = {"eligible_full_online": "co", "online_level": "mot-phan", "version": permit.version}
    assert client.post(address, typed).status_code == 302
    assert permit in Procedure.objects.eligible_not_yet()
