"""What a conference goes through: its nine parts, its votes, the pledge."""

from __future__ import annotations

from datetime import date
from typing import Any

from democracy import agenda
from portal.text import day
from portal.workflow import Refused, take

PLEDGE, CHECK = "giao-uoc", "kiem-tra-"


class Proceeding:
    """Verbs of the parts of a conference."""

    def report_part(
        self: Any,
        *,
        by: Any,
        on: date,
        part: str,
        reporter: str,
        summary: str = "",
        paper: Any = None,
    ) -> None:
        """Ghi nội dung chương trình: who reports, what was said, the paper."""
        with take(self, "report_part", by=by, on=on) as taking:
            if part not in agenda.SAID:
                raise Refused("Nội dung này ghi bằng bước riêng.", field="part")
            row = self.parts.get(code=part)
            row.reporter, row.summary, row.skipped_because = reporter, summary, ""
            row.paper = paper or row.paper
            row.save()
            taking.facts["part"] = part
            taking.values.update(part=f"Nội dung {row.letter}", summary=summary)

    def skip_part(self: Any, *, by: Any, on: date, part: str, reason: str) -> None:
        """Bỏ qua nội dung chương trình, whose body or matter there is not."""
        with take(self, "skip_part", by=by, on=on) as taking:
            if part not in agenda.MAY_FALL:
                raise Refused("Nội dung này hội nghị nào cũng phải có.", field="part")
            row = self.parts.get(code=part)
            if row.has_something:
                raise Refused("Nội dung này đã ghi, không bỏ qua được.", field="part")
            row.skipped_because = reason
            row.save()
            taking.facts["part"] = part
            taking.values.update(part=f"Nội dung {row.letter}", reason=reason)

    def note_vote(
        self: Any, *, by: Any, on: date, item: str, title: str, yes: int, no: int, other: int
    ) -> Any:
        """Ghi biểu quyết: totals out of the minutes, in the register of staff's decisions."""
        with take(self, "note_vote", by=by, on=on) as taking:
            if yes + no + other != self.present:
                raise Refused(
                    f"Cộng ba số được {yes + no + other}, khác số người dự: {self.present}.",
                    field="other",
                )
            taking.facts.update(item=item, yes=yes, no=no, other=other)
            return self.votes.model.note(
                by=by, on=on, conference=self, item=item, title=title, unit=self.unit,
                way="phieu" if self.was_balloted else "hoi-nghi",
                ballot_because=self.ballot_because, proposed_by=self.proposed_by,
                proposers=self.proposers, held_on=self.held_on, convened=self.convened,
                present=self.present, yes=yes, no=no, other=other,
            )  # fmt: skip

    def strike_vote(self: Any, *, by: Any, on: date, vote: Any, reason: str) -> None:
        """Gạch biểu quyết ghi sai; the right totals are noted anew."""
        with take(self, "strike_vote", by=by, on=on) as taking:
            vote.strike(by=by, on=on, reason=reason)
            taking.facts["vote"] = vote.code
            taking.values["reason"] = reason

    def sign_pledge(
        self: Any, *, by: Any, on: date, text: str, signed_on: date, partner: str = ""
    ) -> None:
        """Ký giao ước thi đua: by the head; ``partner`` signed it on paper for the staff."""
        with take(self, "sign_pledge", by=by, on=on) as taking:
            if signed_on > on:
                raise Refused(f"Ngày ký không được sau hôm nay, {day(on)}.", field="signed_on")
            self.parts.filter(code=agenda.PLEDGING).update(skipped_because="")
            facts = {"text": text, "head": by, "head_on": signed_on, "partner": partner,
                     "partner_on": signed_on if partner else None}  # fmt: skip
            self.pledges.update_or_create(conference=self, defaults=facts)
            taking.facts["signed"] = signed_on.isoformat()
            taking.values.update(text=text, partner=partner)

    def cosign(self: Any, *, by: Any, on: date, paper: str) -> None:
        """Ký cùng: the staff's representative, the pledge or a check of the resolution."""
        with take(self, "cosign", by=by, on=on) as taking:
            row = self.to_cosign().get(paper)
            if row is None:
                raise Refused("Bản này không chờ ký cùng.", field="paper")
            row.partner, row.partner_on = by.full_name, on
            row.save(update_fields=["partner", "partner_on"])
            taking.facts["paper"] = paper

    # questions

    def votes_that_count(self: Any) -> Any:
        return self.votes.filter(struck_because="")

    def lacks_vote(self: Any) -> str:
        return "" if self.votes_that_count().exists() else "chưa có biểu quyết nào."

    def to_cosign(self: Any) -> dict[str, Any]:
        """What waits for the representative: the pledge, checks, each under its key."""
        pledge = self.pledges.filter(partner_on=None).first()
        checks = self.checks.filter(partner_on=None)
        found = {f"{CHECK}{row.place}": row for row in checks}
        return {PLEDGE: pledge, **found} if pledge else found

    def lacks_cosigning(self: Any) -> str:
        return "" if self.to_cosign() else "không có bản nào chờ ký cùng."
