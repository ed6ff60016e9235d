"""What is written in Word about a subject, version by version, until it is signed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.files.storage import default_storage
from django.db import models, transaction
from django.db.models import Max

from portal.attachments import File, keep
from portal.attachments.sniffing import DOCX
from portal.documents.building import heading_of
from portal.documents.forms import FORMS, Form
from portal.documents.reading import body_of, has_open_changes, opened, paragraphs_in
from portal.documents.templates import OfficeTemplate
from portal.people import User
from portal.text import slug


class WordVersions(models.QuerySet["WordVersion"]):
    def about(self, subject: Any) -> WordVersions:
        return self.filter(stream=subject.stream)

    def open(self) -> WordVersions:
        """Of drafts that nobody has signed yet."""
        return self.filter(closed_on=None)

    def of_no_step(self, subject: Any) -> list[WordVersion]:
        """Drafts that wait for a signature of their own, the newest of each form."""
        rows = self.about(subject).open().filter(step="").select_related("by")
        newest = {row.code: row for row in rows if FORMS[row.code][0].is_signed_alone}
        return [*newest.values()]

    def of_step(self, subject: Any, step: str) -> WordVersion | None:
        """The draft of a step as it now stands."""
        return self.about(subject).open().filter(step=step).last()


class WordVersion(models.Model):
    """Bản Word của một dự thảo."""

    class Origin(models.TextChoices):
        MADE = "made", "Cổng tạo từ mẫu"
        SENT = "sent", "tải lên"

    stream = models.CharField(max_length=60)
    code = models.CharField("biểu mẫu", max_length=40)
    step = models.CharField(max_length=40, blank=True)
    number = models.PositiveSmallIntegerField("bản số")
    origin = models.CharField(max_length=4, choices=Origin)
    template = models.ForeignKey(OfficeTemplate, models.PROTECT, null=True, related_name="+")
    file = models.ForeignKey(File, models.PROTECT, related_name="+")
    paragraphs = ArrayField(models.TextField(), verbose_name="các đoạn")
    text = models.TextField("lời văn", blank=True)
    unresolved = models.BooleanField("còn theo dõi thay đổi", default=False)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    on = models.DateField("ngày")
    closed_on = models.DateField("ngày duyệt", null=True)

    objects = WordVersions.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["stream", "code", "number"], name="word_version_once")
        ]

    def __str__(self) -> str:
        return f"Bản Word số {self.number}"

    @property
    def slug(self) -> str:
        return FORMS[self.code][0].slug

    @property
    def title(self) -> str:
        return FORMS[self.code][0].title

    @property
    def content(self) -> bytes:
        with default_storage.open(self.file.path) as file:
            return file.read()


@transaction.atomic
def add_version(
    subject: Any,
    form: Form,
    content: bytes,
    *,
    by: User,
    on: date,
    file: File | None = None,
    template: OfficeTemplate | None = None,
) -> WordVersion:
    """``file``: as somebody sent it; without one the portal has made it."""
    subject.lock()
    name = f"{slug(form.title)[:80]}-{subject.code}.docx"
    document = opened(content, file.name if file else name)
    rows = WordVersion.objects.about(subject).filter(code=form.code)
    return WordVersion.objects.create(
        stream=subject.stream,
        code=form.code,
        step=form.step,
        number=(rows.aggregate(last=Max("number"))["last"] or 0) + 1,
        origin=WordVersion.Origin.SENT if file else WordVersion.Origin.MADE,
        template=template,
        file=file or keep(content, name=name, mime=DOCX, by=by),
        paragraphs=paragraphs_in(document),
        text=body_of(document, headings=(form.title, heading_of(form), form.about)),
        unresolved=has_open_changes(document),
        by=by,
        on=on,
    )


def take_signed(subject: Any, step: str, *, on: date, form: str = "") -> WordVersion | None:
    """The version that was approved; whatever is written later about it is another document.

    ``form``: where the document belongs to no step of the law.
    """
    which = {"step": "", "code": form} if form else {"step": step}
    rows = WordVersion.objects.about(subject).open().filter(**which)
    last = rows.last()
    rows.update(closed_on=on)
    return last


def forget(subject: Any) -> None:
    """Every version goes with its bytes."""
    for version in WordVersion.objects.about(subject).select_related("file"):
        version.delete()
        version.file.erase()
