"""Who may know of a denunciation, who has its envelope, and how the envelope is opened."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from portal import drafts
from portal.people import User
from portal.submissions import Submission
from portal.workflow import Refused, take

from .records import EnvelopeOpening, Exclusion

LEADERS = ("director", "deputy_director")


class HoldingSteps:
    """Phân công, loại khỏi người được biết, chuyển nơi giữ bì, mở bì mật, đóng bì."""

    def assign(self, *, by: Any, on: date, officer: User) -> None:
        """Phân công người giải quyết: never one of the excluded."""
        if self.exclusions.filter(user=officer).exists():
            raise Refused(f"{officer} không được biết vụ việc này.", field="officer")
        with take(self, "assign", by=by, on=on) as taking:
            self.officer = officer
            taking.facts["officer"] = officer.key

    def exclude(self, *, by: Any, on: date, user: User, reason: str) -> None:
        """Loại khỏi người được biết: from now on the denunciation does not exist for them.

        Against the Director or a deputy it is hidden from all leaders, and goes to the province.
        """
        with take(self, "exclude", by=by, on=on) as taking:
            Exclusion.objects.update_or_create(
                denunciation=self, user=user, defaults={"reason": reason, "by": by, "since": on}
            )
            if reason == Exclusion.Reason.DENOUNCED and user.holds(*LEADERS, as_of=on):
                self.against_leadership = True
            if self.officer_id == user.pk:
                self.officer = None
            self.members.filter(user=user).delete()
            self._take_back_slips(user, on=on)
            taking.facts.update(user=user.key, reason=reason)

    def readmit(self, *, by: Any, on: date, user: User) -> None:
        """Bỏ loại: written by mistake, and both rows stay in the history."""
        with take(self, "readmit", by=by, on=on) as taking:
            self.exclusions.filter(user=user).delete()
            denounced = self.exclusions.filter(reason=Exclusion.Reason.DENOUNCED)
            self.against_leadership = any(
                row.user.holds(*LEADERS, as_of=on) for row in denounced.select_related("user")
            )
            taking.facts["user"] = user.key

    def _take_back_slips(self, user: User, *, on: date) -> None:
        """Nothing about it lies in the tray of whoever is excluded, nor among what they typed."""
        held = [row.pk for row in user.positions_on(on)]
        waiting = Submission.objects.about(self).filter(state__in=("open", "handed_back"))
        concerned = waiting.filter(line__overlap=held) | waiting.filter(prepared_by=user)
        concerned.update(state=Submission.State.DROPPED, reader=None)
        drafts.forget(self.code)

    def move_envelope(self, *, by: Any, on: date, place: str, keeper: User) -> None:
        """Chuyển nơi giữ bì: where the envelope is and who answers for it."""
        with take(self, "move_envelope", by=by, on=on) as taking:
            letter = self.petition.lock()
            letter.envelope_place, letter.envelope_keeper = place, keeper.full_name
            letter.save(update_fields=["envelope_place", "envelope_keeper"])
            taking.facts.update(place=place, keeper=keeper.key)

    def ask_opening(self, *, by: Any, on: date, at: datetime, reason: str) -> None:
        """Đề nghị mở bì mật: the first of two signatures."""
        with take(self, "ask_opening", by=by, on=on) as taking:
            EnvelopeOpening.objects.create(
                denunciation=self, reason=reason, asked_by=by, asked_at=at
            )
            taking.facts["reason"] = reason

    def unseal(self, *, by: Any, on: date, at: datetime) -> None:
        """Mở bì mật: the second signature, of somebody else; both stand by."""
        opening = self.opening
        if opening and opening.asked_by_id == by.pk:
            raise Refused("Người đề nghị không tự mở bì: cần chữ ký của người thứ hai.")
        with take(self, "unseal", by=by, on=on) as taking:
            opening.agreed_by, opening.opened_at = by, at
            opening.save(update_fields=["agreed_by", "opened_at"])
            taking.facts.update(reason=opening.reason, asked_by=opening.asked_by.key)

    def reseal(self, *, by: Any, on: date, at: datetime) -> None:
        """Đóng bì mật again, whether it was opened or the request was dropped."""
        with take(self, "reseal", by=by, on=on) as taking:
            opening = self.opening
            opening.closed_by, opening.closed_at = by, at
            opening.save(update_fields=["closed_by", "closed_at"])
            taking.facts["opened"] = bool(opening.opened_at)

    def protect(self, *, by: Any, on: date, **facts: Any) -> Any:
        """Đề nghị bảo vệ người tố cáo: a course of its own, under this number (TC Đ50)."""
        with take(self, "protect", by=by, on=on) as taking:
            protection = self.protections.model.open_for(self, by=by, on=on, **facts)
            taking.facts["protection"] = protection.code
        return protection

    @property
    def opening(self) -> EnvelopeOpening | None:
        return self.openings.filter(closed_at=None).select_related("asked_by").last()

    def already_asked(self) -> str:
        return "đã có đề nghị mở bì mật chưa đóng lại." if self.opening else ""

    def not_asked(self) -> str:
        opening = self.opening
        if opening is None:
            return "chưa có đề nghị mở bì mật."
        return "bì mật đang mở." if opening.opened_at else ""

    def nothing_open(self) -> str:
        return "" if self.opening else "bì mật đang đóng."

    def nobody_excluded(self) -> str:
        return "" if self.exclusions.exists() else "chưa loại ai khỏi người được biết."
