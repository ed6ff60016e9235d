"""Verification and dialogue of a complaint, as forms."""

from __future__ import annotations

from typing import Any

from django import forms

from citizens import statutes
from citizens.forms.attachment import FilesField, received
from citizens.forms.choices import PersonField
from citizens.forms.complaint import outcomes_of, within
from citizens.forms.desk_item import ItemForm
from citizens.forms.paper_form import PaperForm
from citizens.models import Complaint
from portal.deadlines import compute
from portal.forms import DateField, LongTextField, NumberField, TextField, YesNoField
from portal.text import day, day_long
from portal.working_days import calendar


class PeopleField(PersonField, forms.ModelMultipleChoiceField):
    """Several people, each a box to tick."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **options: Any) -> None:
        options = {"label": "Thành viên"} | options
        forms.ModelMultipleChoiceField.__init__(
            self, self.rows(), to_field_name=self.code, **options
        )


class OrderVerification(PaperForm):
    """A team of at least two (NĐ124), within the time that is left for settling."""

    model, step = Complaint, "order_verification"
    draft_label = "Dự thảo quyết định xác minh"

    lead = PersonField(label="Tổ trưởng Tổ xác minh", empty_label="Chọn tổ trưởng")
    members = PeopleField(label="Thành viên khác", help_text="Ít nhất một người ngoài tổ trưởng")
    days = NumberField(label="Thời hạn xác minh (ngày)", min_value=1)
    content = LongTextField(
        label="Nội dung xác minh", max_length=5_000, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["lead"].initial = self.subject.officer and self.subject.officer.username
        if left := self.subject.days_left(on=self.on):
            self.fields[
                "days"
            ].help_text = (
                f"Thời hạn giải quyết còn {left} ngày, đến hết ngày {day(self.subject.due_on)}"
            )

    def clean_days(self) -> int:
        days = self.cleaned_data["days"]
        if sentence := self.subject.too_many_days(days, on=self.on):
            raise forms.ValidationError(sentence)
        return days

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        others = [user for user in data.get("members") or () if user != data.get("lead")]
        if "members" in data and not others:
            self.add_error("members", "Chọn thêm ít nhất một người ngoài tổ trưởng")
        data["members"] = others
        return data

    def words(self, data: dict[str, Any]) -> dict[str, str]:
        team = [f"- {data['lead']}, tổ trưởng", *(f"- {user}" for user in data["members"] or ())]
        return {
            "số ngày": str(data["days"]),
            "nội dung xác minh": data["content"],
            "thành viên": "\n".join(team),
        }


class ReportFindings(ItemForm):
    model, step = Complaint, "report_findings"

    text = LongTextField(
        label="Kết quả xác minh từng nội dung",
        help_text="Nội dung khiếu nại, tài liệu đã kiểm tra, điều đã làm rõ",
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    proposal = forms.ChoiceField(label="Đề xuất kết luận", widget=forms.RadioSelect)
    differs = YesNoField(
        label="Yêu cầu của người khiếu nại và kết quả xác minh còn khác nhau không?",
        help_text="Còn khác nhau thì phải tổ chức đối thoại (khoản 1 Điều 30 Luật Khiếu nại)",
    )

    report = FilesField(label="Báo cáo, biên bản xác minh (bản quét hoặc dự thảo)", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["proposal"].choices = outcomes_of(self.subject)

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.files_of_report = received(self, "report", by=self.by)
        return self.cleaned_data

    def arguments(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        data.pop("report", None)
        return data | {"files": self.files_of_report}


class Invite(PaperForm):
    model, step = Complaint, "invite"
    draft_label = "Dự thảo giấy mời đối thoại"

    held_on = DateField(label="Ngày đối thoại")
    place = TextField(label="Địa điểm", max_length=200)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["held_on"].earliest = self.on
        if self.on >= statutes.REFORM_OF_2026:
            self.fields["held_on"].help_text = (
                "Giấy mời gửi trước ít nhất 5 ngày. Gửi hôm nay thì đối thoại từ "
                f"{day_long(earliest_dialogue(self.on))}"
            )

    def clean_held_on(self) -> Any:
        held_on = self.cleaned_data["held_on"]
        if self.on < statutes.REFORM_OF_2026:
            return held_on
        latest = compute(statutes.RULES["KN_DOI_THOAI"], start=held_on, calendar=calendar()).due
        if latest < self.on:
            raise forms.ValidationError(
                f"Đối thoại ngày {day(held_on)} thì giấy mời phải gửi chậm nhất ngày {day(latest)};"
                f" chọn từ ngày {day(earliest_dialogue(self.on))}"
            )
        return held_on

    def words(self, data: dict[str, Any]) -> dict[str, str]:
        return {"ngày đối thoại": day_long(data["held_on"]), "địa điểm": data["place"]}


def earliest_dialogue(on: Any) -> Any:
    """The first working day for which an invitation of today is early enough (NĐ155 Đ11)."""
    days, term = calendar(), statutes.RULES["KN_DOI_THOAI"]
    candidate = days.add(on, 1)
    while compute(term, start=candidate, calendar=days).due < on:
        candidate = days.add(candidate, 1)
    return candidate


class HoldDialogue(ItemForm):
    model, step = Complaint, "hold_dialogue"

    held_on = DateField(label="Ngày đối thoại")
    minutes = LongTextField(
        label="Biên bản đối thoại",
        help_text="Thành phần, ý kiến từng bên, nội dung thống nhất và chưa thống nhất",
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    absent = TextField(
        label="Người vắng mặt",
        required=False,
        help_text="Họ tên, có lý do hay không có lý do",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields.pop("draft")  # the minutes are the paper
        planned = [each.planned_on for each in self.subject.dialogues.all() if not each.held_on]
        self.fields["held_on"].initial = planned[0] if planned else None
        within(self, "held_on", since=self.subject.accepted_on)
