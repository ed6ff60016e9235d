"""The archive itself: one CSV a table, the files, their hashes, a protocol as page and as text."""

from __future__ import annotations

import csv
import hashlib
import html
import io
import zipfile
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any

from django.apps import apps
from django.core.files.storage import default_storage
from django.db import models

from portal.attachments import File
from portal.office import office
from portal.successor import SuccessorExport
from portal.text import day, number, slug
from portal.views.spreadsheet import DANGEROUS

from .left_out import LEFT_OUT
from .tables import Table, names_now, tables

SUMS, PAGE, TEXT = "SHA256SUMS.txt", "bien-ban.html", "bien-ban.txt"
MARK = "\ufeff"
OWN_BOOK = "Chỉ có số, ngày, kết luận và số liệu; danh tính người tố cáo giữ trên giấy."
NO_OWN_BOOK = "Không có hồ sơ tố cáo của sổ riêng và số liệu đã chốt của biểu có tính tố cáo."


class Archive:
    """Written into ``target``, a path; ``told`` hears how many tables are done."""

    def __init__(self, scope: SuccessorExport, told: Callable[[int, int], None]) -> None:
        self.scope, self.told, self.names = scope, told, names_now()
        self.sums: list[tuple[str, str]] = []
        self.counts: list[tuple[Table, int]] = []
        self.linked: dict[Any, str] = {}
        self.files = 0
        self.lost: list[str] = []

    def write(self) -> str:
        path = self.scope.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as self.zip:
            listed = tables()
            for at, table in enumerate(listed, start=1):
                self.write_table(table)
                self.told(at, len(listed))
            self.write_files()
            self.write_protocol()
        with path.open("rb") as written:
            return hashlib.file_digest(written, "sha256").hexdigest()

    def put(self, name: str, content: bytes) -> None:
        self.zip.writestr(name, content)
        self.sums.append((hashlib.sha256(content).hexdigest(), name))

    def write_table(self, table: Table) -> None:
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow(table.headings)
        count, links = 0, [each for each in table.columns if is_file(each)]
        for row in table.rows(self.scope).iterator(chunk_size=2_000):
            writer.writerow([neutral(value) for value in table.told(row, self.names)])
            count += 1
            for each in links:
                if pk := getattr(row, each.attname):
                    self.linked.setdefault(pk, owner_of(row, table))
        if count:
            self.put(f"bang/{table.name}", (MARK + out.getvalue()).encode())
        self.counts.append((table, count))

    def write_files(self) -> None:
        """Under the name that whoever sent it gave, below the record that it belongs to."""
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow(["Mã tệp (id)", "Tên tệp", "Nằm ở", "Loại", "Cỡ", "SHA-256"])
        for at, file in enumerate(File.objects.filter(pk__in=self.linked).order_by("at", "pk"), 1):
            name = f"tep/{self.linked[file.pk]}/{at:05d}-{readable(file.name)}"
            if default_storage.exists(file.path):
                with default_storage.open(file.path) as kept:
                    self.put(name, kept.read())
                self.files += 1
            else:
                self.lost.append(name)
            facts = (file.pk, file.name, name, file.mime, file.size, file.sha256)
            writer.writerow([neutral(str(value)) for value in facts])
        self.put("bang/tep-danh-muc-tep.csv", (MARK + out.getvalue()).encode())

    def write_protocol(self) -> None:
        lines = self.protocol()
        self.put(TEXT, "\n".join(lines).encode())
        body = "\n".join(f"<p>{html.escape(line)}</p>" for line in lines)
        page = (
            f'<!doctype html>\n<html lang="vi"><meta charset="utf-8"><title>{html.escape(lines[0])}'
            f"</title><body>{body}</body></html>\n"
        )
        self.put(PAGE, page.encode())
        told = "".join(f"{digest}  {name}\n" for digest, name in self.sums)
        self.zip.writestr(SUMS, told)

    def protocol(self) -> list[str]:
        scope, here = self.scope, office(self.scope.on)
        rows = sum(count for _, count in self.counts)
        return [
            f"Biên bản xuất hồ sơ bàn giao của {here.name}",
            f"Ngày xuất: {day(scope.on)}. Người xuất: {scope.by or 'lệnh trên máy chủ'}.",
            f"Phạm vi: {scope.scope}.",
            OWN_BOOK if scope.sealed else NO_OWN_BOOK,
            f"Tổng số {number(rows)} dòng trong {number(sum(1 for _, n in self.counts if n))} bảng,"
            f" {number(self.files)} tệp.",
            "Mỗi bảng là một tệp CSV mã UTF-8, ngăn bằng dấu phẩy; cột có chữ “(id)” nối các bảng.",
            f"{SUMS} ghi mã băm SHA-256 của từng tệp; kiểm tra bằng lệnh sha256sum -c {SUMS}.",
            "Ô bắt đầu bằng = + - @ có thêm dấu ' ở đầu để bảng tính không hiểu là công thức.",
            *(f"Không tìm thấy tệp: {name}." for name in self.lost),
            *self.left_out(),
            "Số dòng của từng bảng:",
            *(f"- {table.title} ({table.name}): {number(count)}" for table, count in self.counts),
        ]  # fmt: skip

    def left_out(self) -> list[str]:
        """Tables that do not go along, and why; of a unit or a field, those without its rows."""
        by_reason: dict[str, list[str]] = {}
        for label, reason in LEFT_OUT.items():
            title = Table(apps.get_model(label), ()).title
            by_reason.setdefault(reason, []).append(f"{title} ({label})")
        told = [f"- {reason}: {'; '.join(names)}." for reason, names in by_reason.items()]
        columns = "- mật khẩu, muối băm và nơi cất tệp trên máy chủ: không rời máy chủ."
        return ["Không xuất:", *told, columns]


def is_file(field: Any) -> bool:
    return isinstance(field, models.ForeignKey) and field.related_model is File


def owner_of(row: Any, table: Table) -> str:
    """The number of the record, else the name of its table."""
    for name in ("stream", "code", "case", "petition", "visit", "reception"):
        found = getattr(row, name, None)
        if name == "stream" and found:
            return readable(found.partition("/")[2])
        if found:
            return readable(str(getattr(found, "code", found)))
    return readable(f"{slug(table.title)[:40]}-{row.pk}")


def readable(name: str) -> str:
    """A file name that no system refuses; its letters stay."""
    plain = PurePosixPath(name.replace("\\", "/")).name
    kept = "".join(each if each.isalnum() or each in " .-_()" else "-" for each in plain)
    return kept.strip(" .")[:120] or "tep"


def neutral(text: str) -> str:
    return f"'{text}" if text.startswith(DANGEROUS) else text
