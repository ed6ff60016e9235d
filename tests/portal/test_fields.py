"""Nine fields of management, the petition fields below them, and the columns of the returns."""

from datetime import date

from portal.fields import Field, FieldColumn, deliver_fields

DAY = date(2026, 8, 3)


def test_the_nine_fields_of_the_office_stand_on_top(fields):
    own = Field.objects.top().exclude(code="khac")
    assert [field.name for field in own] == [
        "Lao động, tiền lương và việc làm",
        "Giáo dục nghề nghiệp",
        "Bảo hiểm xã hội",
        "An toàn, vệ sinh lao động",
        "Người có công",
        "Bảo trợ xã hội",
        "Trẻ em",
        "Bình đẳng giới",
        "Phòng, chống tệ nạn xã hội",
    ]


def test_delivering_again_leaves_the_edits_of_the_office(fields):
    Field.objects.filter(code="khac").update(name="Việc khác")
    deliver_fields()
    assert Field.objects.count() == len(fields)
    assert Field.objects.get(code="khac").name == "Việc khác"


def test_a_field_says_its_column_for_each_kind(fields):
    assert fields["ncc-liet-si"].column("KN", as_of=DAY) == "che_do_chinh_sach"
    assert fields["no-luong"].column("KN", as_of=DAY) == "khac"
    assert fields["nguoi-co-cong"].column("TC", as_of=DAY) == "hanh_chinh"


def test_a_column_changes_with_the_version_of_the_form(fields):
    field = fields["no-luong"]
    field.columns.filter(kind="KN").update(valid_to=date(2026, 9, 30))
    FieldColumn.objects.create(
        field=field, kind="KN", column="che_do_chinh_sach", valid_from=date(2026, 10, 1)
    )
    assert field.column("KN", as_of=date(2026, 9, 30)) == "khac"
    assert field.column("KN", as_of=date(2026, 10, 1)) == "che_do_chinh_sach"


def test_a_field_that_moved_away_is_closed_and_names_its_successor(fields):
    Field.objects.filter(code="tre-em").update(closed_on=date(2025, 3, 1))
    moved = Field.objects.get(code="tre-em")
    assert moved not in Field.objects.open(as_of=date(2025, 3, 1))
    assert moved in Field.objects.open(as_of=date(2025, 2, 28))
    assert moved.successor_agency == "Sở Y tế"


def test_only_a_remote_commune_lengthens_time_limits(communes):
    assert communes["na-khoang"].remote
    assert not communes["an-phu"].remote
