"""Background work by name, so that actions need not import the tasks above them."""

from collections.abc import Iterable
from dataclasses import dataclass

from celery import current_app
from django.db import connection, transaction


@dataclass
class Call:
    """`about` are those whom or what the task is about, by number, if it is about some."""

    task: str
    about: set[int] | None = None

    def __call__(self):
        args = () if self.about is None else (sorted(self.about),)
        current_app.tasks[self.task].delay(*args)


def start(task, about: Iterable[int] | None = None):
    """Run the named task once the current transaction has committed: once, about all that it was asked for."""
    waiting = next((call for call in _waiting() if call.task == task), None)
    if waiting is None:
        transaction.on_commit(Call(task, about and set(about)))
    elif about:
        waiting.about.update(about)


def _waiting():
    return [call for _savepoints, call, _robust in connection.run_on_commit if isinstance(call, Call)]
