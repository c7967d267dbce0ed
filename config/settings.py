"""All settings, read from the environment (see .env.example); the portal runs without any service."""

from pathlib import Path

import environ
from django.conf import global_settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from . import logs, mail
from .schedule import SCHEDULE

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
env.read_env(BASE_DIR / ".env")

# --- who we are -----------------------------------------------------------------------------------
DEBUG = env.bool("DEBUG", False)
DEVELOPMENT_SECRET = "development-only-secret-never-used-with-debug-off"  # noqa: S105 - public on purpose
SECRET_KEY = env.str("SECRET_KEY", DEVELOPMENT_SECRET if DEBUG else "")
if not DEBUG and SECRET_KEY in ("", DEVELOPMENT_SECRET):
    raise ImproperlyConfigured("DEBUG is off: set SECRET_KEY to a secret of your own (.env.example tells how).")
DEVELOPMENT_STATEMENT_KEY = "ZGV2ZWxvcG1lbnQtb25seS1zdGF0ZW1lbnQta2V5LjE="  # public on purpose
STATEMENT_KEY = env.str("STATEMENT_KEY", DEVELOPMENT_STATEMENT_KEY if DEBUG else "")
STATEMENT_OLD_KEYS = env.list("STATEMENT_OLD_KEYS", default=[])
PORT = env.int("PORT", 8000)
BASE_URL = env.str("BASE_URL", f"http://127.0.0.1:{PORT}")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"] if DEBUG else [])
CONTENT_HOST = env.str("CONTENT_HOST", "")
if CONTENT_HOST:
    ALLOWED_HOSTS = [*ALLOWED_HOSTS, CONTENT_HOST.partition(":")[0]]
    CONTENT_HOST += f":{PORT}" if DEBUG and ":" not in CONTENT_HOST else ""
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
WEB_CONCURRENCY = env.int("WEB_CONCURRENCY", 1)

INSTALLED_APPS = [
    "config",
    "offices",
    "search",
    "events",
    "lms",
    "methodologies",
    "courses",
    "glossary",
    "podcasts",
    "stories",
    "publications",
    "compliance",
    "pages",
    "people",
    "demo",
    "wagtail.contrib.redirects",
    "wagtail.contrib.search_promotions",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.sites",
    "people.apps.AccountsConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "wagtailmedia",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "config.logs.RequestLogMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "config.content.ContentHostMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "config.policy.CmsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "pages.guest_cache.GuestCacheMiddleware",
    "pages.private.PrivateMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "people.middleware.OneClickMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "people.middleware.RequireSecondFactorMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
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

# --- data -----------------------------------------------------------------------------------------
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": env.db_url("DATABASE_URL", f"sqlite:///{BASE_DIR / 'db.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
    }
else:
    DATABASES["default"]["OPTIONS"] = {"pool": {"min_size": 1, "max_size": env.int("DATABASE_POOL", 8)}}

REDIS_URL = env.str("REDIS_URL", "")
CACHES = {  # what guests ask for never pushes out the counters of throttling
    "default": env.cache_url_config(REDIS_URL or "locmemcache://?max_entries=100000"),
    "pages": env.cache_url_config(REDIS_URL or "locmemcache://pages") | {"KEY_PREFIX": "pages"},
}
GUEST_CACHE_SECONDS = env.int("GUEST_CACHE_SECONDS", 60)
SEARCH_URL = env.str("SEARCH_URL", "")

# --- background work ------------------------------------------------------------------------------
CELERY_BROKER_URL = env.str("CELERY_BROKER_URL", "")
CELERY_TASK_ALWAYS_EAGER = not CELERY_BROKER_URL
CELERY_TASK_EAGER_PROPAGATES = False
CELERY_TASK_IGNORE_RESULT = True
CELERY_TIMEZONE = "Europe/Riga"
CELERY_BEAT_SCHEDULE = SCHEDULE
IMMEDIATELY = "django.tasks.backends.immediate.ImmediateBackend"
TASKS = {"default": {"BACKEND": "people.task_backend.CeleryBackend" if CELERY_BROKER_URL else IMMEDIATELY}}

# --- sign-in --------------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["people.sign_in.Backend"]
DEMO_LOG_INS = DEBUG
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "lms:home"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "people.sign_in.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "people.forms.SignUpNames"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_CHANGE = False  # it would tell which addresses have accounts
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_MAX_EMAIL_ADDRESSES = 2
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False  # the other sessions end, this one goes on
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = {"confirm_email": "5/5m/key"}  # codes that one address is sent
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Socdarbs"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG
MFA_REQUIRED_FOR_STAFF = not DEBUG
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "dashed": False, "length": 6}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if env.bool("BEHIND_PROXY", False) else 0

# --- mail -----------------------------------------------------------------------------------------
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "Socdarbs <socdarbs@localhost>")
MAIL_FOLDER = BASE_DIR / "var" / "mails"
MAILERS = {
    "default": {
        "BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "OPTIONS": {"file_path": str(MAIL_FOLDER)},
    }
}
EMAIL_URL = env.str("EMAIL_URL", "")
if EMAIL_URL:
    MAILERS["default"] = mail.server(EMAIL_URL)
SEAL_EMAIL = env.str("SEAL_EMAIL", "")

# --- languages and time ---------------------------------------------------------------------------
LANGUAGE_CODE = "lv"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("lv", _("Latvian")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale/wagtail"]
TIME_ZONE = "Europe/Riga"
USE_I18N = WAGTAIL_I18N_ENABLED = True
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False  # what is not translated yet is not shown
USE_TZ = True

# --- files ----------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL, MEDIA_ROOT = "/media/", BASE_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WAGTAILDOCS_SERVE_METHOD = "serve_view"

# --- Wagtail --------------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = "Socdarbs"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAILADMIN_LOGIN_URL = "cms_sign_in"
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = WAGTAILUSERS_PASSWORD_ENABLED = False
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_AUTOSAVE_INTERVAL = 0  # of a page just made it races with the button and may answer 500 (8.0.1)
WAGTAILDOCS_EXTENSIONS = ["pdf", "vtt", "docx", "xlsx", "pptx", "odt", "ods", "csv", "txt", "zip"]

# --- security -------------------------------------------------------------------------------------
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:", *filter(None, [CONTENT_HOST])],
    "font-src": [CSP.SELF],
    "media-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.SELF],
}
CMS_CSP = SECURE_CSP | {
    "script-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "img-src": [CSP.SELF, "data:", "blob:"],
    "frame-src": [CSP.SELF],
}
X_FRAME_OPTIONS, SILENCED_SYSTEM_CHECKS = "SAMEORIGIN", ["security.W019"]  # editors see previews in a frame
SECURE_REFERRER_POLICY = "same-origin"
SESSION_ENGINE = "people.session_store"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = not DEBUG
SECURE_HSTS_SECONDS = 0 if DEBUG else 60 * 60 * 24 * 365
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not DEBUG
SECURE_REDIRECT_EXEMPT = [r"^livez$", r"^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("BEHIND_PROXY", False) else None
FILE_UPLOAD_HANDLERS = ["config.uploads.Limit", *global_settings.FILE_UPLOAD_HANDLERS]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # an editor's course with many blocks

# --- logs -----------------------------------------------------------------------------------------
LOGGING = logs.configuration(level=env.str("LOG_LEVEL", "WARNING" if DEBUG else "INFO"))
