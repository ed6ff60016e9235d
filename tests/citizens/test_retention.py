"""What a record's own page says of its term; what is kept together; what no step touches again."""

from datetime import date

import pytest
from django.utils import timezone

from citizens.models import Disposal, LegalHold, Petition, Reception, Visit
from citizens.models.disposal import over
from citizens.models.retention import kept_as
from citizens.personal import kind_of
from citizens.words.retention import retention_of
from portal.dashboard.returns.forms import FORMS
from portal.instructions import may_instruct
from portal.periods import Reporting
from portal.returns import FrozenReturn, Scope
from portal.workflow import Refused
from tests.cast import client_of
from tests.citizens import returns_ledger as ledger
from tests.citizens.executing import EFFECT, LATE, done

FAR = date(2043, 3, 1)


@pytest.fixture
def closed(owed, minh):
    case, execution = owed()
    done(case, minh, execution, amount=12)
    case.close(by=minh, on=LATE)
    return case


@pytest.fixture
def destroyed(closed, lan, mai, ha):
    batch = Disposal.propose(by=mai, on=FAR, kind="khieu-nai")
    batch.review(by=lan, on=FAR)
    batch.destroy(by=ha, on=FAR)
    closed.refresh_from_db()
    return batch


def told(case, who, on):
    return retention_of(case.petition, who, on=on)


def test_nothing_is_said_while_it_is_open(settled, mai):
    assert told(settled(), mai, FAR) is None


def test_a_term_runs_to_the_end_of_a_year(closed, mai):
    kind, ended = kept_as(closed.petition)
    assert (kind.code, ended) == ("khieu-nai", LATE)
    assert told(closed, mai, date(2041, 12, 31)).words.startswith("Lưu đến hết năm 2041")
    due = told(closed, mai, date(2042, 1, 1))
    assert due.words.startswith("Hết thời hạn lưu từ ngày 01/01/2042 (vụ việc khiếu nại")


def test_a_list_that_is_being_read_is_named_to_who_may_open_it(closed, mai, minh):
    batch = Disposal.propose(by=mai, on=FAR, kind="khieu-nai")
    assert told(closed, mai, FAR).url == batch.get_absolute_url()
    assert told(closed, minh, FAR).url == ""
    assert "chờ thẩm định" in told(closed, minh, FAR).words


def test_what_is_held_says_why(closed, mai, lan):
    LegalHold.place(closed.petition, by=lan, on=FAR, reason="Tòa án đã thụ lý")
    assert "Đang giữ lại theo pháp luật từ ngày 01/3/2043: Tòa án đã thụ lý" in (
        told(closed, mai, FAR).words
    )


def test_what_was_destroyed_leads_to_its_certificate(destroyed, closed, mai):
    said = told(closed, mai, FAR)
    assert said.words.startswith(f"Đã tiêu hủy ngày 01/3/2043 theo đợt {destroyed.code}")
    assert client_of(mai).get(said.url).status_code == 200


@pytest.mark.slow
def test_every_page_of_it_says_so_and_offers_no_step(destroyed, closed, lan):
    for record in (closed, closed.petition):
        page = client_of(lan).get(record.get_absolute_url()).content.decode()
        assert "Đã tiêu hủy ngày 01/3/2043" in page
        assert "Bước tiếp theo" not in page
        assert "Soạn văn bản" not in page
    assert client_of(lan).get(f"{closed.get_absolute_url()}soan/").status_code == 404


def test_no_step_writes_about_what_is_gone(destroyed, closed, minh, ha):
    for step in closed.workflow:
        if closed.stage in step.sources:
            assert step.missing(closed), step.name
    with pytest.raises(Refused, match="đã tiêu hủy"):
        closed.write(by=minh, on=FAR, text="Lò Thị Mai gọi lại.")
    assert may_instruct(ha, closed, on=FAR)
    assert not closed.keeps_words


def test_a_letter_that_joined_is_kept_with_its_case(closed, letter, lan):
    joined = letter(date(2026, 8, 3), title="Gửi thêm giấy tờ")
    Petition.objects.filter(pk=joined.pk).update(
        handling="ghep", handled_on=EFFECT, stage="da-ghep", matter=closed.matter
    )
    joined.refresh_from_db()
    assert kept_as(joined)[0].code == "khieu-nai"
    assert {*over(kind_of("khieu-nai"), on=FAR)} == {closed.petition, joined}
    assert not over(kind_of("luu-don"), on=FAR).exists()


def test_a_hold_covers_the_whole_matter(closed, letter, lan):
    other = letter(date(2026, 8, 3))
    Petition.objects.filter(pk=other.pk).update(matter=closed.matter)
    LegalHold.place(other, by=lan, on=FAR, reason="Tòa án đã thụ lý")
    assert not over(kind_of("khieu-nai"), on=FAR).exists()
    assert f"(giữ cùng {other.code})" in told(closed, lan, FAR).words


def test_a_matter_with_something_open_is_not_over(closed, settled):
    again = settled()
    type(again).objects.filter(pk=again.pk).update(matter=closed.matter)
    assert not over(kind_of("khieu-nai"), on=FAR).exists()


def test_what_was_opened_again_since_stays(closed, mai, lan, ha):
    batch = Disposal.propose(by=mai, on=FAR, kind="khieu-nai")
    batch.review(by=lan, on=FAR)
    type(closed).objects.filter(pk=closed.pk).update(closed_on=None, stage="dang-thi-hanh")
    batch.destroy(by=ha, on=FAR)
    assert "Đã mở lại" in batch.lines.get().left_out
    assert closed.petition.destroyed_on is None


PERIODS = [Reporting.of(2026, code) for code in ("q3", "q4", "nam")]


def all_figures():
    return {
        (form.code, period.code, unit): figures
        for form in FORMS.values()
        for period in PERIODS
        for unit, figures in form.count(Scope(period)).items()
    }


@pytest.mark.slow
def test_no_figure_of_a_return_changes_with_it(closed, sealed, feedback, lan, mai, ha):
    feedback()
    frozen = [FrozenReturn.freeze(form, Scope(PERIODS[0]), by=ha, on=LATE)
              for form in FORMS.values()]  # fmt: skip
    before = all_figures()
    assert before["05/KQTH", "q3", None][1] == 1
    batch = Disposal.propose(by=mai, on=FAR, kind="khieu-nai")
    batch.review(by=lan, on=FAR)
    batch.destroy(by=ha, on=FAR)
    assert all_figures() == before
    now = [FORMS[each.form].figures(Scope(PERIODS[0])) for each in frozen]
    assert [each.differences(figures) for each, figures in zip(frozen, now, strict=True)] == [
        {} for _ in frozen
    ]


@pytest.mark.slow
def test_the_page_of_a_visit_and_of_a_session_say_it(mai, monkeypatch, brought):
    brought("sessions", ledger.SESSIONS[1:2])
    brought("visits", ledger.VISITS[:1])
    monkeypatch.setattr(timezone, "localdate", lambda *args: FAR)
    for record, year in ((Visit.objects.get(), 2037), (Reception.objects.get(), 2042)):
        page = client_of(mai).get(record.get_absolute_url()).content.decode()
        assert f"Hết thời hạn lưu từ ngày 01/01/{year}" in page
