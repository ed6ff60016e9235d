"""A conference until it has sat: what is known of it, its convenings, ballots instead."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout

from democracy import items, statutes
from democracy.forms.base import Plain
from democracy.forms.staff_decision import MOST, count
from democracy.models import Conference
from democracy.models.conference.counting import quorum_of, year_in_question
from democracy.models.staff_decision import a_third
from portal.forms import ChoiceField, DateField, Form, NumberField, TextField
from portal.forms.dated_choices import AnyUnitField, as_of
from portal.forms.times import TimeField
from portal.people import Position
from portal.planning.rules import headed_by

FIRST_YEAR, LAST_YEAR = 1998, 2100
A_THIRD = "mot-phan-ba"


class Facts(Form):
    """Whose conference, about which year, of all or of delegates."""

    proposed_by = ChoiceField(
        label="Theo đề xuất của", choices=items.PROPOSERS, initial="nguoi-dung-dau"
    )
    proposers = count("Số người đề xuất", required=False, help_text="Ghi khi một phần ba đề xuất")
    total_staff = NumberField(
        label="Tổng số người của đơn vị",
        min_value=1,
        max_value=MOST,
        help_text="Cán bộ, công chức, viên chức, người lao động có mặt trong danh sách",
    )
    mode = ChoiceField(label="Hình thức", choices=Conference.Mode.choices)
    delegates_because = TextField(
        label="Lý do họp đại biểu",
        required=False,
        max_length=500,
        help_text=f"Phải ghi khi đơn vị có dưới {statutes.DELEGATES_FROM.value} người: làm việc"
        " phân tán hoặc không rời được vị trí",
    )
    chair = TextField(label="Chủ trì", max_length=120, help_text="Người đứng đầu đơn vị")
    secretary = TextField(label="Thư ký", max_length=120)
    conditional = frozenset({"proposers", "delegates_because"})

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("mode") == Conference.Mode.ALL:
            data["delegates_because"] = ""
        if data.get("proposed_by") != A_THIRD:
            data["proposers"] = None
        else:
            self.check_proposers(data)
        return data

    def check_proposers(self, data: dict[str, Any]) -> None:
        needed = max(a_third(data.get("total_staff") or 0), 1)
        if (data.get("proposers") or 0) < needed:
            self.add_error("proposers", f"Cần ít nhất {needed} người đề xuất")


class NewConference(Facts):
    unit = AnyUnitField(label="Cơ quan, đơn vị")
    work_year = NumberField(
        label="Năm công tác",
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        help_text="Năm được tổng kết; họp chậm nhất 31/3 năm sau",
    )
    kind = ChoiceField(label="Loại hội nghị", choices=Conference.Kind.choices)

    layout = Layout(
        Div("unit", "work_year", css_class="pair"),
        *("kind", "proposed_by", "proposers", "total_staff", "mode", "delegates_because"),
        Div("chair", "secretary", css_class="pair"),
    )

    def __init__(self, *args: Any, by: Any, on: date, initial: dict[str, Any], **more: Any) -> None:
        usual = {"kind": "dinh-ky", "mode": "toan-the", "proposed_by": "nguoi-dung-dau"}
        super().__init__(*args, initial=usual | initial, **more)
        as_of(self, on)
        if not by.holds("coordinator", as_of=on):
            units = self.fields["unit"]
            units.queryset = units.queryset.filter(pk__in=headed_by(by, on=on))


def opening_answers(by: Any, *, on: date, unit: Any = None, year: int | None = None) -> dict:
    """The year that is over, its unit, who heads it."""
    leading = Position.objects.leading(unit, as_of=on).first() if unit else None
    return {
        "unit": unit and unit.code,
        "work_year": year or year_in_question(on),
        "chair": leading.user.full_name if leading else "",
    }


class Edit(Facts, Plain):
    model, step = Conference, "edit"

    layout = Layout(
        *("proposed_by", "proposers", "total_staff", "mode", "delegates_because"),
        Div("chair", "secretary", css_class="pair"),
    )

    def __init__(self, *args: Any, subject: Conference, **options: Any) -> None:
        facts = {name: getattr(subject, name) for name in Facts.base_fields}
        options["initial"] = facts | (options.get("initial") or {})
        super().__init__(*args, subject=subject, **options)


class Convene(Plain):
    model, step = Conference, "convene"

    meets_on = DateField(label="Ngày họp")
    hour = TimeField(label="Giờ", help_text="Ví dụ: 8 giờ 30")
    place = TextField(label="Địa điểm", max_length=200)
    convened = NumberField(label="Số người được triệu tập", min_value=1, max_value=MOST)

    layout = Layout(Div("meets_on", "hour", css_class="pair"), "place", "convened")

    def __init__(self, *args: Any, subject: Conference, **options: Any) -> None:
        staff = {"convened": subject.total_staff} if subject.mode == "toan-the" else {}
        waiting = subject.convenings.filter(present=None).values(*self.base_fields).first()
        options["initial"] = staff | (waiting or {}) | (options.get("initial") or {})
        super().__init__(*args, subject=subject, **options)
        if waiting:
            self.fields["meets_on"].help_text = "Đã triệu tập; ghi ngày, giờ, nơi mới để đổi"


class CountPresent(Plain):
    model, step = Conference, "count_present"

    present = count("Số người dự")

    def __init__(self, *args: Any, subject: Conference, **options: Any) -> None:
        super().__init__(*args, subject=subject, **options)
        if last := subject.convenings.last():
            self.fields["present"].help_text = (
                f"Triệu tập {last.convened} người; hội nghị họp được khi có ít nhất {last.quorum}"
                " người dự. Không đủ người dự thì triệu tập lại."
            )


class CountAgain(CountPresent):
    step = "count_again"

    reason = TextField(label="Vì sao ghi lại", max_length=300)


class Ballot(Plain):
    model, step = Conference, "ballot"

    ground = ChoiceField(label="Vì", choices=Conference.GROUNDS)
    because = TextField(label="Lý do, ghi rõ", max_length=300)
    agreed_with = TextField(
        label="Đã thống nhất với",
        max_length=200,
        help_text="Ban Chấp hành Công đoàn; nơi không còn tổ chức Công đoàn thì ghi rõ",
    )
    agreed_on = DateField(label="Ngày thống nhất")
    counted_on = DateField(label="Ngày kiểm phiếu")
    returned = count("Số phiếu thu về")

    layout = Layout(
        "ground", "because", "agreed_with", Div("agreed_on", "counted_on", css_class="pair"),
        "returned",
    )  # fmt: skip

    def __init__(self, *args: Any, subject: Conference, on: date, **options: Any) -> None:
        super().__init__(*args, subject=subject, on=on, **options)
        self.fields["agreed_on"].latest = self.fields["counted_on"].latest = on
        self.fields["returned"].help_text = (
            f"Gửi {subject.total_staff} phiếu đến toàn thể; biểu quyết được tính khi có ít nhất"
            f" {quorum_of(subject.total_staff)} phiếu thu về"
        )


class GoWithout(Plain):
    model, step = Conference, "go_without"
    danger = True

    reason = TextField(
        label="Lý do",
        max_length=500,
        help_text=f"Đơn vị có từ {statutes.OPTIONAL_UP_TO.value} người trở xuống không bắt buộc"
        " tổ chức hội nghị",
    )
