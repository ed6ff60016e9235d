"""Tố cáo: a case of its own under paper custody, in tables that no other page reads (§2.5)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q

from portal.people import Position, User
from portal.permissions import Rule
from portal.workflow import Condition, Step, Subject, Workflow, enter

from ... import rules
from ..vocabulary import Conclusion, Level
from . import custody
from .carrying_out import CarryingOutSteps
from .conclusion import ConclusionSteps
from .course import OnItsCourse
from .entry import DenunciationEntry
from .holding import LEADERS, HoldingSteps
from .intake import IntakeSteps
from .lateness import LatenessSteps
from .paper import DenunciationPaper
from .records import (
    Allegation,
    Denounced,
    DenunciationConclusion,
    DenunciationExtension,
    DenunciationMember,
    DenunciationPause,
    DenunciationPublication,
    DenunciationReport,
    DenunciationWithdrawal,
    EnvelopeOpening,
    Exclusion,
    ExpertOpinion,
    Measure,
)
from .side_steps import SideSteps
from .verification import VerificationSteps
from .vocabulary import CLOSED, OPEN, RUNNING, STAGE, DenunciationStage, TerminationGround

__all__ = [
    "Allegation",
    "Denounced",
    "Denunciation",
    "DenunciationConclusion",
    "DenunciationEntry",
    "DenunciationExtension",
    "DenunciationMember",
    "DenunciationPaper",
    "DenunciationPause",
    "DenunciationPublication",
    "DenunciationReport",
    "DenunciationWithdrawal",
    "EnvelopeOpening",
    "Exclusion",
    "ExpertOpinion",
    "Measure",
]
KEPT = tuple(STAGE)
AFTER = (STAGE.CONCLUDED, STAGE.ENDED)


def signed(
    name: str,
    label: str,
    sources: tuple[str, ...],
    target: str | None,
    *needs: Condition,
    rule: Rule = rules.signs_denunciation,
) -> Step:
    """A step of the signer in person, prepared by whoever works on it."""
    return Step(
        name, label, sources, target, rule, prepared_by=rules.works_on_denunciation, needs=needs
    )


def written(name: str, label: str, sources: tuple[str, ...], *needs: Condition) -> Step:
    """Something recorded by whoever works on it."""
    return Step(name, label, sources, None, rules.works_on_denunciation, needs=needs)


def held(name: str, label: str, sources: tuple[str, ...], *needs: Condition) -> Step:
    """An act of the group: who may know, and the envelope."""
    return Step(name, label, sources, None, rules.keeps_denunciation, needs=needs)


class Denunciations(models.QuerySet["Denunciation"]):
    def visible_to(self, user: User, *, on: date) -> Denunciations:
        """The group, and who is assigned in this one; never whoever is excluded from it."""
        rows = self.exclude(pk__in=Denunciation.objects.hidden_from(user, on=on).values("pk"))
        if rules.keeps_denunciations(user, on=on):
            return rows
        of_team = DenunciationMember.objects.filter(user=user).values("denunciation")
        return rows.filter(Q(officer=user) | Q(pk__in=of_team))

    def hidden_from(self, user: User, *, on: date) -> Denunciations:
        """Excluded by a row; and from all leaders where one of them is denounced."""
        rows = Q(pk__in=Exclusion.objects.filter(user=user).values("denunciation"))
        if user.holds(*LEADERS, as_of=on):
            rows |= Q(against_leadership=True)
        return self.filter(rows)

    def open(self) -> Denunciations:
        return self.filter(closed_on=None)


class Denunciation(
    OnItsCourse,
    IntakeSteps,
    LatenessSteps,
    VerificationSteps,
    ConclusionSteps,
    CarryingOutSteps,
    SideSteps,
    HoldingSteps,
    Subject,
):
    """Vụ việc tố cáo; who denounced stands on paper alone."""

    stream_kind = "to-cao"
    opening_step = "examine"

    stage = models.CharField("giai đoạn", max_length=24, choices=DenunciationStage)
    petition = models.OneToOneField("citizens.Petition", models.PROTECT, related_name="inquiry")
    officer = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="cán bộ"
    )
    several_places = models.BooleanField("phải kiểm tra tại nhiều nơi", default=False)
    against_leadership = models.BooleanField("tố cáo lãnh đạo Sở", default=False)
    accepted_on = models.DateField("ngày thụ lý", null=True)
    concluded_on = models.DateField("ngày kết luận", null=True)
    closed_on = models.DateField("ngày kết thúc", null=True)
    outcome = models.CharField("kết luận", max_length=16, choices=Conclusion, blank=True)
    termination_ground = models.CharField(
        "căn cứ đình chỉ", max_length=16, choices=TerminationGround, blank=True
    )
    paused_from = models.DateField("tạm đình chỉ từ", null=True)
    stage_before_pause = models.CharField(max_length=24, blank=True)

    objects = Denunciations.as_manager()

    workflow = Workflow(
        Step("examine", "xử lý ban đầu", (), STAGE.EXAMINING, rules.anybody),
        signed(
            "accept",
            "thụ lý",
            (STAGE.EXAMINING,),
            STAGE.ACCEPTED,
            lambda case: case.against_own_leaders(),
        ),
        signed(
            "forward",
            "chuyển tố cáo",
            (STAGE.EXAMINING,),
            STAGE.FORWARDED,
            rule=rules.forwards_denunciation,
        ),
        signed(
            "decline",
            "không thụ lý",
            (STAGE.EXAMINING,),
            STAGE.DECLINED,
            lambda case: case.against_own_leaders(),
        ),
        signed(
            "pass_to_inspection",
            "chuyển thanh tra, kiểm tra",
            (STAGE.EXAMINING,),
            STAGE.INSPECTED,
            lambda case: case.against_own_leaders(),
        ),
        signed(
            "demand_report",
            "yêu cầu báo cáo vì quá hạn",
            (STAGE.EXAMINING,),
            None,
            lambda case: case.no_late_settler(),
        ),
        written(
            "record_report",
            "ghi báo cáo nhận được",
            (STAGE.EXAMINING,),
            lambda case: case.no_report_awaited(),
        ),
        signed(
            "notify",
            "thông báo thụ lý",
            RUNNING,
            None,
            lambda case: case.not_accepted_on_paper(),
            lambda case: case.already_notified(),
        ),
        signed(
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
            rules.leads_denunciation_team,
        ),
        signed("conclude", "kết luận nội dung tố cáo", (STAGE.VERIFIED,), STAGE.CONCLUDED),
        written(
            "serve", "gửi kết luận", (STAGE.CONCLUDED,), lambda case: case.no_dated_conclusion()
        ),
        written(
            "act_on",
            "xử lý theo kết luận",
            (STAGE.CONCLUDED,),
            lambda case: case.no_dated_conclusion(),
        ),
        signed(
            "report_result",
            "thông báo kết quả xử lý",
            (STAGE.CONCLUDED,),
            None,
            lambda case: case.nothing_to_report(),
        ),
        written(
            "publicise", "công khai", (STAGE.CONCLUDED,), lambda case: case.no_dated_conclusion()
        ),
        written(
            "carry_out",
            "ghi kết quả thực hiện",
            (STAGE.CONCLUDED,),
            lambda case: case.nothing_to_carry_out(),
        ),
        written(
            "drop_execution",
            "bỏ việc xử lý",
            (STAGE.CONCLUDED,),
            lambda case: case.nothing_to_carry_out(),
        ),
        Step(
            "close",
            "kết thúc vụ việc",
            (STAGE.CONCLUDED,),
            STAGE.ENDED,
            rules.works_on_denunciation,
            needs=(
                lambda case: case.no_dated_conclusion(),
                lambda case: case.not_closable(),
            ),
        ),
        signed(
            "extend",
            "gia hạn",
            RUNNING,
            None,
            lambda case: case.no_settling_clock(),
            lambda case: case.clock_stands_still(),
        ),
        signed(
            "seek_expertise",
            "trưng cầu giám định",
            RUNNING,
            None,
            lambda case: case.no_settling_clock(),
            lambda case: case.opinion_awaited(),
        ),
        written(
            "receive_expertise",
            "ghi kết quả giám định",
            RUNNING,
            lambda case: case.no_opinion_awaited(),
        ),
        signed(
            "suspend",
            "tạm đình chỉ",
            RUNNING,
            STAGE.SUSPENDED,
            lambda case: case.no_settling_clock(),
            lambda case: case.clock_stands_still(),
        ),
        signed(
            "resume",
            "tiếp tục giải quyết",
            (STAGE.SUSPENDED,),
            None,
            lambda case: case.not_suspended_on_paper(),
        ),
        signed("terminate", "đình chỉ", (*RUNNING, STAGE.SUSPENDED), STAGE.TERMINATED),
        written("withdraw", "ghi rút tố cáo", OPEN),
        written("open_further", "ghi có tố cáo tiếp", AFTER),
        written("name_denounced", "ghi người bị tố cáo", OPEN),
        Step(
            "send_out",
            "phát hành",
            KEPT,
            None,
            rules.keeps_denunciation,
            needs=(lambda case: case.no_paper_waiting(),),
        ),
        held("assign", "phân công", OPEN),
        held("exclude", "loại khỏi người được biết", KEPT),
        held("readmit", "bỏ loại", KEPT, lambda case: case.nobody_excluded()),
        held("move_envelope", "chuyển nơi giữ bì", KEPT),
        held("ask_opening", "đề nghị mở bì mật", KEPT, lambda case: case.already_asked()),
        held("unseal", "mở bì mật", KEPT, lambda case: case.not_asked()),
        held("reseal", "đóng bì mật", KEPT, lambda case: case.nothing_open()),
        held("protect", "đề nghị bảo vệ", OPEN),
    )

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(concluded_on=None)
                | Q(accepted_on__isnull=False, concluded_on__gte=F("accepted_on")),
                name="concluded_after_acceptance",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(stage__in=CLOSED),
                name="closed_denunciation_in_closed_stage",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return f"/to-cao/{self.code}/"

    @property
    def keeps_words(self) -> bool:
        """No note, no mention, no instruction, no draft of a form: words leak."""
        return False

    @property
    def read_in_person(self) -> bool:
        """Whoever stands in for a reader does not read it (docs/decisions/0072)."""
        return True

    def not_to_be_written(self, text: str) -> str:
        names = [each.name for each in self.denounced.all()]
        return custody.why_refused(text, known=[*names, *custody.names_of_the_office()])

    def sole_reader(self, *, on: date) -> Position | None:
        """The signer in person; about the office's leaders, the head of the petition unit."""
        if self.against_leadership:
            return Position.objects.holding("head", as_of=on, unit=self.unit).first()
        return Position.objects.holding("director", as_of=on).first()

    @classmethod
    def open_from(
        cls,
        petition: Any,
        *,
        by: Any,
        on: date,
        denounced: list[str],
        contents: list[str],
        several_places: bool = False,
        overdue: bool = False,
    ) -> Denunciation:
        """The case of an envelope: its number, its day, its running time limits."""
        case = cls(petition=petition, code=petition.code, several_places=several_places)
        with enter(case, cls.opening_step, by=by, on=on) as taking:
            case.stage = STAGE.EXAMINING
            case.save()
            Denounced.objects.bulk_create(
                Denounced(denunciation=case, **named(line)) for line in denounced
            )
            Allegation.objects.bulk_create(
                Allegation(denunciation=case, text=text) for text in contents
            )
            case.start_examining(petition, overdue=overdue)
            taking.facts.update(
                petition=petition.code, contents=len(contents), denounced=len(denounced)
            )
        return case

    def start_examining(self, petition: Any, *, overdue: bool) -> None:
        """Seven working days, ten in several places; a further one twenty days (TC Đ24, Đ37)."""
        on = petition.received_on
        petition.clocks.open().filter(rule="TC_XLBD").delete()
        if petition.level == Level.SECOND:
            petition.start_clock("TC_QUA_HAN_1" if overdue else "TC_TIEP", on=on)
        else:
            petition.start_clock("TC_XLBD", on=on, complex=self.several_places)
        if petition.forwarded_here:
            petition.start_clock("TC_BAO_CHI", on=on)


def named(line: str) -> dict[str, str]:
    """ "Nguyễn Văn A, Trưởng phòng B" """
    name, _, position = line.partition(",")
    return {"name": name.strip()[:200], "position": position.strip()[:200]}
