"""What a register brings along stands as if its steps had been taken: the same clocks, the same
books, the same settlers, at both levels and under every procedure."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from citizens.models import Case, Matter, Petition, Visit
from citizens.models.tally import rebuild
from tests.citizens import returns_ledger as ledger
from tests.citizens.conftest import number, written
from tests.citizens.standing import facts_of, line_of, totals, twice

MONDAY = date(2026, 7, 6)


@pytest.fixture
def stands_alike(brought):
    """Brings along what the verbs made and compares every table."""

    def compare():
        made, tallies = list(Petition.objects.order_by("pk")), totals()
        brought("petitions", [line_of(petition) for petition in made])
        later = Petition.objects.filter(pk__gt=made[-1].pk).order_by("pk")
        assert [facts_of(row) for row in later] == [facts_of(row) for row in made]
        assert totals() == twice(tallies)
        kept = totals()
        rebuild()
        assert totals() == kept

    return compare


def test_a_complaint_under_a_units_own_seal(stands_alike, own_settled):
    own_settled()
    stands_alike()
    assert set(Case.objects.values_list("code", flat=True)) == {
        "KNTTDVVL-2026-0001",
        "KNTTDVVL-2026-0002",
    }


def test_a_second_level_and_the_first_that_it_ended(stands_alike, second, ha, mai, minh, lan):
    case = second()
    case.accept(by=ha, on=date(2026, 7, 22))
    number(case, mai, "tb_thu_ly", date(2026, 7, 22))
    case.order_verification(by=ha, on=date(2026, 7, 22), lead=minh, members=[lan], days=5)
    case.report_findings(by=minh, on=date(2026, 7, 24), text="x", proposal="cong_nhan")
    case.invite(by=ha, on=date(2026, 7, 24), held_on=date(2026, 7, 29), place="Phòng họp")
    held = {"on": date(2026, 7, 29), "held_on": date(2026, 7, 29), "minutes": "x"}
    case.hold_dialogue(by=ha, **held)
    case.settle(by=ha, on=date(2026, 7, 30), outcome="huy_sua", conclusion="x")
    number(case, mai, "qd_giai_quyet", date(2026, 7, 30), "31/QĐ")
    stands_alike()


def test_a_late_first_level_that_the_second_took_over(
    stands_alike, own, kien, mai, second_letter, lan, units, ha
):
    first = own()
    first.accept(by=kien, on=date(2026, 7, 7))
    number(first, mai, "tb_thu_ly", date(2026, 7, 7))
    on = date(2026, 8, 10)
    second = second_letter(on).open_second_level(
        by=lan, on=on, unit=units["lao-dong"], summary="x", first_case=first
    )
    second.accept(by=ha, on=on)
    number(second, mai, "tb_thu_ly", on, "20/TB")
    stands_alike()
    assert Case.objects.filter(stage="chuyen-lan-hai").count() == 2


@pytest.mark.parametrize("regime", ["ky_luat", "buoc_thoi_viec", "lao_dong"])
def test_a_complaint_of_another_procedure(
    stands_alike, classified, lan, minh, units, ha, mai, regime
):
    petition = classified(MONDAY)
    judged = {"kind": "khieu_nai", "eligible": True, "competent": True}
    petition.classify(by=lan, on=MONDAY, **judged, regime=regime)
    case = petition.propose(
        by=lan, on=MONDAY, unit=units["nguoi-co-cong"], officer=minh, summary="x"
    )
    case.accept(by=ha, on=date(2026, 7, 8))
    number(case, mai, "tb_thu_ly", date(2026, 7, 8))
    case.settle_at_once(by=ha, on=date(2026, 7, 9), rechecked="x", conclusion="x", draft="x")
    number(case, mai, "qd_giai_quyet", date(2026, 7, 9), "9/QĐ")
    case.serve(by=mai, on=date(2026, 7, 10), served_on=date(2026, 7, 10), way="Trực tiếp")
    stands_alike()


@pytest.mark.parametrize("replied", [False, True])
def test_a_letter_that_another_body_forwarded_is_reported_back(
    stands_alike, letter, lan, binh, mai, replied
):
    petition = letter(MONDAY, channel="chuyen_den", forwarded_by="Ban Tiếp công dân tỉnh")
    petition.classify(by=lan, on=MONDAY, kind="kien_nghi", eligible=True, competent=False)
    petition.guide(by=binh, on=MONDAY, addressee="Bảo hiểm xã hội tỉnh", ground="…")
    number(petition, mai, "phieu_huong_dan", MONDAY)
    if replied:
        petition.report_back(by=binh, on=date(2026, 7, 8), ground="…")
        number(petition, mai, "vb_phuc_dap", date(2026, 7, 8), "7/SLĐTBXH")
    stands_alike()
    assert Petition.objects.filter(due_key=date(2026, 7, 15)).count() == (0 if replied else 2)


def test_a_line_called_closed_owes_no_report_back(brought):
    told = {
        "handled_on": "08/07/2026",
        "channel": "chuyen_den",
        "forwarded_by": "Ban Tiếp công dân",
    }
    brought("petitions", [
        ledger.letter("06/07/2026", "phan_anh", "chuyen_don", stage="closed", **told)
    ])  # fmt: skip
    assert not Petition.objects.get().clocks.open().exists()


# denunciations


def test_a_denunciation_stands_as_its_group_follows_it(brought):
    told = {"accepted_on": "10/07/2026", "decided_on": "07/08/2026", "outcome": "sai"}
    brought("petitions", [
        ledger.letter("06/07/2026", "to_cao", "thu_ly", handled_on="10/07/2026", **told)
    ])  # fmt: skip
    sealed = Petition.objects.get()
    clocks = sealed.clocks.values_list("rule", "started_on", "stopped_on")
    assert (sealed.stage, sealed.eligible, sealed.competent) == ("giu-bi-mat", True, True)
    assert list(clocks) == [
        ("TC_XLBD", date(2026, 7, 6), date(2026, 7, 10)),
        ("TC_GQ", date(2026, 7, 10), date(2026, 8, 7)),
    ]


def test_a_denunciation_shares_no_matter_with_what_names_people(brought):
    named = ledger.letter("06/07/2026", "kien_nghi", "thu_ly", case_ref="VV-7", **ledger.OURS)
    secret = ledger.letter("07/07/2026", "to_cao", "thu_ly", case_ref="VV-7", **ledger.OURS)
    sitting = ledger.visit("18/06/2026", "thuong_xuyen", 1, "VV-7")
    brought("petitions", [named, secret, secret])
    brought("visits", [sitting, sitting | {"petition_kind": "to_cao", "name": ""}])
    plain, first, second = Petition.objects.order_by("pk")
    assert first.matter == second.matter != plain.matter
    assert first.matter.reference == Visit.objects.get(sealed=True).matter.reference == ""
    assert set(Matter.objects.get(reference="VV-7").visits.all()) == set(Visit.objects.plain())


# questions


def test_a_question_is_no_letter_and_has_one_number(brought):
    brought("petitions", [ledger.letter("06/07/2026", "hoi_chinh_sach", "")])
    letter, case = Petition.objects.get(), Case.objects.get()
    assert (letter.code, case.code, letter.question) == ("HCS-2026-0001", "HCS-2026-0001", True)
    assert [clock.rule for clock in case.clocks.all()] == ["PAKN_TRA_LOI"]
    assert not letter.clocks.exists()


# what contradicts


@pytest.mark.parametrize(
    ("facts", "column"),
    [
        ({"kind": "kien_nghi", "regime": "ky_luat"}, "regime"),
        ({"own_seal": "1", "unit": "lao-dong"}, "own_seal"),
        ({"own_seal": "1", "level": "2"}, "own_seal"),
        ({"first_decision": "9/QĐ", "level": "1"}, "first_decision"),
        ({"served_on": "10/07/2026"}, "served_on"),
        ({"replied_on": "10/07/2026"}, "replied_on"),
    ],
)
def test_what_cannot_be_stands_at_its_cell(brought, tmp_path, facts, column):
    row = ledger.letter("06/07/2026", "khieu_nai", "thu_ly") | facts
    path, out = written(tmp_path / "so.csv", [row]), StringIO()
    with pytest.raises(CommandError):
        call_command("import_register", "petitions", str(path), stdout=out, stderr=StringIO())
    assert column in [fault["column"] for fault in json.loads(out.getvalue())["errors"]]
