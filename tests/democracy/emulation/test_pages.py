"""The pages of movements, commendation and dissemination: each opens, each form acts."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from docx import Document

from democracy.models import AwardRegulation, Briefing, Movement, Nomination
from portal.submissions import Submission
from portal.working_days import days_after
from tests.cast import client_of
from tests.democracy.emulation.conftest import CENTRE, DAY, OWN, proposed, sent
from tests.portal.specimens import pdf, png

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
LISTS = ("/dan-chu/thi-dua/", "/dan-chu/khen-thuong/", "/dan-chu/quan-triet/",
         "/dan-chu/khen-thuong/chi-tieu/", "/dan-chu/khen-thuong/quy-dinh/")  # fmt: skip
ONE_EACH = ("/dan-chu/thi-dua/PT-2026-0001/", "/dan-chu/khen-thuong/DKT-2026-0001/",
            "/dan-chu/quan-triet/QT-2026-0001/")  # fmt: skip


@pytest.fixture
def ones(briefing, movement, nomination, office, tuan, ha, hoa, khanh, mai, minh, quantri):
    people = {"tuan": tuan, "ha": ha, "hoa": hoa, "khanh": khanh, "mai": mai, "minh": minh,
              "quantri": quantri}  # fmt: skip
    return {name: client_of(user) for name, user in people.items()}


def text(answer) -> str:
    return answer.content.decode()


def written(day) -> str:
    return f"{day:%d/%m/%Y}"


PAGES = (
    *LISTS,
    *ONE_EACH,
    "/dan-chu/thi-dua/?xem=dang-chay&nam=2026&don-vi=van-phong&q=phuc%20vu",
    "/dan-chu/khen-thuong/?xem=dang-soan&nam=2026&hinh-thuc=giay-khen&doi-tuong=ca-nhan",
    "/dan-chu/khen-thuong/chi-tieu/?nam=2024",
    "/dan-chu/khen-thuong/quy-dinh/thi-dua-khen-thuong/2026-01-01/",
    "/dan-chu/quan-triet/?xem=qua-han&nam=2026&q=dan%20chu",
    "/dan-chu/thi-dua/PT-2026-0001/dang-ky-thi-dua/",
    "/dan-chu/quan-triet/QT-2026-0001/ghi-buoi-quan-triet/",
    "/dan-chu/khen-thuong/DKT-2026-0001/ghi-dieu-kien-khen-thuong/",
)


AT = "/dan-chu/khen-thuong/van-ban/"


def paper_of(answer) -> str:
    written = Document(BytesIO(b"".join(answer.streaming_content)))
    cells = [cell.text for table in written.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in written.paragraphs), *cells])


def test_a_unit_submits_its_own_and_the_council_all(ones, minh):
    own = paper_of(ones["khanh"].get(f"{AT}to-trinh/?nam=2026"))
    assert "khen thưởng 0 tập thể, 1 cá nhân" in own
    assert "Lý Quốc Khánh" in own
    assert ones["minh"].get(f"{AT}to-trinh/").status_code == 302  # nothing of that unit
    assert ones["khanh"].get(f"{AT}quyet-dinh/").status_code == 404


def test_the_decision_names_whom_the_council_was_for(ones, nomination, khanh, hoa, tuan):
    sent(nomination, by=khanh, head=hoa)
    nomination.note_council(by=tuan, on=DAY, met_on=DAY, members=9, present=9, yes=8, remark="Đạt")
    decision = paper_of(ones["tuan"].get(f"{AT}quyet-dinh/"))
    assert "Điều 1. Khen thưởng 0 tập thể, 1 cá nhân có tên sau đây:" in decision
    assert "8 trên 9" in paper_of(ones["ha"].get(f"{AT}bien-ban/"))


@pytest.mark.parametrize("who", ["tuan", "khanh"])
def test_the_page_opens(ones, who):
    for address in PAGES:
        answer = ones[who].get(address)
        assert answer.status_code == 200, (address, text(answer)[-900:])


CLOSED = (
    ("minh", "/dan-chu/khen-thuong/DKT-2026-0001/", 404),
    ("quantri", "/dan-chu/thi-dua/PT-2026-0001/", 404),
    ("minh", "/dan-chu/quan-triet/moi/", 404),
    ("khanh", "/dan-chu/khen-thuong/da-co/", 404),
    ("khanh", "/dan-chu/khen-thuong/quy-dinh/moi/", 404),
    ("khanh", "/dan-chu/khen-thuong/quy-dinh/x/2026-13-01/", 404),
    ("khanh", "/dan-chu/khen-thuong/?xem=gi", 400),
)


def test_what_is_not_for_the_reader_or_does_not_exist(ones):
    found = [(who, address, ones[who].get(address).status_code) for who, address, _ in CLOSED]
    assert found == list(CLOSED)


def test_a_movement_is_drawn_up_launched_in_the_tray_and_joined(ones):
    typed = {"title": "Cơ quan văn hóa", "content": "Giao tiếp", "criteria": "Không phản ánh",
             "subjects": "ca-hai", "launch_form": "le", "from_on": written(TODAY()),
             "to_on": written(days_after(TODAY(), 90)), "unit": "van-phong"}  # fmt: skip
    answer = ones["tuan"].post("/dan-chu/thi-dua/moi/", typed)
    ones["tuan"].post(f"{answer.url}phat-dong/", {"note": "Xin phát động"})
    tray = f"/trinh/{Submission.objects.latest('pk').pk}/"
    assert "Không phản ánh" in text(ones["ha"].get(tray))
    ones["ha"].post(tray, {"verdict": "approve"})
    joined = {"unit": CENTRE, "title": "Hoàn thành chỉ tiêu phong trào", "goal": "Đúng hạn"}
    assert ones["khanh"].post(f"{answer.url}dang-ky-thi-dua/", joined).status_code == 302
    one = Movement.objects.get(title="Cơ quan văn hóa")
    told = {"enrolment": one.enrolments.get().pk, "result": "99%", "reached": "co"}
    assert ones["khanh"].post(f"{answer.url}ghi-ket-qua/", told).status_code == 302
    shown = text(ones["minh"].get(answer.url))
    assert "99%" in shown
    assert "Trung tâm Dịch vụ việc làm" in shown


def test_dates_the_wrong_way_round_are_told_at_their_field(ones):
    typed = {"title": "Phong trào", "from_on": "02/03/2026", "to_on": "01/03/2026"}
    answer = ones["tuan"].post("/dan-chu/thi-dua/moi/", typed)
    assert answer.status_code == 422
    assert "Ngày cuối đang trước ngày đầu" in text(answer)


def test_a_document_is_called_for_and_told_of(ones, law):
    typed = {"instrument": law.reference, "due_on": written(days_after(TODAY(), 20)),
             "units": [CENTRE, "lao-dong"]}  # fmt: skip
    answer = ones["tuan"].post("/dan-chu/quan-triet/moi/", typed)
    told = {"place": f"dv-{CENTRE}", "held_on": written(TODAY()), "form": "hop",
            "attending": "18", "headcount": "20"}  # fmt: skip
    assert ones["khanh"].post(f"{answer.url}ghi-buoi-quan-triet/", told).status_code == 302
    shown = text(ones["minh"].get(answer.url))
    assert "18 trên 20" in shown
    assert "<b>90%</b>" in shown
    again = ones["khanh"].post(f"{answer.url}ghi-buoi-quan-triet/", told | {"attending": "3"})
    assert (again.status_code, "quá số người hiện có" in text(again)) == (422, True)
    assert Briefing.objects.latest("pk").sessions.count() == 1


def test_an_instrument_that_nobody_knows_is_told_at_its_field(ones):
    answer = ones["tuan"].post("/dan-chu/quan-triet/moi/", {"instrument": "999/QĐ-KHONG"})
    assert "Không thấy văn bản số 999/QĐ-KHONG" in text(answer)


def test_a_proposal_by_forms_to_the_register(ones, regulation):
    typed = {"award_asked": f"{regulation.pk}:giay-khen", "year": "2026", "unit": CENTRE,
             "occasion": "hang-nam", "person": "khanh", "reason": "Đúng hạn cả năm",
             "achievements": "Giải quyết 300 việc"}  # fmt: skip
    answer = ones["khanh"].post("/dan-chu/khen-thuong/moi/", typed)
    one = Nomination.objects.latest("pk")
    assert (answer.url, one.person_name) == (one.get_absolute_url(), "Lý Quốc Khánh")
    stated = {"met-thanh-tich": "co", "ground-thanh-tich": "Báo cáo 5/BC"}
    ones["khanh"].post(f"{answer.url}ghi-dieu-kien-khen-thuong/", stated)
    ones["hoa"].post(f"{answer.url}xac-nhan-khong-vuong-mac/", {"words": "Không vướng mắc"})
    ones["khanh"].post(f"{answer.url}gui-de-nghi/", {})
    tray = f"/trinh/{Submission.objects.latest('pk').pk}/"
    assert "Báo cáo 5/BC" in text(ones["hoa"].get(tray))
    ones["hoa"].post(tray, {"verdict": "approve"})
    votes = {"members": "10", "present": "9", "yes": "9"}
    minutes = SimpleUploadedFile("bien-ban.pdf", pdf())
    council = votes | {"met_on": written(TODAY()), "remark": "Nhất trí", "minutes_sent": minutes}
    ones["tuan"].post(f"{answer.url}ghi-y-kien-hoi-dong/", council)
    ones["tuan"].post(f"{answer.url}khen-thuong/", {})
    ones["ha"].post(f"/trinh/{Submission.objects.latest('pk').pk}/", {"verdict": "approve"})
    number = {"reference": "15/QĐ-S", "dated_on": written(TODAY())}
    ones["mai"].post(f"{answer.url}ghi-so-quyet-dinh/", number)
    picture = {"picture_sent": SimpleUploadedFile("a.png", png()), "caption": "Trao Giấy khen"}
    assert ones["khanh"].post(f"{answer.url}them-anh/", picture).status_code == 302
    shown = text(ones["minh"].get(answer.url))
    assert "15/QĐ-S" in shown
    assert "Trao Giấy khen" in shown
    for withheld in ("Báo cáo 5/BC", "Không vướng mắc", "Nhất trí"):
        assert withheld not in shown
    photo = one.pictures.get().get_absolute_url()
    assert ones["minh"].get(photo).status_code == 200
    assert ones["minh"].get(f"{answer.url}bien-ban/").status_code == 404
    assert ones["hoa"].get(f"{answer.url}bien-ban/").status_code == 200


def test_papers_are_for_those_who_handle_the_proposal(ones, nomination):
    paper = {"files_sent": SimpleUploadedFile("bao-cao.pdf", pdf())}
    ones["khanh"].post(f"{nomination.get_absolute_url()}them-tai-lieu/", paper)
    address = nomination.papers.get().get_absolute_url()
    statuses = [ones[who].get(address).status_code for who in ("khanh", "tuan", "minh")]
    assert statuses == [200, 200, 404]


def test_a_proposal_over_the_quota_says_so_and_shows_what_is_used(
    ones, khanh, hoa, units, regulation
):
    sent(proposed(khanh, units[CENTRE], regulation), by=khanh, head=hoa)
    one = proposed(khanh, units[CENTRE], regulation, person_name="Người khác")
    shown = text(ones["hoa"].get(f"{one.get_absolute_url()}gui-de-nghi/"))
    assert "chưa ghi điều kiện" in shown
    assert "0 tập thể, 1 cá nhân" in text(ones["hoa"].get(one.get_absolute_url()))
    assert "1 trên 1" in text(ones["hoa"].get("/dan-chu/khen-thuong/chi-tieu/?nam=2026"))


def test_a_past_award_is_a_line_of_the_register(ones, regulation):
    typed = {"award_asked": f"{regulation.pk}:cstd-co-so", "year": "2024", "unit": CENTRE,
             "person_name": "Lý Quốc Khánh", "reason": "Năm 2024", "reference": "3/QĐ-S",
             "dated_on": "20/12/2024"}  # fmt: skip
    assert ones["tuan"].post("/dan-chu/khen-thuong/da-co/", typed).status_code == 302
    wrong = ones["tuan"].post("/dan-chu/khen-thuong/da-co/", typed | {"person_name": ""})
    assert (wrong.status_code, "dành cho cá nhân" in text(wrong)) == (422, True)
    assert "3/QĐ-S" in text(ones["minh"].get("/dan-chu/khen-thuong/"))


def test_a_regulation_is_brought_in_as_a_file(ones):
    def bring(words: str):
        file = SimpleUploadedFile("quy-che.toml", words.encode())
        return ones["tuan"].post("/dan-chu/khen-thuong/quy-dinh/moi/", {"file": file})

    assert "không có mục “oder”" in text(bring(OWN.replace("either", "oder")))
    later = bring(OWN.replace("2026-01-01", "2026-06-01"))
    assert later.url == "/dan-chu/khen-thuong/quy-dinh/thi-dua-khen-thuong/2026-06-01/"
    assert AwardRegulation.objects.count() == 3
    assert ones["khanh"].get(f"{later.url}tep/").content.decode().startswith("\ncode")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/dan-chu/thi-dua/", "Chưa có phong trào thi đua nào"),
        ("/dan-chu/khen-thuong/", "Sổ khen thưởng chưa có dòng nào"),
        ("/dan-chu/quan-triet/", "Chưa có đợt quán triệt nào"),
    ],
)
def test_an_empty_list_says_which_of_three(office, tuan, board, quantri, units, address, words):
    assert words in text(client_of(tuan).get(address))
    assert f"{address}moi/" not in text(client_of(board).get(address))
    assert "không xem nội dung công việc" in text(client_of(quantri).get(address))


def test_more_rows_are_not_more_statements(
    ones, briefing, movement, khanh, hoa, tuan, units, regulation, django_assert_max_num_queries,
):  # fmt: skip
    for n in range(8):
        proposed(khanh, units[CENTRE], regulation, person_name=f"Người {n}")
        movement.enrol(by=tuan, on=TODAY(), unit=units[CENTRE], title="Đạt", goal="1",
                       person_name=f"Người {n}")  # fmt: skip
        briefing.note_session(by=khanh, on=TODAY(), held_on=TODAY(), form="hop", attending=1,
                              headcount=20, unit=units[CENTRE])  # fmt: skip
    for address in (*LISTS, *ONE_EACH):
        ones["tuan"].get(address)
        with django_assert_max_num_queries(26):
            ones["tuan"].get(address)
