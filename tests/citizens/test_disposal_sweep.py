"""A person planted in every column that ``personal.py`` names is nowhere once it is destroyed."""

from datetime import date

import pytest
from django.utils import timezone

from citizens import personal
from citizens.models import Conclusion, DataRequest, Reception, Registration, Visit
from citizens.models.destroying import destroy
from citizens.personal import BY_STREAM, ERASED, GONE, Columns
from portal.bulk import BulkRun
from portal.dashboard.successor.running import export, order
from portal.documents.versions import WordVersion
from portal.drafts import Draft
from portal.history import verify
from portal.instructions import instruct
from portal.submissions import Reading, Submission
from tests.citizens import returns_ledger as ledger
from tests.citizens.executing import EFFECT, LATE
from tests.citizens.filling import CANARY, DAY, a_file, left_over, made, plant

pytestmark = pytest.mark.slow
FAR = date(2043, 3, 1)


@pytest.fixture
def roots(owed, brought, mai, units, settings, tmp_path):
    """A complaint with its letter, a visit, a session, a request: all that may be destroyed."""
    settings.MEDIA_ROOT = str(tmp_path / "files")
    settings.PORTAL_VAR = tmp_path
    case, _ = owed()
    brought("sessions", ledger.SESSIONS[1:2])
    brought("visits", ledger.VISITS[:1])
    asked = DataRequest.register(by=mai, on=DAY, received_on=DAY, right="biet", name=CANARY,
                                 about=CANARY, unit=units["nguoi-co-cong"])  # fmt: skip
    return {"petition": case.petition, "case": case, "visit": Visit.objects.get(),
            "reception": Reception.objects.get(), "request": asked}  # fmt: skip


@pytest.fixture
def planted(roots, ha, minh, units):
    """Every declared column, and the tables that name the record by its stream."""
    case = roots["case"]
    case.write(by=minh, on=EFFECT, text=CANARY)
    instruct(by=ha, on=EFFECT, text=CANARY, unit=units["nguoi-co-cong"], due_on=LATE, subject=case)
    made(Registration, reception=roots["reception"], name=CANARY)
    made(Conclusion, reception=roots["reception"], number="1/TB", approved_by=minh,
         approved_on=EFFECT,
         dated_on=EFFECT)  # fmt: skip
    found = plant(roots, by=minh)
    slip = made(Submission, stream=case.stream, title=CANARY, payload={"a": CANARY}, draft=CANARY,
                prepared_by=minh, line=[], state="dropped")  # fmt: skip
    made(Reading, submission=slip, reason=CANARY, payload={"a": CANARY}, draft=CANARY,
         scan=a_file(minh), at=timezone.now())  # fmt: skip
    made(Draft, user=minh, form="x", key=case.code, data={"a": CANARY}, saved_at=timezone.now())
    made(WordVersion, stream=case.stream, text=CANARY, paragraphs=[CANARY], file=a_file(minh),
         by=minh)  # fmt: skip
    made(BulkRun, by=minh, at=f"/vu-viec/?tim={CANARY}", typed={"a": CANARY},
         streams=[case.stream])  # fmt: skip
    return found


def destroy_all(roots, by):
    streams = [roots[name] for name in roots]
    destroy(roots, streams, by=by, on=FAR, reason="Hết thời hạn")


def test_it_was_in_every_table_and_is_in_none(
    planted, roots, ha, django_capture_on_commit_callbacks
):
    declared = {f"{label}.{name}" for label, columns in (ERASED | GONE).items()
                for name in columns.all}  # fmt: skip
    assert sorted(declared - planted) == []
    before = left_over()
    assert {"portal_eventvalues", "portal_reading", "portal_wordversion", "portal_draft",
            "portal_instruction", "portal_bulkrun", "portal_file"} <= {*before}  # fmt: skip
    archived = export(order(by=ha, on=EFFECT), lambda done, total: None)
    with django_capture_on_commit_callbacks(execute=True):
        destroy_all(roots, ha)
    assert left_over() == []
    assert not archived.path.exists()
    assert verify().intact


@pytest.mark.parametrize("label", ["citizens.Petition", "citizens.Party", "citizens.Conclusion"])
def test_a_column_that_is_forgotten_is_found(planted, roots, ha, monkeypatch, label):
    """The planted defect."""
    columns = ERASED[label]
    monkeypatch.setitem(personal.ERASED, label, Columns(*columns.columns[1:], **columns.ways))
    destroy_all(roots, ha)
    assert label.lower().replace(".", "_") in left_over()


def test_numbers_days_units_and_outcomes_stay(planted, roots, ha):
    names = ("code", "received_on", "kind", "stage", "unit_id", "outcome", "handling", "result")
    before = {way: {name: getattr(row, name) for name in names if hasattr(row, name)}
              for way, row in roots.items()}  # fmt: skip
    destroy_all(roots, ha)
    for way, row in roots.items():
        row.refresh_from_db()
        assert {name: getattr(row, name) for name in before[way]} == before[way]
        assert row.destroyed_on == FAR


def test_the_tables_by_stream_are_those_that_are_planted():
    assert {*BY_STREAM} == {"portal.EventValues", "portal.Submission", "portal.Reading",
                            "portal.Instruction", "portal.Draft", "portal.WordVersion"}  # fmt: skip


def test_a_file_of_another_record_too_stays_for_it(roots, ha, minh, letter, tmp_path):
    shared = a_file(minh)
    other = letter(date(2026, 8, 3))
    for record in (roots["petition"], other):
        record.attachments.create(file=shared, title="Giấy tờ chung")
    destroy_all(roots, ha)
    assert [each.title for each in other.attachments.all()] == ["Giấy tờ chung"]
    assert not roots["petition"].attachments.exists()
