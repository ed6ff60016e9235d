"""The nine parts, votes, the pledge, the resolution and its checks."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from democracy import agenda, items
from democracy.forms.base import Plain, box, picked
from democracy.forms.items import LONGEST, lines_of
from democracy.forms.staff_decision import count
from democracy.models import Conference, StaffDecision
from democracy.papers.conference import opening_pledge
from portal.forms import ChoiceField, DateField, LongTextField, TextField
from portal.forms.dated_choices import AnyUnitField
from portal.forms.files import FilesField
from portal.text import day


def parts(codes: list[str]) -> list[tuple[str, str]]:
    return [(code, f"{agenda.PARTS[code].letter}) {agenda.PARTS[code].words}") for code in codes]


class ReportPart(Plain):
    model, step = Conference, "report_part"

    part = ChoiceField(label="Nội dung", choices=parts(agenda.SAID), widget=forms.Select)
    reporter = TextField(label="Người trình bày", max_length=200)
    summary = LongTextField(
        label="Ghi tóm tắt",
        required=False,
        max_length=LONGEST,
        widget=box(6),
        help_text="Số liệu, ý kiến, trả lời; phần này vào dự thảo biên bản",
    )
    paper_sent = FilesField(label="Báo cáo, tài liệu", required=False)

    def __init__(self, *args: Any, subject: Conference, **options: Any) -> None:
        typed = options.get("initial") or {}
        row = subject.parts.filter(code=typed.get("part", "a")).first()
        known = {"part": row.code, "reporter": row.reporter, "summary": row.summary} if row else {}
        options["initial"] = known | typed
        super().__init__(*args, subject=subject, **options)

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.paper = picked(self, "paper_sent")
        return self.cleaned_data

    def arguments(self) -> dict[str, Any]:
        data = {name: each for name, each in self.cleaned_data.items() if name != "paper_sent"}
        return data | {"paper": self.paper}


class SkipPart(Plain):
    model, step = Conference, "skip_part"

    part = ChoiceField(label="Nội dung", choices=parts(agenda.MAY_FALL), widget=forms.Select)
    reason = TextField(
        label="Lý do",
        max_length=500,
        help_text="Ví dụ: cơ quan không còn tổ chức Công đoàn; năm nay không bầu Ban Thanh tra"
        " nhân dân và không có việc thuộc Điều 49",
    )


class NoteVote(Plain):
    model, step = Conference, "note_vote"

    item = ChoiceField(
        label="Nội dung biểu quyết",
        choices=[("", "Chọn nội dung"), *items.choices(items.DECIDED)],
        widget=forms.Select,
    )
    title = TextField(label="Việc được biểu quyết")
    yes = count("Tán thành")
    no = count("Không tán thành", initial=0)
    other = count("Ý kiến khác, không biểu quyết", initial=0)

    layout = Layout("item", "title", Div("yes", "no", css_class="pair"), "other")

    def __init__(self, *args: Any, subject: Conference, **options: Any) -> None:
        super().__init__(*args, subject=subject, **options)
        self.fields[
            "yes"
        ].help_text = (
            f"{subject.present} người dự; được thông qua khi hơn một nửa số người dự tán thành"
        )


class StrikeVote(Plain):
    model, step = Conference, "strike_vote"
    danger = True

    vote = forms.ModelChoiceField(
        StaffDecision.objects.none(),
        label="Biểu quyết ghi sai",
        to_field_name="code",
        empty_label="Chọn biểu quyết",
    )
    reason = TextField(
        label="Lý do", max_length=300, help_text="Dòng đã ghi vẫn còn trong sổ, có gạch"
    )

    def __init__(self, *args: Any, subject: Conference, **options: Any) -> None:
        super().__init__(*args, subject=subject, **options)
        self.fields["vote"].queryset = subject.votes_that_count()


class SignPledge(Plain):
    model, step = Conference, "sign_pledge"

    text = LongTextField(label="Nội dung giao ước", max_length=LONGEST, widget=box(10))
    signed_on = DateField(label="Ngày ký")
    partner = TextField(
        label="Người ký của tổ chức đại diện, khi đã ký trên giấy",
        required=False,
        max_length=120,
        help_text="Để trống khi tổ chức đại diện ký trên Cổng",
    )

    def __init__(self, *args: Any, subject: Conference, on: date, **options: Any) -> None:
        pledge = subject.pledges.first()
        text = pledge.text if pledge else opening_pledge(subject)
        known = {"text": text, "signed_on": subject.held_on}
        options["initial"] = known | (options.get("initial") or {})
        super().__init__(*args, subject=subject, on=on, **options)
        self.fields["signed_on"].latest = on


class Adopt(Plain):
    model, step = Conference, "adopt"

    items = LongTextField(
        label="Các nội dung nghị quyết",
        max_length=20_000,
        widget=box(8),
        help_text="Mỗi dòng một việc; mỗi việc thành một nhiệm vụ để giao, đặt hạn và theo dõi",
    )
    focal = AnyUnitField(label="Đầu mối theo dõi nghị quyết")
    minutes_sent = FilesField(
        label="Biên bản đã ký", help_text="Hội nghị được tính là đã tổ chức khi có biên bản đã ký"
    )

    def __init__(self, *args: Any, subject: Conference, **options: Any) -> None:
        options["initial"] = {"focal": subject.unit.code} | (options.get("initial") or {})
        super().__init__(*args, subject=subject, **options)

    def clean_items(self) -> list[str]:
        found = lines_of(self.cleaned_data["items"])
        if not found:
            raise forms.ValidationError("Ghi ít nhất một nội dung")
        return found

    def clean(self) -> dict[str, Any]:
        super().clean()
        self.minutes = picked(self, "minutes_sent")
        return self.cleaned_data

    def arguments(self) -> dict[str, Any]:
        return {"items": self.cleaned_data["items"], "focal": self.cleaned_data["focal"],
                "minutes": self.minutes}  # fmt: skip


class CheckResolution(Plain):
    model, step = Conference, "check_resolution"

    checked_on = DateField(label="Ngày kiểm tra")
    text = LongTextField(
        label="Kết quả",
        max_length=LONGEST,
        widget=box(6),
        help_text="Việc đã xong, việc chưa xong, vì sao, làm tiếp thế nào; toàn thể được thông báo",
    )
    partner = TextField(
        label="Người cùng kiểm tra của tổ chức đại diện, khi đã ký trên giấy",
        required=False,
        max_length=120,
        help_text="Để trống khi tổ chức đại diện ký trên Cổng",
    )

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        options["initial"] = {"checked_on": on} | (options.get("initial") or {})
        super().__init__(*args, on=on, **options)
        self.fields["checked_on"].latest = on

    def facts(self) -> list[tuple[str, str]]:
        done, asked = self.subject.progress()
        found = [("Nội dung nghị quyết đã xong", f"{done} trên {asked}")]
        if due := self.subject.next_check_on:
            found.append(("Kiểm tra lần này đến hết ngày", day(due)))
        return found


class Cosign(Plain):
    model, step = Conference, "cosign"

    paper = ChoiceField(label="Bản cần ký", choices=())

    def __init__(self, *args: Any, subject: Conference, **options: Any) -> None:
        super().__init__(*args, subject=subject, **options)
        waiting = subject.to_cosign()
        self.fields["paper"].choices = [(key, str(row)) for key, row in waiting.items()]
        self.fields["paper"].initial = next(iter(waiting), None)
