"""The portal's settings as tests run them: of a developer's .env only DATABASE_URL counts."""

import os

os.environ |= {
    "DEBUG": "true",
    "ALLOWED_HOSTS": "127.0.0.1,localhost",
    "BASE_URL": "http://127.0.0.1:8000",
    "BEHIND_PROXY": "false",
    "CELERY_BROKER_URL": "",
    "CONTENT_HOST": "content.localhost",
    "CSRF_TRUSTED_ORIGINS": "",
    "DJANGO_ALLOW_ASYNC_UNSAFE": "true",  # Playwright's loop runs in the thread of the test
    "GUEST_CACHE_SECONDS": "0",  # a test sees what it has just changed; tests/pages/test_guest_cache.py asks for more
    "LOG_LEVEL": "WARNING",
    "REDIS_URL": "",
    "SEAL_EMAIL": "",
    "SEARCH_URL": "",
    "STATEMENT_KEY": "b2YtdGhlLXRlc3RzLW9ubHktc3RhdGVtZW50LWtleTE=",
    "STATEMENT_OLD_KEYS": "",
    "WEB_CONCURRENCY": "1",
}

from config.settings import *  # noqa: F403 - the environment must stand before the settings read it
from config.settings import DATABASES

DATABASES["default"]["OPTIONS"].pop("pool", None)  # copies come and go; each thread closes its own connection
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # a killed process loses nothing by this, only a machine would
    DATABASES["default"]["OPTIONS"]["init_command"] += " PRAGMA synchronous=OFF;"
DEBUG = False  # it was on for cookies and addresses without HTTPS; the rest behaves as for users
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
