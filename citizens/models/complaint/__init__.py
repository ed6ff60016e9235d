"""Khiếu nại: the straight way of domain §2.3, first level."""

from __future__ import annotations

from portal.permissions import Rule
from portal.workflow import Condition, Step, Workflow

from ... import rules
from ..case import Case, urge_step
from ..cause import Explained, cause_step
from ..desk_item import everyday_steps
from ..enforces import execution_steps
from ..flagged import flag_steps
from ..national import national_step
from ..recommends import Recommends
from ..vocabulary import CaseStage, Kind
from .decision import DecisionSteps
from .enforcement import EnforcementSteps
from .intake import IntakeSteps
from .side_steps import SideSteps
from .verification import VerificationSteps

STAGE = CaseStage
RUNNING = (STAGE.ACCEPTED, STAGE.VERIFYING, STAGE.DIALOGUE, STAGE.VERIFIED)
OPEN = (STAGE.PROPOSED, *RUNNING, STAGE.SUSPENDED)


def settlers_step(
    name: str,
    label: str,
    sources: tuple,
    target: str | None,
    *needs: Condition,
    prepared_by: Rule = rules.in_charge,
) -> Step:
    """A step of the settler, prepared by whoever has the case unless told otherwise."""
    return Step(
        name,
        label,
        sources,
        target,
        rules.is_settler,
        prepared_by=prepared_by,
        needs=needs,
    )


class Complaint(
    IntakeSteps,
    VerificationSteps,
    DecisionSteps,
    SideSteps,
    EnforcementSteps,
    Recommends,
    Explained,
    Case,
):
    """Khiếu nại."""

    book = "KN"
    opening_step = "propose"

    workflow = Workflow(
        # who may propose was asked of the petition: the case already belongs to the other unit
        Step("propose", "đề xuất thụ lý", (), STAGE.PROPOSED, rules.anybody),
        settlers_step(
            "accept",
            "thụ lý",
            (STAGE.PROPOSED,),
            STAGE.ACCEPTED,
            prepared_by=rules.handles_petitions,
        ),
        settlers_step(
            "decline",
            "không thụ lý",
            (STAGE.PROPOSED,),
            STAGE.DECLINED,
            prepared_by=rules.handles_petitions,
        ),
        settlers_step(
            "order_verification",
            "giao xác minh",
            (STAGE.ACCEPTED,),
            STAGE.VERIFYING,
            lambda case: case.not_accepted_on_paper(),
        ),
        Step(
            "report_findings",
            "báo cáo kết quả xác minh",
            (STAGE.VERIFYING,),
            STAGE.VERIFIED,
            rules.leads_verification,
        ),
        settlers_step("invite", "mời đối thoại", (STAGE.VERIFIED,), STAGE.DIALOGUE),
        Step(
            "hold_dialogue",
            "đối thoại",
            (STAGE.DIALOGUE,),
            STAGE.VERIFIED,
            rules.holds_dialogue,
            prepared_by=rules.in_charge,
        ),
        settlers_step(
            "settle",
            "ban hành quyết định giải quyết",
            (STAGE.ACCEPTED, STAGE.VERIFYING, STAGE.VERIFIED),
            STAGE.SETTLED,
            lambda case: case.no_findings(),
            lambda case: case.no_dialogue(),
        ),
        settlers_step(
            "settle_at_once",
            "quyết định giải quyết ngay",
            (STAGE.ACCEPTED,),
            STAGE.SETTLED,
            lambda case: case.not_accepted_on_paper(),
            lambda case: case.not_at_once(),
        ),
        Step(
            "serve",
            "gửi quyết định",
            (STAGE.SETTLED,),
            None,
            rules.is_clerk,
            needs=(lambda case: case.no_dated_decision(),),
        ),
        Step(
            "publicise",
            "công khai",
            (STAGE.SETTLED,),
            None,
            rules.is_clerk | rules.in_charge,
            needs=(lambda case: case.no_dated_decision(),),
        ),
        Step(
            "close",
            "kết thúc vụ việc",
            (STAGE.SETTLED,),
            STAGE.ENDED,
            rules.in_charge | rules.is_settler,
            needs=(lambda case: case.not_closable(), lambda case: case.not_carried_out()),
        ),
        settlers_step(
            "enforce",
            "chỉ đạo thi hành quyết định",
            (STAGE.SETTLED,),
            None,
            lambda case: case.no_dated_decision(),
        ),
        *execution_steps(
            (STAGE.SETTLED,),
            rules.in_charge | rules.is_settler,
            lambda case: case.no_dated_decision(),
        ),
        Step(
            "recommend",
            "ghi kiến nghị xử lý",
            (STAGE.SETTLED, STAGE.ENDED),
            None,
            rules.in_charge,
            needs=(lambda case: case.no_dated_decision(),),
        ),
        settlers_step(
            "mark_complex",
            "xác định vụ việc phức tạp",
            RUNNING,
            None,
            lambda case: case.no_settling_clock(),
        ),
        settlers_step(
            "suspend",
            "tạm đình chỉ",
            RUNNING,
            STAGE.SUSPENDED,
            lambda case: case.no_settling_clock(),
        ),
        settlers_step(
            "resume",
            "tiếp tục giải quyết",
            (STAGE.SUSPENDED,),
            None,
            lambda case: case.not_suspended_on_paper(),
        ),
        settlers_step("terminate", "đình chỉ", OPEN[1:], STAGE.TERMINATED),
        Step("withdraw", "rút đơn", OPEN, None, rules.in_charge | rules.handles_petitions),
        Step(
            "withdraw_part", "rút một phần", OPEN, None, rules.in_charge | rules.handles_petitions
        ),
        urge_step(OPEN),
        cause_step(),
        national_step(STAGE),
        *flag_steps(STAGE),
        *everyday_steps(open_at=OPEN, kept_at=STAGE),
    )

    class Meta:
        proxy = True

    def recommended_by(self) -> dict[str, Complaint]:
        return {"case": self}


Case.own_kinds[Kind.COMPLAINT] = Complaint
