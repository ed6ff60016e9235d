"""Registers that reform needs: organisation, drafts of law, staff, errors, results."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Layout
from django import forms

from portal.activities import (
    Achievement,
    HandlingError,
    LegalDraft,
    OrganisationReview,
    PersonnelActs,
    Training,
)
from portal.activities.achievements import Area
from portal.activities.handling_errors import Kind as ErrorKind
from portal.activities.legal_drafts import Kind as DraftKind
from portal.activities.organisation import Change
from portal.activities.personnel import Act
from portal.forms.activities.base import (
    AROUND,
    EntryForm,
    OfEntry,
    Strike,
    box,
    choice,
    count,
    pair,
)
from portal.forms.dates import DateField
from portal.forms.texts import LongTextField, TextField
from portal.text import day


class NoteOrganisationReview(EntryForm):
    model = OrganisationReview
    title = TextField(label="Nội dung rà soát, sắp xếp")
    change = choice("Việc sắp xếp", Change)
    from_on = DateField(label="Từ ngày")
    basis = TextField(
        label="Theo văn bản", required=False, help_text="Ví dụ: 18-NQ/TW, 92-KH/TU", max_length=200
    )
    departments = count("Số phòng, tổ chức hành chính sau sắp xếp")
    service_units = count("Số đơn vị sự nghiệp sau sắp xếp")
    leaders = count("Số lãnh đạo cấp phòng", required=False)
    result = LongTextField(label="Kết quả", required=False, widget=box(3))

    layout = Layout(
        "programme", "title", pair("change", "from_on"), pair("basis", "unit"),
        pair("departments", "service_units"), "leaders", "result", *AROUND,
    )  # fmt: skip


class NoteLegalDraft(EntryForm):
    model = LegalDraft
    title = TextField(label="Tên, trích yếu văn bản")
    kind = choice("Loại văn bản", DraftKind)
    from_on = DateField(label="Ngày đăng ký, được giao")
    to_on = DateField(label="Hạn trình, ban hành")
    submitted_on = DateField(label="Gửi thẩm định ngày", required=False)
    appraised_on = DateField(label="Có kết quả thẩm định ngày", required=False)

    layout = Layout(
        "programme", "title", pair("kind", "unit"), pair("from_on", "to_on"),
        pair("submitted_on", "appraised_on"), *AROUND,
    )  # fmt: skip

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, on=on, **options)
        for name in ("submitted_on", "appraised_on"):
            self.fields[name].latest = on

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        registered = data.get("from_on")
        after = {"to_on": registered, "submitted_on": registered,
                 "appraised_on": data.get("submitted_on") or registered}  # fmt: skip
        for name, first in after.items():
            if first and data.get(name) and data[name] < first:
                self.add_error(name, f"Ngày này không trước {day(first)}")
        return data


class IssueDraft(OfEntry):
    model = LegalDraft
    step = "issue"
    issued_on = DateField(label="Ngày ban hành")
    reference = TextField(label="Số, ký hiệu", max_length=60, help_text="Ví dụ: 21/2026/QĐ-UBND")

    layout = Layout(pair("issued_on", "reference"))

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, on=on, **options)
        self.fields["issued_on"].latest = on


class FindUnlawful(OfEntry):
    model = LegalDraft
    step = "find_unlawful"
    unlawful_on = DateField(label="Ngày kết luận trái pháp luật")
    unlawful_words = LongTextField(
        label="Nội dung trái pháp luật và cách xử lý", max_length=5_000, widget=box(4)
    )

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, on=on, **options)
        self.fields["unlawful_on"].latest = on


class NotePersonnelActs(EntryForm):
    model = PersonnelActs
    title = TextField(label="Đợt, nội dung")
    act = choice("Việc", Act)
    times = count("Số trường hợp")
    wrong = count("Trong đó có sai sót", initial=0)
    wrong_words = LongTextField(
        label="Sai sót, cách khắc phục", required=False, widget=box(3),
        help_text="Không ghi tên ai; tên ở hồ sơ cán bộ",
    )  # fmt: skip

    layout = Layout(
        "programme", "title", pair("act", "from_on"), "unit", pair("times", "wrong"),
        "wrong_words", *AROUND,
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        times, wrong = data.get("times"), data.get("wrong")
        if times is not None and wrong is not None and wrong > times:
            self.add_error("wrong", f"Không quá số trường hợp: {times}")
        if wrong and not data.get("wrong_words"):
            self.add_error("wrong_words", "Ghi sai sót gì, đã khắc phục thế nào")
        return data


class NoteHandlingError(EntryForm):
    model = HandlingError
    title = TextField(label="Sai sót")
    kind = choice("Loại sai sót", ErrorKind)
    from_on = DateField(label="Ngày phát hiện")
    procedure = TextField(
        label="Mã thủ tục", required=False, max_length=24, help_text="Ví dụ: 1.010803, nếu có"
    )
    times = count("Số lần", initial=1)
    remedy = LongTextField(label="Đã sửa thế nào", required=False, widget=box(3))

    layout = Layout(
        "programme", "title", pair("kind", "from_on"), pair("procedure", "times"), "unit",
        "remedy", *AROUND,
    )  # fmt: skip

    def clean_times(self) -> int:
        times: int = self.cleaned_data["times"]
        if times < 1:
            raise forms.ValidationError("Ít nhất một lần")
        return times


class Teach(OfEntry):
    model = HandlingError
    step = "teach"
    training = TextField(
        label="Lớp bồi dưỡng số", max_length=24,
        help_text="Chép số của lớp trong sổ đào tạo, bồi dưỡng. Ví dụ: DTBD-2026-0003",
    )  # fmt: skip

    def clean_training(self) -> Training:
        code = self.cleaned_data["training"]
        found: Any = Training.objects.kept().filter(code__iexact=code).first()
        if found is None:
            raise forms.ValidationError(f"Không có lớp số {code} trong sổ đào tạo, bồi dưỡng")
        return found


class NoteAchievement(EntryForm):
    model = Achievement
    title = TextField(label="Kết quả, nói ngắn")
    area = choice("Mảng công việc", Area)
    from_on = DateField(label="Từ ngày")
    to_on = DateField(label="Đến hết ngày")
    text = LongTextField(label="Kết quả cụ thể, số liệu, tác dụng", max_length=5_000, widget=box(5))

    layout = Layout(
        "programme", "title", pair("area", "unit"), pair("from_on", "to_on"), "text", *AROUND
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        first, last = data.get("from_on"), data.get("to_on")
        if first and last and last < first:
            self.add_error("to_on", f"Ngày kết thúc không trước ngày bắt đầu, {day(first)}")
        return data


class AmendOrganisationReview(NoteOrganisationReview):
    step = "amend"


class AmendLegalDraft(NoteLegalDraft):
    step = "amend"


class AmendPersonnelActs(NotePersonnelActs):
    step = "amend"


class AmendHandlingError(NoteHandlingError):
    step = "amend"


class AmendAchievement(NoteAchievement):
    step = "amend"


class StrikeOrganisationReview(Strike):
    model = OrganisationReview


class StrikeLegalDraft(Strike):
    model = LegalDraft


class StrikePersonnelActs(Strike):
    model = PersonnelActs


class StrikeHandlingError(Strike):
    model = HandlingError


class StrikeAchievement(Strike):
    model = Achievement
