"""What a citizen reads about a petition: where it is, the next date and why, what to do now.

Only what has left the office counts: an approval without a numbered paper is not told yet.
No name, number or address of anybody stands in what is built here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from portal.deadlines import Row
from portal.office import office
from portal.text import day

from .models import PaperKind, Petition
from .models.vocabulary import CaseStage, Handling, Outcome, PetitionStage

APPEAL = (
    "Nếu không đồng ý, ông/bà có quyền khiếu nại lần hai đến Chủ tịch UBND tỉnh trong 30 ngày kể từ"
    " ngày nhận được quyết định, hoặc khởi kiện vụ án hành chính tại Tòa án."
)
NOTHING_TO_DO = "Ông/bà chưa phải làm gì. Có kết quả, Sở gửi văn bản đến địa chỉ ghi trong đơn."
SEALED = "Đơn đang được xem xét."


@dataclass(frozen=True)
class Line:
    """One line of the way or of the history: a date and plain words; ``state`` past, now or ''."""

    words: str
    on: date | None = None
    state: str = ""


@dataclass(frozen=True)
class Telling:
    """The whole answer of the look-up page."""

    sentence: str
    to_do: str = NOTHING_TO_DO
    due: date | None = None
    reckoning: Sequence[Row] = ()
    unit: Any = None
    way: Sequence[Line] = ()
    history: Sequence[Line] = ()
    papers: Sequence[Any] = field(default_factory=tuple)
    notes: Sequence[Any] = field(default_factory=tuple)


def tell(petition: Petition, *, as_of: date) -> Telling:
    """What the holder of a look-up code reads about this petition on that day."""
    if petition.sealed:
        return Telling(SEALED, due=petition.due_on)
    return Teller(petition, as_of=as_of).tell()


class Teller:
    """Reads one petition and its case, and chooses the words."""

    def __init__(self, petition: Petition, *, as_of: date) -> None:
        self.petition, self.as_of = petition, as_of
        self.case = getattr(petition, "case", None) or joined_case(petition)
        self.item: Any = self.case or petition
        self.papers = [
            *petition.papers.for_citizen(),
            *(self.case.papers.for_citizen() if self.case else ()),
        ]
        self.office = office(as_of)

    def tell(self) -> Telling:
        clock = self.nearest_clock()
        return Telling(
            sentence=self.sentence(),
            to_do=self.to_do(),
            due=clock.due if clock else None,
            reckoning=clock.deadline().rows() if clock else (),
            unit=self.item.unit,
            way=self.way(),
            history=self.history(),
            papers=self.papers,
            notes=self.notes(),
        )

    # the one sentence

    def sentence(self) -> str:
        words = self.where()
        if self.is_late:
            return f"{words} {self.apology()}"
        return words

    def where(self) -> str:
        if self.case and self.case.kind == "khieu_nai":
            return self.complaint()
        if self.case:
            return self.feedback()
        return self.handling()

    def complaint(self) -> str:
        case = self.case
        if case.decided_on:
            return (
                f"Giám đốc Sở đã ban hành Quyết định số {self.number_of(PaperKind.DECISION)} ngày"
                f" {day(case.decided_on)}. {self.conclusion()}{APPEAL}"
            )
        if case.closed_on and case.stage == CaseStage.DECLINED:
            return f"Sở không thụ lý đơn vì: {self.petition.ground}."
        if case.closed_on:
            return f"Sở đã đình chỉ giải quyết khiếu nại từ ngày {day(case.closed_on)}."
        if case.paused_from:
            return (
                f"Việc giải quyết tạm dừng từ ngày {day(case.paused_from)}"
                f"{self.pause_reason()}; thời gian này không tính vào thời hạn."
            )
        if case.accepted_on:
            return (
                f"Đơn của ông/bà được thụ lý ngày {day(case.accepted_on)}; {case.unit} đang"
                f" {self.doing()}.{self.by_when('Giám đốc Sở ra quyết định giải quyết')}"
            )
        return self.received("Sở báo cho ông/bà biết có thụ lý hay không")

    def feedback(self) -> str:
        case = self.case
        if case.decided_on:
            return (
                f"Sở đã trả lời bằng văn bản số {self.number_of(PaperKind.ANSWER)} ngày"
                f" {day(case.decided_on)}."
            )
        return (
            f"Sở đã nhận nội dung của ông/bà ngày {day(case.received_on)}; {case.unit} đang xem xét."
            f"{self.by_when('Sở trả lời ông/bà')}"
        )

    def handling(self) -> str:
        petition = self.petition
        tell: Callable[[], str] | None = {
            PetitionStage.GUIDED: self.guided,
            PetitionStage.FORWARDED: self.forwarded,
            PetitionStage.SENT_BACK: self.sent_back,
        }.get(petition.stage)
        if tell and self.papers:
            return tell()
        if petition.stage == PetitionStage.SHELVED:
            return f"Sở lưu đơn, không xử lý, vì: {petition.ground}."
        if petition.stage == PetitionStage.SUPPLEMENT:
            return f"Sở đã nhận đơn ngày {day(petition.received_on)} và đề nghị ông/bà bổ sung."
        promise = "Sở báo cho ông/bà biết việc xử lý đơn"
        if petition.kind == "khieu_nai":
            promise = "Sở báo cho ông/bà biết có thụ lý hay không"
        return self.received(promise)

    def guided(self) -> str:
        return (
            f"Nội dung này thuộc thẩm quyền của {self.petition.addressee}. Sở đã gửi phiếu hướng dẫn"
            f" ngày {day(self.papers[-1].dated_on)}."
        )

    def forwarded(self) -> str:
        addressee = self.petition.addressee
        return (
            f"Nội dung này thuộc thẩm quyền của {addressee}; Sở đã chuyển đơn ngày"
            f" {day(self.papers[-1].dated_on)}. Từ nay ông/bà liên hệ {addressee}."
        )

    def sent_back(self) -> str:
        return f"Sở đã trả lại đơn cho {self.petition.addressee}, cơ quan đã chuyển đơn đến."

    def received(self, promise: str) -> str:
        received = day(self.petition.received_on)
        return f"Sở đã nhận đơn của ông/bà ngày {received}.{self.by_when(promise)}"

    def by_when(self, promise: str) -> str:
        """"Chậm nhất ngày …" while there is time; once it is late the apology speaks instead."""
        clock = self.nearest_clock()
        if clock is None or self.is_late:
            return ""
        return f" Chậm nhất ngày {day(clock.due)}, {promise}."

    def apology(self) -> str:
        standing = self.item.standing(as_of=self.as_of)
        phone = self.item.unit.phone if self.item.unit else ""
        return (
            f"Việc giải quyết đã {standing.short[:1].lower()}{standing.short[1:]}. Sở xin lỗi ông/bà;"
            f" {self.item.unit or 'Sở'} đang chịu trách nhiệm, điện thoại {phone or self.office.phone}."
        )

    # parts of it

    @property
    def is_late(self) -> bool:
        """Late to the citizen: a period that ends with something told to them."""
        clock = self.nearest_clock()
        return bool(clock and clock.due < self.as_of)

    def nearest_clock(self) -> Any:
        """The period that the citizen waits for; the office's own chores are not told."""
        if self.item.closed_on or (self.case and (self.case.decided_on or self.case.paused_from)):
            return None
        awaited = ("KN_THU_LY", "KN_GQ1", "KN_GQ2", "KN_GQ_KL", "PAKN_TRA_LOI", "DON_XL")
        running = self.item.clocks.running().filter(rule__in=awaited)
        clocks = sorted(running, key=lambda clock: (awaited.index(clock.rule), clock.due))
        return clocks[0] if clocks else None

    def doing(self) -> str:
        if self.case.stage == CaseStage.DIALOGUE:
            return "chuẩn bị đối thoại"
        verified = self.case.stage in (CaseStage.VERIFIED, CaseStage.SETTLED)
        return "trình kết quả xác minh" if verified else "xác minh"

    def conclusion(self) -> str:
        outcome = Outcome(self.case.outcome).label if self.case.outcome else ""
        return f"Kết luận: {outcome.lower()}. " if outcome else ""

    def pause_reason(self) -> str:
        pause = self.case.pauses.order_by("-pk").first()
        words = pause.get_ground_display() if pause else ""
        return f" vì {words[:1].lower()}{words[1:]}" if words else ""

    def number_of(self, kind: str) -> str:
        return next((paper.number for paper in reversed(self.papers) if paper.kind == kind), "")

    def to_do(self) -> str:
        if self.petition.stage == PetitionStage.SUPPLEMENT:
            return "Ông/bà bổ sung giấy tờ dưới đây, gửi qua bưu điện hoặc mang đến nơi tiếp công dân."
        if self.petition.handling == Handling.GUIDED and self.papers:
            return f"Ông/bà gửi đơn đến {self.petition.addressee} theo phiếu hướng dẫn."
        if self.case and self.case.stage == CaseStage.DIALOGUE:
            dialogue = self.case.dialogues.order_by("-pk").first()
            return f"Ông/bà đến dự đối thoại ngày {day(dialogue.planned_on)} tại {dialogue.place}."
        if self.item.closed_on or (self.case and self.case.decided_on):
            return "Ông/bà giữ các văn bản đã nhận; cần giải thích thêm, xin gọi số điện thoại dưới đây."
        return NOTHING_TO_DO

    def way(self) -> list[Line]:
        """The stages in plain words: what is past, where it is now, what comes."""
        petition, case = self.petition, self.case
        lines = [Line("Sở nhận đơn", petition.received_on, "past")]
        if case is None:
            return [*lines, Line("Xem xét, xử lý đơn", petition.handled_on, "now")]
        if case.kind != "khieu_nai":
            state = "past" if case.decided_on else "now"
            return [*lines, Line("Xem xét và trả lời", case.decided_on, state)]
        marks = [
            ("Xem xét thụ lý", case.accepted_on),
            ("Xác minh", self.findings_on()),
            ("Ban hành quyết định giải quyết", case.decided_on),
        ]
        return [*lines, *marked(marks, ended=bool(case.closed_on))]

    def findings_on(self) -> date | None:
        found = self.case.findings.order_by("-pk").first()
        return self.case.decided_on or (found.on if found else None)

    def history(self) -> list[Line]:
        """What has left the office, newest first."""
        lines = [Line(f"{paper.title} số {paper.number}", paper.dated_on) for paper in self.papers]
        lines.append(Line("Sở nhận đơn", self.petition.received_on))
        return sorted(lines, key=lambda line: line.on or self.as_of, reverse=True)

    def notes(self) -> list[Any]:
        """What was written to the citizen."""
        notes = list(self.petition.notes.to_citizen())
        if self.case and self.case.petition_id == self.petition.pk:
            answered = self.case.kind == "khieu_nai" or self.case.decided_on
            notes += list(self.case.notes.to_citizen()) if answered else []
        return notes


def marked(marks: Sequence[tuple[str, date | None]], *, ended: bool) -> list[Line]:
    """Everything before the first open mark is past, that one is now, the rest is to come."""
    lines, reached = [], False
    for words, on in marks:
        state = "past" if on else "" if reached or ended else "now"
        reached = reached or not on
        lines.append(Line(words, on, state))
    return lines


def joined_case(petition: Petition) -> Any:
    """The case that a duplicate was joined to."""
    if petition.stage != PetitionStage.JOINED or petition.matter_id is None:
        return None
    return petition.matter.cases.order_by("pk").first()
