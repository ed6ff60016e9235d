"""Signing in, and the first password behind a one-time link."""

from django import forms

from portal.factors.restoring import DIGITS
from portal.forms.base import Form
from portal.forms.factors import DigitsField
from portal.people.passwords import LONGEST, SHORTEST, weakness

USERNAME = {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}


def secret(label: str, *, autocomplete: str, help_text: str = "") -> forms.CharField:
    """Taken letter for letter: a blank at the end belongs to the password."""
    box = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(label=label, widget=box, strip=False, help_text=help_text)


class SignInForm(Form):
    username = forms.CharField(label="Tên đăng nhập", widget=forms.TextInput(attrs=USERNAME))
    password = secret("Mật khẩu", autocomplete="current-password")


class UnlockForm(Form):
    password = secret("Mật khẩu", autocomplete="current-password")


class FirstPasswordForm(Form):
    password = secret(
        "Mật khẩu mới",
        autocomplete="new-password",
        help_text=f"Từ {SHORTEST} đến {LONGEST} ký tự, ví dụ bốn từ không liên quan với nhau.",
    )
    again = secret("Nhập lại mật khẩu mới", autocomplete="new-password")

    def __init__(self, *args, user, **options) -> None:
        super().__init__(*args, **options)
        self.user = user

    def clean_password(self) -> str:
        password = self.cleaned_data["password"]
        names = {"username": self.user.username, "full_name": self.user.full_name}
        if why_not := weakness(password, **names):
            raise forms.ValidationError(why_not)
        return password

    def clean(self) -> None:
        typed = self.cleaned_data
        if {"password", "again"} <= typed.keys() and typed["password"] != typed["again"]:
            self.add_error("again", "Hai lần nhập mật khẩu chưa giống nhau.")


class RestoredPasswordForm(FirstPasswordForm):
    """The link came from whoever confirmed, the number from the administrator."""

    number = DigitsField(
        DIGITS,
        label="Số do quản trị đưa",
        sentence=f"Số gồm {DIGITS} chữ số.",
        help_text=f"{DIGITS} chữ số, hỏi quản trị đã đề nghị khôi phục",
    )
    field_order = ("number", "password", "again")
