"""The council, the decision, what came back from above, photographs of the day."""

from __future__ import annotations

from typing import Any

from democracy.forms.base import box, picked
from democracy.forms.commendation.stating import NominationForm
from democracy.forms.pictures import WithPicture
from democracy.models import Nomination
from portal.forms import DateField, LongTextField, NumberField, TextField
from portal.forms.decision import Decided
from portal.forms.files import FilesField

MOST = 1_000


class WithNote(NominationForm):
    note = LongTextField(label="Ý kiến kèm theo", required=False, max_length=2_000, widget=box(3))

    def texts(self) -> list[tuple[str, str]]:
        one = self.subject
        stated = {row.condition: row for row in one.statements.all()}
        lines = [f"{each.words}: {stated[each.code].ground}" for each in one.conditions
                 if each.code in stated]  # fmt: skip
        return [("Báo cáo thành tích", one.achievements), ("Điều kiện", "\n".join(lines)),
                ("Ý kiến Hội đồng", one.council_remark)]  # fmt: skip


class SendNomination(WithNote):
    step = "send_nomination"


class Commend(WithNote):
    step = "commend"


class SendUp(WithNote):
    step = "send_up"


class WithReason(NominationForm):
    reason = TextField(label="Lý do", max_length=500)


class AskAgain(WithReason):
    step = "ask_again"


class Decline(WithReason):
    step = "decline"
    danger = True


class NoteCouncil(NominationForm):
    step = "note_council"

    met_on = DateField(label="Ngày họp")
    members = NumberField(label="Số thành viên Hội đồng", min_value=1, max_value=MOST)
    present = NumberField(label="Số dự họp, kể cả gửi ý kiến bằng văn bản", min_value=0,
                          max_value=MOST)  # fmt: skip
    yes = NumberField(label="Số phiếu đồng ý", min_value=0, max_value=MOST)
    remark = LongTextField(label="Ý kiến Hội đồng", max_length=3_000, widget=box(3))
    minutes_sent = FilesField(label="Biên bản", required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data["minutes"] = picked(self, "minutes_sent")
        return data

    def arguments(self) -> dict[str, Any]:
        return {name: each for name, each in self.cleaned_data.items() if name != "minutes_sent"}


class NoteDecision(Decided, NominationForm):
    step = "note_decision"


class NoteAward(NoteDecision):
    step = "note_award"

    issuer = TextField(label="Nơi ra quyết định", max_length=200)


class AddPicture(WithPicture):
    model, step = Nomination, "add_picture"
