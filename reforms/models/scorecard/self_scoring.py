"""What whoever is scored does with a card: scores line by line with evidence, sends, explains."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Self

from portal.attachments import File
from portal.people import Unit
from portal.scoring import Part, Unscorable, points_of
from portal.text import number
from portal.workflow import Refused, Taking, enter, take
from reforms.models.scorecard.mark import Side, Told

STEP = Decimal("0.25")
"""By what points go up that are typed past the way of counting."""


class SelfScoring:
    """Verbs of whoever is scored."""

    @classmethod
    def lay_out(cls, campaign: Any, unit: Unit, *, place: int, by: Any, on: date) -> Self:
        """Lập phiếu chấm."""
        code = f"{campaign.code}-{place:02d}"
        card: Any = cls(campaign=campaign, unit=unit, code=code, open_until=campaign.self_due)
        with enter(card, "lay_out", by=by, on=on) as taking:
            taking.facts["campaign"] = campaign.code
        return card

    def self_score(
        self: Any,
        *,
        by: Any,
        on: date,
        line: str,
        told: Told,
        note: str = "",
        from_portal: bool = False,
        **papers: Iterable[Any],
    ) -> None:
        """Tự chấm, one line: points want their paper, or an explanation in words."""
        with take(self, "self_score", by=by, on=on) as taking:
            if self.set.lines[line].by_superior:
                raise Refused("Dòng này do người thẩm định chấm.")
            points = self.put_mark(taking, line, Side.SELF, told, note, from_portal=from_portal)
            self.keep_papers(line, by=by, on=on, **papers)
            if points and not (note.strip() or from_portal or self.is_shown(line)):
                raise Refused(
                    "Dòng có điểm phải có tài liệu kiểm chứng, hoặc ghi thuyết minh vì sao chưa có",
                    field="files_sent",
                )
            self.count_again()

    def put_mark(
        self: Any, taking: Taking, line: str, side: str, told: Told, note: str,
        *, from_portal: bool = False,
    ) -> Decimal | None:  # fmt: skip
        """The points as the line counts them, or others with their reason."""
        counted = self.by_its_way(line, told)
        points = counted if told.points is None else told.points
        self.must_say_why(line, told, counted, note)
        entry = told.entry
        self.marks.update_or_create(
            line=line, side=side,
            defaults={
                "value": entry.value, "whole": entry.whole, "gate": entry.gate,
                "counts": [each for each in entry.counts if each is not None],
                "applies": told.applies, "counted": counted, "points": points,
                "from_portal": from_portal, "note": note, "on": taking.on, "by": taking.by,
                "sheet_version": self.version + 1,
            },
        )  # fmt: skip
        taking.facts.update(line=line, points=None if points is None else number(points))
        taking.values["note"] = note
        return points

    def by_its_way(self: Any, line: str, told: Told) -> Decimal | None:
        if not told.applies:
            return None
        try:
            return points_of(self.set, self.set.lines[line], told.entry)
        except Unscorable as refusal:
            raise Refused(str(refusal), field=refusal.field) from refusal

    def must_say_why(
        self: Any, line: str, told: Told, counted: Decimal | None, note: str
    ) -> None:  # fmt: skip
        """Not applicable, or other points than counted: within the line's maximum, with why."""
        top = self.set.lines[line].top
        if told.points is not None:
            if told.points > top:
                raise Refused(f"Điểm cao nhất của dòng này là {number(top)}", field="points")
            if told.points % STEP:
                raise Refused(f"Điểm ghi theo bậc {number(STEP)}", field="points")
        differs = told.points is not None and told.points != counted
        if (differs or not told.applies) and not note.strip():
            raise Refused(
                "Ghi lý do điểm khác cách tính" if told.applies else "Ghi lý do không áp dụng",
                field="note",
            )

    def keep_papers(
        self: Any, line: str, *, by: Any, on: date, files: Iterable[File] = (),
        links: Iterable[str] = (), shares: Iterable[Any] = (), drop: Iterable[Any] = (),
    ) -> None:  # fmt: skip
        """``drop``: evidence sent by mistake."""
        self.evidence.filter(line=line, pk__in=[row.pk for row in drop]).delete()
        for file in files:
            self.evidence.create(line=line, file=file, by=by, on=on)
        for link in links:
            self.evidence.get_or_create(line=line, link=link, defaults={"by": by, "on": on})
        for share in shares:
            self.evidence.get_or_create(line=line, share=share, defaults={"by": by, "on": on})

    def is_shown(self: Any, line: str) -> bool:
        return self.evidence.filter(line=line).exists()

    def lacks_self_points(self: Any) -> str:
        """Every line of their own has points, or says that it does not apply."""
        scored = set(self.marks.filter(side=Side.SELF).values_list("line", flat=True))
        regular = [line.code for line in self.set.own_lines if line.part == Part.REGULAR]
        waiting = [code for code in regular if code not in scored]
        words = f"còn {len(waiting)} dòng chưa chấm ({', '.join(waiting[:5])})."
        return words if waiting else ""

    def send_self_score(
        self: Any, *, by: Any, on: date, prepared_by: Any = None, draft: str = "", note: str = ""
    ) -> None:
        """Gửi bản tự chấm."""
        with take(self, "send_self_score", by=by, on=on, prepared_by=prepared_by) as taking:
            self.self_scored_on, self.open_until = on, None
            taking.facts["total"] = number(self.self_total)
            taking.values["note"] = note

    def explain(
        self: Any, *, by: Any, on: date, line: str, words: str, files: Iterable[File] = ()
    ) -> None:
        """Giải trình, one line that got less than they gave themselves."""
        with take(self, "explain", by=by, on=on) as taking:
            if line not in self.lessened():
                raise Refused("Dòng này không bị giảm điểm, không cần giải trình.")
            facts = {"words": words, "on": on, "by": by, "sheet_version": self.version + 1}
            self.explanations.update_or_create(line=line, defaults=facts)
            self.keep_papers(line, by=by, on=on, files=files)
            taking.facts["line"] = line
            taking.values["words"] = words

    def lessened(self: Any) -> list[str]:
        """Lines that the first look gave less than they gave themselves."""
        return self.lessened_by(self.marks_of())

    def lessened_by(self: Any, marks: Any) -> list[str]:
        return [
            code
            for code, mark in marks[Side.REVIEW].items()
            if (mine := marks[Side.SELF].get(code)) and (mark.points or 0) < (mine.points or 0)
        ]

    def send_explanation(
        self: Any, *, by: Any, on: date, prepared_by: Any = None, draft: str = "", note: str = ""
    ) -> None:
        """Gửi giải trình; without a line explained it agrees."""
        with take(self, "send_explanation", by=by, on=on, prepared_by=prepared_by) as taking:
            self.open_until = None
            taking.facts["lines"] = list(self.explanations.values_list("line", flat=True))
            taking.values["note"] = note
