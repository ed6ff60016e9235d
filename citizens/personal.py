"""Which columns hold what people wrote or who they are: declared once, emptied when destroyed.

``ERASED``: emptied with the record that the path leads to. ``GONE``: rows that go whole. ``KEPT``:
text that names nobody from outside the office, with the reason. ``tests/citizens/test_personal.py``
fails on a column that stands in none of them.
"""

from __future__ import annotations

from dataclasses import dataclass


class Columns:
    """``columns`` of a table, ``files`` among them, and the way to a petition, visit or session."""

    def __init__(self, *columns: str, files: tuple[str, ...] = (), **ways: str) -> None:
        self.columns, self.files, self.ways = columns, files, ways

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.columns, *self.files)


ERASED = {
    "citizens.Petition": Columns(
        *("title", "sender", "content", "ground", "addressee", "forwarded_by", "incoming_no"),
        petition="pk",
    ),
    "citizens.Party": Columns(
        *("name", "gender", "birth_year", "id_number", "phone", "email", "address"),
        petition="petition",
    ),
    "citizens.Reply": Columns("content", petition="petition"),
    "citizens.Note": Columns("text", petition="petition", case="case"),
    "citizens.Paper": Columns(
        "text", "recipients", "word", files=("scan",), petition="petition", case="case"
    ),
    "citizens.Urging": Columns("addressee", petition="petition", case="case"),
    "citizens.Case": Columns("title", "sender", "first_decision", case="pk"),
    "citizens.Cause": Columns("note", case="case"),
    "citizens.Decision": Columns("conclusion", "rechecked", case="case"),
    "citizens.Service": Columns("way", case="decision__case"),
    "citizens.Publication": Columns("place", case="decision__case"),
    "citizens.Complexity": Columns("ground", case="case"),
    "citizens.Pause": Columns("reason", case="case"),
    "citizens.Withdrawal": Columns("content", case="case"),
    "citizens.VerificationTeam": Columns("content", case="case"),
    "citizens.Findings": Columns("text", case="case"),
    "citizens.Dialogue": Columns("place", "minutes", "absent", case="case"),
    "citizens.Flag": Columns("reason", "lift_reason", case="case"),
    "citizens.Execution": Columns("whom", "content", case="case"),
    "citizens.ExecutionResult": Columns(
        "words", "document", files=("file",), case="execution__case"
    ),
    "citizens.Visit": Columns(
        *("name", "gender", "birth_year", "id_number", "phone", "address", "content"),
        *("handled_by", "answer", "guided_to", "forwarded_to", "handed_in", "note"),
        visit="pk",
    ),
    "citizens.Representative": Columns("name", "id_number", visit="visit"),
    "citizens.Conclusion": Columns(
        *("text", "notice", "recipients"), files=("scan",), reception="reception"
    ),
    "citizens.Reception": Columns("expected_content", "reason", reception="pk"),
    "citizens.DataRequest": Columns("name", "contact", "about", "answer", request="pk"),
}
GONE = {
    "citizens.Registration": Columns(
        *("name", "id_number", "phone", "address", "content"), reception="reception"
    ),
    "citizens.Attachment": Columns("title", files=("file",), petition="petition", case="case"),
    "citizens.PetitionSearch": Columns("tokens", petition="petition"),
    "citizens.CaseSearch": Columns("tokens", case="case"),
    "citizens.VisitSearch": Columns("tokens", visit="visit"),
    "citizens.LookupCode": Columns("digest", petition="petition"),
}
BY_STREAM = {
    "portal.EventValues": ("salt", "values"),
    "portal.Submission": ("title", "payload", "draft"),
    "portal.Reading": ("reason", "payload", "draft", "scan"),
    "portal.Instruction": ("text", "report"),
    "portal.Draft": ("data",),
    "portal.WordVersion": ("paragraphs", "text", "file"),
}
"""Tables of the kernel that hold words about a record under its name or number."""

RULES = "rule of the law, dates"
NUMBER = "number, symbol or code of the record itself"
STAFF = "words of the office about its own work or people"
KEPT = {
    "citizens.Petition": {"code": NUMBER, "envelope_no": "of the own book, which has no words",
                          "envelope_place": "the same", "envelope_keeper": "the same"},
    "citizens.Case": {"code": NUMBER, "stage_before_pause": RULES},
    "citizens.Visit": {"code": NUMBER, "ground": RULES, "place_name": STAFF, "receiver_name": STAFF,
                       "notice_number": NUMBER},
    "citizens.Reception": {"code": NUMBER, "participants": STAFF},
    "citizens.Conclusion": {"capacity": RULES, "number": NUMBER},
    "citizens.Paper": {"step": RULES, "form": RULES, "capacity": RULES, "number": NUMBER},
    "citizens.Reply": {"body": "an authority", "number": NUMBER},
    "citizens.Matter": {"reference": NUMBER},
    "citizens.Clock": dict.fromkeys(
        ("rule", "pauses", "stopped_by_event", "extension_days"), RULES
    ),
    "citizens.VisitClock": dict.fromkeys(("rule", "pauses", "stopped_by_event"), RULES),
    "citizens.DataRequest": {"code": NUMBER},
    "citizens.Disposal": {"code": NUMBER, "kind": RULES, "reason": STAFF,
                          "fingerprint": "hash of the list"},
    "citizens.DisposalLine": {"code": NUMBER, "unit_name": STAFF, "outcome": RULES,
                              "left_out": STAFF},
    "citizens.LegalHold": {"code": NUMBER, "reason": STAFF, "lifted_because": STAFF},
    "portal.EventValues": {},
    "portal.Submission": dict.fromkeys(("stream", "step", "line"), RULES),
    "portal.Instruction": {"stream": NUMBER},
    "portal.WordVersion": dict.fromkeys(("stream", "code", "step"), NUMBER),
    "portal.Draft": dict.fromkeys(("form", "key"), NUMBER),
    "portal.Event": dict.fromkeys(
        ("stream", "step", "label", "by", "prepared_by", "facts", "values_digest", "previous",
         "hash"), "acts without values: who of the office, which step, dates, numbers"),
}  # fmt: skip
OUTSIDE = {
    "democracy": "the office's own staff and bodies",
    "reforms": "procedures and dossiers in numbers; a dossier names no applicant",
    **{
        f"citizens.{name}": STAFF
        for name in (
            *("Leave", "Batch", "ReceptionPlace", "HungPaper", "ScheduleRule", "Printed"),
            *("PolicyIssue", "SupervisionRemark"),
        )
    },
    **{
        f"portal.{name}": STAFF
        for name in (
            *("Counter", "Number", "Unit", "Body", "Position", "StandIn", "Succession", "User"),
            *("OneTimeLink", "TeamAccess", "RuleConfirmation", "Holiday", "CalendarYear", "Issuer"),
            *("Head", "DailyLine", "Instrument", "Office", "Setting", "Line", "Plan", "Section"),
            *("Basis", "Recipient", "Task", "Budget", "PlanDocument", "Inspection", "TaskUnit"),
            *("Progress", "Evidence", "Occurrence", "DueChange", "Obstacle", "Remark"),
            *("Achievement", "Dialogue", "DialogueQuestion", "Promise", "Software"),
            *("DigitalPapers", "Training", "HandlingError", "LegalDraft", "PlannedVisit"),
            *("Limitation", "OpinionNote", "OrganisationReview", "Outreach", "PartyFigures"),
            *("PersonnelActs", "BackupRun", "BulkRun", "Passkey", "PrintedCode", "App", "Device"),
            *("SignIn", "Restoration", "Agency", "Field", "Commune", "SavedFilter", "HeadingMap"),
            *("JobRun", "Digest", "Mention", "Receipt", "Category", "SitePage", "SiteLink"),
            *("Article", "Disclosure", "ArticlePicture", "Reorganisation", "Report", "ReportText"),
            *(
                "RefusalGround",
                "FrozenReturn",
                "TypedFigure",
                "Synonym",
                "Sight",
                "ProvinceIdentity",
                "Briefing",
            ),
        )
    },
    **{
        f"citizens.{name}": "of the own book: its group destroys it, never a batch"
        for name in (
            *("Denunciation", "Allegation", "Denounced", "DenunciationConclusion"),
            *("DenunciationExtension", "DenunciationPaper", "DenunciationPause"),
            *("DenunciationReport", "ExpertOpinion", "Measure", "Protection"),
        )
    },
    **dict.fromkeys(
        ("portal.OfficeTemplate", "portal.PaperStyle", "portal.SuccessorExport"), STAFF
    ),
    "portal.File": "goes with its bytes, with the row that links to it",
    "portal.ImportRun": "let go of with its workbook once it is written or dropped",
}
"""Apps and tables that hold nothing of a citizen's record."""


@dataclass(frozen=True)
class Kind:
    """Loại hồ sơ: how long it is kept after the year in which it ended, and who says so.

    ``sure``: whether the text was read; what was not says so wherever it is shown.
    """

    code: str
    label: str
    root: str
    years: int
    source: str
    sure: bool = False

    @property
    def term(self) -> str:
        doubt = "" if self.sure else " (ghi theo trí nhớ, chưa đối chiếu văn bản)"
        return f"{self.years} năm sau năm kết thúc, {self.source}{doubt}"


ARCHIVES = "Thông tư 10/2022/TT-BNV, thời hạn bảo quản hồ sơ giải quyết khiếu nại, tố cáo"
KINDS = (
    Kind("luu-don", "Đơn không đủ điều kiện xử lý", "petition", 1, "Điều 28 TT 05/2021/TT-TTCP"),
    Kind("huong-dan", "Đơn đã hướng dẫn, chuyển, trả lại", "petition", 5, ARCHIVES),
    Kind("khieu-nai", "Vụ việc khiếu nại", "petition", 15, ARCHIVES),
    Kind("kien-nghi", "Kiến nghị, phản ánh", "petition", 10, ARCHIVES),
    Kind("hoi-chinh-sach", "Câu hỏi chính sách", "petition", 5, ARCHIVES),
    Kind("luot-tiep", "Lượt tiếp công dân", "visit", 10, ARCHIVES),
    Kind("buoi-tiep", "Buổi tiếp công dân, kết luận", "reception", 15, ARCHIVES),
    Kind("du-lieu", "Yêu cầu về dữ liệu cá nhân", "request", 5, "quy định nội bộ của cơ quan"),
)
"""Denunciations are not among them: their words stay on paper with their own group."""


def kind_of(code: str) -> Kind:
    return next(kind for kind in KINDS if kind.code == code)
