from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search index")

    def ready(self):
        from . import receivers  # noqa: PLC0415 - models are not ready before
        from .engines.database import schema  # noqa: PLC0415

        receivers.connect()
        post_migrate.connect(schema.install_after_migrate, sender=self)
