from django.apps import AppConfig


class ReformsConfig(AppConfig):
    name = "reforms"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from reforms import figures, reporting  # noqa: F401  known before anybody reports
