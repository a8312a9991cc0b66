"""Django's settings, all from the environment.

STORYLOOP_BANK        the bank's folder (default: the user's data folder)
DATABASE_URL          another database, such as postgresql://user:secret@host/name
STORYLOOP_HOSTS       further host names that the web app answers to, separated by commas
STORYLOOP_SECRET_KEY  the key that signs cookies (default: one kept in the bank's folder)
"""

import os
from pathlib import Path

import dj_database_url
import platformdirs

from storyloop import cores
from storyloop.bank.keys import kept_key

cores.keep_to_one()
BANK = Path(
    os.environ.get("STORYLOOP_BANK") or platformdirs.user_data_path("storyloop", appauthor=False)
)
_SQLITE = {
    "timeout": 20,
    # A writer that only read so far could not be made to wait for another writer.
    "transaction_mode": "IMMEDIATE",
    # FULL: an acknowledged save outlives a power cut, not only a crash.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
}


def _database() -> dict[str, object]:
    engine = "django.db.backends.sqlite3"
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        return {"ENGINE": engine, "NAME": BANK / "storyloop.sqlite3", "OPTIONS": _SQLITE}
    named = dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
    return {**named, "OPTIONS": _SQLITE} if named["ENGINE"] == engine else {**named}


SECRET_KEY = os.environ.get("STORYLOOP_SECRET_KEY") or kept_key(BANK, "secret-key")
DEBUG = False
_HOSTS = [host for host in os.environ.get("STORYLOOP_HOSTS", "").split(",") if host]
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *_HOSTS]
# Behind a proxy that speaks TLS, a form's origin differs from what the app itself is asked for.
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in _HOSTS]
INSTALLED_APPS = [
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "storyloop.bank",
    "storyloop.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "storyloop.web.middleware.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "storyloop.web.middleware.RefusedMethods",
]
ROOT_URLCONF = "storyloop.web.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
CSRF_FAILURE_VIEW = "storyloop.web.views.errors.csrf_failure"
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_HTTPONLY = True
# A long story with its follow-ups stays far below; an import is measured by its own limit.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FILES = 100
FILE_UPLOAD_HANDLERS = ["storyloop.web.uploads.BoundedUpload"]
STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 0
WHITENOISE_MIMETYPES = {".webmanifest": "application/manifest+json"}
# What browsers ask for without being told where it is.
WHITENOISE_ROOT = Path(__file__).parent / "web" / "root"
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
LANGUAGE_CODE = "en-gb"
