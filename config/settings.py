"""Settings, read from the environment and from `.env`. See `.env.example` for every name.

Without DATABASE_URL this is the *trial*: an embedded PostgreSQL and a secret key kept under `var/`, served on this
machine only. With DATABASE_URL it is an installation: what protects people must then be given, or start-up fails with
a hint.
"""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

import environ
import pghistory
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from config import database

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")

DATABASE_URL = env.str("DATABASE_URL", default="")
TRIAL = not DATABASE_URL
DEBUG = env.bool("DEBUG", default=False)


def _required(name: str, hint: str) -> str:
    value: str = env.str(name, default="")
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. {hint} Put it in the environment or in .env.")
    return value


def _trial_secret_key() -> str:
    """A key made once for this checkout, readable by its owner only."""
    path = VAR_DIR / "secret-key"
    if not path.exists():
        VAR_DIR.mkdir(exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text().strip()


if TRIAL:
    SECRET_KEY = env.str("SECRET_KEY", default="") or _trial_secret_key()
    ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
else:
    SECRET_KEY = _required("SECRET_KEY", "It signs sessions: any 50 random characters, kept private.")
    ALLOWED_HOSTS = [
        name.strip()
        for name in _required("ALLOWED_HOSTS", "The names this site answers to, such as beneficio.example.org.").split(
            ","
        )
    ]
    if "*" in ALLOWED_HOSTS:
        raise ImproperlyConfigured(
            "ALLOWED_HOSTS is *, any name: a forged one would get into the links of our mails. Name the site's own."
        )

# Over plain http only in the trial, or when an installation says so (for example behind a tunnel on one machine).
HTTPS = env.bool("HTTPS", default=not TRIAL)
# The site's address in mails that no request asked for.
SITE_URL = env.str("SITE_URL", default=f"{'https' if HTTPS else 'http'}://{ALLOWED_HOSTS[0]}").rstrip("/")

INSTALLED_APPS = [
    "overview",
    "trainings",
    "premiums",
    "certification",
    "cooperatives",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_filters",
    "django_htmx",
    "import_export",
    "pghistory",
    "pgtrigger",
    "whitenoise.runserver_nostatic",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
]

MIDDLEWARE = [
    "config.middleware.Restrain",
    "django.middleware.security.SecurityMiddleware",
    "config.middleware.RefuseNul",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.middleware.RefuseOversizedUpload",
    "django.middleware.gzip.GZipMiddleware",
    "config.middleware.DatabaseLost",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "config.offline.WhoseAnswer",
    "config.middleware.PersonLanguage",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "cooperatives.sign_in.EndIdleSession",
    "cooperatives.sign_in.LeadToSecondFactor",
    "django_htmx.middleware.HtmxMiddleware",
    "cooperatives.scope.CooperativeScope",  # last: what stands outside it is not held
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["config.template_files.Loader", "django.template.loaders.app_directories.Loader"],
                )
            ],
            "builtins": ["config.ui", "config.components", "config.rendering"],
            "libraries": {"heroicons": "config.icons"},
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.answers.tokens",
                "cooperatives.context.page",
                "overview.context.example_sign_ins",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False
FILTERS_EMPTY_CHOICE_LABEL = _("All")  # a filter that names no other word for it; never dashes

# Database ------------------------------------------------------------------------------------------------------------

DATABASES = {"default": database.settings(DATABASE_URL, BASE_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# The second wall, see docs/row-level-security.md. The role is named after the database unless it is given here.
ROW_SECURITY = env.bool("ROW_SECURITY", default=True)
ROW_SECURITY_ROLE = env.str("ROW_SECURITY_ROLE", default="")

# History: every model a person edits is tracked; its events can only be added, never changed.
PGHISTORY_DEFAULT_TRACKERS = (pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
PGHISTORY_APPEND_ONLY = True
PGHISTORY_BASE_MODEL = "config.events.Event"
PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")

# People --------------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "cooperatives.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "cooperatives.sign_in.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_FORMS = {
    "login": "cooperatives.forms_sign_in.SignInForm",
    "change_password": "cooperatives.forms_sign_in.PasswordForm",
    "set_password": "cooperatives.forms_sign_in.FirstPasswordForm",
    "reset_password": "cooperatives.forms_sign_in.ForgottenForm",
    "reset_password_from_key": "cooperatives.forms_sign_in.NewPasswordForm",
}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # people are invited by an administrator, who vouches for the address
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_GET = False
# The second factor: a code of an app, or a passkey, which also signs in alone. Nothing of it needs the network.
MFA_ADAPTER = "cooperatives.sign_in.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "activate_totp": "cooperatives.forms_sign_in.AppForm",
    "add_webauthn": "cooperatives.forms_sign_in.PasskeyForm",
    "authenticate": "cooperatives.forms_sign_in.CodeForm",
    "reauthenticate": "cooperatives.forms_sign_in.CodeAgainForm",
}
MFA_TOTP_ISSUER = "Beneficio"
MFA_TOTP_TOLERANCE = 1  # steps of 30 seconds: the clock of a phone may be wrong
# Managers and administrators have to set one up before they go on.
SECOND_FACTOR_REQUIRED = env.bool("SECOND_FACTOR_REQUIRED", default=False)
# After so many minutes without a page, managers and administrators are signed out; 0 is never.
IDLE_MINUTES = env.int("IDLE_MINUTES", default=120)
# The mail address is unique without regard to case, by a constraint of the model.
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_HTTPONLY = True

# The rate limits of sign-in are counted here, shared by all processes.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": env.str("CACHE_DIR", default=str(VAR_DIR / "cache")),
    }
}

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = 30  # seconds
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="beneficio@localhost")

# Pages are answered again as they were while nothing in the database changed, see config/answers.py.
REMEMBER_ANSWERS = env.bool("REMEMBER_ANSWERS", default=True)

# Language, time ------------------------------------------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("es-mx", _("Spanish")), ("pt-br", _("Portuguese"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_TZ = True
TIME_ZONE = "America/Mexico_City"

# Files ---------------------------------------------------------------------------------------------------------------

STATIC_URL = "static/"
WHITENOISE_ALLOW_ALL_ORIGINS = False  # no other site needs our files
STATIC_ROOT = env.path("STATIC_ROOT", default=str(VAR_DIR / "static"))()
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(VAR_DIR / "media"))()  # outside the web root: views serve these files
# Thumbnails, made from the files above whenever they are missing: nothing to back up.
THUMBNAIL_ROOT = env.path("THUMBNAIL_ROOT", default=str(VAR_DIR / "thumbnails"))()
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "config.staticfiles.HashedFiles"
    },
}
FILE_UPLOAD_PERMISSIONS = 0o640
BACKUP_DIR = env.path("BACKUP_DIR", default=str(VAR_DIR / "backups"))()  # where `make backup` writes
UPLOAD_LIMIT = 10 * 1024 * 1024  # bytes, one voucher
REQUEST_LIMIT = UPLOAD_LIMIT + 1024 * 1024  # bytes, the whole form; an oversized one is refused before it is read
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
# Bytes that the files of one co-op may take together; 0 for no limit.
UPLOAD_QUOTA = env.int("UPLOAD_QUOTA", default=2 * 1024 * 1024 * 1024)
# The virus scanner that looks at every file before it is kept, see config/scanner.py; empty for none.
SCAN_COMMAND = env.str("SCAN_COMMAND", default="")
SCAN_SECONDS = env.int("SCAN_SECONDS", default=30)

# Protection ----------------------------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
# A photo comes through the file field of a form, which needs no right to the camera.
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        *("accelerometer", "ambient-light-sensor", "autoplay", "bluetooth", "browsing-topics", "camera"),
        *("display-capture", "geolocation", "gyroscope", "hid", "magnetometer", "microphone", "midi", "payment"),
        *("screen-wake-lock", "serial", "usb", "xr-spatial-tracking"),
    )
)
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=60 * 60 * 24 * 365) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
if env.bool("BEHIND_PROXY", default=False):
    ALLAUTH_TRUSTED_PROXY_COUNT = 1  # the address of the client, for rate limits and the list of sessions
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    # The pool mentions every connection it replaces; what a person should know comes as an error of its own.
    "loggers": {"psycopg.pool": {"level": "ERROR"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
}
