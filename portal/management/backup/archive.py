"""The one .tar: the dump, the files, the manifest with their hashes, a seal over every byte."""

from __future__ import annotations

import hashlib
import io
import json
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Any, cast

DUMP, MANIFEST, SEAL, FILES = "database.dump", "manifest.json", "seal.sha256", "files/"
FORMAT = 1
BLOCK = 1 << 20


class Broken(Exception):
    """The backup is not as it was written; the message says in a sentence what is wrong."""


class Hashed:
    """A file that remembers the hash of what went through."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.digest = hashlib.sha256()

    def write(self, data: bytes) -> int:
        self.digest.update(data)
        return self.file.write(data)

    def read(self, size: int = -1) -> bytes:
        data = self.file.read(size)
        self.digest.update(data)
        return data

    def tell(self) -> int:
        return self.file.tell()


class Writing:
    def __init__(self, file: IO[bytes]) -> None:
        self.through = Hashed(file)
        self.tar = tarfile.TarFile(fileobj=cast(Any, self.through), mode="w")
        self.hashes: dict[str, str] = {}

    def add(self, name: str, path: Path) -> str:
        """Its hash, made while it is copied: what is read once is what was written."""
        with path.open("rb") as file:
            through = Hashed(file)
            self.put(name, through, size=os.fstat(file.fileno()).st_size)
        self.hashes[name] = through.digest.hexdigest()
        return self.hashes[name]

    def put(self, name: str, content: Any, *, size: int) -> None:
        entry = tarfile.TarInfo(name)
        entry.size, entry.mode = size, 0o600
        self.tar.addfile(entry, content)

    def say(self, name: str, text: str) -> None:
        content = text.encode()
        self.put(name, io.BytesIO(content), size=len(content))

    def finish(self, told: dict[str, Any]) -> None:
        manifest = {"format": FORMAT, "members": self.hashes, **told}
        self.say(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
        self.say(SEAL, self.through.digest.hexdigest())
        self.tar.close()


@contextmanager
def written(path: Path) -> Iterator[Writing]:
    """There is a whole backup under that name or none."""
    new = path.with_name(f".{path.name}.new")
    try:
        with open(new, "wb", opener=private) as file:
            yield Writing(file)
            file.flush()
            os.fsync(file.fileno())
        new.rename(path)
    finally:
        new.unlink(missing_ok=True)


def private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


class Archive:
    """A backup that was read through and found as it was written."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        try:
            self.tar = tarfile.open(fileobj=file, mode="r:")  # noqa: SIM115 - as long as the file
            self.entries = {entry.name: entry for entry in self.tar.getmembers()}
        except (tarfile.TarError, EOFError, UnicodeError, ValueError) as fault:
            raise Broken("Tệp này không phải bản sao lưu của Cổng hoặc đã hỏng.") from fault
        self.manifest = self.read_manifest()
        self.check()

    def read_manifest(self) -> dict[str, Any]:
        if not self.entries.keys() >= {DUMP, MANIFEST, SEAL}:
            raise Broken("Bản sao lưu bị cắt cụt: thiếu mục lục hoặc dấu niêm ở cuối.")
        try:
            manifest = json.load(self.open(MANIFEST))
            if manifest["format"] == FORMAT:
                return manifest
        except (ValueError, KeyError, TypeError) as fault:
            raise Broken("Mục lục của bản sao lưu đã hỏng.") from fault
        raise Broken("Bản sao lưu do một phiên bản khác của Cổng lập.")

    def check(self) -> None:
        wanted = self.manifest["members"]
        inside = self.entries.keys() - {MANIFEST, SEAL}
        if lacking := sorted(wanted.keys() - inside):
            raise Broken(f"Bản sao lưu thiếu {len(lacking)} tệp, ví dụ {lacking[0]}.")
        if foreign := sorted(inside - wanted.keys()):
            raise Broken(f"Bản sao lưu có tệp lạ: {foreign[0]}.")
        if self.sealed() != self.open(SEAL).read().decode(errors="replace"):
            raise Broken(f"Bản sao lưu đã hỏng hoặc bị sửa: {self.changed() or MANIFEST}.")

    def sealed(self) -> str:
        """Over everything before the seal, headings and filling too."""
        through, left = hashlib.sha256(), self.entries[SEAL].offset
        self.file.seek(0)
        while left and (data := self.file.read(min(left, BLOCK))):
            through.update(data)
            left -= len(data)
        return through.hexdigest()

    def changed(self) -> str:
        members = self.manifest["members"].items()
        return next((name for name, known in members if self.hash_of(name) != known), "")

    def hash_of(self, name: str) -> str:
        return hashlib.file_digest(self.open(name), "sha256").hexdigest()  # type: ignore[arg-type]

    def open(self, name: str) -> IO[bytes]:
        content = self.tar.extractfile(self.entries[name])
        if content is None:
            raise Broken(f"Trong bản sao lưu, {name} không phải là tệp.")
        return content

    def files(self) -> Iterator[tuple[PurePosixPath, IO[bytes]]]:
        for name in self.manifest["members"]:
            if name.startswith(FILES):
                yield inside(name.removeprefix(FILES)), self.open(name)


def inside(name: str) -> PurePosixPath:
    """A path that leads nowhere but below the folder of files."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise Broken(f"Bản sao lưu có đường dẫn lạ: {name}.")
    return path


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    with path.open("rb") as file:
        yield Archive(file)
