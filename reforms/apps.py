from django.apps import AppConfig


class ReformsConfig(AppConfig):
    name = "reforms"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from reforms import figures, obligations, reporting  # noqa: F401  known in every process
