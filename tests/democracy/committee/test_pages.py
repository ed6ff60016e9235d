"""The pages of committees: composed by forms, printed, bounded in statements."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from democracy.models import CommitteeVersion
from portal.instruments import Instrument, Issuer
from portal.submissions import Submission
from tests.cast import client_of, person

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
AT = "/dan-chu/ban-chi-dao"


@pytest.fixture
def coordinator(tuan, office, fields):
    return client_of(tuan)


def text(answer) -> str:
    return answer.content.decode()


def test_a_committee_is_composed_signed_and_told(coordinator, body, ha, binh):
    answer = coordinator.post(f"{AT}/moi/", {"kind": "ban-chi-dao", "unit": "so"})
    assert "Ghi tên Ban được lập" in text(answer)
    coordinator.post(f"{AT}/moi/", {"kind": "ban-chi-dao", "unit": "so", "body": body.code})
    at = CommitteeVersion.objects.get().get_absolute_url()
    seat = {"role": "truong-ban", "post": "Giám đốc Sở", "user": "ha"}
    coordinator.post(f"{at}them-thanh-vien/", seat)
    assert "đã có Trưởng ban" in text(coordinator.post(f"{at}them-thanh-vien/", seat))
    assert client_of(binh).get(at).status_code == 404
    coordinator.post(f"{at}kien-toan/", {"valid_from": f"{TODAY():%d/%m/%Y}"})
    assert Submission.objects.get().reader.user == ha
    client_of(ha).post(f"{at}kien-toan/", {"valid_from": f"{TODAY():%d/%m/%Y}"})
    assert CommitteeVersion.objects.get().stage in ("draft", "decided")


def test_a_duty_is_given_printed_and_stands_on_the_members_page(coordinator, decided, binh, units):
    at, seat = decided.get_absolute_url(), decided.seats.get(user=binh)
    typed = {"seat": seat.pk, "text": "Theo dõi tiếp công dân", "fields_in_charge": "nguoi-co-cong",
             "units": "lao-dong"}  # fmt: skip
    coordinator.post(f"{at}phan-cong-nhiem-vu/", typed)
    member = client_of(binh)
    sheet = text(member.get(f"{at}phan-cong/"))
    assert "Theo dõi tiếp công dân" in sheet
    assert "Phòng Lao động – Việc làm" in sheet
    assert "Tôi phụ trách" in text(member.get("/dan-chu/"))


def test_the_regulation_is_a_document_of_the_register(coordinator, decided, tuan):
    issuer = Issuer.objects.create(code="so", name="Sở", kind="own")
    paper = Instrument.enter(
        by=tuan, on=TODAY(), kind="quy-che", number="05", symbol="QC-BCĐ", year=2026,
        issuer=issuer, title="Quy chế hoạt động",
    )  # fmt: skip
    at = decided.get_absolute_url()
    coordinator.post(f"{at}ghi-quy-che-hoat-dong/", {"regulation": paper.pk})
    assert "05/QC-BCĐ" in text(coordinator.get(at))


def test_the_page_says_what_is_amiss(coordinator, decided):
    page = text(coordinator.get(decided.get_absolute_url()))
    assert "Ủy viên (Chủ tịch Công đoàn): chưa có người" in page
    assert "4 việc" in text(coordinator.get(f"{AT}/"))


def test_more_members_need_no_more_statements(coordinator, draft, tuan):
    def statements(address: str) -> int:
        coordinator.get(address)
        with CaptureQueriesContext(connection) as asked_for:
            assert coordinator.get(address).status_code == 200
        return len(asked_for)

    draft.assign_duty(by=tuan, on=TODAY(), seat=draft.seats.first(), text="Chỉ đạo chung")
    pages = (f"{AT}/", draft.get_absolute_url(), f"{draft.get_absolute_url()}phan-cong/")
    before = [statements(page) for page in pages]
    for n in range(6):
        user = person(f"can-bo-{n}", f"Cán bộ {n}")
        draft.add_seat(by=tuan, on=TODAY(), role="uy-vien", post="Ủy viên", user=user)
        draft.assign_duty(by=tuan, on=TODAY(), seat=draft.seats.get(user=user), text="Việc")
    assert [statements(page) for page in pages] == before
    assert max(before) <= 26
