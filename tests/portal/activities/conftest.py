"""The Office keeps the registers; the centre is visited, criticised and makes promises."""

from datetime import date

import pytest

from portal.activities import (
    Achievement,
    Dialogue,
    DigitalPapers,
    HandlingError,
    LegalDraft,
    Limitation,
    OpinionNote,
    OrganisationReview,
    Outreach,
    PartyFigures,
    PersonnelActs,
    PlannedVisit,
    Software,
    Training,
)

DAY = date(2026, 5, 4)


def lines_of(by, unit, visited, *, on=DAY, day=DAY, party=None):
    """One line of every register, by noun."""
    common = {"by": by, "on": on, "programme": "ca-hai", "unit": unit, "from_on": day}
    return {
        "outreach": Outreach.note(
            title="Phổ biến Luật Thực hiện dân chủ", way="hoi-nghi", audience="can-bo", people=42,
            **common,
        ),
        "training": Training.note(title="Kỹ năng số", topic="ky-nang-so", planned=30, **common),
        "planned-visit": PlannedVisit.note(
            title="Thực hiện dân chủ", visited=visited, to_on=day, team="Phó Giám đốc làm trưởng",
            **common,
        ),
        "limitation": Limitation.note(
            title="Công khai chậm", source="tu-kiem-tra", cause="nhan-thuc", **common
        ),
        "dialogue": Dialogue.note(
            title="Đối thoại về trợ cấp", chaired_by="Giám đốc Sở", place="Hội trường",
            audience="Người hưởng trợ cấp", people=60, **common,
        ),
        "opinion-note": OpinionNote.note(
            title="Chi trả trợ cấp", group="nguoi-co-cong", channel="tiep-xuc", mood="ban-khoan",
            text="Mong chi trả tại nhà", **common,
        ),
        "party-figures": PartyFigures.note(
            title="Đảng bộ Sở", cells=8, members=135, committee=14, standing_committee=5,
            **common | {"by": party or by},
        ),
    } | lines_of_reform(common)  # fmt: skip


def lines_of_reform(common):
    day = common["from_on"]
    return {
        "organisation-review": OrganisationReview.note(
            title="Sáp nhập hai trung tâm", change="sap-nhap", departments=8, service_units=5,
            **common,
        ),
        "legal-draft": LegalDraft.note(
            title="Mức trợ giúp xã hội của tỉnh", kind="nghi-quyet", to_on=day, **common
        ),
        "personnel-acts": PersonnelActs.note(
            title="Bổ nhiệm quý I", act="bo-nhiem", times=4, **common
        ),
        "handling-error": HandlingError.note(
            title="Tính thiếu tháng hưởng", kind="noi-dung", procedure="1.010803", **common
        ),
        "software": Software.note(
            title="Văn phòng điện tử", purpose="Xử lý văn bản", accounts=120, **common
        ),
        "digital-papers": DigitalPapers.note(
            title="Văn bản điện tử", outgoing=400, signed=380, **common
        ),
        "achievement": Achievement.note(
            title="Rút ngắn 8 thủ tục", area="thu-tuc", to_on=day, text="Tổng 31 ngày", **common
        ),
    }  # fmt: skip


@pytest.fixture
def lines(tuan, units):
    return lines_of(tuan, units["van-phong"], units["dich-vu-viec-lam"])
