"""The table of files, and the one way in and out of the store."""

import secrets
import uuid
from functools import partial
from hashlib import sha256

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.http import FileResponse
from django.utils import timezone

from portal.attachments.scanning import refuse_viruses
from portal.attachments.sniffing import MAX_BYTES, recognise
from portal.text import clean

NAME_LENGTH = 300
ALONE = "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
LOCKED_UP = f"sandbox; {ALONE}"


class File(models.Model):
    """Tệp. Who may fetch it is decided by the record that links to it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField("tên tệp", max_length=NAME_LENGTH)
    size = models.PositiveIntegerField("cỡ")
    sha256 = models.CharField(max_length=64)
    mime = models.CharField(max_length=100)
    path = models.CharField(max_length=100, unique=True)
    by = models.ForeignKey("portal.User", models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.name

    @property
    def is_image(self) -> bool:
        return self.mime.startswith("image/")

    def erase(self) -> None:
        """Row now, bytes when the transaction holds."""
        self.delete()
        transaction.on_commit(partial(default_storage.delete, self.path))


class Attachment(models.Model):
    """What ties a file to a record of an app."""

    file = models.ForeignKey(File, models.PROTECT, related_name="+")
    title = models.CharField("tên tài liệu", max_length=NAME_LENGTH, blank=True)
    citizen_visible = models.BooleanField("công dân được biết", default=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title or self.file.name


def receive(upload: UploadedFile, *, by=None) -> File:
    """Take in one file; raises ValueError with the sentence that says what is wrong with it."""
    name = honest_name(upload)
    content = contents(upload, name)
    mime = recognise(content, name)
    refuse_viruses(content, name)
    return keep(content, name=name, mime=mime, by=by)


def keep(content: bytes, *, name: str, mime: str, by=None) -> File:
    """Store what was looked at, or made by the portal itself, under a random name."""
    token = secrets.token_hex(20)
    path = default_storage.save(f"{token[:2]}/{token}", ContentFile(content))
    return File.objects.create(
        name=name,
        size=len(content),
        sha256=sha256(content).hexdigest(),
        mime=mime,
        path=path,
        by=by,
    )


def honest_name(upload: UploadedFile) -> str:
    """The whole name as the sender's machine has it: Django alone would cut it at 255."""
    name = clean(getattr(upload, "whole_name", None) or upload.name or "").strip()
    name = name.replace("\\", "/").rsplit("/", 1)[-1].replace("\n", " ")
    if len(name) > NAME_LENGTH:
        raise ValueError(f"Tên tệp dài quá {NAME_LENGTH} ký tự. Xin đặt tên ngắn hơn.")
    return name


def contents(upload: UploadedFile, name: str) -> bytes:
    if not upload.size:
        raise ValueError(f"Tệp “{name}” rỗng, không có nội dung.")
    if upload.size > MAX_BYTES:
        raise ValueError(f"Tệp “{name}” lớn hơn 10 MB. Xin chia nhỏ hoặc quét với độ nét thấp hơn.")
    upload.seek(0)
    content = upload.read()
    upload.seek(0)
    return content


def serve(file: File) -> FileResponse:
    """As an attachment in a sandbox: whatever it is, it does not run on this site."""
    response = FileResponse(default_storage.open(file.path), as_attachment=True, filename=file.name)
    response["Content-Type"] = file.mime
    response["Content-Security-Policy"] = LOCKED_UP
    return response
