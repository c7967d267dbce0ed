from django.core.management.base import BaseCommand

from compliance.actions import balances


class Command(BaseCommand):
    help = "Computes every year's balance anew from employments, rules and the ledger; tells how many were wrong."

    def handle(self, *args, **options):
        self.stdout.write(f"Balances put right: {balances.rebuild_all()}")
