"""Election, seats, recognition, the end of a term."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from democracy.board_rules import boards_of
from democracy.forms.base import Plain
from democracy.forms.people import PersonField
from democracy.models import BoardSeat, BoardTerm, Conference
from portal.forms import ChoiceField, DateField, Form, NumberField, TextField
from portal.forms.dated_choices import BodyField, DatedChoice, as_of
from portal.people import Body, Unit
from portal.text import day

MOST = 10_000


class BoardField(BodyField):
    def rows(self) -> Any:
        return Body.objects.filter(kind=Body.Kind.INSPECTION_BOARD)


class WithBoardField(DatedChoice):
    """Units that have a board of their own: the office and those with their own seal."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"label": "Cơ quan, đơn vị", "empty_label": None} | options)

    def rows(self) -> Any:
        return Unit.objects.exclude(kind=Unit.Kind.DIVISION).order_by("kind", "name")


def elected_a_board(by: Any, *, on: date) -> Any:
    """Conferences whose vote on a board nobody wrote a term for."""
    seen = Conference.objects.visible_to(by, on=on).whose_board_is_unwritten()
    return seen.select_related("unit")


class NewTerm(Form):
    """What the minutes of the conference say; members follow one by one."""

    body = BoardField(label="Ban", empty_label=None)
    conference = forms.ModelChoiceField(
        Conference.objects.none(), label="Hội nghị bầu ghi trên Cổng", required=False,
        to_field_name="code", empty_label="Hội nghị không ghi trên Cổng",
    )  # fmt: skip
    unit = WithBoardField()
    elected_on = DateField(label="Ngày hội nghị bầu")
    staff = NumberField(
        label="Số người của cơ quan, đơn vị",
        min_value=1,
        max_value=MOST,
        help_text="Từ 7 người trở xuống không lập Ban",
    )
    places = NumberField(
        label="Số thành viên được bầu", min_value=1, max_value=99, help_text="Từ 3 đến 9 người"
    )
    more_because = TextField(
        label="Lý do bầu trên 9 thành viên",
        required=False,
        max_length=300,
        help_text="Ghi khi nơi làm việc phân tán hoặc có tính chất đặc thù",
    )

    layout = Layout(
        "body",
        "conference",
        "unit",
        "elected_on",
        Div("staff", "places", css_class="pair"),
        "more_because",
    )
    conditional = frozenset({"more_because"})

    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["elected_on"].latest = on
        that_elected: Any = self.fields["conference"]
        that_elected.queryset = elected_a_board(by, on=on)
        that_elected.label_from_instance = lambda one: f"{one.code}, {one.unit}, {day(one.held_on)}"
        as_of(self, on)
        board: Any = self.fields["body"]
        board.queryset = board.queryset.filter(pk__in=boards_of(by, on=on))

    def arguments(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class SeatField(forms.ModelChoiceField):
    def __init__(self, **options: Any) -> None:
        super().__init__(
            BoardSeat.objects.none(), label="Thành viên", empty_label="Chọn thành viên", **options
        )


class TermForm(Plain):
    model = BoardTerm

    def __init__(self, *args: Any, subject: BoardTerm, **options: Any) -> None:
        super().__init__(*args, subject=subject, **options)
        if "seat" in self.fields:
            self.fields["seat"].queryset = subject.members.select_related("user")


class FillSeat(TermForm):
    step = "fill_seat"

    user = PersonField(label="Thành viên được bầu")
    office = ChoiceField(
        label="Chức danh", choices=BoardSeat.Office.choices, initial=BoardSeat.Office.MEMBER
    )
    since = DateField(label="Tham gia từ ngày")

    def __init__(self, *args: Any, subject: BoardTerm, on: date, **options: Any) -> None:
        options["initial"] = {"since": subject.elected_on} | (options.get("initial") or {})
        super().__init__(*args, subject=subject, on=on, **options)
        self.fields["user"].work_in(subject.unit, on=on)
        self.fields["user"].help_text = "Người đứng đầu, cấp phó, kế toán trưởng không tham gia Ban"


class ChangeSeat(TermForm):
    step = "change_seat"

    seat = SeatField()
    office = ChoiceField(label="Chức danh", choices=BoardSeat.Office.choices)


class VacateSeat(TermForm):
    step = "vacate_seat"

    seat = SeatField()
    left_on = DateField(label="Thôi từ ngày")
    reason = TextField(
        label="Lý do",
        max_length=300,
        help_text="Hội nghị bầu bổ sung theo đề nghị của tổ chức đại diện",
    )


class Recognise(TermForm):
    step = "recognise"

    recognised_on = DateField(label="Ngày công nhận", help_text="Từ ngày này tính 2 năm nhiệm kỳ")
    recognition = TextField(
        label="Văn bản công nhận", max_length=120, help_text="Số, ký hiệu của văn bản công nhận"
    )


class SkipRecognition(TermForm):
    step = "skip_recognition"

    reason = TextField(
        label="Lý do",
        max_length=300,
        help_text="Ví dụ: tổ chức công đoàn của cơ quan đã kết thúc hoạt động",
    )


class EndTerm(TermForm):
    step = "end_term"
    danger = True

    ended_on = DateField(label="Kết thúc từ ngày")
    reason = TextField(label="Lý do", max_length=300)
