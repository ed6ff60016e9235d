"""Steps that an officer prepares and another signs: what is typed on their forms."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from citizens import urls  # noqa: F401  the pages bring the forms along
from portal.forms import StepForm
from portal.people import User
from portal.submissions import submit
from portal.text import day
from portal.working_days import calendar

from .hands import Hands

if TYPE_CHECKING:
    from ..stories import Play

Answers = dict[str, Any]
BLANK = re.compile(r"…………|\[nội dung quyết định[^]]*\]")
"""What a draft leaves to the officer; an answer named ``blank`` fills it."""
BY_THE_HEAD = ("entrust", "guide", "forward", "send_back", "shelve", "report_back", "urge")


class LetterAnswers(Hands):
    """One method a step, named as in the story: the answers on its form."""

    def entrust(self, play: Play, text: str, facts: dict) -> Answers:
        return {"unit": facts["unit"], "officer": facts["officer"]}

    def guide(self, play: Play, text: str, facts: dict) -> Answers:
        return {"addressee": facts["to"], "ground": text, "blank": facts["to"]}

    def forward(self, play: Play, text: str, facts: dict) -> Answers:
        return {"addressee": facts["to"], "ground": text, "blank": facts["to"]}

    def send_back(self, play: Play, text: str, facts: dict) -> Answers:
        return {"ground": text, "blank": "thuộc cơ quan khác"}

    def report_back(self, play: Play, text: str, facts: dict) -> Answers:
        return {"ground": text, "blank": text}

    def urge(self, play: Play, text: str, facts: dict) -> Answers:
        due_on = calendar().add(play.day_of("urge"), facts["due"])
        return {"addressee": facts["to"], "ground": text, "due_on": day(due_on), "blank": text}

    def shelve(self, play: Play, text: str, facts: dict) -> Answers:
        return {"ground": text}


class CaseAnswers(Hands):
    """The same for the steps of a case."""

    def accept(self, play: Play, text: str, facts: dict) -> Answers:
        return {}

    def decline(self, play: Play, text: str, facts: dict) -> Answers:
        return {"ground": facts["ground"], "reason": text}

    def order_verification(self, play: Play, text: str, facts: dict) -> Answers:
        team = {"lead": facts["lead"], "members": facts["team"]}
        left = play.case.days_left(on=play.day_of("order_verification"))
        return {**team, "days": min(facts["days"], left or 1), "content": text}

    def invite(self, play: Play, text: str, facts: dict) -> Answers:
        return {"held_on": day(play.day_of("hold_dialogue")), "place": "Phòng họp 2"}

    def settle(self, play: Play, text: str, facts: dict) -> Answers:
        return {"outcome": facts["outcome"], "conclusion": text, "blank": text}

    def mark_complex(self, play: Play, text: str, facts: dict) -> Answers:
        return {"criterion": facts["criterion"], "ground": text}

    def suspend(self, play: Play, text: str, facts: dict) -> Answers:
        return {"ground": facts["ground"], "reason": text}

    def resume(self, play: Play, text: str, facts: dict) -> Answers:
        return {}

    def terminate(self, play: Play, text: str, facts: dict) -> Answers:
        return {"ground": facts["ground"], "reason": text}

    def answer(self, play: Play, text: str, facts: dict) -> Answers:
        return {"conclusion": text}


ANSWERS = {**vars(LetterAnswers), **vars(CaseAnswers)}
PREPARED = tuple(name for name in ANSWERS if not name.startswith("_"))


class Signing(LetterAnswers, CaseAnswers):
    """A prepared step taken by its signer, or left lying in a tray."""

    def signer(self, play: Play, name: str) -> User:
        if name in BY_THE_HEAD:
            return self.petition_head()
        if name == "answer":
            return self.staff.head_of(self.staff.units_by_id[play.case.unit_id])
        if name == "settle" and not (play.case and play.case.settling_unit_id):
            return self.staff["ha"]
        return self.settler(play)

    def form(self, play: Play, name: str, text: str, facts: dict, on: date) -> StepForm:
        """The form as the officer filled it, with the draft that it opens with."""
        answers = getattr(self, name)(play, text, facts)
        blank = answers.pop("blank", "")
        data = StepForm.retyped({key: listed(value) for key, value in answers.items()})
        item, officer = self.subject(play, name), self.officer(play)
        form = StepForm.of(item, name)(data, subject=item, by=officer, on=on)
        if "draft" in form.fields:
            data["draft"] = BLANK.sub(blank, form.fields["draft"].initial)
        if not form.is_valid():
            raise ValueError(f"{play.key}, {name}: {form.errors.as_text()}")
        return form

    def sign(self, play: Play, name: str, text: str, facts: dict, on: date) -> None:
        form = self.form(play, name, text, facts, on)
        signer, officer = self.signer(play, name), self.officer(play)
        result = form.take(by=signer, on=on, prepared_by=None if signer == officer else officer)
        if name == "entrust":
            self.player.opened(play, result)
        self.number_papers(play, name, on=on)

    def put_on_its_way(self, play: Play, step: list[Any], *, on: date) -> None:
        """Trình: the step waits in a tray; of every three, two have already been endorsed."""
        name, text, facts = step
        item = self.subject(play, name)
        row = item.workflow[name]
        if row.missing(item) or row.prepared_by is None:
            return
        form, officer = self.form(play, name, play.words(text), facts, on), self.officer(play)
        if officer == self.signer(play, name):
            return
        draft = form.cleaned_data.get("draft", "")
        payload = form.typed()
        waiting = submit(item, row, by=officer, on=on, payload=payload, draft=draft)
        if len(waiting.line) > 1 and waiting.pk % 3:
            waiting.endorse(by=self.staff.by_id[waiting.reader.user_id], on=on)


def listed(value: Any) -> list[str]:
    return value if isinstance(value, list) else [str(value)]
