"""What people type: understood where it can be, refused with a sentence where it cannot."""

from datetime import date

import pytest
from crispy_forms.utils import render_crispy_form

from portal import forms


class Asked(forms.Form):
    name = forms.TextField(label="Họ tên", max_length=1200)
    happened_on = forms.DateField(label="Ngày xảy ra", required=False)
    id_number = forms.IdNumberField(label="Số căn cước", required=False)
    phone = forms.PhoneField(label="Số điện thoại", required=False)
    email = forms.EmailField(label="Thư điện tử", required=False)
    people = forms.NumberField(label="Số người", required=False, min_value=1)
    denounces = forms.YesNoField(label="Đơn có nội dung tố cáo không?")
    kind = forms.ChoiceField(label="Loại đơn", choices=[("kn", "Khiếu nại"), ("pa", "Phản ánh")])


GOOD = {"name": "Đỗ Thị Thảo", "denounces": "khong", "kind": "kn"}


def asked(**typed) -> Asked:
    return Asked(GOOD | typed)


def refusal(name: str, typed: str) -> str:
    return " ".join(asked(**{name: typed}).errors.get(name, []))


@pytest.mark.parametrize(
    "typed",
    ["5/2/2026", "05022026", "5-2-26", "050226", "5.2.2026", " 5 / 2 / 2026 ", "2026-02-05",
     "ngày 5 tháng 2 năm 2026"],
)  # fmt: skip
def test_a_date_is_understood_in_every_way_people_type_it(typed):
    form = asked(happened_on=typed)
    assert form.is_valid()
    assert form.cleaned_data["happened_on"] == date(2026, 2, 5)
    assert form["happened_on"].value() == "05/02/2026"
    assert form["happened_on"].understood == "Hiểu là thứ Năm, 05/02/2026"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("31/2/2026", "tháng 2/2026 có 28 ngày, không có ngày 31"),
        ("02/13/2026", "không có tháng 13; ghi ngày trước, tháng sau, ví dụ 27/8/2026"),
        ("5/2/0026", "xem lại năm 0026"),
        ("hôm qua", "ghi đủ ngày, tháng, năm, ví dụ 27/8/2026"),
        ("5/2", "ghi đủ ngày, tháng, năm, ví dụ 27/8/2026"),
    ],
)
def test_a_date_that_is_none_is_refused_with_the_reason_and_kept(typed, why):
    assert refusal("happened_on", typed) == f"Chưa hiểu ngày xảy ra: {why}"
    assert asked(happened_on=typed)["happened_on"].value() == typed


def test_a_date_box_knows_its_limits():
    form = asked(happened_on="28/9/2026")
    form.fields["happened_on"].latest = date(2026, 9, 18)
    assert form.errors["happened_on"] == ["Ngày xảy ra không được sau 18/9/2026"]


def test_a_date_box_is_a_text_box():
    assert 'type="text"' in str(asked()["happened_on"])


@pytest.mark.parametrize("bad", ["a\x00b", "a\ud800b", "a\u202eb"])
def test_text_that_cannot_be_stored_is_refused_with_a_sentence(bad):
    assert refusal("name", bad).startswith("Nội dung có ký tự")


def test_text_is_stored_composed():
    form = asked(name="Đo\u0302\u0303 Thi\u0323 Thảo")
    assert form.is_valid()
    assert form.cleaned_data["name"] == "Đỗ Thị Thảo"


def test_a_text_too_long_says_how_long_it_is_and_is_not_cut():
    form = asked(name="ă" * 1048)
    assert form.is_valid()
    assert refusal("name", "ă" * 1_048_576) == (
        "Họ tên dài 1.048.576 ký tự; rút ngắn còn tối đa 1.200 ký tự"
    )
    assert "maxlength" not in str(form["name"])


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("id_number", "0381 0000 1142", "038100001142"),
        ("id_number", "123456789", "123456789"),
        ("id_number", "038100001142|123456789|Đỗ Thị Thảo|01021959|Nữ|Sơn Hạ|", "038100001142"),
        ("phone", "+84 912.345.678", "0912345678"),
        ("phone", "0200 3812 345", "02003812345"),
        ("people", "1.234", 1234),
    ],
)
def test_numbers_of_people_are_text_without_separators(name, typed, kept):
    form = asked(**{name: typed})
    assert form.is_valid(), form.errors
    assert form.cleaned_data[name] == kept


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("id_number", "38100001142", "Số này có 11 số, có lẽ thiếu số 0 ở đầu"),
        ("id_number", "0381O0001142", "không có chữ hay dấu khác"),
        ("id_number", "1", "số vừa nhập có 1 số"),
        ("phone", "912345678", "có lẽ thiếu số 0 ở đầu"),
        ("phone", "gọi sau", "chỉ gồm chữ số"),
        ("email", "thao@", "Xem lại địa chỉ thư điện tử"),
        ("people", "nhiều", "Ghi bằng chữ số"),
        ("people", "0", "Số người nhỏ nhất là 1"),
        ("kind", "x", "Chọn loại đơn trong danh sách"),
    ],
)
def test_a_refusal_says_what_to_do(name, typed, sentence):
    assert sentence in refusal(name, typed)


def test_what_was_left_out_is_asked_for_by_its_own_name():
    form = Asked({})
    assert [problem.words for problem in form.problems] == [
        "Chưa nhập họ tên",
        "Chưa trả lời: Đơn có nội dung tố cáo không?",
        "Chưa chọn loại đơn",
    ]


def test_a_question_added_on_the_way_speaks_too():
    form = asked(draft="")
    form.fields["draft"] = forms.LongTextField(label="Dự thảo", max_length=3)
    assert form.errors["draft"] == ["Chưa nhập dự thảo"]


def test_a_sentence_that_a_field_chose_itself_stays():
    form = asked(name="")
    form.fields["name"].error_messages["required"] = "Ghi họ tên như trên căn cước"
    assert form.errors["name"] == ["Ghi họ tên như trên căn cước"]


def test_yes_and_no_are_two_answers_and_silence_is_a_third():
    assert asked(denounces="co").fields["denounces"].clean("co") is True
    assert asked().fields["denounces"].clean("khong") is False
    assert forms.YesNoField(required=False).clean("") is None


def test_each_line_of_the_summary_leads_to_a_control_on_the_page():
    form = Asked({"people": "nhiều"})
    page = render_crispy_form(form)
    assert form.problems
    assert all(f'id="{problem.field_id}"' in page for problem in form.problems)


def test_no_refusal_uses_the_words_that_the_house_avoids():
    hostile = ["", "\x00", "x" * 40_000, "-1", "31/2/2026", "٣", "💥", "'\"<>{}%s%(x)s"]
    for typed in hostile:
        form = Asked(dict.fromkeys(Asked.base_fields, typed))
        said = " ".join(problem.words for problem in form.problems).lower()
        assert said
        assert not [word for word in ("bắt buộc", "hợp lệ", "trường", "field") if word in said]


def test_a_field_is_read_in_the_order_label_hint_error_control():
    page = render_crispy_form(asked(happened_on="31/2/2026"))
    place = [
        page.index(part)
        for part in (
            'for="id_happened_on"',
            'id="id_happened_on_helptext"',
            'id="id_happened_on_error"',
            '<input type="text" name="happened_on"',
        )
    ]
    assert place == sorted(place)
    assert 'aria-describedby="id_happened_on_helptext id_happened_on_error"' in page


def test_the_few_optional_fields_say_so_and_nothing_carries_an_asterisk():
    page = render_crispy_form(asked())
    assert page.count("(không bắt buộc)") == 5
    assert "*" not in page
