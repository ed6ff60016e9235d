"""05/KQTH and 06/QLKNTC: counted by hand over a year of one office, opened row by row."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document

from citizens.models import Petition
from citizens.returns.kqth import KQTH
from citizens.returns.qlkntc import QLKNTC
from portal.activities.planned_visits import PlannedVisit
from portal.activities.training import Training
from portal.dashboard.returns.line import all_forms
from portal.importing import read_sheet
from portal.instruments import Instrument, Issuer, Relation
from portal.periods import Reporting
from portal.returns import FrozenReturn, Scope, TypedFigure
from portal.workflow import Refused
from tests.cast import client_of
from tests.citizens.executing import COUNTS, done
from tests.citizens.test_recommendations import course

Q3, Q4 = (Scope(Reporting.of(2026, code)) for code in ("q3", "q4"))


def figures(form, scope):
    return {number: value for number, value in form.figures(scope).items() if value}


def test_what_was_left_is_due_again_in_the_next_period(owed, minh):
    case, execution = owed()
    done(case, minh, execution, amount=5, done_on=date(2026, 9, 10))
    done(case, minh, execution, amount=7, done_on=date(2026, 9, 20))
    case.close(by=minh, on=date(2026, 9, 30))
    assert figures(KQTH, Q3) == {1: 1, 7: 12, 9: 5}
    assert figures(KQTH, Q4) == {1: 1, 2: 1, 7: 7, 9: 7}
    assert figures(KQTH, Scope(Reporting.of(2027, "q1"))) == {}


def test_people_and_prosecutions_count_on_the_day_they_were_dealt_with(owed, minh):
    case, discipline = owed("xu_ly", people=3)
    police = case.add_execution(by=minh, on=date(2026, 9, 4), what="khoi_to",
                                unit=discipline.unit,
                                **COUNTS | {"cases": 1, "people": 2})  # fmt: skip
    done(case, minh, discipline, people=2, officials=1, done_on=date(2026, 9, 14))
    done(case, minh, police, cases=1, people=2, done_on=date(2026, 9, 15))
    assert figures(KQTH, Q3) == {1: 1, 11: 2, 12: 1}
    assert figures(KQTH, Q4) == {1: 1, 13: 1, 14: 2}


def test_a_first_decision_that_a_second_replaced_was_not_carried_out(settled):
    first = settled()
    type(first).objects.filter(pk=first.pk).update(stage="da-ket-thuc", closed_on="2026-09-10")
    later = Petition.objects.create(code="D-2026-09999", received_on=date(2026, 8, 20),
                                    registered_on=date(2026, 8, 20), stage="da-thu-ly",
                                    kind="khieu_nai", level=2)  # fmt: skip
    type(first)(code="KN-2026-0999", petition=later, kind="khieu_nai", level=2, unit=first.unit,
                matter=first.matter, first_case=first, received_on=date(2026, 8, 20),
                accepted_on=date(2026, 8, 21), decided_on=date(2026, 9, 10), outcome="huy_sua",
                stage="da-co-quyet-dinh").save()  # fmt: skip
    assert figures(KQTH, Q3) == {1: 2}


def test_a_conclusion_is_followed_in_figures_without_words(sealed, lan, units):
    sealed.follow(by=lan, on=date(2026, 8, 21), **course())
    what = {"what": "thu_tien", "unit": units["nguoi-co-cong"]}
    with pytest.raises(Refused, match="Ghi số triệu đồng"):
        sealed.add_execution(by=lan, on=date(2026, 8, 21), **what, **COUNTS)
    row = sealed.add_execution(by=lan, on=date(2026, 8, 21), **what, **COUNTS | {"amount": 30})
    done(sealed, lan, row, amount=30, done_on=date(2026, 9, 1))
    sealed.follow(by=lan, on=date(2026, 9, 30), **course(closed_on=date(2026, 9, 2)))
    assert figures(KQTH, Q3) == {16: 1, 17: 1, 18: 30, 20: 30}


def test_every_decision_of_the_period_is_to_be_carried_out(settled):
    settled()
    checks = {check.rule: check for line in all_forms(Q3) for check in line.checks}
    assert checks["05:1>=03:7"].holds
    assert checks["05:1>=03:7"].sentence == "Cột 1 biểu 05 (1) không nhỏ hơn cột 7 biểu 03 (1)"
    assert [rule for rule, check in checks.items() if not check.holds] == []


@pytest.fixture
def own_instrument(db):
    def make(number, title, kind="quyet-dinh"):
        issuer, _ = Issuer.objects.get_or_create(code="so", defaults={"name": "Sở", "kind": "own"})
        row = Instrument(kind=kind, number=number, symbol="QĐ-SLĐTBXH", year=2026, month=7, day=6,
                         title=title, issuer=issuer)  # fmt: skip
        row.search_text = row.words_to_search()
        row.save()
        return row

    return make


def test_documents_classes_and_inspections_come_from_their_registers(
    own_instrument, units, minh, office
):
    old = own_instrument("1", "Ban hành Nội quy tiếp công dân")
    new = own_instrument("2", "Sửa đổi Nội quy tiếp công dân")
    Relation.objects.create(instrument=new, other=old, kind="sua-doi")
    own_instrument("3", "Kế hoạch tuyển dụng viên chức")
    of = {"programme": "ca-hai", "topic": "tiep-dan", "unit": units["nguoi-co-cong"],
          "from_on": date(2026, 7, 7)}  # fmt: skip
    Training.note(by=minh, on=date(2026, 7, 8), title="Kỹ năng tiếp dân", people=40, **of)
    visit = PlannedVisit.note(by=minh, on=date(2026, 7, 8), title="Tiếp công dân", team="Tổ 1",
                              visited=units["lao-dong"], to_on=date(2026, 7, 31), **of)  # fmt: skip
    visit.carry_out(by=minh, on=date(2026, 7, 20), held_on=date(2026, 7, 20), outcome="Đạt.")
    assert figures(QLKNTC, Q3) == {1: 1, 2: 1, 4: 1, 5: 40, 6: 1, 7: 1}


def test_what_no_register_holds_is_typed_with_its_source(client_ha, ha):
    at = "/bao-cao/06-qlkntc/nhap/?ky=2026-q3"
    assert client_ha.post(at, {"column": "8", "amount": "1"}).status_code == 422
    typed = {"column": "8", "amount": "1", "happened_on": "05/8/2026", "source": "KL 12/KL-TTr"}
    assert client_ha.post(at, typed).status_code == 302
    (line,) = client_ha.get("/bao-cao/06-qlkntc/dong/?ky=2026-q3&cot=8").context["lines"]
    assert line.words == "1. Nguồn: KL 12/KL-TTr"
    assert f'id="{line.code}"' in client_ha.get(line.url).content.decode()
    broken = next(line for line in all_forms(Q3) if line.form is QLKNTC).checks
    assert [check.sentence for check in broken if not check.holds] == [
        "Cột 8 (1) phải không lớn hơn cột 6 (0)"
    ]
    row = TypedFigure.objects.get()
    assert (
        client_ha.post(f"/bao-cao/06-qlkntc/nhap/{row.code}/gach/", {"reason": "Nhầm"}).status_code
        == 302
    )
    assert figures(QLKNTC, Q3) == {}


@pytest.fixture
def client_ha(ha, office):
    return client_of(ha)


def test_a_column_of_a_register_is_not_typed(ha, office):
    with pytest.raises(ValueError, match="tự tính"):
        TypedFigure.enter(QLKNTC, by=ha, on=date(2026, 8, 5), column=1, amount=1, source="x",
                          happened_on=date(2026, 8, 5))  # fmt: skip


def test_each_figure_opens_as_many_records(owed, ha, own_instrument):
    owed()
    own_instrument("1", "Ban hành Nội quy tiếp công dân")
    browser = client_of(ha)
    for form, column in (("05-kqth", 1), ("05-kqth", 7), ("06-qlkntc", 1)):
        page = browser.get(f"/bao-cao/{form}/dong/?ky=2026-q3&cot={column}")
        assert (page.status_code, len(page.context["lines"])) == (200, 1)


@pytest.mark.slow
@pytest.mark.parametrize("period", ["2026-q3", "2026-q4", "2026-nam"])
def test_each_period_has_a_workbook_with_every_column(owed, minh, client_ha, tmp_path, period):
    case, execution = owed()
    done(case, minh, execution, amount=5, done_on=date(2026, 9, 10))
    for path, last in (("05-kqth", 31), ("06-qlkntc", 17)):
        answer = client_ha.get(f"/bao-cao/{path}/tep/?ky={period}")
        (tmp_path / "a.xlsx").write_bytes(b"".join(answer.streaming_content))
        rows = [row for _, row in read_sheet(tmp_path / "a.xlsx").rows]
        codes = next(row for row in rows if row[0] == "MS")
        whole = next(row for row in rows if row[0] == "Tổng cộng")
        assert codes[1:] == [str(number) for number in range(1, last + 2)]
        told = {
            number: value for number, value in enumerate(whole[1:], 1) if value not in ("", "0")
        }
        assert told == (WHOLE[period] if path == "05-kqth" else {})


WHOLE = {
    "2026-q3": {1: "1", 7: "12", 9: "5"},
    "2026-q4": {1: "1", 7: "7"},
    "2026-nam": {1: "1", 7: "12", 9: "5"},
}


@pytest.mark.slow
@pytest.mark.parametrize(("path", "column"), [("05-kqth", 9), ("06-qlkntc", 1)])
def test_what_changes_after_freezing_is_told(
    owed, minh, client_ha, own_instrument, path, column, monkeypatch
):
    case, execution = owed()
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args: date(2026, 9, 20))
    client_ha.post(f"/bao-cao/{path}/chot/?ky=2026-q3")
    at = f"/bao-cao/{path}/?ky=2026-q3"
    assert "số liệu không đổi" in client_ha.get(at).content.decode()
    done(case, minh, execution, amount=5, done_on=date(2026, 9, 10))
    own_instrument("1", "Ban hành Nội quy tiếp công dân")
    now = 5 if path == "05-kqth" else 1
    changed = client_ha.get(at).context["differences"]
    assert [(then, later) for _, then, later in changed] == [(0, now)]
    assert FrozenReturn.objects.get().figures[str(column)] in (0, "0")


@pytest.mark.slow
def test_the_text_tells_what_was_carried_out_and_what_the_office_did(
    owed, minh, ha, own_instrument, client_ha
):
    case, execution = owed()
    done(case, minh, execution, amount=5, done_on=date(2026, 9, 10))
    own_instrument("1", "Ban hành Nội quy tiếp công dân")
    answer = client_ha.get("/bao-cao/bao-cao-ky/?ky=2026-nam")
    words = [each.text for each in Document(BytesIO(b"".join(answer.streaming_content))).paragraphs]
    (executed,) = [each for each in words if each.startswith("Phải thi hành 1 quyết định")]
    assert "phải trả 12 triệu đồng" in executed
    assert "đã trả 5 triệu đồng" in executed
    assert [each for each in words if each.startswith("Ban hành mới 1 văn bản")]
