"""Every page of the straight way, as it is opened and sent in a browser without script."""

from datetime import date

import pytest
from django.utils import timezone

from citizens.models import Denunciation, Petition, Protection
from portal.submissions import Submission
from tests.cast import client_of

TODAY = "{:%d/%m/%Y}"


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def walk(lan, ha, mai, binh, minh, dung, office, fields, today):
    return Walk(today, lan=lan, ha=ha, mai=mai, binh=binh, minh=minh, dung=dung)


class Walk:
    def __init__(self, today: date, **people) -> None:
        self.today, self.people = today, people
        self.day = TODAY.format(today)

    def send(self, who: str, address: str, **typed) -> None:
        browser = client_of(self.people[who])
        page = browser.get(address)
        assert page.status_code == 200, (address, page.status_code)
        answer = browser.post(address, typed)
        assert answer.status_code == 302, (address, answer.content.decode()[:6000])

    def step(self, who: str, path: str, **typed) -> None:
        self.send(who, f"/to-cao/{self.case.code}/{path}/", **typed)

    @property
    def case(self) -> Denunciation:
        return Denunciation.objects.get()

    def approve(self) -> None:
        slip = Submission.objects.get(state="open")
        self.send("ha", f"/trinh/{slip.pk}/", verdict="approve")

    def number(self, kind: str, number: str) -> None:
        paper = self.case.papers.get(kind=kind)
        at = client_of(self.people["lan"]).get(f"/to-cao/{self.case.code}/van-ban/{paper.pk}/")
        assert at.status_code == 200
        self.step("lan", "phat-hanh", paper=paper.pk, number=number, dated_on=self.day)


def test_from_the_envelope_to_the_end(walk):
    day = walk.day
    walk.send(
        "mai", "/don/vao-so/bi-mat/",
        received_on=day, channel="buu_chinh", envelope_no="BM-01", envelope_place="Tủ sắt",
        envelope_keeper="Vũ Thị Mai",
    )  # fmt: skip
    letter = Petition.objects.get()
    walk.send(
        "lan", f"/don/{letter.code}/xu-ly-ban-dau/",
        level="1", overdue="khong", category="hanh_chinh", several_places="khong",
        denounced="Phan Văn Kỷ, Trưởng phòng B", contents="Lập khống chứng từ\nBao che sai phạm",
    )  # fmt: skip
    draft = "Điều 1. Thụ lý tố cáo."
    walk.step("lan", "thu-ly", draft=draft)
    walk.approve()
    walk.number("qd_thu_ly", "12")
    walk.step("lan", "thong-bao-thu-ly", draft="Đề nghị giải trình.")
    walk.approve()
    walk.number("tb_thu_ly", "13")
    walk.number("tb_noi_dung", "14")
    walk.step(
        "ha",
        "giao-xac-minh",
        lead="minh",
        members=["lan"],
        days="9",
        no_conflict="on",
        draft=draft,
    )
    walk.step("minh", "bao-cao-ket-qua-xac-minh", text="Chứng từ không khớp.", proposal="dung")
    judged = {f"content_{each.pk}": "dung" for each in walk.case.allegations.all()}
    walk.step(
        "ha", "ket-luan-noi-dung-to-cao",
        outcome="dung", text="Có lập khống.", responsibility="Trưởng phòng B chịu trách nhiệm.",
        draft=draft, **judged,
    )  # fmt: skip
    walk.number("ket_luan", "3")
    walk.step("lan", "gui-ket-luan", served_on=day)
    walk.step("lan", "xu-ly-theo-ket-luan", kind="xu_ly", content="Kiểm điểm.", people="1",
              unit=walk.case.unit.code, ordered_on=day)  # fmt: skip
    walk.step("lan", "cong-khai", form="hop", start_on=day)
    walk.step("ha", "thong-bao-ket-qua-xu-ly", draft=draft)
    walk.number("tb_ket_qua", "15")
    owed = walk.case.executions_now().get()
    done = {"done_on": day, "result": "Xong.", "people": "1", "finished": "on"}
    walk.step("lan", "ghi-ket-qua-thuc-hien", execution=owed.pk, **done)
    walk.step("lan", "ket-thuc-vu-viec")
    assert walk.case.stage == "da-ket-thuc"
    page = client_of(walk.people["lan"]).get(walk.case.get_absolute_url()).content.decode()
    assert "Bản trích nội dung" in page
    assert "Phan Văn Kỷ" in page
    assert "Xử lý hành chính tổ chức, cá nhân: <b>1 người</b>" in page
    assert "Kết quả: Xong." in page


@pytest.fixture
def examined(walk, way):
    way.examined(on=walk.today)
    return walk


def test_the_envelope_is_opened_by_two_and_closed_again(examined):
    walk = examined
    walk.step("lan", "de-nghi-mo-bi-mat", reason="gui_van_ban")
    own = client_of(walk.people["lan"]).post(
        f"/to-cao/{walk.case.code}/mo-bi-mat/", {"both_present": "on"}
    )
    assert own.status_code == 422
    walk.step("binh", "mo-bi-mat", both_present="on")
    walk.step("binh", "dong-bi-mat")
    opening = walk.case.openings.get()
    assert (opening.asked_by.username, opening.agreed_by.username) == ("lan", "binh")
    assert opening.opened_at < opening.closed_at


@pytest.mark.slow
def test_a_protection_goes_its_own_way(examined):
    walk, day = examined, examined.day
    walk.step(
        "lan", "de-nghi-bao-ve", protects="viec_lam", people="2", requested_on=day, urgent="co"
    )
    protection = Protection.objects.get()
    at = protection.get_absolute_url()
    assert protection.code == f"{walk.case.code}-BV1"
    walk.send("lan", f"{at}xac-minh-de-nghi/")
    walk.send("lan", f"{at}quyet-dinh-ap-dung-bien-phap-bao-ve/", measures="Giữ việc.", people="2")
    walk.approve()
    walk.send("ha", f"{at}thay-doi-bien-phap-bao-ve/", measures="Giữ việc, đổi ca.", people="1")
    walk.send("ha", f"{at}cham-dut-bao-ve/", ground="ket_luan")
    protection.refresh_from_db()
    assert (protection.stage, protection.people) == ("da-cham-dut", 1)
    assert client_of(walk.people["lan"]).get(at).status_code == 200
    assert client_of(walk.people["minh"]).get(at).status_code == 404


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("chuyen-to-cao", {"addressee": "Thanh tra tỉnh", "ground": "Khác cấp.", "draft": "x"}),
        ("khong-thu-ly", {"ground": "co_so", "reason": "Không có cơ sở.", "draft": "x"}),
        ("chuyen-thanh-tra-kiem-tra",
         {"addressee": "Thanh tra tỉnh", "reason": "Rõ.", "draft": "x"}),
        ("phan-cong", {"officer": "minh"}),
        ("chuyen-noi-giu-bi", {"place": "Két sắt", "keeper": "mai"}),
        ("ghi-nguoi-bi-to-cao", {"name": "Phan Thị Lụa", "organisation": "khong"}),
        ("loai-khoi-nguoi-duoc-biet", {"user": "minh", "reason": "bi_to_cao"}),
        ("ghi-rut-to-cao", {"stated_on": "{day}", "form": "don", "part": "khong", "goes_on": ""}),
    ],
)  # fmt: skip
def test_what_can_be_done_at_first_is_done_from_its_page(examined, path, typed):
    told = {name: value.format(day=examined.day) for name, value in typed.items()}
    examined.step("ha", path, **told)


@pytest.mark.slow
def test_what_can_be_done_while_it_runs(walk, way):
    way.accepted(on=walk.today)
    walk.step("ha", "gia-han", criteria=["noi_dung"], days="20", ground="Hai nội dung.", draft="x")
    walk.number("qd_gia_han", "20")
    ask = {"body": "Viện Khoa học hình sự", "question": "Chữ ký.", "draft": "x"}
    walk.step("ha", "trung-cau-giam-dinh", **ask)
    walk.number("vb_giam_dinh", "21")
    walk.step("lan", "ghi-ket-qua-giam-dinh", received_on=walk.day)
    ground = {"ground": "cho_ket_qua", "reason": "Chờ kết quả.", "draft": "x"}
    walk.step("ha", "tam-dinh-chi", **ground)
    walk.number("qd_tam_dinh_chi", "22")
    walk.step("ha", "tiep-tuc-giai-quyet", draft="x")
    walk.step("ha", "dinh-chi", ground="toa_an", reason="Đã có bản án.", draft="x")
    assert client_of(walk.people["ha"]).get("/to-cao/").status_code == 200
    at = f"{walk.case.get_absolute_url()}cach-tinh-thoi-han/"
    assert client_of(walk.people["lan"]).get(at).status_code == 200
