"""What whoever is rated does with a sheet: scores line by line, with evidence, and sends it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from democracy.models.rating.mark import Side
from portal.attachments import File
from portal.people import Body, Unit
from portal.planning.records import answer
from portal.scoring import Entry, Part, Unscorable, points_of
from portal.text import day, number
from portal.workflow import Refused, Taking, enter, take


class SelfScoring:
    """Verbs of a sheet until it is sent."""

    @classmethod
    def lay_out(cls, round: Any, rated: Any, *, place: int, by: Any, on: date) -> Self:
        """Lập phiếu điểm."""
        sheet: Any = cls(round=round, code=f"{round.code}-{place:02d}", **whom(rated, on=on))
        with enter(sheet, "lay_out", by=by, on=on) as taking:
            taking.facts["round"] = round.code
        return sheet

    def self_score(
        self: Any,
        *,
        by: Any,
        on: date,
        line: str,
        entry: Entry,
        note: str = "",
        files: Iterable[File] = (),
        shares: Iterable[Any] = (),
        drop: Iterable[Any] = (),
    ) -> None:
        """Tự chấm điểm, one line; ``drop``: evidence sent by mistake."""
        with take(self, "self_score", by=by, on=on) as taking:
            if self.set.lines[line].by_superior:
                raise Refused("Dòng này do cấp trên chấm.")
            self.put_mark(taking, line=line, side=Side.SELF, entry=entry, note=note)
            self.evidence.filter(line=line, pk__in=[row.pk for row in drop]).delete()
            self.keep_evidence(line, files, shares, by=by, on=on)
            self.count_again()

    def put_mark(
        self: Any, taking: Taking, *, line: str, side: str, entry: Entry, note: str
    ) -> Any:
        """The points as the set's own method gives them; nobody types them past it."""
        try:
            points = points_of(self.set, self.set.lines[line], entry)
        except Unscorable as refusal:
            raise Refused(str(refusal), field=refusal.field) from refusal
        facts = {
            "value": entry.value, "whole": entry.whole, "gate": entry.gate, "points": points,
            "note": note, "on": taking.on, "by": taking.by, "sheet_version": self.version + 1,
        }  # fmt: skip
        self.marks.update_or_create(line=line, side=side, defaults=facts)
        taking.facts.update(line=line, points=None if points is None else number(points))
        taking.values["note"] = note
        return points

    def keep_evidence(
        self: Any, line: str, files: Iterable[File], shares: Iterable[Any], *, by: Any, on: date
    ) -> None:
        for file in files:
            self.evidence.create(line=line, file=file, by=by, on=on)
        for share in shares:
            self.evidence.get_or_create(line=line, share=share, defaults={"by": by, "on": on})

    def lacks_self_points(self: Any) -> str:
        """Every line of their own has points, and what comes on top has its evidence."""
        scored = {row.line: row.points for row in self.marks.filter(side=Side.SELF)}
        regular = [line for line in self.set.own_lines if line.part == Part.REGULAR]
        open_lines = [line.code for line in regular if line.code not in scored]
        if open_lines:
            return f"còn {len(open_lines)} dòng chưa chấm ({', '.join(open_lines[:5])})."
        shown = set(self.evidence.values_list("line", flat=True))
        claimed = [line for line in self.set.own_lines if scored.get(line.code)]
        bare = [line.code for line in claimed if line.needs_evidence and line.code not in shown]
        return f"dòng {', '.join(bare)} phải có tài liệu kiểm chứng." if bare else ""

    def send_self_score(
        self: Any, *, by: Any, on: date, prepared_by: Any = None, draft: str = "", note: str = ""
    ) -> None:
        """Gửi bản tự chấm."""
        with take(self, "send_self_score", by=by, on=on, prepared_by=prepared_by) as taking:
            self.self_scored_on = on
            taking.facts["total"] = number(self.self_total)
            self.answer_task(on=on)
            taking.values["note"] = note

    def answer_task(self: Any, *, on: date) -> None:
        """A plan that asks for this rating is told that it was done; a person's is nobody's."""
        if self.person_id is None:
            product = f"Bản tự chấm {self.code} ngày {day(on)}"
            told = {"record": self.stream, "product": product, "result": str(self.round)}
            answer("rating", place=self.rated, year=self.round.year, on=on, **told)


def whom(rated: Any, *, on: date) -> dict[str, Any]:
    """A person is rated where they work on that day."""
    if isinstance(rated, Unit):
        return {"unit": rated}
    if isinstance(rated, Body):
        return {"body": rated}
    place = next((row.unit for row in rated.positions_on(on) if row.unit_id), None)
    if place is None:
        raise Refused(f"{rated} không giữ vị trí nào ở một đơn vị.")
    return {"person": rated, "unit": place}
