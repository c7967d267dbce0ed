import click
from django.core.management.base import BaseCommand

from search import learning, whole


class Command(BaseCommand):
    help = "Makes the search index what the pages say. Stopped in the middle, it goes on where it was when run again."

    def add_arguments(self, parser):
        parser.add_argument("--anew", action="store_true", help="write every entry, also those that look right")

    def handle(self, *args, anew, **options):
        if anew:
            whole.mark_stale()
        batches = whole.batches()
        with click.progressbar(batches, length=len(batches), label="Pages", file=self.stdout) as bar:
            wrong = whole.put_right(bar)
        learning.recount()
        self.stdout.write(f"{sum(map(len, batches))} pages looked at, {wrong} written.")
