import subprocess

import pytest
from django.core.management import call_command

from compliance import portal_keys

TEXT = '{"hours":"24.00","name":"Alise Ozola"}'


@pytest.fixture
def keys(settings):
    """The running key's private and public half."""
    settings.STATEMENT_KEY, public = portal_keys.new()
    return settings.STATEMENT_KEY, public


def test_what_was_sealed_holds_and_nothing_else(keys):
    signature, key = portal_keys.seal(TEXT)
    assert portal_keys.holds(TEXT, signature, key)
    assert not portal_keys.holds(TEXT.replace("24", "99"), signature, key)


@pytest.mark.parametrize("forged", ["", "????", "QUJD", "A" * 86 + "=="])
def test_a_made_up_signature_holds_nothing(keys, forged):
    assert not portal_keys.holds(TEXT, forged, portal_keys.seal(TEXT)[1])


def test_a_seal_of_someone_elses_key_holds_nothing(keys, settings):
    signature, key = portal_keys.seal(TEXT)
    settings.STATEMENT_KEY, _public = portal_keys.new()
    assert not portal_keys.holds(TEXT, signature, key)
    assert not portal_keys.holds(TEXT, signature, next(iter(portal_keys.published())))


def test_an_old_key_goes_on_verifying(keys, settings):
    signature, key = portal_keys.seal(TEXT)
    settings.STATEMENT_OLD_KEYS = [keys[1]]
    settings.STATEMENT_KEY, _public = portal_keys.new()
    assert portal_keys.holds(TEXT, signature, key)
    assert list(portal_keys.published()) == [portal_keys.seal(TEXT)[1], key]


@pytest.mark.parametrize("wrong", ["", "not base64", "QUJD"])
def test_without_a_key_nothing_is_sealed(settings, wrong):
    settings.STATEMENT_KEY = wrong
    with pytest.raises(ValueError):  # noqa: PT011 - of base64 or of ours, both say what is wrong
        portal_keys.seal(TEXT)


def test_command_prints_a_key_with_its_public_half(capsys, settings):
    call_command("statement_key")
    private, public, fingerprint = (
        line.partition("=" if "=" in line[:14] else ": ")[2] for line in capsys.readouterr().out.splitlines()
    )
    assert portal_keys.private(private).public_key() == portal_keys.public(public)
    assert portal_keys.fingerprint(portal_keys.public(public)) == fingerprint


def test_openssl_checks_a_seal_without_the_portal(keys, client, tmp_path):
    """As the page of the keys tells."""
    signature, key = portal_keys.seal(TEXT)
    (tmp_path / "x.json").write_text(TEXT, "utf-8")
    (tmp_path / "x.sig").write_bytes(portal_keys.base64.b64decode(signature))
    (tmp_path / "key.pem").write_bytes(client.get(f"/parbaudit/atslegas/{key}.pem").content)
    command = "openssl pkeyutl -verify -rawin -pubin -inkey key.pem -sigfile x.sig -in x.json"
    checked = subprocess.run(command.split(), cwd=tmp_path, capture_output=True, text=True)
    assert checked.stdout == "Signature Verified Successfully\n"
