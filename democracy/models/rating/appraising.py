"""What reviewers and leaders do with a sheet: their own points beside those it came with."""

from __future__ import annotations

from datetime import date
from typing import Any

from democracy.models.rating.mark import Side
from portal.scoring import Effect, Entry, Part
from portal.text import day
from portal.workflow import Refused, take


class Appraising:
    """Verbs of a sheet once it was sent."""

    def pass_over(self: Any, *, by: Any, on: date, reason: str) -> None:
        """Ghi không tự chấm: the last day is over and nothing came."""
        with take(self, "pass_over", by=by, on=on) as taking:
            if on <= self.round.self_due:
                raise Refused(f"Đơn vị còn được tự chấm đến hết ngày {day(self.round.self_due)}.")
            taking.values["reason"] = reason
            self.stage = "sent"
            self.count_again()

    def appraise(
        self: Any, *, by: Any, on: date, line: str, entry: Entry, note: str = ""
    ) -> None:  # fmt: skip
        """Thẩm định điểm, one line: other points than their own need a reason."""
        with take(self, "appraise", by=by, on=on) as taking:
            points = self.put_mark(taking, line=line, side=Side.REVIEW, entry=entry, note=note)
            self.must_say_why(self.marks.filter(line=line, side=Side.SELF), points, note)
            self.count_again()

    def agree(self: Any, *, by: Any, on: date) -> None:
        """Đồng ý các dòng có tài liệu: what the reviewer has not looked at and is shown."""
        with take(self, "agree", by=by, on=on) as taking:
            done = {row.line for row in self.marks.filter(side=Side.REVIEW)}
            shown = set(self.evidence.values_list("line", flat=True)) - done
            lines = list(self.marks.filter(side=Side.SELF, line__in=shown))
            if not lines:
                raise Refused("Không còn dòng nào có tài liệu kiểm chứng chờ thẩm định.")
            for row in lines:
                self.put_mark(taking, line=row.line, side=Side.REVIEW, entry=row.entry, note="")
            taking.facts = {"lines": [row.line for row in lines]}
            self.count_again()

    def must_say_why(self: Any, before: Any, points: Any, note: str) -> None:
        earlier = before.first()
        if earlier and earlier.points != points and not note.strip():
            raise Refused("Điểm khác với lần chấm trước: ghi rõ lý do.", field="note")

    def state_condition(
        self: Any, *, by: Any, on: date, condition: str, holds: bool, reason: str
    ) -> None:
        """Ghi điều kiện xếp loại, or take back what was stated."""
        with take(self, "state_condition", by=by, on=on) as taking:
            found = self.set.condition(condition)
            taking.facts.update(condition=condition, holds=holds)
            taking.values.update(words=found.words, reason=reason)
            self.conditions.filter(code=condition).delete()
            if holds:
                self.conditions.create(code=condition, reason=reason, by=by, on=on)
            self.count_again()

    def lacks_review(self: Any) -> str:
        """Every line has the reviewer's points; what is vetoed or not rated needs none."""
        marks = self.marks_of()
        result = self.result({line: mark.points for line, mark in marks[Side.REVIEW].items()})
        if result.unrated or self.is_vetoed:
            return ""
        bonus = [line for line, mark in marks[Side.SELF].items()
                 if self.set.lines[line].part != Part.REGULAR and mark.points]  # fmt: skip
        waiting = [*result.unscored, *(line for line in bonus if line not in marks[Side.REVIEW])]
        words = f"còn {len(waiting)} dòng chưa thẩm định ({', '.join(waiting[:5])})."
        return words if waiting else ""

    @property
    def is_vetoed(self: Any) -> bool:
        """A veto was stated, or is seen by itself."""
        stated = {row.code for row in self.conditions.all()}
        unsent = self.stage != "self" and self.self_scored_on is None
        return any(
            each.effect == Effect.VETO
            and (each.code in stated or (unsent and each.seen == "not_self_scored"))
            for each in self.set.conditions
        )

    def ask_again(self: Any, *, by: Any, on: date, reason: str) -> None:
        """Trả lại để chấm lại: the reviewer's points stay beside the new ones."""
        with take(self, "ask_again", by=by, on=on) as taking:
            self.self_scored_on = None
            self.stage = "self"
            taking.values["reason"] = reason
            self.count_again()

    def finish_appraisal(self: Any, *, by: Any, on: date) -> None:
        """Kết thúc thẩm định."""
        with take(self, "finish_appraisal", by=by, on=on) as taking:
            self.appraised_on = on
            self.count_again()
            taking.facts["level"] = self.level_words

    def appraise_again(self: Any, *, by: Any, on: date, reason: str) -> None:
        """Thẩm định lại."""
        with take(self, "appraise_again", by=by, on=on) as taking:
            self.appraised_on = None
            taking.values["reason"] = reason

    def adjust(
        self: Any, *, by: Any, on: date, line: str, entry: Entry, note: str
    ) -> None:  # fmt: skip
        """Điều chỉnh điểm: a leader's last word on one line, with its reason."""
        with take(self, "adjust", by=by, on=on) as taking:
            if not note.strip():
                raise Refused("Chưa nhập lý do điều chỉnh.", field="note")
            self.put_mark(taking, line=line, side=Side.FINAL, entry=entry, note=note)
            self.count_again()
