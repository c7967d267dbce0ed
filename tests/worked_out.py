"""What Wagtail works out of every saved page, which few tests look at and which took a sixth of the time of all:
which page refers to what, and the search of its admin."""

from contextlib import contextmanager

from django.db.models.signals import post_migrate, post_save
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.signal_handlers import connect_reference_index_signal_handlers, disconnect_reference_index_signal_handlers


def rest():
    post_migrate.disconnect(connect_reference_index_signal_handlers)
    disconnect_reference_index_signal_handlers()
    for model in get_indexed_models():
        post_save.disconnect(post_save_signal_handler, model)


def work():
    connect_reference_index_signal_handlers()
    for model in get_indexed_models():
        post_save.connect(post_save_signal_handler, model)


@contextmanager
def working():
    work()
    try:
        yield
    finally:
        rest()
