"""Background work by name, so that actions need not import the tasks above them."""

from collections.abc import Iterable
from dataclasses import dataclass

from celery import current_app
from django.db import connection, transaction


@dataclass
class Call:
    """`people` are those whom the task is about, if it is about some."""

    task: str
    people: set[int] | None = None

    def __call__(self):
        args = () if self.people is None else (sorted(self.people),)
        current_app.tasks[self.task].delay(*args)


def start(task, people: Iterable[int] | None = None):
    """Run the named task once the current transaction has committed: once, about everyone it was asked for."""
    waiting = next((call for call in _waiting() if call.task == task), None)
    if waiting is None:
        transaction.on_commit(Call(task, people and set(people)))
    elif people:
        waiting.people.update(people)


def _waiting():
    return [call for _savepoints, call, _robust in connection.run_on_commit if isinstance(call, Call)]
