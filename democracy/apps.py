from django.apps import AppConfig


class DemocracyConfig(AppConfig):
    name = "democracy"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from democracy import articles, disclosing, figures, reporting  # noqa: F401  known in every process
