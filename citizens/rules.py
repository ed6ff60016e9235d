"""Who may do what in citizens' business: the kernel's predicates made into the app's sentences."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, F, Func, Q, QuerySet

from portal import permissions
from portal.office import setting
from portal.people import access_of, ended_into
from portal.permissions import (
    anybody,
    holds,
    in_charge,
    is_clerk,
    is_coordinator,
    is_head,
    is_leader,
    is_officer,
    rule,
)

CASE_ROLES = ("head", "deputy_head", "officer")
INTAKE_ROLES = ("clerk", "reception_officer", "petition_officer")
OVERVIEW_ROLES = ("director", "deputy_director", "coordinator", *INTAKE_ROLES)
SUPERVISING_ROLES = ("inspection_board", "staff_representative", "party_committee")
DENUNCIATION_ROLES = ("director", "petition_officer")


def oversees(user: Any, *, on: date) -> bool:
    """Leaders, the petition desk and its head see every plain petition and case."""
    positions = user.positions_on(on)
    if {position.role for position in positions} & {*OVERVIEW_ROLES}:
        return True
    if access := access_of(user, on=on):
        return access.unit is None
    return heads_petition_unit(user, on=on)


def heads_petition_unit(user: Any, *, on: date) -> bool:
    headed = [row.unit.code for row in user.positions_on(on) if row.role in ("head", "deputy_head")]
    return bool(headed) and setting("petition_unit", as_of=on) in headed


def keeps_denunciations(user: Any, *, on: date) -> bool:
    """The denunciation group: whoever handles them, their head, and the signer in person."""
    own = [row for row in user.positions_on(on) if not row.standing_in]
    in_group = any(row.role in DENUNCIATION_ROLES for row in own)
    return in_group or heads_petition_unit(user, on=on)


def units_read_by_team(user: Any, *, on: date) -> list[int]:
    """The unit that an inspection team was let look at, with those that ended in its favour."""
    access = access_of(user, on=on)
    if access is None or access.unit_id is None:
        return []
    return [access.unit_id, *ended_into([access.unit_id], as_of=on)]


def units_of(user: Any, *, on: date) -> list[int]:
    """The units whose cases this user works on."""
    return [row.unit_id for row in user.positions_on(on) if row.unit_id and row.role in CASE_ROLES]


def units_inherited_by(user: Any, *, on: date) -> list[int]:
    """Those that ended in favour of a unit of this user: what they closed is looked up by whoever
    carries their work on, and changed by nobody."""
    held = [row.unit for row in user.positions_on(on) if row.unit_id and row.role in CASE_ROLES]
    return ended_into([unit.pk for unit in held], as_of=on) if held else []


def units_seen_by(user: Any, *, on: date) -> list[int]:
    held = [*units_of(user, on=on), *units_inherited_by(user, on=on)]
    return held or units_read_by_team(user, on=on)


class Among(Func):
    """Whether a column is one of what a query gives: read once, so that an index can answer it."""

    template, arg_joiner = "%(expressions)s)", " = ANY("
    output_field = BooleanField()

    def __init__(self, column: str, rows: QuerySet) -> None:
        super().__init__(F(column), ArraySubquery(rows))


def in_team(user: Any) -> Q:
    """Of cases: those that this user verifies."""
    return Q(Among("pk", user.verifications.values("case")))


SETTLERS = (
    "Thẩm quyền này thuộc Giám đốc, Phó Giám đốc được giao phụ trách lĩnh vực, hoặc thủ trưởng "
    "đơn vị tự giải quyết lần đầu."
)


def settling_unit_of(subject: Any) -> int | None:
    """The unit whose head settles under its own seal; a petition has none."""
    return getattr(subject, "settling_unit_id", None)


def heads(user: Any, unit: int, *, on: date, in_person: bool = False) -> bool:
    return any(
        row.role == "head" and row.unit_id == unit and not (in_person and row.standing_in)
        for row in user.positions_on(on)
    )


@rule(SETTLERS)
def is_settler(user: Any, subject: Any, on: date) -> bool:
    """The head of the unit that settles under its own seal, else whom the law makes competent."""
    if unit := settling_unit_of(subject):
        return heads(user, unit, on=on)
    return permissions.is_settler(user, subject, on=on)


@rule("Lần hai, pháp luật giao việc này cho chính người giải quyết, không ủy quyền.")
def is_settler_in_person(user: Any, subject: Any, on: date) -> bool:
    if unit := settling_unit_of(subject):
        return heads(user, unit, on=on, in_person=True)
    return permissions.is_settler_in_person(user, subject, on=on)


@rule(
    "Đối thoại do người được phân công hoặc người giải quyết tổ chức; lần hai, do chính người "
    "giải quyết."
)
def holds_dialogue(user: Any, subject: Any, on: date) -> bool:
    """First level: in charge or the settler; second: the settler himself (NĐ155 Đ28.2.a)."""
    if subject.level == 2:
        return is_settler_in_person(user, subject, on=on)
    return in_charge(user, subject, on=on) or is_settler(user, subject, on=on)


@rule("Chỉ tổ trưởng Tổ xác minh báo cáo kết quả xác minh.")
def leads_verification(user: Any, subject: Any, on: date) -> bool:
    members = subject.verification_members.all()
    return any(member.lead and member.user_id == user.pk for member in members)


@rule("Việc này do thủ trưởng đơn vị xử lý đơn thực hiện.")
def heads_petitions(user: Any, subject: Any, on: date) -> bool:
    return heads_petition_unit(user, on=on)


@rule("Báo cáo thống kê do nhóm lập báo cáo và Giám đốc xem.")
def makes_returns(user: Any, subject: Any, on: date) -> bool:
    """Official returns are exact and tell of denunciations: their own group and the Director."""
    return keeps_denunciations(user, on=on)


@rule("Việc theo dõi tố cáo do nhóm giải quyết tố cáo ghi.")
def follows_denunciations(user: Any, subject: Any, on: date) -> bool:
    return keeps_denunciations(user, on=on)


keeps_records = (
    holds("clerk", "petition_officer", "coordinator", why_not="") | heads_petitions
).because("Lưu giữ, tiêu hủy hồ sơ do văn thư, người xử lý đơn hoặc đầu mối tổng hợp thực hiện.")
destroys_records = holds(
    *("director", "deputy_director"), why_not="Việc tiêu hủy do lãnh đạo cơ quan phê duyệt."
)
sees_disposals = (keeps_records | destroys_records).because(keeps_records.why_not)


def group_knows(user: Any, subject: Any, *, on: date) -> bool:
    """Of the group, and not excluded from this one."""
    return keeps_denunciations(user, on=on) and not hidden(user, subject, on=on)


def hidden(user: Any, subject: Any, *, on: date) -> bool:
    rows = type(subject).objects.filter(pk=subject.pk)
    return bool(subject.pk) and rows.hidden_from(user, on=on).exists()


@rule("Việc này do nhóm giải quyết tố cáo thực hiện.")
def keeps_denunciation(user: Any, subject: Any, on: date) -> bool:
    return group_knows(user, subject, on=on)


@rule("Văn bản về tố cáo do chính Giám đốc ký.")
def signs_denunciation(user: Any, subject: Any, on: date) -> bool:
    """The Director in person: neither a deputy nor whoever stands in (docs/decisions/0072)."""
    in_person = permissions.is_settler_in_person(user, subject, on=on)
    return in_person and not hidden(user, subject, on=on)


@rule("Việc chuyển tố cáo do chính Giám đốc hoặc thủ trưởng đơn vị xử lý đơn ký.")
def forwards_denunciation(user: Any, subject: Any, on: date) -> bool:
    """About the office's own leaders the head of the petition unit signs alone."""
    heads = heads_petition_unit(user, on=on) and not hidden(user, subject, on=on)
    return heads or signs_denunciation(user, subject, on=on)


@rule("Đồng chí không được phân công vụ việc này.")
def works_on_denunciation(user: Any, subject: Any, on: date) -> bool:
    """The group, and the officer of this one."""
    if hidden(user, subject, on=on):
        return False
    return keeps_denunciations(user, on=on) or subject.officer_id == user.pk


@rule("Chỉ tổ trưởng Tổ xác minh báo cáo kết quả xác minh.")
def leads_denunciation_team(user: Any, subject: Any, on: date) -> bool:
    leads = subject.members.filter(user=user, lead=True).exists()
    return leads and not hidden(user, subject, on=on)


@rule("Việc bảo vệ người tố cáo do nhóm giải quyết tố cáo thực hiện.")
def keeps_protection(user: Any, subject: Any, on: date) -> bool:
    return group_knows(user, subject.denunciation, on=on)


@rule("Quyết định bảo vệ do chính Giám đốc ký.")
def signs_protection(user: Any, subject: Any, on: date) -> bool:
    return signs_denunciation(user, subject.denunciation, on=on)


registers_petitions = (holds(*INTAKE_ROLES, why_not="") | heads_petitions).because(
    "Việc vào sổ do văn thư hoặc cán bộ tiếp nhận thực hiện."
)
reports_nationally = registers_petitions.because(
    "Cơ sở dữ liệu quốc gia do văn thư, người tiếp công dân hoặc người xử lý đơn cập nhật."
)
receives_visits = registers_petitions.because(
    "Sổ tiếp công dân do người tiếp công dân, văn thư hoặc người xử lý đơn ghi."
)
handles_petitions = (holds("petition_officer", why_not="") | in_charge).because(
    "Đồng chí không được phân công đơn này."
)
hands_out_work = (is_head | is_leader | is_coordinator).because(
    "Việc phân công do thủ trưởng đơn vị hoặc lãnh đạo cơ quan thực hiện."
)


@rule("")
def comes_back(user: Any, subject: Any, on: date) -> bool:
    """Whoever ends a leave has the work back that was passed on for it (``Cover.give_back``)."""
    return vars(subject).get("comes_back_to") == user


passes_on = (in_charge | comes_back).because("Đồng chí không được phân công vụ việc này.")
writes_notes_anywhere = holds(
    *("head", "deputy_head", "officer", "petition_officer", "director", "deputy_director"),
    why_not="Ghi chú do người được phân công, thủ trưởng đơn vị hoặc lãnh đạo cơ quan viết.",
)
urges_anywhere = holds(
    *("head", "deputy_head", "petition_officer", "director", "deputy_director"),
    why_not="Đôn đốc do người xử lý đơn, thủ trưởng đơn vị hoặc lãnh đạo cơ quan thực hiện.",
)
hands_out_anywhere = holds(
    *("head", "deputy_head", "director", "deputy_director", "coordinator"), why_not=""
).because(hands_out_work.why_not)
decides_petition = (is_head | is_settler).because(
    "Việc này do thủ trưởng đơn vị đang giữ đơn hoặc lãnh đạo phụ trách quyết định."
)
answers_citizen = (is_head | is_settler).because(
    "Văn bản trả lời do thủ trưởng đơn vị hoặc lãnh đạo phụ trách ký."
)


answers_question = (in_charge | is_settler).because(
    "Câu hỏi do người được phân công hoặc thủ trưởng đơn vị trả lời."
)
flags = (hands_out_work | holds("petition_officer", why_not="")).because(
    "Diện theo dõi do lãnh đạo, thủ trưởng đơn vị, đầu mối tổng hợp hoặc người xử lý đơn ghi."
)


@rule("Đồng chí không được phân công vụ việc này.")
def verifies(user: Any, subject: Any, on: date) -> bool:
    """Member of the case's verification team; a petition has none."""
    members = getattr(subject, "verification_members", None)
    return members is not None and any(member.user_id == user.pk for member in members.all())


writes_notes = (in_charge | is_leader | handles_petitions | verifies).because(
    "Đồng chí không được phân công vụ việc này."
)
adds_papers = (registers_petitions | writes_notes).because(
    "Đồng chí không được phân công vụ việc này."
)
corrects = (handles_petitions | is_clerk).because("Đồng chí không được phân công vụ việc này.")
retracts = (handles_petitions | is_settler | is_clerk).because(
    "Đồng chí không được phân công vụ việc này."
)


reads_supervision = holds(
    *("director", "deputy_director", "coordinator", *SUPERVISING_ROLES),
    why_not="Trang này dành cho tổ chức giám sát và lãnh đạo cơ quan.",
)

# reception

counts_reception_days = holds(
    *("director", "deputy_director", "head", "deputy_head", "coordinator", *INTAKE_ROLES),
    why_not="Danh sách này dành cho người tiếp công dân và thủ trưởng đơn vị.",
)
arranges_receptions = (
    holds("reception_officer", "petition_officer", "coordinator", why_not="") | heads_petitions
).because("Việc xếp lịch tiếp công dân do đơn vị tiếp công dân hoặc Văn phòng thực hiện.")


@rule("Việc này do người chủ trì buổi tiếp hoặc Giám đốc thực hiện.")
def hosts_reception(user: Any, subject: Any, on: date) -> bool:
    return any(
        position.role == "director" or position.pk == subject.host_position_id
        for position in user.positions_on(on)
    )


writes_conclusions = (arranges_receptions | hosts_reception).because(
    "Việc này do người chủ trì hoặc cán bộ phục vụ buổi tiếp thực hiện."
)

__all__ = [
    "adds_papers",
    "answers_citizen",
    "answers_question",
    "anybody",
    "arranges_receptions",
    "corrects",
    "counts_reception_days",
    "decides_petition",
    "destroys_records",
    "flags",
    "follows_denunciations",
    "forwards_denunciation",
    "handles_petitions",
    "hands_out_work",
    "holds_dialogue",
    "hosts_reception",
    "in_charge",
    "is_clerk",
    "is_officer",
    "is_settler",
    "is_settler_in_person",
    "keeps_denunciation",
    "keeps_denunciations",
    "keeps_protection",
    "keeps_records",
    "leads_denunciation_team",
    "leads_verification",
    "makes_returns",
    "oversees",
    "reads_supervision",
    "receives_visits",
    "registers_petitions",
    "reports_nationally",
    "retracts",
    "sees_disposals",
    "signs_denunciation",
    "signs_protection",
    "units_inherited_by",
    "units_of",
    "units_seen_by",
    "works_on_denunciation",
    "writes_conclusions",
    "writes_notes",
]
