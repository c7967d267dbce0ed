"""Background work by name, so that actions need not import the tasks above them."""

from celery import current_app


def start(task, *args):
    """Run the named task once the current transaction has committed."""
    current_app.tasks[task].delay_on_commit(*args)
