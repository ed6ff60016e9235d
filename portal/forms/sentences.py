"""The sentences of a refused field, made from its label: never "bắt buộc", never "không hợp lệ"."""

from functools import cache, lru_cache

from django import forms
from django.core.validators import ProhibitNullCharactersValidator

from portal.text import lower_first

COMMON = {
    "invalid_choice": "Chọn {what} trong danh sách",
    "invalid_list": "Chọn {what} trong danh sách",
    "invalid_pk_value": "Chọn {what} trong danh sách",
    "too_long": "{label} dài %(count)s ký tự; rút ngắn còn tối đa %(limit)s ký tự",
    "max_length": "{label} dài %(show_value)d ký tự; rút ngắn còn tối đa %(limit_value)d ký tự",
    "min_length": "{label} mới có %(show_value)d ký tự; cần ít nhất %(limit_value)d ký tự",
    "max_value": "{label} lớn nhất là %(limit_value)s",
    "min_value": "{label} nhỏ nhất là %(limit_value)s",
    "invalid": "Xem lại {what}",
    "null_characters_not_allowed": "{label} có ký tự không in được; xóa ký tự đó rồi gửi lại",
}
FILES = {
    "missing": "Chưa chọn {what}",
    "empty": "Tệp rỗng, không có nội dung; chọn tệp khác",
    "max_length": "Tên tệp dài %(length)d ký tự; đặt tên ngắn hơn %(max)d ký tự",
    "invalid": "Tệp chưa gửi được; chọn lại tệp",
    "contradiction": "Chọn tệp mới hoặc bỏ tệp cũ, không làm cả hai",
}
CHOSEN = (forms.ChoiceField, forms.ModelChoiceField, forms.FileField)


def speak(field: forms.Field, *, label: str) -> None:
    """Give a field its sentences, but for those that its declaration chose itself."""
    for code, sentence in _sentences(type(field), label).items():  # type: ignore[arg-type]
        if not _chosen(field, code):
            field.error_messages[code] = sentence
    if isinstance(field, forms.ModelChoiceField):  # it asks a validator that knows no table
        sentence = str(field.error_messages["invalid_choice"])
        no_null = ProhibitNullCharactersValidator(sentence)
        field.validate_no_null_characters = no_null  # type: ignore[method-assign]


@lru_cache(maxsize=2048)
def _sentences(kind: type[forms.Field], label: str) -> dict[str, str]:
    sentences = COMMON | {"required": _required(kind, label)}
    if issubclass(kind, forms.FileField):
        sentences |= FILES
    words = {"label": label.replace("%", "%%"), "what": lower_first(label).replace("%", "%%")}
    return {code: sentence.format(**words) for code, sentence in sentences.items()}


def _required(kind: type[forms.Field], label: str) -> str:
    if label.endswith("?"):
        return f"Chưa trả lời: {_braces(label)}"
    if issubclass(kind, forms.BooleanField):
        return f"Chưa đánh dấu: {_braces(label)}"
    return "Chưa chọn {what}" if issubclass(kind, CHOSEN) else "Chưa nhập {what}"


def _braces(label: str) -> str:
    return label.replace("{", "{{").replace("}", "}}")


def _chosen(field: forms.Field, code: str) -> bool:
    """Whether this sentence is the field's own and not the one that every such field has."""
    if code not in field.error_messages:
        return False
    own, usual = field.error_messages[code], _of_the_class(type(field)).get(code)  # type: ignore[arg-type]
    return own is not usual and own != usual


@cache
def _of_the_class(field: type[forms.Field]) -> dict:
    theirs: dict = {}
    for kind in reversed(field.__mro__):
        theirs |= getattr(kind, "default_error_messages", {})
    return theirs
