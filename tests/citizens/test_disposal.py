"""What is over is destroyed by three people: 0 of the planted words are left, numbers stay."""

from datetime import date

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection, models

from citizens.models import Disposal, DisposalLine, LegalHold
from citizens.models.destroying import rows_of
from citizens.models.disposal import over, waiting
from citizens.personal import ERASED, GONE, kind_of
from portal import history
from portal.attachments import File
from portal.instructions import instruct
from portal.workflow import Refused
from tests.cast import client_of
from tests.citizens.executing import COUNTS, EFFECT, LATE, done

FAR = date(2043, 3, 1)
CANARY = "Bạch Yến Oanh"


@pytest.fixture
def closed(owed, minh, ha, units):
    """A complaint that was settled, carried out and closed, with words wherever one may type."""

    def make():
        case, execution = owed()
        instruct(by=ha, on=EFFECT, text=CANARY, unit=units["nguoi-co-cong"], due_on=LATE,
                 subject=case)  # fmt: skip
        case.write(by=minh, on=EFFECT, text=CANARY)
        case.name_cause(by=minh, on=EFFECT, code="khac", note=CANARY)
        case.attach(by=minh, on=EFFECT, files=[a_file(minh, "1")], title=CANARY)
        done(case, minh, execution, amount=12, file=a_file(minh, "2"), words=CANARY)
        case.close(by=minh, on=LATE)
        plant({"petition": case.petition, "case": case})
        return case

    return make


def a_file(by, name):
    path = default_storage.save(f"{name}.pdf", ContentFile(f"%PDF {CANARY}".encode()))
    return File.objects.create(
        name=f"{CANARY}.pdf", size=9, path=path, by=by, mime="x", sha256=name
    )


def plant(roots):
    """The canary stands in every declared column of every row of the record."""
    planted = 0
    for label, columns in (ERASED | GONE).items():
        for rows in rows_of(label, columns, roots):
            for name in columns.columns:
                field = apps.get_model(label)._meta.get_field(name)
                if isinstance(field, models.CharField | models.TextField) and not field.choices:
                    planted += rows.update(**{name: CANARY[: field.max_length]})
    return planted


def left_over():
    """Tables and files that still hold the canary: a dump, row by row."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        tables = [name for (name,) in cursor.fetchall()]
        found = []
        for table in tables:
            cursor.execute(f'SELECT 1 FROM "{table}" t WHERE t::text LIKE %s LIMIT 1',
                           [f"%{CANARY}%"])  # fmt: skip
            found += [table] if cursor.fetchone() else []
    _, files = default_storage.listdir("")
    held = [name for name in files if CANARY.encode() in default_storage.open(name).read()]
    return sorted(found), held


@pytest.fixture
def destroyed(lan, mai, ha):
    def run(kind):
        batch = Disposal.propose(by=mai, on=FAR, kind=kind)
        batch.review(by=lan, on=FAR)
        batch.destroy(by=ha, on=FAR)
        return batch

    return run


def test_nothing_that_was_written_is_left_in_the_database_or_the_files(
    closed, destroyed, django_capture_on_commit_callbacks, settings, tmp_path
):
    settings.MEDIA_ROOT = str(tmp_path)
    case = closed()
    tables, files = left_over()
    assert (len(tables) > 15, len(files)) == (True, 2)
    with django_capture_on_commit_callbacks(execute=True):
        destroyed("khieu-nai")
    assert left_over() == ([], [])
    case.refresh_from_db()
    kept = (case.code, case.decided_on, case.closed_on, case.outcome, case.unit.code)
    assert kept == ("KN-2026-0001", date(2026, 8, 4), LATE, "dung", "nguoi-co-cong")


def test_the_history_still_verifies(closed, destroyed):
    closed()
    destroyed("khieu-nai")
    assert history.verify().intact


def test_the_certificate_names_numbers_and_three_people_and_no_sender(closed, destroyed, mai):
    case = closed()
    batch = destroyed("khieu-nai")
    page = client_of(mai).get(f"{batch.get_absolute_url()}bien-ban/").content.decode()
    for words in (case.petition.code, "Vũ Thị Mai", "Nguyễn Thị Lan", batch.fingerprint):
        assert words in page
    assert CANARY not in page
    assert client_of(mai).get(case.get_absolute_url()).status_code == 200


def test_what_is_held_is_neither_proposed_nor_destroyed(closed, mai, lan, ha):
    case = closed()
    batch = Disposal.propose(by=mai, on=FAR, kind="khieu-nai")
    batch.review(by=lan, on=FAR)
    hold = LegalHold.place(case.petition, by=lan, on=FAR, reason="Tòa án đã thụ lý")
    batch.destroy(by=ha, on=FAR)
    assert "giữ lại" in DisposalLine.objects.get().left_out
    assert not over(kind_of("khieu-nai"), on=FAR).exists()
    hold.lift(by=lan, on=FAR, reason="Đã xử xong")
    assert over(kind_of("khieu-nai"), on=FAR).get() == case.petition


def test_three_people_are_needed(closed, mai, lan, ha):
    closed()
    batch = Disposal.propose(by=mai, on=FAR, kind="khieu-nai")
    with pytest.raises(Refused, match="ba người khác nhau"):
        batch.review(by=mai, on=FAR)
    with pytest.raises(Refused, match="giai đoạn"):
        batch.destroy(by=ha, on=FAR)
    batch.review(by=lan, on=FAR)
    with pytest.raises(Refused, match="lãnh đạo cơ quan phê duyệt"):
        batch.destroy(by=mai, on=FAR)


def test_a_record_may_be_left_out_and_is_not_destroyed(closed, mai, lan, ha):
    case = closed()
    batch = Disposal.propose(by=mai, on=FAR, kind="khieu-nai")
    batch.leave_out(by=lan, on=FAR, line=batch.lines.get(), reason="Còn dùng")
    batch.review(by=lan, on=FAR)
    batch.destroy(by=ha, on=FAR)
    case.petition.refresh_from_db()
    assert case.petition.content == CANARY


def test_whole_years_are_kept_and_a_denunciation_is_never_on_a_list(closed, sealed, mai):
    closed()
    found = {kind.code: count for kind, count in waiting(on=date(2041, 12, 31))}
    assert found["khieu-nai"] == 0
    assert {kind.code: count for kind, count in waiting(on=date(2042, 1, 1))}["khieu-nai"] == 1
    with pytest.raises(Refused, match="Không có hồ sơ nào"):
        Disposal.propose(by=mai, on=FAR, kind="luu-don")


def test_schedules_that_nobody_has_read_say_so(mai, office):
    page = client_of(mai).get("/tieu-huy/").content.decode()
    assert "Thông tư 10/2022/TT-BNV" in page
    assert "ghi theo trí nhớ, chưa đối chiếu văn bản" in page


def test_the_pages_carry_a_batch_through(closed, mai, lan, ha, monkeypatch):
    closed()
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args: FAR)
    answer = client_of(mai).post("/tieu-huy/moi/", {"kind": "khieu-nai"})
    at = answer.url
    assert client_of(lan).post(f"{at}tham-dinh/").status_code == 302
    assert client_of(ha).post(f"{at}duyet/").status_code == 302
    assert Disposal.objects.get().stage == "da-tieu-huy"


def test_executions_have_words_of_their_own(owed, minh):
    case, _ = owed()
    more = {"what": "khac", "unit": case.unit, "content": CANARY, **COUNTS}
    row = case.add_execution(by=minh, on=EFFECT, **more)
    assert row.content == CANARY
