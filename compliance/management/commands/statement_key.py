from django.core.management.base import BaseCommand

from compliance import portal_keys


class Command(BaseCommand):
    help = "Prints a new key that seals year statements; nothing is saved."
    requires_system_checks = []  # it is needed before the checks can pass

    def handle(self, **options):
        private, public = portal_keys.new()
        self.stdout.write(f"STATEMENT_KEY={private}")
        self.stdout.write(f"Public half, for STATEMENT_OLD_KEYS once another key follows: {public}")
        self.stdout.write(f"Fingerprint: {portal_keys.fingerprint(portal_keys.public(public))}")
