"""Periodic reports: figures equal a direct count, texts belong to one period, Word holds both."""

from datetime import date
from io import BytesIO

import pytest
from docx import Document

import citizens.statistics  # noqa: F401  its figures are asked for by name
from democracy.models import Posting
from portal.instruments import Instrument, Issuer
from portal.periods import Half
from portal.planning import Plan, TaskUnit
from portal.reporting import Report
from portal.reporting.counting import counted, heads_of
from portal.reporting.gathering import SOURCES
from portal.reporting.outlines import outlines
from portal.reporting.papers import write_report
from portal.reporting.reading import parts_of, report_before
from portal.statistics import REGISTRY
from portal.workflow import Refused
from tests.cast import client_of

ON = date(2026, 7, 6)
FIRST = Half.of(2026, 1)


@pytest.fixture
def report(tuan, units) -> Report:
    return Report.draw_up(
        by=tuan, on=ON, outline="sau-thang", unit=units["so"], from_on=FIRST.start,
        to_on=FIRST.end, title="Kết quả thực hiện dân chủ 6 tháng đầu năm 2026",
    )  # fmt: skip


@pytest.fixture
def work(tuan, ha, mai, units, hoa):
    """A plan in which the centre did one thing late; three things to be told, one told late."""
    plan = Plan.draw_up(
        by=tuan, on=date(2026, 3, 2), programme="dan-chu", title="Dân chủ cơ sở năm 2026",
        unit=units["so"], coordinating_unit=units["van-phong"], year=2026,
        from_on=date(2026, 1, 1), to_on=date(2026, 12, 31),
    )  # fmt: skip
    for ref, due in (("II.1", date(2026, 4, 30)), ("II.2", date(2026, 9, 30))):
        plan.add_task(by=tuan, on=date(2026, 3, 2), ref=ref, text=f"Nhiệm vụ {ref}", due=due,
                      time_kind="deadline", lead_unit=units["dich-vu-viec-lam"])  # fmt: skip
    plan.issue(by=ha, on=date(2026, 3, 3))
    plan.send_out(by=mai, on=date(2026, 3, 3), number="12", symbol="KH-S",
                  dated_on=date(2026, 3, 3))  # fmt: skip
    share = plan.shares.get(task__ref="II.1")
    share.finish(by=hoa, on=date(2026, 5, 12), result="Đã kiện toàn", product="QĐ 15/QĐ-TT",
                 finished_on=date(2026, 5, 12))  # fmt: skip
    for n, posted in enumerate((date(2026, 5, 5), date(2026, 5, 20), None)):
        row = Posting.note_posting(
            by=tuan, on=date(2026, 5, 4), item="46.6", title=f"Quyết định {n}",
            decided_on=date(2026, 5, 4), unit=units["van-phong"],
        )  # fmt: skip
        if posted:
            row.display(by=tuan, on=posted)
    return plan


def value(report, name):
    return next(row for row in counted(report) if row.name == name).value


def test_every_figure_and_source_of_an_outline_exists():
    named = {name for outline in outlines().values() for name in outline.figures}
    assert named <= set(REGISTRY)
    sections = [section for outline in outlines().values() for section in outline.sections]
    assert {name for section in sections for name in section.gathers} <= set(SOURCES)


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("plans_issued", 1),
        ("plan_tasks_done", 1),
        ("plan_tasks_late", 1),
        ("postings_due", 3),
        ("postings_on_time", 1),
        ("postings_shown", 2),
    ],
)
def test_a_figure_equals_the_rows_behind_it(report, work, tuan, office, name, count):
    row = next(row for row in counted(report) if row.name == name)
    assert row.value == count
    listed = client_of(tuan).get(row.cells[0][1]).context["how_many"]
    assert listed.startswith(f"{count} ")


def test_another_half_counts_nothing_of_this_one(work, tuan, units):
    second = Half.of(2026, 2)
    later = Report.draw_up(by=tuan, on=ON, outline="sau-thang", unit=units["so"], title="Sau",
                           from_on=second.start, to_on=second.end)  # fmt: skip
    assert value(later, "postings_due") == 0


def test_a_unit_reports_on_itself(work, tuan, hoa, units):
    own = Report.draw_up(
        by=hoa, on=ON, outline="sau-thang", unit=units["dich-vu-viec-lam"], title="Trung tâm",
        from_on=FIRST.start, to_on=FIRST.end,
    )  # fmt: skip
    assert value(own, "plan_tasks_done") == 1
    assert value(own, "postings_due") == 0


def test_what_the_records_say_is_gathered(report, work):
    parts = {part.section.code: part for part in parts_of(report, on=ON)}
    said = [line.words for line in parts["chi-dao"].said]
    assert said[0].startswith("Kế hoạch số 12/KH-S ngày 03/3/2026")
    assert said[1] == "Trung tâm Dịch vụ việc làm: Đã kiện toàn (QĐ 15/QĐ-TT)"
    late = parts["han-che"].said[0].words
    assert late.endswith("hạn 30/4/2026, xong ngày 12/5/2026")
    assert "Nhiệm vụ II.2" in parts["ky-sau"].said[0].words


def test_figures_stay_as_they_were_when_it_was_signed(report, work, tuan, ha):
    report.write(by=tuan, on=ON, section="chi-dao", text="Đã triển khai đầy đủ")
    report.sign_report(by=ha, on=ON, prepared_by=tuan)
    TaskUnit.objects.filter(plan=work).update(finished_on=None, stage="doing", product="")
    assert value(report, "plan_tasks_done") == 1
    report.take_back(by=ha, on=ON, reason="Bổ sung số liệu")
    assert value(report, "plan_tasks_done") == 0


def test_nobody_signs_a_report_without_a_word_of_its_own(report, ha):
    with pytest.raises(Refused, match="chưa mục nào có nội dung"):
        report.sign_report(by=ha, on=ON)


def test_the_same_report_of_the_same_period_is_drawn_up_once(report, tuan, units):
    with pytest.raises(Refused, match="đã lập"):
        Report.draw_up(by=tuan, on=ON, outline="sau-thang", unit=units["so"], title="Lại",
                       from_on=FIRST.start, to_on=FIRST.end)  # fmt: skip


WORDS = "Các phòng, đơn vị đã niêm yết đầy đủ, tổ chức hội nghị đúng luật và trả lời mọi ý kiến."


def last_year(tuan, units) -> Report:
    half = Half.of(2025, 1)
    row = Report.draw_up(by=tuan, on=ON, outline="sau-thang", unit=units["so"], title="Năm trước",
                         from_on=half.start, to_on=half.end)  # fmt: skip
    row.write(by=tuan, on=ON, section="cong-khai", text=WORDS)
    return row


def test_last_years_text_never_returns_by_itself(tuan, units):
    before = last_year(tuan, units)
    now = Report.draw_up(by=tuan, on=ON, outline="sau-thang", unit=units["so"], title="Nay",
                         from_on=FIRST.start, to_on=FIRST.end)  # fmt: skip
    assert report_before(now) == before
    assert not any(part.text for part in parts_of(now, on=ON))


def warnings(report, section):
    part = next(part for part in parts_of(report, on=ON) if part.section.code == section)
    return part.warnings


def test_a_text_copied_from_last_year_is_told(report, tuan, units):
    last_year(tuan, units)
    report.write(by=tuan, on=ON, section="cong-khai", text=WORDS.replace("đúng luật", "đúng hạn"))
    assert warnings(report, "cong-khai") == [
        "Gần như giống nội dung của 6 tháng đầu năm 2025. Viết lại theo kỳ này."
    ]


def test_a_date_of_another_year_is_told(report, tuan):
    report.write(by=tuan, on=ON, section="cong-khai", text="Niêm yết ngày 15/3/2025 tại trụ sở")
    assert warnings(report, "cong-khai") == [
        "Có ngày, năm ngoài kỳ báo cáo: 15/3/2025. Đối chiếu lại."
    ]


# years of one directive


@pytest.fixture
def directive(db):
    issuer = Issuer.objects.create(code="tinh-uy", name="Tỉnh ủy Tân Giang")
    return Instrument.objects.create(
        kind="chi-thi", style="-", number="28", symbol="CT/TU", year=2024, month=7, day=7,
        title="Thực hiện dân chủ ở cơ sở", issuer=issuer,
    )  # fmt: skip


@pytest.fixture
def of_years(tuan, units, directive) -> Report:
    return Report.draw_up(
        by=tuan, on=ON, outline="nhieu-nam", unit=units["so"], directive=directive,
        from_on=date(2024, 1, 1), to_on=date(2026, 12, 31), title="Ba năm thực hiện Chỉ thị",
    )  # fmt: skip


def test_years_stand_beside_each_other_and_together(of_years, work):
    assert heads_of(of_years) == ["Cả giai đoạn", "2024", "2025", "2026"]
    row = next(row for row in counted(of_years) if row.name == "plans_issued")
    assert [value for value, _ in row.cells] == [1, 0, 0, 1]
    assert all(url for _, url in row.cells)


def test_all_the_years_together_open_their_rows(of_years, work, client, tuan):
    client.force_login(tuan)
    row = next(row for row in counted(of_years) if row.name == "plans_issued")
    page = client.get(row.cells[0][1]).content.decode()
    assert "01/01/2024 – 31/12/2026" in page


def test_plans_that_cite_the_directive_are_gathered_and_no_others(of_years, work, tuan, directive):
    def gathered():
        parts = parts_of(of_years, on=ON)
        return [line.words for part in parts for line in part.said]

    assert gathered() == []
    work.bases.create(place=1, words="Chỉ thị 28-CT/TU", instrument=directive)
    assert any("Kế hoạch số 12/KH-S" in words for words in gathered())


# Word


def words_in_paper(report) -> str:
    written = BytesIO()
    write_report(written, report, on=ON)
    document = Document(BytesIO(written.getvalue()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_word_file_holds_figures_and_what_was_written(report, work, tuan, office):
    report.write(by=tuan, on=ON, section="chi-dao", text="Đã quán triệt đến mọi đơn vị.")
    words = words_in_paper(report)
    assert "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO" in words
    assert "Đã quán triệt đến mọi đơn vị." in words
    assert "Đã kiện toàn" not in words  # what was gathered gave way to what was written
    assert "Nội dung đến hạn công khai" in words
    assert "Nhiệm vụ II.2" in words  # nobody wrote there yet: the draft is what was gathered


# pages


def test_it_goes_its_way_from_the_form_to_the_number(tuan, ha, mai, units, office, work, fields):
    client = client_of(tuan)
    typed = {"outline": "sau-thang", "unit": "so", "year": "2025", "stretch": "n2"}
    made = client.post("/bao-cao-ky/moi/", typed)
    report = Report.objects.get()
    assert made.url == report.get_absolute_url()
    assert report.title == "Kết quả thực hiện dân chủ ở cơ sở 6 tháng cuối năm 2025"
    at = report.get_absolute_url()
    page = client.get(f"{at}viet-noi-dung/?section=chi-dao").content.decode()
    assert "I. Công tác lãnh đạo, chỉ đạo" in page
    done = client.post(f"{at}viet-noi-dung/", {"section": "chi-dao", "text": "Đã làm"})
    assert done.url == f"{at}#chi-dao"
    assert "Đã làm" in client.get(at).content.decode()
    assert client_of(ha).post(f"{at}ky-bao-cao/", {"note": ""}).status_code == 302
    sent = {"reference": "45/BC-S", "dated_on": "06/01/2026"}
    assert client_of(mai).post(f"{at}phat-hanh-bao-cao/", sent).status_code == 302
    report.refresh_from_db()
    assert (report.stage, report.reference) == ("sent", "45/BC-S")
    paper = client.get(f"{at}tai-ve/")
    assert paper["Content-Disposition"] == f'attachment; filename="bao-cao-{report.code}.docx"'


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"outline": "nhieu-nam"}, "from_year", "Ghi năm đầu của giai đoạn báo cáo"),
        ({"outline": "nhieu-nam", "from_year": "2027"}, "from_year", "trước năm cuối"),
        ({"outline": "nhieu-nam", "from_year": "2024"}, "directive", "Ghi số, ký hiệu"),
        (
            {"outline": "nhieu-nam", "from_year": "2024", "directive": "99-CT/TU"},
            "directive",
            "Sổ văn bản chưa có văn bản này",
        ),
    ],
)
def test_bad_input_is_told_at_its_field(tuan, office, units, typed, field, words):
    answer = client_of(tuan).post("/bao-cao-ky/moi/", {"unit": "so", "year": "2026"} | typed)
    assert answer.status_code == 422
    assert any(words in error for error in answer.context["form"].errors[field])


def test_a_draft_is_seen_by_its_unit_leaders_and_coordinator(report, minh, ha, tuan, office):
    at = report.get_absolute_url()
    seen = [client_of(user).get(at).status_code for user in (minh, ha, tuan)]
    assert seen == [404, 200, 200]


def test_the_page_costs_a_bounded_number_of_statements(
    report, work, tuan, office, django_assert_max_num_queries
):
    client = client_of(tuan)
    client.get(report.get_absolute_url())
    with django_assert_max_num_queries(110):
        client.get(report.get_absolute_url())


def test_while_it_is_being_read_nobody_is_led_to_the_form(report, tuan, ha, office):
    report.write(by=tuan, on=ON, section="chi-dao", text="Đã làm")
    at = report.get_absolute_url()
    client_of(tuan).post(f"{at}ky-bao-cao/", {"note": ""})
    for reader in (tuan, ha):
        page = client_of(reader).get(at).content.decode()
        assert "Ký báo cáo: đã trình, đang chờ" in page
        assert f"{at}ky-bao-cao/" not in page
        assert f"{at}viet-noi-dung/" not in page
    with pytest.raises(Refused, match="rút phiếu trình trước đã"):
        report.write(by=tuan, on=ON, section="chi-dao", text="Chữ khác")
