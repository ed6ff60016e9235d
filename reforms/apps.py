from django.apps import AppConfig


class ReformsConfig(AppConfig):
    name = "reforms"
    default_auto_field = "django.db.models.BigAutoField"
