"""Upload handlers that keep the whole name of a file beside Django's shortened one."""

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import (
    FileUploadHandler,
    MemoryFileUploadHandler,
    TemporaryFileUploadHandler,
)


class InMemory(MemoryFileUploadHandler):
    def file_complete(self, file_size: int) -> UploadedFile | None:
        return with_whole_name(self, super().file_complete(file_size))


class OnDisk(TemporaryFileUploadHandler):
    def file_complete(self, file_size: int) -> UploadedFile | None:
        return with_whole_name(self, super().file_complete(file_size))


def with_whole_name(handler: FileUploadHandler, upload: UploadedFile | None) -> UploadedFile | None:
    if upload is not None:
        upload.whole_name = handler.file_name  # type: ignore[attr-defined]
    return upload
