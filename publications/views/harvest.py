from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from oaipmh.error import BadArgumentError, BadVerbError, ErrorBase

from publications.actions import note_changes
from publications.oai import answers
from publications.oai.arguments import checked
from publications.oai.verbs import Repository


@require_http_methods(["GET", "HEAD", "POST"])
def oai(request):
    """OAI-PMH 2.0. A POST asks the same as a GET; it comes by people.middleware.OneClickMiddleware, without cookies."""
    base_url, at = request.build_absolute_uri(request.path), timezone.now()
    arguments, query = {}, request.POST if request.method == "POST" else request.GET
    try:
        arguments = checked(dict(query.lists()))
        note_changes(at=at)
        root = answers.envelope(base_url, arguments, at)
        Repository(urlsplit(settings.BASE_URL).hostname, base_url).answer(root, arguments)
    except ErrorBase as error:
        root = refused(error, base_url, arguments, at)
    return HttpResponse(answers.written(root), content_type="text/xml; charset=utf-8")


def refused(error, base_url, arguments, at):
    """The arguments of a request that could not be understood are not repeated."""
    told = {} if isinstance(error, (BadVerbError, BadArgumentError)) else arguments
    root = answers.envelope(base_url, told, at)
    answers.add(root, "error", str(error), code=error.oainame())
    return root
