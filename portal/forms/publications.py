"""Writing an article, hanging pictures, deciding that it is shown."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.utils import timezone

from portal.attachments.sniffing import MAX_BYTES
from portal.forms.base import Form
from portal.forms.choices import ChoiceField
from portal.forms.dated_choices import AnyUnitField, FieldField, as_of
from portal.forms.dates import DateField
from portal.forms.files import FilesField
from portal.forms.planning.base import PlanningForm, box, own_unit
from portal.forms.rich_text import RichTextField
from portal.forms.texts import LongTextField, TextField
from portal.forms.times import TimeField
from portal.publications import Article, Category, SitePage, redraw
from portal.publications.drafting import Drafted
from portal.publications.pictures import ArticlePicture
from portal.publications.rich_text import to_marks
from portal.text import day

NEWS, PAGE = "tin", "trang"
EARLY = time(7)


def places(on: date) -> list[Any]:
    """Where an article may stand: a category of news, or a page of the office."""
    news = [(f"{NEWS}:{row.code}", row.name) for row in Category.objects.open(as_of=on)]
    pages = [(f"{PAGE}:{row.code}", row.title) for row in SitePage.objects.open(as_of=on)]
    return [("", "Chọn nơi đăng"), ("Tin tức", news), ("Trang giới thiệu", pages)]


class ArticleText(Form):
    title = TextField(label="Tiêu đề", max_length=200)
    place = ChoiceField(label="Nơi đăng", widget=forms.Select)
    lead = LongTextField(
        label="Tóm tắt", required=False, max_length=500, widget=box(2),
        help_text="Một, hai câu đứng dưới tiêu đề; để trống thì lấy những chữ đầu của bài",
    )  # fmt: skip
    body = RichTextField(label="Nội dung")
    author = TextField(label="Tác giả", required=False, max_length=120)
    unit = AnyUnitField(label="Đơn vị viết")
    field = FieldField(required=False, empty_label="Không riêng lĩnh vực nào")

    layout = Layout(
        "title", Div("place", "field", css_class="pair"), "lead", "body",
        Div("author", "unit", css_class="pair"),
    )  # fmt: skip

    def stand_on(self, on: date) -> None:
        self.fields["place"].choices = places(on)
        as_of(self, on)

    def clean_place(self) -> dict[str, Any]:
        kind, _, code = self.cleaned_data["place"].partition(":")
        if kind == PAGE:
            return {"category": None, "page": SitePage.objects.get(code=code)}
        return {"category": Category.objects.get(code=code), "page": None}

    def arguments(self) -> dict[str, Any]:
        facts = dict(self.cleaned_data)
        return facts.pop("place") | facts


class NewArticle(ArticleText):
    """``drafted``: what a record says of itself; ``page``: whose next wording it is."""

    def __init__(
        self, *args: Any, by: Any, on: date, source: str = "", drafted: Drafted | None = None,
        page: SitePage | None = None, **options: Any,
    ) -> None:  # fmt: skip
        unit = own_unit(by, on=on)
        first: dict[str, Any] = {"unit": unit and unit.code, "author": str(by)}
        if drafted:
            first |= as_typed(drafted)
        if page:
            first |= wording_of(page)
        super().__init__(*args, initial=first, **options)
        self.source, self.drafted = source, drafted
        self.stand_on(on)

    def arguments(self) -> dict[str, Any]:
        pictures = self.drafted.pictures if self.drafted else ()
        return super().arguments() | {
            "source": self.source,
            "pictures": [(redraw(read(file), file.name), caption) for file, caption in pictures],
        }


def as_typed(drafted: Drafted) -> dict[str, Any]:
    return {
        "title": drafted.title[:200],
        "lead": drafted.lead[:500],
        "body": drafted.body,
        "unit": drafted.unit.code,
        "field": drafted.field and drafted.field.code,
        "place": f"{NEWS}:{drafted.category}",
    }


def wording_of(page: SitePage) -> dict[str, Any]:
    """As it stands now, to be written further."""
    now = Article.objects.of_page(page, at=timezone.now()).first()
    return answers_of(now) if now else {"title": page.title, "place": f"{PAGE}:{page.code}"}


class Edit(ArticleText, PlanningForm):
    model, step = Article, "edit"

    def __init__(self, *args: Any, subject: Article, on: date, **options: Any) -> None:
        options["initial"] = answers_of(subject) | (options.get("initial") or {})
        super().__init__(*args, subject=subject, on=on, **options)
        self.stand_on(on)


def answers_of(one: Article) -> dict[str, Any]:
    place = f"{PAGE}:{one.page.code}" if one.page else ""
    if one.category:
        place = f"{NEWS}:{one.category.code}"
    return {
        **{name: getattr(one, name) for name in ("title", "lead", "body", "author")},
        "place": place,
        "unit": one.unit.code,
        "field": one.field and one.field.code,
    }


class AddPicture(PlanningForm):
    model, step = Article, "add_picture"

    picture_sent = FilesField(
        label="Ảnh",
        help_text=f"Ảnh JPG hoặc PNG, không quá {MAX_BYTES // 2**20} MB; nơi chụp, máy chụp ghi"
        " trong ảnh được bỏ đi",
        widget=forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png"}),
    )
    alt = TextField(
        label="Trong ảnh có gì", max_length=300,
        help_text="Một câu đọc cho người không nhìn thấy ảnh",
    )  # fmt: skip
    caption = TextField(
        label="Chú thích", required=False, max_length=300,
        help_text="Đứng dưới ảnh: ai, làm gì, ở đâu, ngày nào",
    )  # fmt: skip

    def clean_picture_sent(self) -> Any:
        sent = self.cleaned_data["picture_sent"]
        if len(sent) != 1:
            raise ValidationError("Mỗi lần thêm một ảnh")
        if sent[0].size > MAX_BYTES:
            raise ValidationError(f"Ảnh lớn hơn {MAX_BYTES // 2**20} MB; chọn bản nhỏ hơn")
        try:
            return redraw(sent[0].read(), sent[0].name)
        except ValueError as refusal:
            raise ValidationError(str(refusal)) from refusal

    def arguments(self) -> dict[str, Any]:
        facts = dict(self.cleaned_data)
        return {"picture": facts["picture_sent"], "alt": facts["alt"], "caption": facts["caption"]}


class RemovePicture(PlanningForm):
    model, step = Article, "remove_picture"
    danger = True

    picture = forms.ModelChoiceField(
        ArticlePicture.objects.none(), label="Ảnh", empty_label="Chọn ảnh"
    )

    def __init__(self, *args: Any, subject: Article, **options: Any) -> None:
        super().__init__(*args, subject=subject, **options)
        picture: Any = self.fields["picture"]
        picture.queryset = subject.pictures.all()


class Publish(PlanningForm):
    model, step = Article, "publish"

    from_on = DateField(
        label="Đăng từ ngày", required=False, help_text="Để trống: đăng ngay khi được duyệt"
    )
    from_hour = TimeField(label="Từ giờ", required=False, help_text="Để trống: 7 giờ")
    note = LongTextField(label="Ý kiến kèm theo", required=False, max_length=1_000, widget=box(2))

    layout = Layout(Div("from_on", "from_hour", css_class="pair"), "note")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("from_hour") and not data.get("from_on"):
            self.add_error("from_on", "Có giờ thì ghi cả ngày")
        return data

    def arguments(self) -> dict[str, Any]:
        """What was asked for a moment that is over is shown at once."""
        now, data = timezone.now(), self.cleaned_data
        at = now
        if data["from_on"]:
            wanted = datetime.combine(data["from_on"], data["from_hour"] or EARLY)
            at = max(now, timezone.make_aware(wanted))
        return {"at": at, "note": data["note"]}

    def facts(self) -> list[tuple[str, str]]:
        one = self.subject
        place = str(one.page or one.category)
        return [("Tiêu đề", one.title), ("Nơi đăng", place), ("Tác giả", one.byline)]

    def texts(self) -> list[tuple[str, str]]:
        """What whoever approves has before them."""
        told = [("Tóm tắt", self.subject.shown_lead), ("Nội dung", to_marks(self.subject.body))]
        pictures = [f"{row.alt}. Chú thích: {row.caption or 'không'}"
                    for row in self.subject.pictures.all()]  # fmt: skip
        return [*told, ("Ảnh", "\n".join(pictures))] if pictures else told


class Withdraw(PlanningForm):
    model, step = Article, "withdraw"
    danger = True

    reason = LongTextField(label="Lý do gỡ", max_length=500, widget=box(3))


class Rework(PlanningForm):
    model, step = Article, "rework"

    def facts(self) -> list[tuple[str, str]]:
        one = self.subject
        shown = timezone.localtime(one.published_at)
        return [("Đã đăng từ", day(shown.date())), ("Lý do gỡ", one.withdrawn_because)]


def read(file: Any) -> bytes:
    with default_storage.open(file.path) as stored:
        return stored.read()
