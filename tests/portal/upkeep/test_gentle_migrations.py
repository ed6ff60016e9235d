"""Each rule catches what it was made for, and lets pass what a running office survives."""

import pytest
from django.contrib.postgres.operations import AddConstraintNotValid, AddIndexConcurrently
from django.db import models
from django.db.migrations import Migration
from django.db.migrations import operations as ops
from django.db.migrations.state import ModelState, ProjectState

from portal.management.gentle_migrations import harsh, harsh_migrations

NAME = models.Index(fields=["name"], name="by_name")
CHECK = models.CheckConstraint(condition=~models.Q(name=""), name="named")
HARSH = [
    ops.AddField("Letter", "size", models.IntegerField(default=0)),
    ops.RemoveField("Letter", "name"),
    ops.DeleteModel("Letter"),
    ops.RenameField("Letter", "name", "title"),
    ops.RenameModel("Letter", "Paper"),
    ops.AlterModelTable("Letter", "letters"),
    ops.AlterField("Letter", "note", models.TextField()),
    ops.AlterField("Letter", "name", models.CharField(max_length=10)),
    ops.AlterField("Letter", "name", models.TextField()),
    ops.AddIndex("Letter", NAME),
    ops.AddConstraint("Letter", CHECK),
    ops.RunSQL("ALTER TABLE letter DROP COLUMN name"),
    ops.RunSQL("CREATE INDEX by_name ON letter (name)"),
    ops.RunSQL("ALTER TABLE letter ALTER COLUMN name TYPE text"),
    ops.RunSQL("ALTER TABLE letter ALTER name SET NOT NULL"),
    ops.SeparateDatabaseAndState(database_operations=[ops.RunSQL("DROP TABLE letter")]),
]
GENTLE = [
    ops.AddField("Letter", "size", models.IntegerField(null=True)),
    ops.AddField("Letter", "size", models.IntegerField(db_default=0)),
    ops.AlterField("Letter", "name", models.CharField(max_length=60)),
    ops.AlterField("Letter", "name", models.CharField(max_length=50, null=True)),
    AddIndexConcurrently("Letter", NAME),
    AddConstraintNotValid("Letter", CHECK),
    ops.CreateModel("Answer", [("id", models.BigAutoField(primary_key=True))]),
    ops.RunSQL("CREATE INDEX CONCURRENTLY by_name ON letter (name)"),
    ops.RunPython(ops.RunPython.noop),
]


def migration(*operations, **facts) -> Migration:
    new = type("Migration", (Migration,), {"operations": list(operations), **facts})
    return new("0099_next", "portal")


@pytest.fixture
def before() -> ProjectState:
    state = ProjectState()
    fields = [
        ("id", models.BigAutoField(primary_key=True)),
        ("name", models.CharField(max_length=50)),
        ("note", models.TextField(null=True)),
    ]
    state.add_model(ModelState("portal", "Letter", fields))
    return state


@pytest.mark.parametrize("operation", HARSH, ids=lambda operation: operation.describe())
def test_what_the_version_before_would_not_survive_is_named(before, operation):
    assert len(harsh(migration(operation), before)) == 1


@pytest.mark.parametrize("operation", GENTLE, ids=lambda operation: operation.describe())
def test_what_it_survives_passes(before, operation):
    assert harsh(migration(operation), before) == []


def test_a_new_table_may_be_laid_out_as_one_likes(before):
    table = ops.CreateModel("Answer", [("id", models.BigAutoField(primary_key=True))])
    size = ops.AddField("Answer", "size", models.IntegerField())
    by_size = ops.AddIndex("Answer", models.Index(fields=["size"], name="by_size"))
    assert harsh(migration(table, size, by_size), before) == []


def test_rows_and_tables_are_changed_in_two_migrations(before):
    size = ops.AddField("Letter", "size", models.IntegerField(null=True))
    (told,) = harsh(migration(size, ops.RunPython(ops.RunPython.noop)), before)
    assert told.what == "RunPython cùng đổi bảng"


def test_what_is_done_all_the_same_gives_its_reason(before):
    remove = ops.RemoveField("Letter", "name")
    agreed = {"RemoveField Letter.name": "not read since 2026.1"}
    assert harsh(migration(remove, agreed=agreed), before) == []
    assert harsh(migration(remove, agreed={"RemoveField Letter.note": "x"}), before) != []


def test_the_house_keeps_its_rules():
    assert [str(each) for each in harsh_migrations()] == []
