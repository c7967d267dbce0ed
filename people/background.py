"""Background work by name, so that actions need not import the tasks above them."""

from dataclasses import dataclass

from celery import current_app
from django.db import connection, transaction


@dataclass(frozen=True)
class Call:
    task: str
    args: tuple

    def __call__(self):
        current_app.tasks[self.task].delay(*self.args)


def start(task, *args):
    """Run the named task once the current transaction has committed: once, however often it asks for the same."""
    call = Call(task, args)
    if all(call != waiting for _savepoints, waiting, _robust in connection.run_on_commit):
        transaction.on_commit(call)
