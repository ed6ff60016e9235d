"""A document becomes a draft only through a person who has compared the two."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from portal.instruments import Instrument
from portal.planning import Plan, PlanDocument, forget_unread
from portal.planning.from_document import Names

HERE = Path(__file__).parent.parent / "official_text" / "documents"
DOOR = "/ke-hoach/tu-van-ban/"
WORDS = """Số: 31/KH-SNV
Bến Sông, ngày 04 tháng 5 năm 2026
KẾ HOẠCH
Chăm sóc cây xanh năm 2026
Căn cứ Kế hoạch số 141/KH-UBND ngày 22/4/2026, Sở xây dựng kế hoạch như sau:
I. NHIỆM VỤ
1. Khảo sát thực tế một số đơn vị trực thuộc
Thời gian: Quý III năm 2026. Chủ trì: Văn phòng Sở
2. Tưới cây
II. TỔ CHỨC THỰC HIỆN
1. Các đơn vị trực thuộc báo cáo kết quả trước ngày 10/12/2026./.
"""


@pytest.fixture
def coordinator(client, tuan):
    client.force_login(tuan)
    return tuan


def sent(client, words: str = WORDS, *, into: str = "", name: str = "cay.txt"):
    file = SimpleUploadedFile(name, words.encode())
    return client.post(f"{DOOR}?vao={into}" if into else DOOR, {"file": file})


def read(client, words: str = WORDS, **where) -> PlanDocument:
    answer = sent(client, words, **where)
    assert answer.status_code == 302, answer.content.decode()
    return PlanDocument.objects.latest("pk")


def answers(document: PlanDocument, **changed: str) -> dict[str, str]:
    """The page sent back as it was shown, but for what was changed."""
    from django.test import Client

    browser = Client()
    browser.force_login(document.by)
    page = browser.get(document.get_absolute_url())
    found = {}
    for form in (*page.context["rows"], page.context["head"]):
        for field in form:
            value = field.value()
            if value not in (None, False, ""):
                found[field.html_name] = "on" if value is True else as_typed(value)
    return found | {"programme": "dan-chu"} | changed


def as_typed(value: object) -> str:
    return value.strftime("%d/%m/%Y") if isinstance(value, date) else str(value)


def test_reading_makes_nothing_yet(client, coordinator, units):
    page = client.get(read(client).get_absolute_url()).content.decode()
    assert Plan.objects.count() == 0
    assert "Đây là kế hoạch" in page
    assert "Mục I.2 không ghi thời gian." in page


def test_source_and_task_lead_to_each_other(client, coordinator, units):
    page = client.get(read(client).get_absolute_url()).content.decode()
    assert '<a href="#n0" aria-label' in page
    assert 'id="n0"' in page
    place = PlanDocument.objects.get().tasks[0]["place"]
    assert f'href="#v{place}"' in page
    assert f'id="v{place}"' in page


def test_what_was_compared_becomes_a_draft(client, coordinator, units, directive):
    document = read(client)
    client.post(document.get_absolute_url(), answers(document))
    plan = Plan.objects.get()
    told = [(t.ref, t.time_kind, t.due, t.lead, t.duty) for t in plan.tasks.all()]
    assert told == [
        ("I.1", "window", date(2026, 9, 30), str(units["van-phong"]), False),
        ("I.2", "none", None, str(units["so"]), False),
        ("II.1", "deadline", date(2026, 12, 9), "Các đơn vị trực thuộc", True),
    ]
    assert plan.stage == "draft"
    assert [basis.instrument for basis in plan.bases.all()] == [directive]


def test_purposes_and_money_are_kept_word_for_word_and_make_no_tasks(client, coordinator, units):
    purposes = "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Cho bóng mát\n2. Yêu cầu: làm đến nơi.\n"
    money = "III. KINH PHÍ\nTừ nguồn chi thường xuyên./.\n"
    words = WORDS.replace("I. NHIỆM VỤ", f"{purposes}II. NHIỆM VỤ", 1)
    document = read(client, words.replace("./.", "") + money)
    client.post(document.get_absolute_url(), answers(document))
    plan = Plan.objects.get()
    assert [(each.kind, each.title, each.text) for each in plan.sections.all()] == [
        ("purpose", "MỤC ĐÍCH, YÊU CẦU",
         "1. Mục đích\n- Cho bóng mát\n2. Yêu cầu: làm đến nơi."),
        ("budget", "KINH PHÍ", "Từ nguồn chi thường xuyên./."),
    ]  # fmt: skip
    assert plan.tasks.count() == 3


def test_what_was_put_right_and_left_out_stays_so(client, coordinator, units):
    document = read(client)
    typed = answers(document, **{"t1-text": "Tưới cây hằng ngày", "t1-time_kind": "recurring"})
    del typed["t2-keep"]
    client.post(document.get_absolute_url(), typed)
    tasks = Plan.objects.get().tasks
    assert [task.text for task in tasks.all()][1:] == ["Tưới cây hằng ngày"]
    assert tasks.last().time_kind == "recurring"


def test_a_wrong_answer_says_so_and_loses_nothing(client, coordinator, units):
    document = read(client)
    typed = answers(document, **{"t0-due": "01/01/2026", "t1-text": "Tưới hoa"})
    answer = client.post(document.get_absolute_url(), typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Hạn đang trước ngày bắt đầu" in page
    assert "Tưới hoa" in page
    assert Plan.objects.count() == 0


def test_a_document_is_written_once(client, coordinator, units):
    document = read(client)
    typed = answers(document)
    client.post(document.get_absolute_url(), typed)
    answer = client.post(document.get_absolute_url(), typed)
    assert answer.url == Plan.objects.get().get_absolute_url()


@pytest.mark.parametrize(
    ("name", "words"),
    [("tin-bai.txt", "Đây là bài viết"), ("bao-cao.txt", "Đây không phải kế hoạch")],
)
def test_what_is_no_plan_gives_nothing_to_make(client, coordinator, units, name, words):
    document = read(client, (HERE / name).read_text())
    page = client.get(document.get_absolute_url()).content.decode()
    assert words in page
    assert "Lập dự thảo kế hoạch" not in page


def test_a_notice_of_conclusions_gives_its_asks_as_tasks(client, coordinator, units):
    document = read(client, (HERE / "ket-luan-giao-ban.txt").read_text())
    client.post(document.get_absolute_url(), answers(document))
    plan = Plan.objects.get()
    assert plan.kind == Plan.Kind.CONCLUSION
    assert [task.due for task in plan.tasks.all()][:2] == [date(2025, 5, 29), date(2025, 5, 19)]


@pytest.mark.parametrize(
    ("words", "sentence"), [("", "rỗng"), ("{\\rtf1 a}", "RTF"), ("PK\x03\x04", "bị hỏng")]
)
def test_what_cannot_be_read_says_why_at_the_field(client, coordinator, words, sentence):
    answer = sent(client, words)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert PlanDocument.objects.count() == 0


def test_a_new_version_shows_what_it_changes(client, coordinator, draft):
    words = WORDS.replace("Quý III năm 2026", "Quý IV năm 2026")
    page = client.get(read(client, words, into=draft.code).get_absolute_url()).content.decode()
    assert "<del>Quý III năm 2026</del> <ins>Quý IV năm 2026</ins>" in page
    assert "Văn bản mới không còn nhiệm vụ này" in page
    assert draft.tasks.count() == 2


def test_only_the_changes_that_were_chosen_are_taken(client, coordinator, draft):
    words = WORDS.replace("Quý III năm 2026", "Quý IV năm 2026")
    document = read(client, words, into=draft.code)
    surveyed = draft.tasks.get(ref="II.1")
    client.post(document.get_absolute_url(), {"doi": [f"{surveyed.pk}-0", "-1"]})
    told = [(task.text, task.due) for task in draft.tasks.all()]
    assert told[0] == ("Khảo sát thực tế một số đơn vị trực thuộc", date(2026, 12, 31))
    assert told[2] == ("Tưới cây", None)
    assert len(told) == 3


def test_a_document_is_only_its_reader_s(client, coordinator, ha, units):
    document = read(client)
    client.force_login(ha)
    assert client.get(document.get_absolute_url()).status_code == 404
    assert client.post(document.get_absolute_url(), {}).status_code == 404


def test_whoever_draws_up_no_plans_reads_none(client, mai):
    client.force_login(mai)
    assert client.get(DOOR).status_code == 404


def test_a_plan_in_force_is_not_held_against_a_document(client, coordinator, plan):
    assert client.get(f"{DOOR}?vao={plan.code}").status_code == 404


def test_what_was_only_looked_at_is_forgotten(client, coordinator, units):
    document = read(client)
    assert forget_unread(as_of=timezone.now()) == 0
    assert forget_unread(as_of=timezone.now() + timedelta(days=8)) == 1
    assert not PlanDocument.objects.filter(pk=document.pk).exists()


def test_the_register_says_what_is_no_longer_in_force(client, coordinator, units, province):
    Instrument.objects.create(
        kind="nghi-dinh", number="9/2020", symbol="NĐ-CP", year=2020, title="Về cây xanh",
        issuer=province, in_force_to=date(2026, 1, 31),
    )  # fmt: skip
    words = WORDS.replace("Kế hoạch số 141/KH-UBND ngày 22/4/2026", "Nghị định số 9/2020/NĐ-CP")
    page = client.get(read(client, words).get_absolute_url()).content.decode()
    assert "9/2020/NĐ-CP đã hết hiệu lực vào ngày của văn bản này." in page


def test_only_a_name_that_is_known_names_a_unit(units):
    names = Names.on(date(2026, 5, 4))
    assert names.meant_by("Trưởng phòng Nói Chuyện", several=False).unit is None
    assert names.meant_by("Văn phòng Sở", several=False).unit == units["van-phong"]
    assert (
        names.meant_by("Thủ trưởng các đơn vị trực thuộc Sở", several=True).group == "subordinate"
    )


@pytest.mark.parametrize("times", [1, 20])
def test_the_page_asks_as_often_for_many_tasks_as_for_few(
    client, coordinator, units, django_assert_max_num_queries, times
):
    more = "".join(f"{n}. Tưới cây số {n} trong quý III\n" for n in range(3, 3 + times))
    document = read(client, WORDS.replace("II. TỔ CHỨC", f"{more}II. TỔ CHỨC"))
    with django_assert_max_num_queries(40):
        client.get(document.get_absolute_url())
