"""Letters alike while one is entered, those who signed together, and what a caller is told."""

import re
from datetime import date

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from citizens.models import Party, Petition
from citizens.telling import told_of
from portal.history import events
from portal.workflow import Refused
from tests.cast import client_of
from tests.citizens.conftest import number
from tests.citizens.test_petition_way import typed

TODAY, TOMORROW = date(2026, 7, 20), date(2026, 7, 21)
SAME = "/don/cung-noi-dung/"
PLAIN, ALIKE, CALLER = "/don/vao-so/don-thuong/", "/don/vao-so/trung/", "/tra-cuu-giup/"


@pytest.fixture(autouse=True)
def monday():
    with time_machine.travel("2026-07-20 09:00+07:00", tick=False):
        yield


@pytest.fixture
def sealed(mai, fields, office):
    return Petition.register_sealed(
        by=mai, on=TODAY, received_on=TODAY, channel="buu_chinh", envelope_no="BM-07/2026"
    )


def letter_typed(**other):
    return typed(received_on="20/7/2026", **other)


# letters alike


def test_a_letter_like_an_earlier_one_is_shown_before_it_is_written(letter, mai, thao):
    earlier = letter()
    browser = client_of(mai)
    shown = browser.post(PLAIN, letter_typed(id_number=thao["id_number"]))
    body = shown.content.decode()
    assert shown.status_code == 200
    assert "Cùng số căn cước" in body
    assert earlier.code in body
    assert Petition.objects.count() == 1


def test_who_has_seen_it_enters_the_letter(letter, mai, thao):
    earlier = letter()
    data = letter_typed(id_number=thao["id_number"]) | {"da-xem-trung": earlier.code}
    assert client_of(mai).post(PLAIN, data).status_code == 302
    assert Petition.objects.count() == 2


def test_many_people_share_a_name(letter, mai, thao):
    letter()
    data = letter_typed(name=thao["name"], id_number="", phone="", content="Việc khác hẳn.")
    assert client_of(mai).post(PLAIN, data).status_code == 302


def test_the_same_text_is_found_without_accents_and_signs(letter, mai):
    earlier = letter(content="Đề nghị Sở xem lại: mức trợ cấp, của tôi.")
    data = {"content": "de nghi so xem lai muc tro cap cua toi"}
    body = client_of(mai).post(ALIKE, data).content.decode()
    assert "Cùng nội dung" in body
    assert earlier.code in body


def test_a_sealed_letter_is_never_alike(letter, lan, mai, thao):
    letter_ = letter(content="Tôi tố cáo.")
    letter_.seal(by=lan, on=TODAY, reason="Có nội dung tố cáo.", envelope_no="BM-1/2026")
    data = {**thao, "content": "Tôi tố cáo."}
    for user in (mai, lan):
        assert client_of(user).post(ALIKE, data).content.decode().strip() == ""


def test_letters_alike_are_asked_for_by_who_enters_letters(letter, minh, thao):
    letter()
    assert client_of(minh).post(ALIKE, thao).status_code == 404


def test_letters_alike_cost_few_statements(letter, mai, thao, django_assert_max_num_queries):
    for _ in range(4):
        letter()
    browser = client_of(mai)
    browser.post(ALIKE, thao)
    with django_assert_max_num_queries(9):
        browser.post(ALIKE, {**thao, "content": "Tôi đề nghị."})


# those who signed together


def add(user, petition, **answers):
    return client_of(user).post(f"{petition.get_absolute_url()}ghi-nguoi-cung-ky/", answers)


def test_sixty_names_pasted_one_a_line(letter, lan):
    petition = letter()
    names = "\n".join(f"{n}. Nguyễn Văn Người {n}; 1961; Thôn {n}" for n in range(1, 61))
    assert add(lan, petition, names=names).status_code == 302
    petition.refresh_from_db()
    assert (petition.people, petition.signers, petition.is_crowd) == (61, 61, True)
    row = petition.parties.filter(role=Party.Role.COSIGNER).first()
    assert (row.name, row.birth_year, row.address) == ("Nguyễn Văn Người 1", 1961, "Thôn 1")


def test_names_out_of_a_table(letter, lan):
    petition = letter()
    table = "Họ và tên,Năm sinh,Số căn cước\nLê Thị Hoa,1958,099158000777\nVũ Văn Nam,1970,\n"
    sent = SimpleUploadedFile("nguoi-ky.csv", table.encode())
    assert add(lan, petition, table=sent).status_code == 302
    assert petition.parties.filter(role=Party.Role.COSIGNER).count() == 2
    assert petition.parties.get(name="Lê Thị Hoa").id_number == "099158000777"


def test_whoever_stands_there_is_not_written_twice(letter, lan):
    petition = letter()
    add(lan, petition, names="Lê Thị Hoa, Thôn 3")
    add(lan, petition, names="LÊ THỊ HOA, thôn 3\nVũ Văn Nam")
    assert Party.objects.filter(petition=petition).count() == 3


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ("", "Chưa nhập người cùng ký"),
        ("Lê Thị Hoa\n1958; Thôn 3", "Dòng 2: chưa có họ tên"),
        ("Lê Thị Hoa; 09915800077", "Dòng 1: Số này có 11 số"),
        (
            "\n".join(f"Người {n}" for n in range(1_001)).replace("Người", "Lê Thị"),
            "không quá 1000",
        ),
    ],
)
def test_a_line_that_cannot_be_read_is_named(names, words, letter, lan):
    petition = letter()
    answer = add(lan, petition, names=names)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert Party.objects.filter(petition=petition).count() == 1


def test_a_file_that_is_no_table_is_told(letter, lan):
    answer = add(lan, letter(), table=SimpleUploadedFile("x.xlsx", b"PK\x03\x04 hong"))
    assert answer.status_code == 422
    assert "không mở được" in answer.content.decode()


def test_the_list_of_signers_is_printed_with_masked_numbers(letter, lan, thao):
    petition = letter()
    add(lan, petition, names="Lê Thị Hoa, Thôn 3")
    body = client_of(lan).get(f"{petition.get_absolute_url()}nguoi-ky/").content.decode()
    assert "Lê Thị Hoa" in body
    assert thao["id_number"] not in body


def test_signers_are_found_by_search(letter, lan):
    petition = letter()
    add(lan, petition, names="Quách Thị Lựu")
    assert petition.code in client_of(lan).get("/don/?q=quach thi luu").content.decode()


def test_letters_of_one_text_stand_together(letter, lan):
    same = [letter(content="Chúng tôi kiến nghị.") for _ in range(5)]
    other = letter(content="Việc khác.")
    body = client_of(lan).get("/don/cung-noi-dung/").content.decode()
    assert "5 đơn, 5 người" in body
    assert "Đông người" in body
    assert all(each.code in body for each in same)
    assert other.code not in body


@pytest.fixture
def group(letter, lan, fields):
    """Four letters of one text; the first of them has become a case."""
    letters = [letter(content="Chúng tôi kiến nghị.") for _ in range(4)]
    letters[0].classify(
        by=lan, on=TODAY, kind="kien_nghi", eligible=True, competent=True,
        field=fields["ncc-chat-doc-hoa-hoc"],
    )  # fmt: skip
    return letters


def joined(lan, letters, case):
    marked = "&".join(f"so={each.code}" for each in letters)
    address = f"/don/hang-loat/ghep-vao-vu-viec/?{marked}&code={case.code}"
    browser = client_of(lan)
    page = browser.get(address).content.decode()
    assert f'value="{case.code}"' in page
    seen = re.search(r'name="da-xem-dong" value="(\w+)"', page)[1]
    return browser.post(address, {"da-xem-dong": seen, "code": case.code})


def test_a_group_is_joined_to_the_case_of_its_leading_letter_in_one_act(
    group, lan, binh, minh, units
):
    assert "Ghép cả nhóm" not in client_of(lan).get(SAME).content.decode()
    case = group[0].entrust(by=binh, on=TODAY, unit=units["nguoi-co-cong"], officer=minh)
    page = client_of(lan).get(SAME).content.decode()
    assert "Ghép cả nhóm" in page
    assert f'name="code" value="{case.code}"' in page
    answer = joined(lan, group[1:], case)
    assert "Đã ghi 3 dòng" in client_of(lan).get(answer.url).content.decode()
    others = Petition.objects.exclude(pk=group[0].pk)
    assert set(others.values_list("matter", "stage")) == {(case.matter_id, "da-ghep")}


def going_along(lan, letters, leading):
    for each in letters:
        each.go_with(by=lan, on=TODAY, letter=leading)


def test_a_group_goes_along_before_there_is_a_case(group, lan, binh, minh, units):
    going_along(lan, group[1:], group[0])
    assert "Xử lý đơn chính" in client_of(lan).get(SAME).content.decode()
    assert all(each.due_on for each in Petition.objects.all())
    case = group[0].entrust(by=binh, on=TODAY, unit=units["nguoi-co-cong"], officer=minh)
    others = Petition.objects.exclude(pk=group[0].pk)
    assert set(others.values_list("matter", "stage", "leading")) == {
        (case.matter_id, "da-ghep", None)
    }


def test_the_group_is_led_in_one_act_from_its_page(group, lan):
    page = client_of(lan).get(SAME).content.decode()
    assert "Cho đi cùng đơn chính" in page
    marked = "&".join(f"so={each.code}" for each in group[1:])
    address = f"/don/hang-loat/di-cung-don-chinh/?{marked}&code={group[0].code}"
    browser = client_of(lan)
    seen = re.search(r'name="da-xem-dong" value="(\w+)"', browser.get(address).content.decode())
    browser.post(address, {"da-xem-dong": seen[1], "code": group[0].code})
    assert group[0].followers.count() == 3
    assert "Đơn chính của 3 đơn" in browser.get(group[0].get_absolute_url()).content.decode()
    assert f">{group[0].code}</a>" in browser.get(group[1].get_absolute_url()).content.decode()


def test_where_no_case_comes_of_it_each_is_handled_by_itself(group, lan, binh):
    going_along(lan, group[1:], group[0])
    group[0].classify(
        by=lan, on=TODAY, kind="kien_nghi", eligible=True, competent=False, field=group[0].field
    )
    group[0].forward(by=binh, on=TODAY, addressee="Sở Y tế", ground="Thuộc Sở Y tế.")
    assert not Petition.objects.exclude(leading=None).exists()
    assert Petition.objects.waiting().count() == 3


def test_nobody_goes_along_in_a_circle_or_with_what_is_done(group, letter, lan, binh, units):
    group[1].go_with(by=lan, on=TODAY, letter=group[0])
    for goes, leads in ((group[0], group[0]), (group[0], group[2]), (group[2], group[1])):
        with pytest.raises(Refused):
            goes.go_with(by=lan, on=TODAY, letter=leads)
    group[1].go_alone(by=lan, on=TODAY, reason="Nội dung khác.")
    group[0].entrust(by=binh, on=TODAY, unit=units["nguoi-co-cong"])
    with pytest.raises(Refused, match="đã xử lý"):
        group[2].go_with(by=lan, on=TODAY, letter=group[0])


def test_a_leading_letter_that_is_sealed_is_named_by_no_other(group, lan, binh):
    going_along(lan, group[1:], group[0])
    group[0].seal(
        by=lan,
        on=TODAY,
        reason="Tố cáo.",
        envelope_no="1",
        envelope_place="Tủ",
        envelope_keeper="A",
    )
    assert not Petition.objects.exclude(leading=None).exists()
    told = [event for each in group[1:] for event in events(each.stream)]
    assert not [event for event in told if group[0].code in str((event.facts, event.values))]


def test_each_sender_of_a_group_keeps_a_receipt_and_reads_the_answer(
    group, lan, binh, ha, mai, minh, units
):
    case = group[0].entrust(by=binh, on=TODAY, unit=units["nguoi-co-cong"], officer=minh)
    joined(lan, group[1:], case)
    case.answer(by=ha, on=TOMORROW, conclusion="Đã xem xét.")
    number(case, mai, "vb_tra_loi", TOMORROW, "12/SLĐTBXH")
    told = told_of(group[2], as_of=TOMORROW, phone="")
    assert told.heading == "Sở đã trả lời"
    assert "cùng nội dung với một vụ việc" in told.sentence
    receipt = client_of(lan).get(f"/don/{group[2].code}/bien-nhan/")
    assert receipt.status_code == 200


def test_a_letter_that_comes_later_joins_the_open_case_of_its_text(
    group, letter, lan, binh, minh, units
):
    case = group[0].entrust(by=binh, on=TODAY, unit=units["nguoi-co-cong"], officer=minh)
    joined(lan, group[1:], case)
    assert "Ghép cả nhóm" not in client_of(lan).get(SAME).content.decode()
    late = letter(content="CHUNG TOI KIEN NGHI")
    page = client_of(lan).get(SAME).content.decode()
    assert late.code in page
    assert case.code in page


def test_two_targets_are_one_too_many(group, accepted, letter, lan, binh, minh, units):
    other = group[0].entrust(by=binh, on=TODAY, unit=units["nguoi-co-cong"], officer=minh)
    first = accepted()
    answer = client_of(lan).post(
        f"/don/{letter().code}/ghep-vao-vu-viec/", {"likely": first.code, "code": other.code}
    )
    assert answer.status_code == 422
    assert f"Đã chọn {first.code} ở trên lại ghi {other.code}" in answer.content.decode()


# a caller


def ask(user, question, **more):
    return client_of(user).post(CALLER, {"question": question, "reason": "nguoi-gui", **more})


@pytest.mark.parametrize("question", ["0912 000 123", "dinh thi thao", "D-2026-1"])
def test_a_caller_is_found_by_phone_name_or_number(question, letter, mai):
    petition = letter()
    question = petition.code if question.startswith("D-") else question
    assert petition.code in ask(mai, question).content.decode()


def test_the_answer_is_the_citizens_own_and_the_look_is_recorded(letter, mai, thao):
    petition = letter()
    body = ask(mai, petition.code, don=petition.code).content.decode()
    assert "Sở đã nhận đơn" in body
    assert thao["phone"] not in body
    event = events(petition.stream).last()
    assert (event.step, event.by, event.facts) == ("tell_caller", "mai", {"reason": "nguoi-gui"})


def test_looking_needs_a_reason(letter, mai):
    petition = letter()
    answer = ask(mai, petition.code, reason="to-mo", don=petition.code)
    assert answer.status_code == 422
    assert events(petition.stream).last().step == "register"


def test_a_denunciation_is_never_found_for_a_caller(sealed, mai, lan, binh):
    for user in (mai, lan, binh):
        body = ask(user, sealed.code).content.decode()
        assert "Không tìm thấy đơn nào" in body
        assert ask(user, sealed.code, don=sealed.code).status_code == 404
    assert "tell_caller" not in [event.step for event in events(sealed.stream)]


def test_only_who_takes_calls_looks_up(minh, ha, lan):
    assert client_of(minh).get(CALLER).status_code == 404
    assert client_of(lan).get(CALLER).status_code == 200


def test_a_plain_line_file_has_the_rows_of_the_list_and_no_formula(letter, lan):
    letter(title="=1+1")
    answer = client_of(lan).get("/don/xuat-csv/")
    body = b"".join(answer.streaming_content).decode()
    assert body.startswith("\ufeffSố,Loại")
    assert ",'=1+1," in body


def test_neighbours_stay_inside_a_saved_filter(letter, lan):
    first, second = letter(), letter()
    inside = f"giai-doan%3D{first.stage}%26sap-xep%3D-so"
    body = client_of(lan).get(f"{second.get_absolute_url()}?ds={inside}").content.decode()
    assert f"/don/{first.code}/?ds=" in body
    assert "1 / 2" in body
