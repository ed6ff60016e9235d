"""One statement for all readers of a kind, and each of them sees what is theirs alone."""

from datetime import date

from citizens.models import Case, Petition
from citizens.sheets.case import SHEET as CASES
from citizens.sheets.case import read_sheet as case_sheet
from citizens.sheets.gathered import KindOfReader
from citizens.sheets.petition import SHEET as PETITIONS
from citizens.sheets.petition import read_sheet as petition_sheet
from tests.cast import person, place

MONDAY = date(2026, 7, 6)


def columns(row):
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def test_the_row_is_what_the_table_holds(complaint, lan):
    case = complaint(MONDAY)
    read, _ = case_sheet(case.code, user=lan, on=MONDAY)
    assert columns(read) == columns(Case.objects.get())
    petition, lists = petition_sheet(case.petition.code, user=lan, on=MONDAY)
    assert columns(petition) == columns(Petition.objects.get())
    assert [columns(row) for row in lists["clocks"]] == [
        columns(row) for row in petition.__class__.objects.get().clocks.all()
    ]


def test_joined_rows_are_laid_on_it(complaint, lan, minh, ha, units):
    case, _ = case_sheet(complaint(MONDAY).code, user=lan, on=MONDAY)
    assert (case.unit, case.officer) == (units["nguoi-co-cong"], minh)
    assert (case.settler.user, case.petition.commune.name) == (ha, "Xã An Phú")


def test_two_readers_of_a_kind_share_the_statement_and_nothing_else(complaint, units, minh):
    case = complaint(MONDAY)
    other = person("tuan", "Ngô Anh Tuấn", "man")
    place(other, "officer", unit=units["lao-dong"])
    assert KindOfReader(minh, MONDAY) == KindOfReader(other, MONDAY)
    assert case_sheet(case.code, user=minh, on=MONDAY)
    assert case_sheet(case.code, user=other, on=MONDAY) is None
    assert case_sheet(case.code, user=minh, on=MONDAY)


def test_a_member_of_the_team_sees_the_case_and_a_colleague_of_hers_does_not(
    accepted, ha, minh, units
):
    case, member, colleague = (
        accepted(date(2026, 7, 14)),
        person("hoa", "Lê Thị Hoa"),
        person("nga", "Lê Thị Nga"),
    )
    for user in (member, colleague):
        place(user, "officer", unit=units["lao-dong"])
    on = date(2026, 7, 15)
    case.order_verification(by=ha, on=on, lead=minh, members=[member], days=10)
    assert case_sheet(case.code, user=member, on=on)
    assert case_sheet(case.code, user=colleague, on=on) is None


def test_a_denunciation_is_read_by_its_group_alone(mai, lan, binh, minh, units, fields):
    sealed = Petition.register_sealed(
        by=mai, on=MONDAY, received_on=MONDAY, channel="buu_chinh", envelope_no="BM-1"
    )
    other_clerk = person("hang", "Vũ Thu Hằng")
    place(other_clerk, "clerk", unit=units["van-phong"])
    seen = {
        user.username: petition_sheet(sealed.code, user=user, on=MONDAY) is not None
        for user in (mai, lan, binh, minh, other_clerk)
    }
    assert seen == {"mai": True, "lan": True, "binh": True, "minh": False, "hang": False}


def test_likely_letters_are_those_that_the_reader_may_see(letter, classified, lan, binh, units):
    letter(MONDAY)
    mine = classified(MONDAY, title="Gửi lần nữa")
    mine.assign(by=binh, on=MONDAY, unit=units["lao-dong"])
    head = person("quang", "Đào Văn Quang", "man")
    place(head, "head", unit=units["lao-dong"])
    assert petition_sheet(mine.code, user=lan, on=MONDAY)[1]["same_id_number"]
    assert not petition_sheet(mine.code, user=head, on=MONDAY)[1]["same_id_number"]


def test_a_statement_is_put_together_once(complaint, lan):
    code = complaint(MONDAY).code
    for sheet in (CASES, PETITIONS):
        sheet.statement.cache_clear()
    for _ in range(3):
        case_sheet(code, user=lan, on=MONDAY)
    assert CASES.statement.cache_info().misses == 1
