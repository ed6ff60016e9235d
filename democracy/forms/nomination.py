"""A proposal for commendation: for whom, the conditions one by one, the council, the decision."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms
from django.core.exceptions import ValidationError

from democracy.forms.base import Plain, box, own_unit, picked
from democracy.forms.pictures import WithPicture
from democracy.models import AwardRegulation, Movement, Nomination
from democracy.models.commendation.nomination import Occasion
from democracy.models.commendation.quotas import held_years
from portal.forms import (
    ChoiceField,
    DateField,
    Form,
    LongTextField,
    NumberField,
    TextField,
    YesNoField,
)
from portal.forms.dated_choices import AnyUnitField, as_of
from portal.forms.files import FilesField, received
from portal.people import Position, User

FIRST_YEAR, LAST_YEAR, MOST = 1990, 2100, 1_000
OWN = ("year", "occasion", "person_name", "reason", "achievements")


class AwardField(forms.ChoiceField):
    """Titles and awards of the regulations in force: the answer is (regulation, code)."""

    widget = forms.Select

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"label": "Danh hiệu, hình thức"} | options)
        self.known: dict[str, tuple[AwardRegulation, str]] = {}

    def offer(self, regulations: Any) -> None:
        groups = []
        for row in regulations:
            awards = [(f"{row.pk}:{award.code}", award.name) for award in row.value.awards]
            self.known |= {key: (row, key.partition(":")[2]) for key, _ in awards}
            groups.append((row.title, awards))
        self.choices = [("", "Chọn"), *groups]

    def clean(self, value: Any) -> Any:
        return self.known[found] if (found := super().clean(value)) else None


class Whom(Form):
    award_asked = AwardField()
    year = NumberField(label="Năm", min_value=FIRST_YEAR, max_value=LAST_YEAR)
    unit = AnyUnitField(label="Đơn vị")
    person_name = TextField(
        label="Họ tên", required=False, max_length=120,
        help_text="Ghi khi đề nghị cho cá nhân; để trống là cả đơn vị",
    )  # fmt: skip
    reason = TextField(label="Lý do khen", max_length=500, help_text="Như trong quyết định")
    conditional = frozenset({"person_name"})

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        asked = data.pop("award_asked", None)
        if asked:
            data["regulation"], data["award"] = asked
            award = data["regulation"].value.award(data["award"])
            if "person_name" in data and not award.fits(person=bool(data["person_name"])):
                whose = award.whose_words.lower()
                self.add_error("person_name", f"{award.name} dành cho {whose}")
        return data


class HeadOfNomination(Whom):
    occasion = ChoiceField(label="Trường hợp", choices=Occasion.choices, initial=Occasion.YEARLY)
    movement = forms.ModelChoiceField(
        Movement.objects.none(), label="Phong trào", required=False, to_field_name="code",
        empty_label="Không", help_text="Chọn khi khen theo phong trào",
    )  # fmt: skip
    person = forms.ModelChoiceField(
        User.objects.none(), label="Tài khoản của người đó", required=False,
        to_field_name="username", empty_label="Không có hoặc không phải cá nhân",
        help_text="Để người đó không tự xác nhận, tự quyết định cho mình",
    )  # fmt: skip
    achievements = LongTextField(
        label="Báo cáo thành tích", max_length=10_000, widget=box(6),
        help_text="Việc gì, bao nhiêu, số và ngày văn bản",
    )  # fmt: skip

    layout = Layout(
        "award_asked", "year", "occasion", "movement", "unit",
        Div("person_name", "person", css_class="pair"), "reason", "achievements",
    )  # fmt: skip
    conditional = frozenset({"person_name", "movement"})

    def offer(self: Any, by: Any, *, on: date, kept: Any = None) -> None:
        in_force = AwardRegulation.objects.in_force(as_of=on)
        rows = list(in_force)
        self.fields["award_asked"].offer([*rows, *([kept] if kept and kept not in rows else [])])
        seen = Movement.objects.visible_to(by, on=on).exclude(stage="draft")
        self.fields["movement"].queryset = seen
        held = Position.objects.open(as_of=on).filter(unit__isnull=False)
        self.fields["person"].queryset = User.objects.filter(
            is_active=True, pk__in=held.values("user")
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        person = data.get("person")
        if person and not data.get("person_name"):
            data["person_name"] = person.full_name
        if data.get("occasion") == Occasion.MOVEMENT and not data.get("movement"):
            self.add_error("movement", "Chọn phong trào")
        if data.get("occasion") != Occasion.MOVEMENT:
            data["movement"] = None
        return data


class NewNomination(HeadOfNomination):
    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        unit = own_unit(by, on=on)
        initial = {"unit": unit and unit.code, "year": on.year}
        super().__init__(*args, initial=initial, **options)
        self.offer(by, on=on)
        as_of(self, on)


class Edit(HeadOfNomination, Plain):
    model, step = Nomination, "edit"

    def __init__(self, *args: Any, subject: Nomination, by: Any, on: date, **options: Any) -> None:
        before = {name: getattr(subject, name) for name in OWN} | {
            "award_asked": f"{subject.regulation_id}:{subject.award}",
            "unit": subject.unit.code,
            "movement": subject.movement and subject.movement.code,
            "person": subject.person and subject.person.username,
        }
        options["initial"] = before | (options.get("initial") or {})
        super().__init__(*args, subject=subject, by=by, on=on, **options)
        self.offer(by, on=on, kept=subject.regulation)


class PastAward(Whom):
    """What was decided before the portal was there, or elsewhere."""

    reference = TextField(label="Số, ký hiệu quyết định", max_length=80)
    dated_on = DateField(label="Ngày quyết định")
    issuer = TextField(label="Nơi ra quyết định", required=False, max_length=200)

    layout = Layout(
        "award_asked", "year", "unit", "person_name", "reason",
        Div("reference", "dated_on", css_class="pair"), "issuer",
    )  # fmt: skip

    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        super().__init__(*args, initial={"year": on.year - 1}, **options)
        self.fields["award_asked"].offer(AwardRegulation.objects.in_force(as_of=on))
        self.fields["dated_on"].latest = on
        as_of(self, on)

    def arguments(self) -> dict[str, Any]:
        return self.cleaned_data | {"occasion": Occasion.YEARLY}


class NominationForm(Plain):
    model = Nomination

    def facts(self) -> list[tuple[str, str]]:
        one = self.subject
        told = [
            ("Đề nghị", f"{one.award_name}, năm {one.year}"),
            ("Cho", f"{one.person_name}, {one.unit}" if one.person_name else str(one.unit)),
            ("Lý do", one.reason),
            ("Không vướng mắc", f"{one.cleared_by} xác nhận" if one.cleared_by_id else ""),
        ]
        if one.met_on:
            votes = (
                f"{one.council_yes} đồng ý, {one.council_present} dự, {one.council_members} người"
            )
            told.append(("Hội đồng", votes))
        return [(label, words) for label, words in told if words]


class StateConditions(NominationForm):
    """Every condition of the award on one page; what the register knows stands beside it."""

    step = "state_conditions"

    def __init__(self, *args: Any, subject: Nomination, **options: Any) -> None:
        stated = {row.condition: row for row in subject.statements.all()}
        before: dict[str, Any] = {}
        for code, row in stated.items():
            before |= {f"met-{code}": row.met, f"ground-{code}": row.ground}
        options["initial"] = before | (options.get("initial") or {})
        super().__init__(*args, subject=subject, **options)
        for each in subject.conditions:
            self.fields[f"met-{each.code}"] = YesNoField(
                label=each.words, yes="Đạt", no="Chưa đạt", help_text=in_register(subject, each)
            )
            self.fields[f"ground-{each.code}"] = TextField(
                label=f"Căn cứ: {each.words}", max_length=500, help_text="Số, ngày văn bản"
            )

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        found = {
            each.code: (data[f"met-{each.code}"], data[f"ground-{each.code}"])
            for each in self.subject.conditions
        }
        return {"statements": found}


def in_register(one: Nomination, condition: Any) -> str:
    """The years that the register has; a person still says whether it is met."""
    if not condition.held:
        return ""
    years = held_years(
        Nomination.objects, award=condition.held, person_name=one.person_name, unit=one.unit,
        before=one.year,
    )  # fmt: skip
    if not years:
        return "Sổ khen thưởng chưa có năm nào"
    return f"Sổ khen thưởng có: {', '.join(str(year) for year in years)}"


class StateNoObstacle(NominationForm):
    step = "state_no_obstacle"

    words = TextField(
        label="Xác nhận", max_length=500,
        help_text="Đồng chí tự xác nhận và chịu trách nhiệm; Cổng không tra cứu đơn thư của ai",
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        words = "Không trong thời gian xem xét kỷ luật, không có vướng mắc phải dừng khen thưởng."
        options["initial"] = {"words": words} | (options.get("initial") or {})
        super().__init__(*args, **options)


class AddPapers(NominationForm):
    step = "add_papers"

    files_sent = FilesField(label="Tài liệu")

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.papers = received(self, "files_sent", by=self.by)
        return self.cleaned_data

    def arguments(self) -> dict[str, Any]:
        return {"files": self.papers}


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


class NoteDecision(NominationForm):
    step = "note_decision"

    reference = TextField(
        label="Số, ký hiệu quyết định", max_length=80, help_text="Ví dụ: 15/QĐ-SLĐTBXH"
    )
    dated_on = DateField(label="Ngày quyết định")

    def clean_reference(self) -> str:
        reference = self.cleaned_data["reference"]
        if not any(letter.isdigit() for letter in reference):
            raise ValidationError("Ghi cả số của quyết định")
        return reference


class NoteAward(NoteDecision):
    step = "note_award"

    issuer = TextField(label="Nơi ra quyết định", max_length=200)


class AddPicture(WithPicture):
    model, step = Nomination, "add_picture"
