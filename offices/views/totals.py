"""STUB until its engineer writes it."""

from django.http import HttpResponse


def totals(request, **kwargs):
    return HttpResponse("stub")


def totals_csv(request, **kwargs):
    return HttpResponse("stub")


def totals_xlsx(request, **kwargs):
    return HttpResponse("stub")
