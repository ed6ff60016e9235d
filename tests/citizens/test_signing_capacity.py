"""In which capacity a paper is signed comes from the position of that day."""

from datetime import date

from citizens.models.paper import signing_capacity

TODAY = date(2026, 11, 20)


def test_the_director_signs_in_person(ha):
    assert signing_capacity(ha, on=TODAY) == ""


def test_a_deputy_signs_in_the_directors_stead(dung):
    assert signing_capacity(dung, on=TODAY) == "KT."


def test_a_head_signs_by_order(binh):
    assert signing_capacity(binh, on=TODAY) == "TL."


def test_whoever_holds_no_such_position_signs_in_no_capacity(lan):
    assert signing_capacity(lan, on=TODAY) == ""
