import click
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from search import engines, learning, whole


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
        if settings.SEARCH_URL:
            self.rebuild_mirror(engines.server())

    def rebuild_mirror(self, server):
        try:
            server.rebuild(self.shown)
        except server.elastic.TROUBLE as trouble:
            raise CommandError(
                f"The search server does not answer ({type(trouble).__name__}); the database does."
            ) from trouble

    def shown(self, batches):
        with click.progressbar(batches, label="Search server", file=self.stdout) as bar:
            yield from bar
