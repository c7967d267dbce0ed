import logging

from celery import shared_task
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.utils import timezone
from django.utils.module_loading import import_string

from . import letters, stops
from .mail_links import StoppableMessage
from .models import Notice
from .models.preference import stopped

logger = logging.getLogger("socdarbs.notices")


@shared_task
def send_notices():
    """Send every mail that waits. One that fails is tried again once its taking has grown stale, for some days."""
    for notice in Notice.objects.due(timezone.now()).select_related("person"):
        at = timezone.now()
        if take(notice, at=at):
            deliver(notice, at=at)


def deliver(notice, *, at):
    this = Notice.objects.filter(pk=notice.pk)
    if notice.topic and stopped(notice.topic).filter(person=notice.person_id).exists():
        this.update(state=Notice.State.KEPT)
        return
    try:
        send(notice)
    except Exception:
        logger.exception("notice not sent", extra={"facts": {"notice": notice.pk, "kind": notice.kind}})
        this.written_too_long_ago(at).update(state=Notice.State.GIVEN_UP)
    else:
        this.update(state=Notice.State.SENT, sent_at=timezone.now())


def take(notice, *, at):
    """Whether this process is the one that sends the notice: of several at once, one UPDATE meets the row."""
    return Notice.objects.due(at).filter(pk=notice.pk).update(state=Notice.State.TAKEN, taken_at=at) == 1


def send(notice):
    """As plain text; what can be stopped says how, to people and to mail programs (RFC 8058)."""
    subject, text, to = letters.subject(notice), letters.text(notice), [notice.email or notice.person.email]
    if not notice.topic:
        EmailMessage(subject, text, to=to).send()
        return
    link = stops.address(notice)
    StoppableMessage(subject, text + letters.stop_line(notice, link), to=to, link=link).send()


@shared_task
def clear_sessions():
    call_command("clearsessions")


@shared_task
def run_task(path, args, kwargs):
    """A task of Django's or Wagtail's own, handed over by people/task_backend.py."""
    import_string(path).call(*args, **kwargs)
