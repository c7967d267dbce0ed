"""/dev/mails/, with DEBUG only: every mail the portal has sent, newest first, so that signing up can be tried."""

from email import message_from_bytes, policy

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render

NEWEST = 50


def read_mails():
    """Mails of the file backend: one log file a connection, messages divided by a line of dashes."""
    for file in sorted(settings.MAIL_FOLDER.glob("*.log"), reverse=True)[:NEWEST]:
        for raw in file.read_bytes().split(b"-" * 79 + b"\n"):
            if raw.strip():
                yield message_from_bytes(raw.lstrip(), policy=policy.default)


@login_not_required
def mails(request):
    shown = [
        {
            "to": mail["To"],
            "subject": mail["Subject"],
            "date": mail["Date"],
            "text": mail.get_body(("plain",)).get_content(),
        }
        for mail in read_mails()
    ]
    return render(request, "people/mails.html", {"mails": shown})
