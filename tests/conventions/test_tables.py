"""Nobody's act disappears with a row: what points to a person, a case or a file protects it."""

from django.apps import apps
from django.db import models

OURS = {"portal", "citizens", "democracy", "reforms"}
PRECIOUS = {"User", "Unit", "Body", "Position", "File", "Case", "Petition", "Matter", "Commune"}


def links() -> list[models.Field]:
    ours = [model for model in apps.get_models() if model._meta.app_label in OURS]
    return [
        field
        for model in ours
        for field in model._meta.local_fields
        if isinstance(field, models.ForeignKey)
    ]


def is_precious(field: models.ForeignKey) -> bool:
    families = {parent.__name__ for parent in field.related_model.__mro__}
    return bool(families & PRECIOUS)


def unprotected(field: models.ForeignKey) -> bool:
    owns_its_row = field.primary_key or getattr(field, "parent_link", False)
    return field.remote_field.on_delete is not models.PROTECT and not owns_its_row


def test_links_to_people_cases_and_files_protect_them():
    assert [str(field) for field in links() if is_precious(field) and unprotected(field)] == []


def test_the_check_sees_links_at_all():
    assert len([field for field in links() if is_precious(field)]) > 20


def test_every_kernel_table_stands_in_the_table_of_contents():
    from portal import models as index

    kernel = [model.__name__ for model in apps.get_app_config("portal").get_models()]
    assert [name for name in kernel if name not in index.__all__] == []
