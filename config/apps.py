from django.apps import AppConfig

from . import checks  # noqa: F401 - importing registers them
from .celery import app


class ConfigConfig(AppConfig):
    name = "config"

    def ready(self):
        """Tasks are started by name (people/background.py), so every process must know them all."""
        app.autodiscover_tasks(force=True)
