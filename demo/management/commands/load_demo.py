from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.test.utils import override_settings
from django.utils import timezone

from demo import loading


class Command(BaseCommand):
    help = "Fill the portal with the project's real content and invented people; a second run changes nothing."

    def handle(self, **options):
        if not settings.DEBUG:
            raise CommandError("The demo has log-ins that everyone knows: it loads with DEBUG on only.")
        with override_settings(DEBUG=False):  # else every statement is noted down: two of SQLite's for one of ours
            loading.load(timezone.localdate(), self.stdout.write)
