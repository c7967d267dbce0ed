"""What an editor is told of an issue that is there already."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from people import groups
from publications.models import IssuePage
from tests.factories import UserFactory
from tests.publications.making import issue

pytestmark = pytest.mark.django_db


def test_a_second_issue_of_the_same_year_and_number_is_refused(client):
    there = issue(1, 2020)
    client.force_login(UserFactory(groups=[groups.MODERATOR]))
    address = reverse("wagtailadmin_pages:add", args=["publications", "issuepage", there.get_parent().pk])
    lists = {name: inline_formset([]) for name in ("contributions", "subjects", "relations", "comments")}
    facts = {"title": "Otrais", "slug": "otrais", "year": "2020", "number": "1", "body": streamfield([])}
    answer = client.post(address, nested_form_data(facts | lists))
    assert answer.context["form"].errors["number"] == ["Šī gada numurs ar šādu kārtas skaitli jau ir."]
    assert IssuePage.objects.count() == 1
