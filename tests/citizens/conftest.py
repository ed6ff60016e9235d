"""Petitions and complaints at the stages that tests start from."""

import csv
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from citizens.models import Party, Petition
from citizens.models.lookup import digest
from portal.kept import Kept
from portal.templatetags.portal import _last_read
from tests.cast import person, place
from tests.citizens.executing import COUNTS, EFFECT


@pytest.fixture
def few_statements(django_assert_max_num_queries, settings):
    """Statements of a process that has read its small tables; forgets them afterwards."""
    settings.OFFICE_KEPT_SECONDS = 60
    yield django_assert_max_num_queries
    _last_read.clear()
    for kept in Kept.all:
        kept.forget()


@pytest.fixture
def letter(mai, thao, communes, fields, office):
    """A posted complaint, entered by Mai on Monday 06/7/2026."""

    def enter(received_on=date(2026, 7, 6), **facts):
        facts.setdefault("title", "Khiếu nại quyết định thôi hưởng trợ cấp chất độc hóa học")
        facts.setdefault("content", "Tôi đề nghị Sở xem lại quyết định thôi hưởng trợ cấp.")
        facts.setdefault("channel", "buu_chinh")
        facts.setdefault("commune", communes["an-phu"])
        return Petition.register(
            by=mai, on=received_on, received_on=received_on, parties=[Party(**thao)], **facts
        )

    return enter


@pytest.fixture
def classified(letter, lan, fields):
    def classify(received_on=date(2026, 7, 6), *, eligible=True, competent=True, **facts):
        petition = letter(received_on, **facts)
        petition.classify(
            by=lan,
            on=received_on,
            kind="khieu_nai",
            eligible=eligible,
            competent=competent,
            field=fields["ncc-chat-doc-hoa-hoc"],
            category="che_do_chinh_sach",
        )
        return petition

    return classify


@pytest.fixture
def complaint(classified, lan, minh, units, ha):
    """A complaint that waits for the director, with Minh's unit."""

    def propose(received_on=date(2026, 7, 6), **facts):
        petition = classified(received_on, **facts)
        return petition.propose(
            by=lan,
            on=received_on,
            unit=units["nguoi-co-cong"],
            officer=minh,
            summary="Đơn đủ điều kiện, thuộc thẩm quyền.",
        )

    return propose


@pytest.fixture
def accepted(complaint, ha, mai):
    """Accepted, its notice numbered and dated by the clerk."""

    def accept(accepted_on=date(2026, 7, 14), received_on=date(2026, 7, 6), **facts):
        case = complaint(received_on, **facts)
        case.accept(by=ha, on=accepted_on)
        number(case, mai, "tb_thu_ly", accepted_on, "96/TB-SLĐTBXH")
        return case

    return accept


@pytest.fixture
def verifying(accepted, ha, minh, lan):
    def order():
        case = accepted()
        case.order_verification(by=ha, on=date(2026, 7, 15), lead=minh, members=[lan], days=15)
        return case

    return order


@pytest.fixture
def verified(verifying, minh):
    def verify(*, differs=False):
        case = verifying()
        case.report_findings(
            by=minh, on=date(2026, 7, 29), text="Đã đối chiếu.", proposal="dung", differs=differs
        )
        return case

    return verify


@pytest.fixture
def settled(verified, ha, mai):
    """Decided, the decision numbered and dated by the clerk."""

    def settle(dated_on=date(2026, 8, 4)):
        case = verified()
        case.settle(by=ha, on=date(2026, 8, 3), outcome="dung", conclusion="Khiếu nại đúng.")
        number(case, mai, "qd_giai_quyet", dated_on, "118/QĐ-SLĐTBXH")
        return case

    return settle


@pytest.fixture
def effective(settled, mai):
    """Sent, made public, in effect since 04/9/2026."""

    def make():
        case = settled()
        case.serve(by=mai, on=date(2026, 8, 5), served_on=date(2026, 8, 5), way="Bưu chính")
        case.publicise(by=mai, on=date(2026, 8, 5), form="niem_yet", start_on=date(2026, 8, 5),
                       until=date(2026, 8, 20))  # fmt: skip
        return case

    return make


@pytest.fixture
def owed(effective, minh, units):
    """Twelve million to be given back by Minh's unit until 18/9/2026."""

    def make(what="tra_tien", due_on=date(2026, 9, 18), **counts):
        case = effective()
        return case, case.add_execution(
            by=minh, on=EFFECT, what=what, unit=units["nguoi-co-cong"], due_on=due_on,
            whom="Lò Thị Thảo", content="Truy lĩnh trợ cấp.",
            **COUNTS | (counts or {"amount": 12}),
        )  # fmt: skip

    return make


@pytest.fixture
def feedback(letter, lan, binh, units):
    """A proposal, entrusted to the labour division."""

    def entrust(received_on=date(2026, 7, 6)):
        petition = letter(received_on, title="Kiến nghị lắp mái che nơi chờ")
        petition.classify(by=lan, on=received_on, kind="kien_nghi", eligible=True, competent=True)
        return petition.entrust(by=binh, on=received_on, unit=units["lao-dong"])

    return entrust


@pytest.fixture
def sealed(mai, fields, office):
    return Petition.register_sealed(
        by=mai,
        on=date(2026, 7, 6),
        received_on=date(2026, 7, 6),
        channel="buu_chinh",
        envelope_no="BM-01",
    )


@pytest.fixture
def center(units):
    unit = units["dich-vu-viec-lam"]
    unit.symbol = "TTDVVL"
    unit.save()
    return unit


@pytest.fixture
def kien(center):
    user = person("kien", "Phùng Trung Kiên", "man")
    place(user, "head", unit=center, title="Giám đốc Trung tâm")
    return user


@pytest.fixture
def tam(center):
    user = person("tam", "Lý Thị Tâm")
    place(user, "officer", unit=center, title="Viên chức")
    return user


@pytest.fixture
def own(classified, lan, center, kien, tam, ha):
    """A complaint that the centre's head settles under its own seal."""

    def propose(**facts):
        return classified(date(2026, 7, 6), **facts).propose(
            by=lan,
            on=date(2026, 7, 6),
            unit=center,
            officer=tam,
            summary="Đủ.",
            under_own_seal=True,
        )

    return propose


@pytest.fixture
def own_settled(own, kien, tam, mai):
    def settle():
        case = own()
        case.accept(by=kien, on=date(2026, 7, 7))
        number(case, mai, "tb_thu_ly", date(2026, 7, 7))
        case.settle_at_once(
            by=kien, on=date(2026, 7, 9), rechecked="Nhầm.", conclusion="Đúng.", draft="…"
        )
        number(case, mai, "qd_giai_quyet", date(2026, 7, 9), "9/QĐ-TTDVVL")
        case.serve(by=mai, on=date(2026, 7, 10), served_on=date(2026, 7, 10), way="Trực tiếp")
        return case

    return settle


@pytest.fixture
def second_letter(classified):
    def enter(received_on=date(2026, 7, 20), **facts):
        return classified(received_on, level=2, title="Khiếu nại lần hai", **facts)

    return enter


@pytest.fixture
def second(own_settled, second_letter, lan, units, minh):
    def open_second(on=date(2026, 7, 20)):
        return second_letter(on).open_second_level(
            by=lan,
            on=on,
            unit=units["nguoi-co-cong"],
            officer=minh,
            summary="Đủ điều kiện.",
            first_case=own_settled(),
        )

    return open_second


def opened_by(code):
    """The petition to which sixteen digits lead, or None."""
    return Petition.objects.filter(
        lookup_codes__digest=digest(code), lookup_codes__revoked_on=None
    ).first()


def number(case, clerk, kind, dated_on, number="1/TB-SLĐTBXH", on=None):
    paper = case.papers.waiting().get(kind=kind)
    case.send_out(by=clerk, on=on or dated_on, paper=paper, number=number, dated_on=dated_on)
    return paper


def written(path, rows):
    headings = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, headings)
        table.writeheader()
        table.writerows(rows)
    return path


@pytest.fixture
def brought(tmp_path, db, office, units, fields, communes, ha):
    """Bring rows of one register along."""

    def bring(kind, rows):
        path = written(tmp_path / f"{kind}.csv", rows)
        call_command("import_register", kind, str(path), stdout=StringIO(), stderr=StringIO())

    return bring
