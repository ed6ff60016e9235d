"""What appraisers do with a card: two looks, and the windows of whoever is scored."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.scoring import Part
from portal.text import day
from portal.workflow import Refused, Taking, take
from reforms.models.scorecard.mark import Side, Told


class Appraising:
    """Verbs of those who appraise."""

    def close_self_score(self: Any, *, by: Any, on: date, reason: str) -> None:
        """Khóa tự chấm: the window is over and nothing was sent."""
        with take(self, "close_self_score", by=by, on=on) as taking:
            self.must_be_over(taking, reason)

    def close_explanation(self: Any, *, by: Any, on: date, reason: str) -> None:
        """Khóa giải trình."""
        with take(self, "close_explanation", by=by, on=on) as taking:
            self.must_be_over(taking, reason)

    def must_be_over(self: Any, taking: Taking, reason: str) -> None:
        if self.open_until and taking.on <= self.open_until:
            raise Refused(f"Đơn vị còn được ghi đến hết ngày {day(self.open_until)}.")
        self.open_until = None
        taking.values["reason"] = reason

    def reopen_self_score(self: Any, *, by: Any, on: date, until: date, reason: str) -> None:
        """Mở lại tự chấm: what was locked is open again until a day, and history says who did."""
        with take(self, "reopen_self_score", by=by, on=on) as taking:
            self.self_scored_on = None
            self.open_again(taking, until, reason)

    def reopen_explanation(self: Any, *, by: Any, on: date, until: date, reason: str) -> None:
        """Mở lại giải trình."""
        with take(self, "reopen_explanation", by=by, on=on) as taking:
            self.open_again(taking, until, reason)

    def open_again(self: Any, taking: Taking, until: date, reason: str) -> None:
        if until < taking.on:
            raise Refused("Ngày mở đến đã qua.", field="until")
        self.open_until = until
        taking.facts["until"] = until.isoformat()
        taking.values["reason"] = reason

    def appraise(
        self: Any, *, by: Any, on: date, line: str, told: Told, note: str = ""
    ) -> None:  # fmt: skip
        """Thẩm định lần 1, one line: other points than their own need a reason."""
        self.look("appraise", Side.REVIEW, by=by, on=on, line=line, told=told, note=note)

    def appraise_again(
        self: Any, *, by: Any, on: date, line: str, told: Told, note: str = ""
    ) -> None:
        """Thẩm định lần 2, one line, after the explanation."""
        self.look("appraise_again", Side.FINAL, by=by, on=on, line=line, told=told, note=note)

    def look(
        self: Any, step: str, side: str, *, by: Any, on: date, line: str, told: Told, note: str
    ) -> None:
        with take(self, step, by=by, on=on) as taking:
            before = self.before(line, side)
            points = self.put_mark(taking, line, side, told, note)
            if before and before.points != points and not note.strip():
                raise Refused("Điểm khác với lần chấm trước: ghi rõ lý do", field="note")
            self.count_again()

    def before(self: Any, line: str, side: str) -> Any:
        """The mark that the look follows: of the second the first, of the first their own."""
        earlier = (Side.REVIEW, Side.SELF) if side == Side.FINAL else (Side.SELF,)
        marks = {row.side: row for row in self.marks.filter(line=line, side__in=earlier)}
        return next((marks[each] for each in earlier if each in marks), None)

    def agree(self: Any, *, by: Any, on: date) -> None:
        """Đồng ý các dòng có tài liệu: shown or counted by the portal, and not yet looked at."""
        with take(self, "agree", by=by, on=on) as taking:
            done = set(self.marks.filter(side=Side.REVIEW).values_list("line", flat=True))
            shown = set(self.evidence.values_list("line", flat=True))
            rows = [row for row in self.marks.filter(side=Side.SELF)
                    if row.line not in done and (row.line in shown or row.from_portal)]  # fmt: skip
            if not rows:
                raise Refused("Không còn dòng nào có tài liệu kiểm chứng chờ thẩm định.")
            for row in rows:
                why = row.note if row.is_by_hand or not row.applies else ""
                self.put_mark(taking, row.line, Side.REVIEW, row.told, why)
            taking.facts = {"lines": [row.line for row in rows]}
            taking.values = {}
            self.count_again()

    def lacks_review(self: Any) -> str:
        """Every regular line was looked at, and what came on top of them."""
        marks = self.marks_of()
        asked = [code for code, line in self.set.lines.items()
                 if line.part == Part.REGULAR or code in marks[Side.SELF]]  # fmt: skip
        waiting = [code for code in asked if code not in marks[Side.REVIEW]]
        words = f"còn {len(waiting)} dòng chưa thẩm định ({', '.join(waiting[:5])})."
        return words if waiting else ""

    def finish_appraisal(self: Any, *, by: Any, on: date, note: str = "") -> None:
        """Gửi kết quả thẩm định: whoever is scored may explain now."""
        with take(self, "finish_appraisal", by=by, on=on) as taking:
            self.appraised_on = on
            self.open_until = max(self.campaign.explain_due, on)
            taking.facts["total"] = str(self.review_total)
            taking.values["note"] = note

    def finish_scoring(self: Any, *, by: Any, on: date, note: str = "") -> None:
        """Chốt điểm."""
        with take(self, "finish_scoring", by=by, on=on) as taking:
            self.count_again()
            taking.facts.update(total=str(self.total), level=self.level_words)
            taking.values["note"] = note

    def reopen_scoring(self: Any, *, by: Any, on: date, reason: str) -> None:
        """Mở lại thẩm định."""
        with take(self, "reopen_scoring", by=by, on=on) as taking:
            taking.values["reason"] = reason
