"""Upload handlers that keep the whole name of a file beside Django's shortened one."""

from django.core.files.uploadhandler import MemoryFileUploadHandler, TemporaryFileUploadHandler


class WholeName:
    def file_complete(self, file_size: int):
        upload = super().file_complete(file_size)
        if upload is not None:
            upload.whole_name = self.file_name
        return upload


class InMemory(WholeName, MemoryFileUploadHandler):
    pass


class OnDisk(WholeName, TemporaryFileUploadHandler):
    pass
