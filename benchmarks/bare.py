"""The yardstick: a Django view without middleware that asks three queries and renders nothing."""

from django.http import HttpResponse
from django.urls import path

from people.models import Employer, Role, User


def three_queries(request):
    counts = User.objects.count(), Employer.objects.count(), Role.objects.count()
    return HttpResponse(repr(counts))


urlpatterns = [path("", three_queries)]
