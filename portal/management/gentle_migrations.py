"""Which migrations would stop the office: the version before still serves while they run.

The rules hold for what was written after BASELINE, the last migration of each app that an office
may already have. What must be done all the same is said on the migration, word for word as the
linter names it, with its reason: `agreed = {"RemoveField Office.hours": "not read since 2026.2"}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.postgres.operations import AddConstraintNotValid, AddIndexConcurrently
from django.db import models
from django.db.migrations import Migration
from django.db.migrations import operations as ops
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.db.models.fields import NOT_PROVIDED

BASELINE = {"portal": 43, "citizens": 38, "democracy": 17, "reforms": 19}
APPS = tuple(BASELINE)
RENAMES = (ops.RenameField, ops.RenameModel, ops.AlterModelTable)
TABLES = (ops.AddField, ops.AlterField, ops.RemoveField, ops.CreateModel, ops.DeleteModel)
HARSH_SQL = {
    r"\bDROP\s+(TABLE|COLUMN)\b": "bản cũ còn đọc; bỏ ở bản sau nữa",
    r"\bRENAME\b": "bản cũ còn gọi tên cũ",
    r"\bSET\s+NOT\s+NULL\b": "quét cả bảng trong khi khóa",
    r"\bALTER\s+(COLUMN\s+)?\S+\s+(SET\s+DATA\s+)?TYPE\b": "ghi lại cả bảng trong khi khóa",
    r"\bCREATE\s+(UNIQUE\s+)?INDEX\s+(?!CONCURRENTLY)": "chặn mọi lần ghi; dùng CONCURRENTLY",
    r"\bLOCK\s+TABLE\b": "chặn mọi người",
    r"\bTRUNCATE\b": "xóa sạch",
}


@dataclass(frozen=True)
class Harsh:
    """One operation that the version before would not survive, or that locks a table long."""

    migration: str
    what: str
    why: str

    def __str__(self) -> str:
        return f"{self.migration}: {self.what}: {self.why}"


def harsh_migrations() -> list[Harsh]:
    """Read from the files alone; no database is asked."""
    loader = MigrationLoader(None, ignore_no_migrations=True)
    found = []
    for app, name in sorted(key for key in loader.disk_migrations if key[0] in APPS):
        if is_new(app, name):
            migration = loader.disk_migrations[app, name]
            before = loader.project_state((app, name), at_end=False)
            found += harsh(migration, before)
    return found


def is_new(app: str, name: str) -> bool:
    return int(name.split("_")[0]) > BASELINE[app]


def harsh(migration: Migration, before: ProjectState) -> list[Harsh]:
    agreed = getattr(migration, "agreed", {})
    told = [*operation_by_operation(migration, before), *both_at_once(migration)]
    return [each for each in told if not agreed.get(each.what)]


def operation_by_operation(migration: Migration, before: ProjectState) -> Iterator[Harsh]:
    fresh = {each.name_lower for each in flat(migration) if isinstance(each, ops.CreateModel)}
    state, label = before.clone(), f"{migration.app_label}.{migration.name}"
    for operation in migration.operations:
        for each in parts(operation):
            table = str(getattr(each, "model_name", "")).lower()
            if table not in fresh:
                for what, why in faults(each, state, migration.app_label):
                    yield Harsh(label, what, why)
        operation.state_forwards(migration.app_label, state)


def flat(migration: Migration) -> Iterator[Operation]:
    for operation in migration.operations:
        yield from parts(operation)


def parts(operation: Operation) -> list[Operation]:
    """Of an operation that says one thing to the database and another to the models, the first."""
    if isinstance(operation, ops.SeparateDatabaseAndState):
        return [each for part in operation.database_operations for each in parts(part)]
    return [operation]


def faults(operation: Operation, state: ProjectState, app: str) -> Iterator[tuple[str, str]]:
    name = title_of(operation)
    if isinstance(operation, RENAMES):
        yield name, "bản cũ còn gọi tên cũ; thêm cột mới, chép sang, bỏ cột cũ ở bản sau nữa"
    elif isinstance(operation, ops.RemoveField | ops.DeleteModel):
        yield name, "bản cũ còn đọc; ngừng dùng ở bản này, bỏ ở bản sau"
    elif isinstance(operation, ops.AddField) and not may_be_left_out(operation.field):
        yield name, "bản cũ ghi dòng mới thiếu cột này; cho phép để trống hoặc đặt db_default"
    elif isinstance(operation, ops.AlterField):
        yield from altered(operation, state, app)
    elif isinstance(operation, ops.AddIndex) and not isinstance(operation, AddIndexConcurrently):
        yield name, "chặn mọi lần ghi vào bảng; dùng AddIndexConcurrently và atomic = False"
    elif isinstance(operation, ops.AddConstraint) and not isinstance(
        operation, AddConstraintNotValid
    ):
        yield name, "quét cả bảng trong khi khóa; dùng AddConstraintNotValid rồi ValidateConstraint"
    elif isinstance(operation, ops.RunSQL):
        for pattern, why in HARSH_SQL.items():
            if found := re.search(pattern, str(operation.sql), re.IGNORECASE):
                yield f"RunSQL {' '.join(found[0].split()).upper()}", why


def title_of(operation: Operation) -> str:
    """RemoveField Office.hours."""
    model = getattr(operation, "model_name", "") or getattr(operation, "name", "")
    part = getattr(operation, "name", "") if getattr(operation, "model_name", "") else ""
    for named in ("index", "constraint"):
        part = getattr(getattr(operation, named, None), "name", part)
    old = getattr(operation, "old_name", "")
    return f"{type(operation).__name__} {'.'.join(filter(None, (model, old or part)))}"


def may_be_left_out(field: models.Field) -> bool:
    return (
        field.null
        or field.many_to_many is True
        or getattr(field, "db_default", NOT_PROVIDED) is not NOT_PROVIDED
    )


def altered(operation: ops.AlterField, state: ProjectState, app: str) -> Iterator[tuple[str, str]]:
    old = state.models[app, operation.model_name_lower].fields[operation.name]
    new, name = operation.field, title_of(operation)
    if old.null and not new.null:
        yield name, "quét cả bảng trong khi khóa; thêm CHECK NOT VALID, kiểm rồi mới cấm trống"
    if type(old) is not type(new) or narrower(old, new):
        yield name, "đổi kiểu ghi lại cả bảng trong khi khóa; thêm cột mới rồi chép sang"


def narrower(old: models.Field, new: models.Field) -> bool:
    before, after = getattr(old, "max_length", None), getattr(new, "max_length", None)
    return after is not None and (before is None or after < before)


def both_at_once(migration: Migration) -> Iterator[Harsh]:
    kinds = [type(each) for each in flat(migration)]
    rows = [kind for kind in kinds if issubclass(kind, ops.RunPython)]
    tables = [kind for kind in kinds if issubclass(kind, TABLES)]
    if migration.atomic and rows and tables:
        label = f"{migration.app_label}.{migration.name}"
        why = "bảng bị khóa suốt lúc chép dữ liệu; tách làm hai bản"
        yield Harsh(label, "RunPython cùng đổi bảng", why)
