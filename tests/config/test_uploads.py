"""How much a request may bring."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from config import uploads


@pytest.mark.django_db
@pytest.mark.parametrize("address", [reverse("lms:submit"), reverse("account_login"), "/nav-tadas/"])
def test_a_request_larger_than_any_file_is_refused_before_it_is_stored(address, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_BYTES", 1000)
    client = Client(enforce_csrf_checks=True)
    client.cookies["csrftoken"] = "x" * 32
    assert client.post(address, {"file": SimpleUploadedFile("a.pdf", b"x" * 2000)}).status_code == 413
