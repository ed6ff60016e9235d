"""The table of contents: every table of the kernel, re-exported so that Django finds it."""

from portal.activities import (
    Achievement,
    Dialogue,
    DialogueQuestion,
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
    Promise,
    Software,
    Training,
)
from portal.attachments import File
from portal.backups import BackupRun
from portal.bulk import BulkRun
from portal.deadlines import RuleConfirmation
from portal.documents.templates import OfficeTemplate
from portal.documents.versions import WordVersion
from portal.drafts import Draft
from portal.factors import App, Device, Passkey, PrintedCode, Restoration, SignIn
from portal.fields import Agency, Commune, Field, FieldCharge, FieldColumn
from portal.filters import FilterOpening, SavedFilter
from portal.grounds import RefusalGround
from portal.history import DailyLine, Event, EventValues, Head
from portal.importing import HeadingMap, ImportRun
from portal.instructions import Instruction
from portal.instruments import Instrument, Issuer, Relation
from portal.jobs import JobRun
from portal.notifications import Digest, Mention
from portal.office import Office, Setting
from portal.once import Receipt
from portal.paper_style import PaperStyle
from portal.people import (
    Body,
    OneTimeLink,
    Position,
    StandIn,
    Succession,
    TeamAccess,
    Unit,
    User,
)
from portal.planning import (
    Basis,
    Budget,
    DueChange,
    Evidence,
    Inspection,
    Obstacle,
    Occurrence,
    Plan,
    PlanDocument,
    Progress,
    Recipient,
    Remark,
    Section,
    Service,
    Task,
    TaskUnit,
)
from portal.publications import (
    Article,
    ArticlePicture,
    Category,
    Disclosure,
    SiteLink,
    SitePage,
    VisitDay,
)
from portal.registers import Counter, Number
from portal.reorganisation import Reorganisation
from portal.reporting import Report, ReportText
from portal.returns import FrozenReturn, TypedFigure
from portal.search import Synonym
from portal.sights import Sight
from portal.single_sign_on import ProvinceIdentity
from portal.statistics.briefings import Briefing
from portal.submissions import Line, Reading, Submission
from portal.successor import SuccessorExport
from portal.working_days import CalendarYear, Holiday

__all__ = [
    "Achievement",
    "Agency",
    "App",
    "Article",
    "ArticlePicture",
    "BackupRun",
    "Basis",
    "Body",
    "Briefing",
    "Budget",
    "BulkRun",
    "CalendarYear",
    "Category",
    "Commune",
    "Counter",
    "DailyLine",
    "Device",
    "Dialogue",
    "DialogueQuestion",
    "Digest",
    "DigitalPapers",
    "Disclosure",
    "Draft",
    "DueChange",
    "Event",
    "EventValues",
    "Evidence",
    "Field",
    "FieldCharge",
    "FieldColumn",
    "File",
    "FilterOpening",
    "FrozenReturn",
    "HandlingError",
    "Head",
    "HeadingMap",
    "Holiday",
    "ImportRun",
    "Inspection",
    "Instruction",
    "Instrument",
    "Issuer",
    "JobRun",
    "LegalDraft",
    "Limitation",
    "Line",
    "Mention",
    "Number",
    "Obstacle",
    "Occurrence",
    "Office",
    "OfficeTemplate",
    "OneTimeLink",
    "OpinionNote",
    "OrganisationReview",
    "Outreach",
    "PaperStyle",
    "PartyFigures",
    "Passkey",
    "PersonnelActs",
    "Plan",
    "PlanDocument",
    "PlannedVisit",
    "Position",
    "PrintedCode",
    "Progress",
    "Promise",
    "ProvinceIdentity",
    "Reading",
    "Receipt",
    "Recipient",
    "RefusalGround",
    "Relation",
    "Remark",
    "Reorganisation",
    "Report",
    "ReportText",
    "Restoration",
    "RuleConfirmation",
    "SavedFilter",
    "Section",
    "Service",
    "Setting",
    "Sight",
    "SignIn",
    "SiteLink",
    "SitePage",
    "Software",
    "StandIn",
    "Submission",
    "Succession",
    "SuccessorExport",
    "Synonym",
    "Task",
    "TaskUnit",
    "TeamAccess",
    "Training",
    "TypedFigure",
    "Unit",
    "User",
    "VisitDay",
    "WordVersion",
]
