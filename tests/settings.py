"""The portal's settings for tests: a cluster of their own, created and migrated by the owner."""

import os

os.environ.setdefault("SECRET_KEY", "only for tests")
os.environ.setdefault("LOOKUP_PEPPER", "only for tests")

from portal.settings import *  # noqa: F403
from portal.settings import (
    EMBEDDED,
    OWNER_DATABASE,
    OWNER_ROLE,
    PORTAL_VAR,
    RUN_TIME_ROLE,
    STORAGES,
)

DATABASES = {"default": OWNER_DATABASE | {"CONN_MAX_AGE": 0}}
if EMBEDDED:
    OWNER_DATABASE = DATABASES["default"] = DATABASES["default"] | {
        "CLUSTER": PORTAL_VAR / "test-postgres",
        "DURABLE": False,
    }
if RUN_TIME_ROLE == OWNER_ROLE:
    RUN_TIME_ROLE = "portal_under_test"
DEMO = False
OFFICE_KEPT_SECONDS = 0  # each test has an office of its own
VISITS_WRITTEN_EVERY = float("inf")  # only where a test asks for it
MEDIA_ROOT = PORTAL_VAR / "test-files"
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
WHITENOISE_AUTOREFRESH = True  # else each test client reads the whole static folder first
