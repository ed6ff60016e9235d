"""The pages of visits, asked without a browser."""

from datetime import date

import pytest
from django.utils import timezone

from citizens.models import Printed, Visit
from portal.kept import Kept
from portal.templatetags.portal import _last_read
from tests.cast import client_of
from tests.citizens.reception import a_session
from tests.citizens.visits import DAY, enter, enter_sealed, typed

pytestmark = pytest.mark.usefixtures("office", "fields")


@pytest.fixture
def desk(lan):
    return client_of(lan)


def text_of(response) -> str:
    return response.content.decode()


def today(**answers):
    return typed(received_on=f"{timezone.localdate():%d/%m/%Y}", **answers)


# entry


def test_a_visit_typed_on_one_page_is_in_the_book(desk):
    response = desk.post("/tiep-dan/vao-so/", typed())
    assert (response.status_code, response.url) == (302, "/tiep-dan/vao-so/")
    assert Visit.objects.get().name == "Đinh Thị Thảo"


def test_the_next_visitor_finds_date_kind_and_receiver_filled_in(desk, lan):
    desk.post("/tiep-dan/vao-so/", typed(kind="dinh_ky", host="thu_truong", receiver="lan"))
    form = desk.get("/tiep-dan/vao-so/").context["form"]
    sticky = [form[name].value() for name in ("received_on", "kind", "host", "receiver", "name")]
    assert sticky == ["03/08/2026", "dinh_ky", "thu_truong", "lan", None]


def test_a_scanned_card_fills_the_fields_without_script(desk):
    line = "099158000123||Đinh Thị Thảo|01021958|Nữ|Thôn 3, xã An Phú|05/05/2021"
    desk.post("/tiep-dan/vao-so/", typed(id_number=line, name="", address=""))
    visit = Visit.objects.get()
    told = (visit.id_number, visit.name, visit.birth_year, visit.gender, visit.address)
    assert told == ("099158000123", "Đinh Thị Thảo", 1958, "nu", "Thôn 3, xã An Phú")


def test_a_passport_is_an_identity_paper_too(desk):
    desk.post("/tiep-dan/vao-so/", typed(id_number="c1234567"))
    assert Visit.objects.get().id_number == "C1234567"


def test_who_came_before_is_told_before_the_content_is_typed(desk, lan):
    for _ in range(3):
        enter(lan)
    page = text_of(desk.post("/tiep-dan/vao-so/", {"id_number": "099158000123", "tra": "1"}))
    assert "Đã đến 3 lần, gần nhất ngày 03/8/2026" in page
    assert Visit.objects.count() == 3


def test_an_answer_already_given_is_named_with_its_paper(desk, settled):
    settled()
    page = text_of(desk.post("/tiep-dan/vao-so/", {"id_number": "099158000123", "tra": "1"}))
    assert "đã trả lời bằng quyết định giải quyết khiếu nại số 118/QĐ-SLĐTBXH" in page


def test_looking_up_keeps_what_was_typed(desk):
    form = desk.post("/tiep-dan/vao-so/", typed(tra="1", content="Đang nói dở")).context["form"]
    assert (form["content"].value(), form["name"].value()) == ("Đang nói dở", "Đinh Thị Thảo")


def looked_up(desk, number="099158000123", **answers):
    return desk.post("/tiep-dan/vao-so/", {"id_number": number, "tra": "1"} | answers).context[
        "form"
    ]


def test_a_known_number_fills_in_who_it_is(desk, lan):
    enter(lan, phone="0912345678", birth_year=1958, gender="nu")
    form = looked_up(desk)
    filled = [form[name].value() for name in ("name", "address", "phone", "birth_year", "gender")]
    assert filled == ["Đinh Thị Thảo", "Thôn 3, xã An Phú", "0912345678", 1958, "nu"]
    assert form["content"].value() == ""


def test_whoever_only_wrote_is_known_by_the_letter(desk, letter):
    sent = letter()
    sent.parties.update(id_number="099158000777", address="Thôn 5")
    form = looked_up(desk, "099158000777")
    assert form["name"].value() == sent.parties.get().name
    assert form["address"].value().startswith("Thôn 5")


def test_what_was_typed_stays_and_another_name_takes_nobodys_address(desk, lan):
    enter(lan)
    assert looked_up(desk, address="Tổ 9")["address"].value() == "Tổ 9"
    assert looked_up(desk, name="Lò Văn Hải")["address"].value() == ""


def test_a_sealed_visit_fills_in_nothing(desk, lan):
    enter(lan).seal(by=lan, on=DAY, reason="Tố cáo.")
    assert looked_up(desk)["name"].value() == ""


def test_going_on_with_an_old_matter_shares_it(desk, lan):
    first = enter(lan)
    desk.post("/tiep-dan/vao-so/", typed(same_as=first.code))
    assert Visit.objects.latest("pk").matter == first.matter


@pytest.mark.parametrize(
    ("answers", "field", "words"),
    [
        ({"name": ""}, "name", "Chưa nhập họ và tên"),
        ({"petition_kind": "nhieu"}, "petition_kind", "đề nghị ông/bà tách riêng từng loại"),
        ({"result": "tu_choi"}, "ground", "Chưa chọn căn cứ từ chối tiếp"),
        ({"result": "chuyen"}, "agency", "Chưa nhập cơ quan"),
        ({"result": "tra_loi"}, "answer", "Chưa nhập nội dung đã trả lời"),
        ({"kind": "dinh_ky"}, "host", "Chưa chọn thủ trưởng tiếp hay ủy quyền"),
        ({"people": "7", "others": "Lò A\nLò B"}, "people", "nhiều nhất 2 người đại diện"),
        ({"birth_year": "58"}, "birth_year", "Năm sinh gồm 4 chữ số"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(desk, answers, field, words):
    response = desk.post("/tiep-dan/vao-so/", typed(**answers))
    form = response.context["form"]
    assert response.status_code == 422
    assert words in " ".join(form.errors[field])
    assert form["content"].value() == "Hỏi vì sao thôi hưởng trợ cấp."


def test_representatives_are_read_a_line_each(desk):
    others = "Lò Văn A, 099158000111"
    desk.post("/tiep-dan/vao-so/", typed(people="7", others=others, appointed_on="1/8/2026"))
    visit = Visit.objects.get()
    told = [(one.name, one.id_number) for one in visit.representatives.all()]
    assert (told, visit.appointed_on) == ([("Lò Văn A", "099158000111")], date(2026, 8, 1))


def test_saving_leads_on_to_the_letter_and_the_letter_to_its_page(desk):
    response = desk.post("/tiep-dan/vao-so/", typed(**{"nhan-don": "1"}))
    assert response.url == "/tiep-dan/TD-2026-0001/nhan-don/"
    page = desk.get(response.url).context["form"]
    assert page["content"].value() == "Hỏi vì sao thôi hưởng trợ cấp."
    done = desk.post(response.url, {"title": "Đơn khiếu nại", "signers": "1", "kind": "khieu_nai"})
    assert done.url.startswith("/don/D-")
    assert Visit.objects.get().petition.sender == "Đinh Thị Thảo"


def test_another_content_of_the_same_person_is_not_typed_anew(desk):
    response = desk.post("/tiep-dan/vao-so/", typed(**{"noi-dung-khac": "1"}))
    form = desk.get(response.url).context["form"]
    assert (form["name"].value(), form["content"].value()) == ("Đinh Thị Thảo", None)


def test_a_double_click_enters_one_visit(desk):
    key = {"_once": "5f2b1b0e-5b0f-4a1c-9f57-0f3f1f1d2a3b"}
    for _ in range(2):
        desk.post("/tiep-dan/vao-so/", typed() | key)
    assert Visit.objects.count() == 1


def test_a_denunciation_is_entered_without_a_place_for_a_name(desk):
    page = desk.get("/tiep-dan/vao-so/bi-mat/")
    assert not {"name", "id_number", "content", "note"} & set(page.context["form"].fields)
    desk.post("/tiep-dan/vao-so/bi-mat/", typed() | {"nhan-bi": "1"})
    visit = Visit.objects.get()
    assert (visit.sealed, visit.name, visit.content) == (True, "", "")


# reading


@pytest.fixture
def few_statements(django_assert_max_num_queries, settings):
    """Statements of a process that has read its small tables; forgets them afterwards."""
    settings.OFFICE_KEPT_SECONDS = 60
    yield django_assert_max_num_queries
    _last_read.clear()
    for kept in Kept.all:
        kept.forget()


def test_a_list_is_read_in_few_statements(desk, lan, few_statements):
    for number in range(30):
        enter(lan, name=f"Người thứ {number}")
    desk.get("/tiep-dan/")
    with few_statements(6):
        page = desk.get("/tiep-dan/")
    assert len(page.context["rows"]) == 25


def test_a_visit_is_read_in_few_statements(desk, lan, few_statements):
    visit = [enter(lan) for _ in range(4)][-1]
    visit.correct(by=lan, on=DAY, fact="note", new="Có", reason="Thiếu.")
    desk.get(visit.get_absolute_url())
    with few_statements(14):
        assert desk.get(visit.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("asked", ["dinh thi thao", "099158000123", "tro cap chat doc", "số:1"])
def test_search_is_blind_to_accents_and_knows_numbers(desk, lan, asked):
    enter(lan)
    enter(lan, name="Lò Văn Tư", id_number="", content="Hỏi việc làm.")
    rows = desk.get("/tiep-dan/", {"q": asked}).context["rows"]
    assert [row.name for row in rows] == ["Đinh Thị Thảo"]


@pytest.mark.parametrize(
    "asked",
    [{"loai": "phan_anh"}, {"ket-qua": "tu_choi"}, {"tiep": "dot_xuat"}, {"doan": "doan"}],
)
def test_filters_stand_in_the_address(desk, lan, asked):
    enter(lan)
    wanted = enter(
        lan,
        petition_kind="phan_anh",
        kind="dot_xuat",
        host="thu_truong",
        people=5,
        result="tu_choi",
        ground="9.1",
    )
    rows = desk.get("/tiep-dan/", asked).context["rows"]
    assert [row.code for row in rows] == [wanted.code]


def test_an_unknown_filter_is_a_400(desk):
    assert desk.get("/tiep-dan/", {"ket-qua": "gi-do"}).status_code == 400


def test_three_empty_states(desk, minh, quantri, lan):
    empty = [
        client_of(user).get("/tiep-dan/").context["empty"]["kind"] for user in (lan, minh, quantri)
    ]
    enter(lan)
    matching = desk.get("/tiep-dan/", {"q": "không có"}).context["empty"]["kind"]
    assert [*empty, matching] == ["nothing", "nothing", "no_right", "no_match"]


def test_numbers_are_masked_until_somebody_asks_and_that_is_recorded(desk, lan):
    visit = enter(lan)
    assert "099158000123" not in text_of(desk.get(visit.get_absolute_url()))
    assert "099158000123" in text_of(desk.post(f"{visit.get_absolute_url()}hien/"))
    assert "Xem số giấy tờ" in text_of(desk.get(visit.get_absolute_url()))


def test_the_excel_file_holds_no_identity_number(desk, lan):
    from io import BytesIO
    from zipfile import ZipFile

    enter(lan)
    body = b"".join(desk.get("/tiep-dan/xuat-excel/").streaming_content)
    sheet = ZipFile(BytesIO(body)).read("xl/worksheets/sheet1.xml").decode()
    assert "Đinh Thị Thảo" in sheet
    assert "099158000123" not in sheet


def test_online_the_clerk_says_whether_the_denouncer_asked_for_secrecy(lan, ha):
    a_session(lan, ha, date=DAY, online=True)
    sat = {"received_on": "03/08/2026", "kind": "dinh_ky", "host": "thu_truong"}
    told = sat | {"result": "nhan_don", "people": "1"}
    asked = client_of(lan).post("/tiep-dan/vao-so/bi-mat/", told)
    assert "Chưa chọn người tố cáo có đồng ý tiếp trực tuyến không" in asked.content.decode()
    client_of(lan).post("/tiep-dan/vao-so/bi-mat/", told | {"accepts_online": "khong"})
    assert Visit.objects.get().accepts_online is False


def test_a_sealed_visit_is_in_no_list_of_outsiders(lan, mai, dung):
    visit = enter_sealed(lan)
    for user in (mai, dung):
        browser = client_of(user)
        assert visit.code not in text_of(browser.get("/tiep-dan/"))
        assert browser.get(visit.get_absolute_url()).status_code == 404
    assert visit.code not in text_of(client_of(lan).get("/tiep-dan/"))
    assert visit.code in text_of(client_of(lan).get("/tiep-dan/so-rieng/"))


# papers


def test_the_printed_register_has_thirteen_columns(desk, lan):
    enter(lan)
    page = text_of(desk.get("/tiep-dan/in-so/?nam=2026"))
    head = page.partition("<thead>")[2].partition("</tr>")[0]
    assert head.count("<th ") == 13
    assert "<td>13</td>" in page


def test_printing_goes_on_after_the_last_printed_number(desk, lan):
    for _ in range(3):
        enter(lan)
    desk.post("/tiep-dan/in-so/", {"nam": "2026", "tu": "1", "den": "2"})
    page = desk.get("/tiep-dan/in-so/?nam=2026")
    assert [row["number"] for row in page.context["rows"]] == [3]
    assert "In tiếp từ số 3" in text_of(page)


def test_the_same_lines_are_not_remembered_twice(desk, lan):
    enter(lan)
    statuses = [
        desk.post("/tiep-dan/in-so/", {"nam": "2026", "tu": "1", "den": "1"}).status_code
        for _ in range(2)
    ]
    assert (statuses, Printed.objects.count()) == ([302, 422], 1)


def test_old_lines_can_be_printed_again(desk, lan):
    for _ in range(3):
        enter(lan)
    desk.post("/tiep-dan/in-so/", {"nam": "2026", "tu": "1", "den": "3"})
    rows = desk.get("/tiep-dan/in-so/?nam=2026&tu=2&den=2").context["rows"]
    assert [row["number"] for row in rows] == [2]


def test_the_open_book_shows_no_gap_where_a_denunciation_came(desk, lan):
    enter(lan)
    enter_sealed(lan)
    enter(lan)
    rows = desk.get("/tiep-dan/in-so/?nam=2026").context["rows"]
    assert [row["number"] for row in rows] == [1, 2]


def test_the_own_book_prints_for_its_group_alone(desk, lan, mai):
    enter_sealed(lan)
    assert len(desk.get("/tiep-dan/in-so/?nam=2026&so-rieng=1").context["rows"]) == 1
    assert client_of(mai).get("/tiep-dan/in-so/?nam=2026&so-rieng=1").status_code == 404


def test_the_notice_of_refusal_names_ground_and_article(desk, lan):
    visit = enter(lan, result="tu_choi", ground="9.3")
    page = text_of(desk.get(f"{visit.get_absolute_url()}thong-bao/"))
    assert "khoản 3 Điều 9 Luật Tiếp công dân" in page
    assert "Mẫu số 01/TCD" in page


def test_no_notice_is_prepared_where_none_is_needed(desk, lan):
    visit = enter(lan, result="tu_choi", ground="9.1")
    assert desk.get(f"{visit.get_absolute_url()}thong-bao/").status_code == 404


def test_the_receipt_lists_what_was_handed_in(desk, lan):
    visit = enter(lan, handed_in="Quyết định số 12; 2; bản sao\nSổ hộ khẩu")
    page = desk.get(f"{visit.get_absolute_url()}bien-nhan/")
    assert page.context["rows"] == [("Quyết định số 12", "2", "bản sao"), ("Sổ hộ khẩu", "", "")]


# on the desk


def test_a_notice_still_owed_lies_on_the_desk_of_who_received(desk, lan, mai):
    enter(lan)
    page = text_of(desk.get("/cong-viec/"))
    assert "/tiep-dan/TD-2026-0001/bao-ket-qua/" in page
    assert "TD-2026-0001" not in text_of(client_of(mai).get("/cong-viec/"))


def test_a_letter_untouched_for_long_shows_its_forty_five_days(desk, lan, letter):
    petition = letter(date(2026, 7, 6))
    assert petition.clocks.get(rule="DON_45").due == date(2026, 8, 20)
    page = text_of(desk.get("/cong-viec/?muc=tat-ca"))
    assert petition.code in page
