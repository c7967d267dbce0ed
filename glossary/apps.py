from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GlossaryConfig(AppConfig):
    name = "glossary"
    verbose_name = _("Dictionary")

    def ready(self):
        from . import receivers  # noqa: PLC0415 - models are not ready before

        receivers.connect()
