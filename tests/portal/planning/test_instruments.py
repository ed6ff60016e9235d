"""The register of instruments: styles, dates that are half known, validity, who reads what."""

from datetime import date

import pytest
from django.test import Client

from portal.forms.instrument import read_day, read_reference
from portal.instruments import Instrument, Issuer, Relation, deliver_instruments
from portal.instruments.citing import citations
from portal.planning import Plan
from tests.cast import client_of

pytestmark = pytest.mark.django_db
DAY = date(2026, 5, 4)


@pytest.fixture
def delivered(db):
    deliver_instruments()
    return {row.reference: row for row in Instrument.objects.all()}


@pytest.mark.parametrize(
    ("typed", "style", "number", "symbol"),
    [
        ("141/KH-UBND", "/", "141", "KH-UBND"),
        ("28-CT/TU", "-", "28", "CT/TU"),
        ("86-QĐ/BCĐ", "-", "86", "QĐ/BCĐ"),
        ("04/2015/NĐ-CP", "/", "04", "2015/NĐ-CP"),
        ("10/2022/QH15", "/", "10", "2022/QH15"),
        ("Số: 02-CTr/BCĐ", "-", "02", "CTr/BCĐ"),
    ],
)
def test_state_and_party_write_numbers_each_their_way(typed, style, number, symbol):
    assert read_reference(typed) == {"style": style, "number": number, "symbol": symbol}


@pytest.mark.parametrize("typed", ["KH-UBND", "141", "", "số mười hai", "141 KH UBND"])
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(ValueError):
        read_reference(typed)


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("22/4/2022", (2022, 4, 22)),
        ("5/2022", (2022, 5, None)),
        ("tháng 5/2022", (2022, 5, None)),
        ("2015", (2015, None, None)),
    ],
)
def test_a_date_is_as_much_as_is_known(typed, known):
    found = read_day(typed)
    assert (found["year"], found["month"], found["day"]) == known


TEXT = (
    "Kế hoạch số 141/KH-UBND ngày 22/4/2022 của UBND tỉnh; Nghị định số 04/2015/NĐ-CP ngày 09 tháng"
    " 01 năm 2015; Chỉ thị số 28-CT/TU ngày 07/7/2020; Quyết định 86-QĐ/BCĐ; Luật 10/2022/QH15"
)


def test_citations_are_found_in_both_styles_with_their_years():
    assert [(each.reference, each.year) for each in citations(TEXT)] == [
        ("141/KH-UBND", 2022),
        ("04/2015/NĐ-CP", 2015),
        ("28-CT/TU", 2020),
        ("86-QĐ/BCĐ", None),
        ("10/2022/QH15", 2022),
    ]


@pytest.mark.parametrize("words", ["ngày 22/4/2022", "tỷ lệ 3/4", "trang 12/40", "1/2 số đơn vị"])
def test_dates_and_fractions_are_no_citations(words):
    assert list(citations(words)) == []


@pytest.mark.parametrize(
    ("dated", "told"),
    [(date(2022, 5, 6), False), (date(2023, 6, 30), False), (date(2023, 7, 1), True)],
)
def test_a_plan_that_rests_on_a_repealed_decree_is_told_by_its_own_day(
    delivered, draft, tuan, dated, told
):
    draft.cite(by=tuan, on=DAY, words="Nghị định", instrument=delivered["04/2015/NĐ-CP"])
    draft.dated_on = dated
    assert bool(draft.repealed_bases()) == told


def test_a_basis_that_is_younger_than_the_plan_is_told(delivered, draft, tuan):
    draft.cite(by=tuan, on=DAY, words="Luật", instrument=delivered["97/2025/QH15"])
    draft.dated_on = date(2025, 1, 2)
    assert "ban hành sau ngày" in draft.repealed_bases()[0]


def test_the_public_reads_what_is_not_internal(delivered, office):
    shown = Client().get("/van-ban/").content.decode()
    assert "10/2022/QH15" in shown
    assert "30-CT/TW" not in shown


def test_the_register_is_cut_into_pages_that_lose_nothing(province, office):
    for n in range(30):
        Instrument.objects.create(
            kind="ke-hoach", number=str(n), symbol="KH-UBND", year=2026, title="Kế hoạch",
            issuer=province, month=5 if n % 2 else None, day=n % 3 or None if n % 2 else None,
        )  # fmt: skip
    first = Client().get("/van-ban/?loai=ke-hoach&co-quan=ubnd-tinh").context
    second = Client().get(f"/van-ban/{first['page'].next}").context
    found = [row["reference"] for row in (*first["rows"], *second["rows"])]
    assert (len(first["rows"]), len(found), len(set(found))) == (25, 30, 30)
    days = [row["dated"] for row in (*first["rows"], *second["rows"])]
    assert days == sorted(days, reverse=True)
    assert [url for _, url in first["chips"]] == ["?co-quan=ubnd-tinh", "?loai=ke-hoach"]


def test_a_document_of_the_party_is_public_once_it_is_released(delivered, office):
    row = delivered["30-CT/TW"]
    assert Client().get(row.get_absolute_url()).status_code == 404
    row.released_on = DAY
    row.save()
    assert Client().get(row.get_absolute_url()).status_code == 200


def test_whoever_works_here_reads_internal_ones(delivered, minh, office):
    assert "30-CT/TW" in client_of(minh).get("/van-ban/?q=ct/tw").content.decode()


def test_a_query_set_that_shows_all_would_be_seen(delivered, office, monkeypatch):
    """A planted defect."""
    from portal.instruments.instruments import Instruments

    monkeypatch.setattr(Instruments, "visible_to", lambda self, user, *, on: self)
    assert "30-CT/TW" in Client().get("/van-ban/").content.decode()


@pytest.fixture
def typed(province):
    return {
        "reference": "12/KH-UBND", "dated": "5/2026", "kind": "ke-hoach", "issuer": "ubnd-tinh",
        "title": "Cải cách hành chính",
    }  # fmt: skip


def test_the_clerk_enters_a_document(mai, office, typed):
    answer = client_of(mai).post("/van-ban/moi/", typed)
    row = Instrument.objects.get()
    assert answer.url == row.get_absolute_url()
    assert (row.cited, row.dated_on) == ("Kế hoạch số 12/KH-UBND tháng 5/2026", None)


def test_the_same_document_is_entered_once(mai, office, typed):
    client_of(mai).post("/van-ban/moi/", typed)
    answer = client_of(mai).post("/van-ban/moi/", typed)
    assert answer.status_code == 422
    assert "đã có trong sổ" in answer.content.decode()


def test_a_document_of_the_party_is_internal_whatever_was_ticked(mai, office, typed):
    Issuer.objects.create(code="tinh-uy", name="Tỉnh ủy", kind="party")
    client_of(mai).post("/van-ban/moi/", typed | {"issuer": "tinh-uy", "reference": "9-CT/TU"})
    assert Instrument.objects.get().internal


def test_nothing_typed_is_lost_and_each_fault_stands_at_its_field(mai, office, typed):
    wrong = typed | {"reference": "chỉ thị", "dated": "32/13/2026"}
    shown = client_of(mai).post("/van-ban/moi/", wrong).content.decode()
    assert "Ghi số rồi đến ký hiệu" in shown
    assert "Chưa hiểu ngày văn bản" in shown
    assert 'value="32/13/2026"' in shown


def test_a_document_that_replaces_another_ends_it(mai, office, delivered):
    new, old = delivered["59/2023/NĐ-CP"], delivered["10/2022/QH15"]
    typed = {"kind": "thay-the", "other": "10/2022/QH15", "ends_on": "1/1/2026"}
    client_of(mai).post(f"{new.get_absolute_url()}lien-quan/", typed)
    old.refresh_from_db()
    assert old.in_force_to == date(2025, 12, 31)
    assert Relation.objects.filter(instrument=new, other=old, kind="thay-the").exists()


def test_the_chain_from_the_directive_to_the_plan_says_the_days(directive, plan, tuan, ha):
    Plan.objects.get(pk=plan.pk).bases.create(words="Kế hoạch", instrument=directive)
    shown = client_of(ha).get(directive.get_absolute_url()).content.decode()
    assert "ban hành sau 14 ngày" in shown
    assert "0 trên 3 phần việc đã xong" in shown


def test_what_is_delivered_is_delivered_once(delivered):
    Instrument.objects.filter(number="06").delete()
    deliver_instruments()
    assert not Instrument.objects.filter(number="06").exists()
