import os

from celery import Celery
from celery.signals import setup_logging

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("socdarbs")
app.config_from_object("django.conf:settings", namespace="CELERY")


@setup_logging.connect
def keep_django_logging(**kwargs):
    """Celery must not replace the structured logs of settings.LOGGING."""
