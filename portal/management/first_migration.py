"""An empty database gets its tables without drawing every neighbour anew at each step."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState

RENDERED_ANEW = "_find_reload_model"
"""Django's answer to: which models does an operation render again?"""


@contextmanager
def neighbours_drawn_late(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """While nothing has been migrated, a new table, column or check renders its own model only.

    Django renders again whatever is related, here nearly every model several hundred times. What
    was left is rendered before any Python of a migration runs: Django's own `is_delayed`.
    """
    if MigrationRecorder(connection).applied_migrations():
        yield
        return
    around = getattr(ProjectState, RENDERED_ANEW)
    setattr(ProjectState, RENDERED_ANEW, itself_or(around))
    try:
        yield
    finally:
        setattr(ProjectState, RENDERED_ANEW, around)


def itself_or(around: Callable) -> Callable:
    def found(state: ProjectState, app_label: str, model_name: str, delay: bool = False) -> set:
        model = app_label, model_name
        if not delay and not is_new(state, *model) and not has_one_more_field(state, *model):
            return around(state, *model)
        state.is_delayed = True
        return {model}

    return found


def is_new(state: ProjectState, app_label: str, model_name: str) -> bool:
    return model_name not in state.apps.all_models[app_label]


def has_one_more_field(state: ProjectState, app_label: str, model_name: str) -> bool:
    """A column added: whoever points to the model may still point to it as it was drawn before."""
    drawn = state.apps.get_model(app_label, model_name)._meta
    before = {field.name for field in (*drawn.local_fields, *drawn.local_many_to_many)}
    return before < set(state.models[app_label, model_name].fields)
