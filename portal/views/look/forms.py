"""Forms that ask for nothing: one of each kind of box."""

from django.forms import BooleanField, FileField, PasswordInput, Select, TextInput

from portal import forms


class Petition(forms.Form):
    card = forms.IdNumberField(label="Số căn cước", required=False)
    sender = forms.TextField(
        label="Họ tên",
        help_text="Ghi như trên căn cước.",
        widget=TextInput(attrs={"data-card-part": "name"}),
    )
    happened_on = forms.DateField(label="Ngày xảy ra", required=False)
    content = forms.LongTextField(label="Nội dung", help_text="Việc gì, ở đâu, ai có liên quan.")
    denounces = forms.YesNoField(label="Đơn có nội dung tố cáo không?")
    kind = forms.ChoiceField(
        label="Loại đơn",
        choices=[("kn", "Khiếu nại"), ("kp", "Kiến nghị, phản ánh"), ("hoi", "Hỏi"), ("k", "Khác")],
    )
    field = forms.ChoiceField(
        label="Lĩnh vực",
        choices=[("", "– Chọn –"), ("ncc", "Người có công")],
        widget=Select,
        required=False,
    )
    agreed = BooleanField(label="Đã kiểm tra lại", required=False)
    scan = FileField(label="Bản chụp đơn", help_text="PDF, JPG, tối đa 10 MB.")


NAME, CURRENT = {"autocomplete": "username"}, {"autocomplete": "current-password"}


class SignIn(forms.Form):
    username = forms.TextField(label="Tên đăng nhập", widget=TextInput(NAME))
    password = forms.TextField(label="Mật khẩu", widget=PasswordInput(CURRENT))


WRONG = {"happened_on": "31/2/2026"}
"""What somebody typed: one thing that cannot be, the rest left out."""
