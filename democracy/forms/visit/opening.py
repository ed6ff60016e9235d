"""Opening visits to one or several units, and putting one right."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from democracy.forms.base import Plain, own_unit
from democracy.forms.people import PeopleField, PersonField
from democracy.models import SiteVisit
from democracy.models.visit.visit import Kind
from portal.activities import PlannedVisit
from portal.forms import ChoiceField, DateField, Form, TextField
from portal.forms.dated_choices import AnyUnitField, DatedChoices, as_of
from portal.people import Unit
from portal.planning import TaskUnit
from portal.planning.rules import units_of
from portal.text import day


class PlacesField(DatedChoices):
    """Units, with the office itself."""

    def rows(self) -> Any:
        return Unit.objects.all()


class TeamFields(forms.Form):
    """What a visit is about, by which paper, who goes, when."""

    title = TextField(label="Nội dung")
    reference = TextField(
        label="Quyết định, kế hoạch số", required=False, max_length=80,
        help_text="Tự kiểm tra thì có thể để trống",
    )  # fmt: skip
    dated_on = DateField(label="Ngày văn bản", required=False)
    from_on = DateField(label="Từ ngày")
    to_on = DateField(label="Đến hết ngày")
    leader = PersonField(label="Trưởng đoàn, người phụ trách")
    members = PeopleField(label="Thành viên", required=False)
    others = TextField(
        label="Thành phần khác", required=False,
        help_text="Đại diện Công đoàn, Ban Thanh tra nhân dân, cơ quan khác",
    )  # fmt: skip
    report_due = DateField(
        label="Đơn vị gửi báo cáo trước ngày", required=False,
        help_text="Tự kiểm tra thì để trống",
    )  # fmt: skip

    def check_days(self, data: dict[str, Any]) -> None:
        first, last, due = data.get("from_on"), data.get("to_on"), data.get("report_due")
        if first and last and last < first:
            self.add_error("to_on", f"Ngày kết thúc không trước ngày bắt đầu, {day(first)}")
        if last and due and due > last:
            self.add_error("report_due", f"Không sau ngày kết thúc, {day(last)}")


class NewVisit(TeamFields, Form):
    """For each of the units one visit with a checklist and minutes of its own."""

    kind = ChoiceField(label="Loại", choices=Kind.choices)
    places = PlacesField(
        label="Đơn vị được kiểm tra", help_text="Mỗi đơn vị có tài liệu đối chiếu, biên bản riêng"
    )
    unit = AnyUnitField(label="Đơn vị chủ trì")

    layout = Layout(
        "kind", "title", Div("places", css_class="many"),
        Div("reference", "dated_on", css_class="pair"), Div("from_on", "to_on", css_class="pair"),
        Div("unit", "leader", css_class="pair"), "report_due",
        Div("members", css_class="many"), "others",
    )  # fmt: skip

    def __init__(self, *args: Any, by: Any, on: date, come_from: Any = None, **options: Any):
        self.by, self.on, self.come_from = by, on, come_from
        unit = own_unit(by, on=on)
        first = {"unit": unit and unit.code, "kind": Kind.INSPECTION, **first_of(come_from)}
        super().__init__(*args, initial=first, **options)
        as_of(self, on)
        self.fields["leader"].work_in(None, on=on)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self.check_days(data)
        places = list(data.get("places") or ())
        if data.get("kind") == Kind.SELF:
            self.check_own(places, data)
        elif data.get("unit") in places:
            self.add_error("places", "Đơn vị kiểm tra chính mình thì chọn loại “Tự kiểm tra”")
        asked = self.come_from and self.come_from.place
        if asked and places and asked not in places:
            self.add_error("places", f"Việc này ở {asked}; chọn đơn vị đó")
        return data

    def check_own(self, places: list[Unit], data: dict[str, Any]) -> None:
        if len(places) > 1 or (places and data.get("unit") not in places):
            self.add_error("places", "Tự kiểm tra: chọn một đơn vị, cũng là đơn vị chủ trì")
        elif places and places[0].pk not in units_of(self.by, on=self.on):
            self.add_error("places", "Đơn vị khác tự kiểm tra thì đơn vị đó mở")
        if data.get("report_due"):
            self.add_error("report_due", "Tự kiểm tra không cần báo cáo trước; để trống")

    def open_all(self) -> list[SiteVisit]:
        facts = {name: each for name, each in self.cleaned_data.items() if name != "places"}
        return [self.open_at(place, facts) for place in self.cleaned_data["places"]]

    def open_at(self, place: Unit, facts: dict[str, Any]) -> SiteVisit:
        links = self.come_from.links_at(place) if self.come_from else {}
        return SiteVisit.open_visit(by=self.by, on=self.on, visited=place, **links, **facts)


class ComeFrom:
    """A line of the programme, or a task whose result is a visit."""

    def __init__(self, *, planned: PlannedVisit | None, share: TaskUnit | None) -> None:
        self.planned = planned
        self.share = share or (planned.share if planned else None)

    def links_at(self, place: Unit) -> dict[str, Any]:
        """A task may ask for visits to several units; a line of the programme is about one."""
        planned = self.planned if self.place == place else None
        return {"planned": planned, "share": self.share}

    @property
    def place(self) -> Unit | None:
        if self.planned:
            return self.planned.visited
        return None

    def answers(self) -> dict[str, Any]:
        if self.planned:
            row = self.planned
            return {"title": row.title, "reference": row.basis, "from_on": row.from_on,
                    "to_on": row.to_on, "others": row.team, "places": [row.visited.code],
                    "unit": row.unit.code}  # fmt: skip
        return {"title": self.share.task.text[:300]} if self.share else {}


def first_of(come_from: ComeFrom | None) -> dict[str, Any]:
    return come_from.answers() if come_from else {}


class EditVisit(TeamFields, Plain):
    model = SiteVisit
    step = "edit"

    layout = Layout(
        "title", Div("reference", "dated_on", css_class="pair"),
        Div("from_on", "to_on", css_class="pair"), "leader", "report_due",
        Div("members", css_class="many"), "others",
    )  # fmt: skip

    def __init__(self, *args: Any, subject: SiteVisit, on: date, **options: Any) -> None:
        names = ("title", "reference", "dated_on", "from_on", "to_on", "others", "report_due")
        first = {name: getattr(subject, name) for name in names}
        first |= {"leader": subject.leader.username, "members": list(subject.members.all())}
        options["initial"] = first | (options.get("initial") or {})
        super().__init__(*args, subject=subject, on=on, **options)
        self.fields["leader"].work_in(None, on=on)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self.check_days(data)
        if self.subject.is_self and data.get("report_due"):
            self.add_error("report_due", "Tự kiểm tra không cần báo cáo trước; để trống")
        return data
