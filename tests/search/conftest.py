import pytest

from tests import database


@pytest.fixture(scope="module")
def demo_index(django_db_setup, django_db_blocker):
    """The demo and its index for a whole module, which only reads it."""
    with django_db_blocker.unblock(), database.copied(database.with_demo()):
        yield
