"""Boxes of communes and people: in an order in which one finds what one looks for."""

from datetime import date

import pytest
from django import forms

from citizens.forms.choices import CommuneField, PersonField, as_of, people_of
from portal.fields import Commune

TODAY = date(2026, 7, 20)


class Boxes(forms.Form):
    commune = CommuneField()
    officer = PersonField()


def words(form, name):
    return [label for value, label in form.fields[name].choices if value]


@pytest.fixture
def form(lan, binh, minh, communes):
    Commune.objects.create(code="phuong-an-phu", name="Phường Ấn Phú")
    form = Boxes()
    as_of(form, TODAY)
    return form


def test_a_commune_is_found_by_typing_its_name(form):
    assert words(form, "commune") == ["An Phú (xã)", "Ấn Phú (phường)", "Nà Khoang (xã)"]


def groups(form):
    return {place: [str(label) for _, label in people] for place, people in choices(form)}


def choices(form):
    return [choice for choice in form.fields["officer"].choices if choice[0]]


def test_people_stand_under_their_units(form):
    assert groups(form) == {
        "Phòng Người có công": ["Đỗ Hoàng Minh"],
        "Phòng Tiếp công dân": ["Trần Văn Bình", "Nguyễn Thị Lan"],
    }


def test_the_unit_that_has_the_matter_stands_first(form, units):
    people_of(form, units["tiep-cong-dan"].pk)
    assert [place for place, _ in choices(form)] == ["Phòng Tiếp công dân", "Phòng Người có công"]


def test_a_page_of_assignment_begins_with_the_unit_of_the_letter(letter, binh, minh, client):
    client.force_login(binh)
    page = client.get(f"{letter().get_absolute_url()}phan-cong/").content.decode()
    assert page.index('<optgroup label="Phòng Tiếp công dân">') < page.index(
        '<optgroup label="Phòng Người có công">'
    )
