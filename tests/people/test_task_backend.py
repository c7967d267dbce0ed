import pytest
from django.tasks import TaskResultStatus, task

from people.models import JobRun


@task
def remember(name):
    JobRun.objects.create(name=name)


@pytest.fixture(autouse=True)
def on_celery(settings):
    settings.TASKS = {"default": {"BACKEND": "people.task_backend.CeleryBackend"}}


def test_task_of_djangos_own_runs_after_commit(db, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        result = remember.enqueue("nightly")
        assert (result.status, JobRun.objects.count()) == (TaskResultStatus.READY, 0)

    assert JobRun.objects.get().name == "nightly"
