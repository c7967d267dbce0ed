from django.apps import AppConfig
from django.db.models import Subquery
from django.utils.translation import gettext_lazy as _


class GlossaryConfig(AppConfig):
    name = "glossary"
    verbose_name = _("Dictionary")

    def ready(self):
        from pages.specifics import TOLD  # noqa: PLC0415 - models are not ready before

        from . import receivers  # noqa: PLC0415
        from .edition import newest_edition  # noqa: PLC0415

        receivers.connect()
        TOLD["glossary_edition"] = Subquery(newest_edition())
