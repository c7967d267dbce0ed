import pytest
from django.contrib.auth.decorators import login_not_required
from django.test import Client
from django.urls import path

from config import urls


@login_not_required
def break_down(request):
    raise RuntimeError("broken on purpose")


urlpatterns = [path("broken/", break_down), *urls.urlpatterns]


def heading(response):
    return response.content.decode().partition("<h1>")[2].partition("</h1>")[0]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "told"), [("/nav-tadas/", "Šādas lapas nav."), ("/en/no-such/", "This page does not exist.")]
)
def test_missing_page_is_told_in_the_language_of_the_address(client, address, told):
    answer = client.get(address)

    assert (answer.status_code, heading(answer)) == (404, told)


@pytest.mark.urls(__name__)
@pytest.mark.django_db
def test_breakdown_is_told_without_its_cause(client):
    client.raise_request_exception = False

    answer = client.get("/broken/")

    assert answer.status_code == 500
    assert heading(answer)
    assert "on purpose" not in answer.content.decode()


@pytest.mark.django_db
def test_form_without_its_token_is_refused_with_a_way_on():
    answer = Client(enforce_csrf_checks=True).post("/accounts/login/", {"login": "alise@example.lv"})

    assert answer.status_code == 403
    assert heading(answer)
