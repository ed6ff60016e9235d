"""The portal's settings, all from the environment; what is missing explains itself."""

import os
import secrets
import sys
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import environ

from portal.embedded_postgres import cluster

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()


def kept_secret(name: str) -> str:
    """From the environment; the embedded portal makes its own once and keeps it to itself."""
    if given := env(name, default=""):
        return given
    if not EMBEDDED:
        sys.exit(f"Đã đặt DATABASE_URL thì phải đặt cả {name} trong môi trường.")
    path = PORTAL_VAR / "secrets" / name.lower()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}")
    unfinished.touch(mode=0o600)
    unfinished.write_text(secrets.token_urlsafe(50))
    with suppress(FileExistsError):
        os.link(unfinished, path)
    unfinished.unlink()
    return path.read_text()


# Where the portal keeps what it makes itself: database, files, secrets, collected static files.
PORTAL_VAR = Path(env("PORTAL_VAR", default="") or BASE_DIR / "var").resolve()
HOST, _, PORT = env("PORTAL_ADDRESS", default="127.0.0.1:8000").rpartition(":")
HOST = HOST or "127.0.0.1"
REACHED_AT = HOST.replace("0.0.0.0", "127.0.0.1").replace("[::]", "[::1]")  # noqa: S104
PORTAL_URL = env("PORTAL_URL", default=f"http://{REACHED_AT}:{PORT}").rstrip("/")
PORTAL_ZONE = env("PORTAL_ZONE", default="outer")
EMBEDDED = not env("DATABASE_URL", default="")
DEBUG = env.bool("DEBUG", default=False)
CLAMD = env("CLAMD", default="")
METRICS_TOKEN = env("METRICS_TOKEN", default="")

# Database: one address, two roles. The run-time role serves, the owner changes the schema.
KEEP_CONNECTIONS = {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
if EMBEDDED:
    private = {
        "ENGINE": "portal.embedded_postgres",
        "NAME": cluster.DATABASE,
        "CLUSTER": PORTAL_VAR / "postgres",
        **KEEP_CONNECTIONS,
    }
    RUN_TIME_DATABASE = private | {"USER": cluster.RUN_TIME}
    OWNER_DATABASE = private | {"USER": cluster.OWNER}
else:
    RUN_TIME_DATABASE = env.db_url("DATABASE_URL") | KEEP_CONNECTIONS
    OWNER_DATABASE = (
        env.db_url("DATABASE_OWNER_URL", default=env("DATABASE_URL")) | KEEP_CONNECTIONS
    )
DATABASES = {"default": RUN_TIME_DATABASE}
RUN_TIME_ROLE = RUN_TIME_DATABASE["USER"]
OWNER_ROLE = OWNER_DATABASE["USER"]

SECRET_KEY = kept_secret("SECRET_KEY")
LOOKUP_PEPPER = kept_secret("LOOKUP_PEPPER")

# The demo office exists only in the embedded database of a portal that listens on loopback.
DEMO_MARK = PORTAL_VAR / "demo"
ON_LOOPBACK = HOST.startswith("127.") or HOST in ("localhost", "[::1]")
DEMO = EMBEDDED and ON_LOOPBACK and DEMO_MARK.exists()

INSTALLED_APPS = [
    "portal",
    "citizens",
    "democracy",
    "reforms",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.forms",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]
MIDDLEWARE = [
    "portal.middleware.RequestId",
    "portal.middleware.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.middleware.Unseen",
    "portal.views.count_visits.CountVisits",
    "portal.middleware.Outage",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "portal.views.sign_in_first.SignInFirst",
    "portal.views.lock.ScreenLock",
    "portal.views.factors.gate.SecondStepFirst",
    "portal.views.reading_only.ReadingOnly",
    "portal.views.seeing.Seeing",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "bootstrap5"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_I18N = True

# People and sessions: a working day at most; the page locks on its own when nobody is there.
AUTH_USER_MODEL = "portal.User"
LOGIN_URL = "/dang-nhap/"
LOGIN_REDIRECT_URL = "/cong-viec/"
LOGOUT_REDIRECT_URL = "/"
PASSWORD_RESET_TIMEOUT = 24 * 3600
SESSION_COOKIE_AGE = 12 * 3600
OIDC_ISSUER = env("OIDC_ISSUER", default="")  # the province's sign-in, where there is one
OIDC_CLIENT_ID = env("OIDC_CLIENT_ID", default="")
OIDC_CLIENT_SECRET = env("OIDC_CLIENT_SECRET", default="")
OIDC_CLAIM = env("OIDC_CLAIM", default="email")  # verified there; any other one is the username
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# The web: https behind a proxy in production, plain http on loopback for ./run.
HTTPS = PORTAL_URL.startswith("https://")
ALLOWED_HOSTS = (
    ["localhost", "127.0.0.1", "[::1]", urlsplit(PORTAL_URL).hostname]
    if ON_LOOPBACK or "PORTAL_URL" in os.environ
    else ["*"]
)
CSRF_FAILURE_VIEW = "portal.views.faults.refused_form"
COOKIE_PREFIX = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}sessionid"
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}csrftoken"
MESSAGE_STORAGE = "portal.middleware.Messages"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^suc-khoe/(so-do/)?$"]  # start-up and a monitor ask past the proxy
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
UNSEEN = (
    "/dan-chu/hom-thu/",
    "/hai-long/",
    "/gui-don/to-cao/",
)  # the README keeps nginx from logging them
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20

STATIC_URL = "/static/"
STATIC_ROOT = PORTAL_VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = PORTAL_VAR / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_HANDLERS = ["portal.attachments.uploads.InMemory", "portal.attachments.uploads.OnDisk"]
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
if env("EMAIL_URL", default=""):
    vars().update(env.email_url("EMAIL_URL"))
else:
    EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "portal.middleware.JsonLines"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    # The warnings of django.request repeat the address of every 404; our own line names the route.
    "loggers": {
        "django": {"level": "INFO"},
        "django.request": {"level": "ERROR"},
        "fido2": {"level": "WARNING"},  # its notes name keys
    },
}
