"""The steps of a visit as forms."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from citizens.forms.attachment import HINT, FilesField, received
from citizens.forms.choices import CommuneField, as_of
from citizens.forms.envelope import EnvelopeRegistration, refuse_who_denounced
from citizens.forms.identity import IdentityField
from citizens.forms.petition_register import OPEN_KINDS, select
from citizens.models import Case, Party, Visit
from citizens.models.visit.afterwards import CORRECTABLE
from citizens.models.visit.vocabulary import Told
from citizens.words.visit import facts_of
from portal.forms import (
    ChoiceField,
    DateField,
    LongTextField,
    NumberField,
    PhoneField,
    StepForm,
    TextField,
)

FROM_PARTY = ("name", "gender", "birth_year", "id_number", "phone", "address")


class VisitForm(StepForm):
    """A step whose choices are those of the day; keeps what the verb returned."""

    def __init__(self, *args: Any, on: Any, **options: Any) -> None:
        super().__init__(*args, on=on, **options)
        as_of(self, on)
        self.result: Any = None

    def take(self, **who: Any) -> Any:
        self.result = super().take(**who)
        return self.result

    def facts(self) -> list[tuple[str, str]]:
        return facts_of(self.subject)


class TakePetition(VisitForm):
    """Who came and about what stands there already; the letter adds its own words."""

    model, step = Visit, "take_petition"

    title = TextField(label="Trích yếu", help_text="Một câu: xin gì, về việc gì")
    content = LongTextField(label="Nội dung đơn", required=False)
    kind = ChoiceField(
        label="Loại đơn ghi trên đơn",
        choices=select(OPEN_KINDS, "Để công chức xử lý đơn phân loại"),
        required=False,
        widget=forms.Select,
    )
    commune = CommuneField(required=False)
    signers = NumberField(label="Số người ký", initial=1, min_value=0)
    scan = FilesField(label="Bản quét đơn", required=False, help_text=HINT)

    layout = Layout("title", "content", Div("kind", "commune", css_class="pair"), "signers", "scan")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        visit = self.subject
        first = visit.content.split("\n")[0]
        told = {"title": first[:300], "content": visit.content, "kind": visit.petition_kind}
        for name, value in (told | {"signers": visit.people}).items():
            self.fields[name].initial = value

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.scans = received(self, "scan", by=self.by)
        return self.cleaned_data

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        names = ("title", "content", "kind", "commune", "signers")
        facts = {name: data[name] for name in names}
        return facts | {
            "field": self.subject.field,
            "parties": [self._sender(), *self._representatives()],
            "files": self.scans,
        }

    def _sender(self) -> Party:
        told = {name: getattr(self.subject, name) for name in FROM_PARTY}
        return Party(commune=self.cleaned_data["commune"], **told)

    def _representatives(self) -> list[Party]:
        return [
            Party(role=Party.Role.REPRESENTATIVE, name=one.name, id_number=one.id_number)
            for one in self.subject.representatives.all()
        ]


class TakeEnvelope(VisitForm):
    model, step = Visit, "take_envelope"

    envelope_no = EnvelopeRegistration.base_fields["envelope_no"]
    envelope_place = EnvelopeRegistration.base_fields["envelope_place"]
    envelope_keeper = EnvelopeRegistration.base_fields["envelope_keeper"]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        refuse_who_denounced(self, data)
        return data


class Notice(VisitForm):
    """A notice that was signed: its number and its date."""

    number = TextField(label="Số, ký hiệu", max_length=60)
    dated_on = DateField(label="Ngày thông báo", help_text="Ngày ghi trên thông báo đã ký")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["dated_on"].latest = self.on
        self.fields["dated_on"].earliest = self.subject.received_on


class SendRefusal(Notice):
    model, step = Visit, "send_refusal"


class TellResult(Notice):
    model, step = Visit, "tell_result"

    told_as = ChoiceField(label="Thông báo nói gì?", choices=Told)

    layout = Layout("told_as", Div("number", "dated_on", css_class="pair"))


class Join(VisitForm):
    model, step = Visit, "join"

    code = TextField(label="Số vụ việc", max_length=24, help_text="Ví dụ: KN-2026-0012")

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        seen = Case.objects.visible_to(self.by, on=self.on)
        code = data.get("code", "").upper()
        self.case = seen.filter(code=code).first()
        if code and self.case is None:
            self.add_error("code", f"Đồng chí không xem được vụ việc nào có số {code}")
        return data

    def arguments(self) -> dict[str, Any]:
        return {"case": self.case}


class Correct(VisitForm):
    model, step = Visit, "correct"

    fact = ChoiceField(
        label="Nội dung ghi sai", choices=list(CORRECTABLE.items()), widget=forms.Select
    )
    new = LongTextField(
        label="Ghi đúng là", required=False, max_length=5_000, widget=forms.Textarea({"rows": 3})
    )
    reason = TextField(label="Lý do đính chính", max_length=300)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        kinds = {"people": NumberField(min_value=1), "id_number": IdentityField(required=False)}
        kinds |= {"phone": PhoneField(required=False), "content": LongTextField(max_length=5_000)}
        fact = data.get("fact")
        column = Visit._meta.get_field(fact) if fact else None
        longest = getattr(column, "max_length", None) or 300
        needed = fact in ("name", "address")
        reader = kinds.get(fact) or TextField(max_length=longest, required=needed)
        reader.error_messages["required"] = "Chưa nhập nội dung đúng"
        try:
            data["new"] = reader.clean(data.get("new", ""))
        except forms.ValidationError as refusal:
            self.add_error("new", refusal)
        return data


class Seal(VisitForm):
    model, step, danger = Visit, "seal", True

    reason = TextField(
        label="Vì sao chuyển sổ riêng",
        max_length=300,
        help_text="Không ghi họ tên, địa chỉ. Họ tên, nội dung đã nhập của lượt tiếp sẽ bị xóa",
    )


class ReportNationally(VisitForm):
    model, step = Visit, "report_nationally"

    reported_on = DateField(label="Ngày cập nhật", help_text="")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reported_on"].latest = self.on
        self.fields["reported_on"].earliest = self.subject.received_on
        self.fields["reported_on"].initial = self.on
