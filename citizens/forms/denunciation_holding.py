"""Who may know of a denunciation, its envelope, and the protection of who denounced, as forms."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone

from citizens.forms.choices import PersonField
from citizens.forms.denunciation_form import DenunciationForm, OwnPeopleField, lines
from citizens.models import Denunciation, Exclusion, Protection
from citizens.models.denunciation.vocabulary import OpeningReason
from citizens.models.protection import EndGround, Protects
from portal.forms import ChoiceField, DateField, LongTextField, NumberField, TextField, YesNoField
from portal.people import User


class Assign(DenunciationForm):
    model, step = Denunciation, "assign"

    officer = PersonField(label="Cán bộ giải quyết")


class Exclude(DenunciationForm):
    model, step, danger = Denunciation, "exclude", True

    user = OwnPeopleField(
        label="Cán bộ không được biết vụ việc",
        help_text="Từ lúc ghi, người này không thấy vụ việc ở bất cứ trang nào",
    )
    reason = ChoiceField(label="Lý do", choices=Exclusion.Reason.choices)

    def clean_user(self) -> Any:
        user = self.cleaned_data["user"]
        if user == self.by:
            raise forms.ValidationError(
                "Đồng chí không tự ghi được cho mình: báo người khác trong nhóm ghi"
            )
        return user


class Readmit(DenunciationForm):
    model, step = Denunciation, "readmit"

    user = OwnPeopleField(label="Cán bộ được biết lại")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        barred = self.subject.exclusions.values("user")
        self.fields["user"].queryset = User.objects.filter(pk__in=barred)


class MoveEnvelope(DenunciationForm):
    model, step = Denunciation, "move_envelope"

    place = TextField(label="Nơi giữ bì", max_length=120)
    keeper = OwnPeopleField(label="Người giữ bì")


class AskOpening(DenunciationForm):
    """Why is chosen, not typed: a sentence here would say what stands in the envelope."""

    model, step = Denunciation, "ask_opening"

    reason = ChoiceField(label="Mở bì mật để làm gì?", choices=OpeningReason.choices)

    def arguments(self) -> dict[str, Any]:
        return super().arguments() | {"at": timezone.now()}


class Unseal(DenunciationForm):
    model, step = Denunciation, "unseal"

    both_present = forms.BooleanField(
        label="Hai người cùng có mặt; đọc xong bì được dán lại, ký giáp lai",
        error_messages={"required": "Chưa xác nhận hai người cùng có mặt"},
    )

    def arguments(self) -> dict[str, Any]:
        return {"at": timezone.now()}


class Reseal(DenunciationForm):
    model, step = Denunciation, "reseal"

    def arguments(self) -> dict[str, Any]:
        return {"at": timezone.now()}


class Protect(DenunciationForm):
    """How many and against what; who they are stands on the request, in the envelope."""

    model, step = Denunciation, "protect"
    last_day_fields = ("requested_on",)

    protects = ChoiceField(label="Nội dung bảo vệ", choices=Protects.choices)
    people = NumberField(
        label="Số người cần bảo vệ",
        min_value=1,
        max_value=50,
        help_text="Người tố cáo và vợ, chồng, cha, mẹ, con; họ tên chỉ ở bản giấy",
    )
    requested_on = DateField(label="Ngày đề nghị")
    urgent = YesNoField(
        label="Khẩn cấp, đề nghị trực tiếp hoặc qua điện thoại?",
        help_text="Sau đó phải có văn bản (khoản 3 Điều 50 Luật Tố cáo)",
        initial=False,
    )


class Verify(DenunciationForm):
    model, step = Protection, "verify"


class Grant(DenunciationForm):
    model, step = Protection, "grant"

    measures = lines(label="Biện pháp bảo vệ", help_text="Không ghi bảo vệ ai, ở đâu")
    people = NumberField(label="Số người được bảo vệ", min_value=1, max_value=50)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["people"].initial = self.subject.people
        self.fields["measures"].initial = self.subject.measures


class Change(Grant):
    model, step = Protection, "change"


class Refuse(DenunciationForm):
    model, step, danger = Protection, "refuse", True

    reason = LongTextField(label="Lý do không áp dụng", max_length=3_000)


class Finish(DenunciationForm):
    model, step = Protection, "finish"

    ground = ChoiceField(label="Căn cứ chấm dứt", choices=EndGround.choices)
