"""The Latvian catalogue: complete, and compiled as it stands."""

import ast
import os
import re
import shutil
import subprocess
import sys
from gettext import GNUTranslations

import pytest

from tests.machine import needed
from tests.source import ROOT, files, local_apps, read_catalogue

CATALOGUES = sorted(ROOT.glob("locale/**/LC_MESSAGES/*.po"))
OURS = "locale/lv/LC_MESSAGES/django.po"
GETTEXT = re.compile(r"_|n?p?gettext(_lazy|_noop)?")


@pytest.fixture(params=CATALOGUES, ids=lambda path: str(path.relative_to(ROOT)))
def catalogue(request):
    return request.param


def test_every_text_has_its_latvian(catalogue):
    assert [msgid for (_, msgid, _), text in read_catalogue(catalogue).items() if not text] == []
    assert "#, fuzzy" not in catalogue.read_text("utf-8")


def test_every_text_in_the_code_is_in_the_catalogue():
    """xgettext passes over some that stand inside an f-string, so they would stay English unseen."""
    known = {msgid for (_, msgid, _) in read_catalogue(ROOT / OURS)}

    assert [found for app in local_apps() for file in files(f"{app}/**/*.py") for found in texts(file) - known] == []


def texts(file):
    """The literal first texts of calls of gettext and its kin."""
    calls = (node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call))
    named = {call: getattr(call.func, "id", "") for call in calls}
    said = [call.args["pgettext" in name :][:1] for call, name in named.items() if GETTEXT.fullmatch(name)]
    return {text.value for (text,) in said if isinstance(text, ast.Constant)}


def test_compiled_catalogue_is_the_written_one(catalogue):
    with catalogue.with_suffix(".mo").open("rb") as compiled:
        read = GNUTranslations(compiled)._catalog

    assert {key: text for key, text in read.items() if key != ""} == compiled_form(read_catalogue(catalogue))


def compiled_form(texts):
    """As gettext keeps it: context before the msgid, plural forms by number."""
    named = {
        (f"{context}\x04{msgid}" if context else msgid, form): text for (context, msgid, form), text in texts.items()
    }
    return {(msgid, int(form)) if form else msgid: text for (msgid, form), text in named.items() if msgid}


def test_catalogue_holds_what_the_code_says_today(tmp_path):
    needed("xgettext", package="gettext")
    for folder in [*local_apps(), "locale", "static", "templates"]:
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "manage.py", tmp_path)

    subprocess.run(
        [
            sys.executable,
            "manage.py",
            "makemessages",
            "--locale",
            "lv",
            "--no-location",
            "--no-wrap",
            "--verbosity",
            "0",
        ],
        cwd=tmp_path,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings"},
        check=True,
    )

    now, before = read_catalogue(tmp_path / OURS), read_catalogue(ROOT / OURS)
    assert [msgid for (_, msgid, _) in now.keys() - before.keys()] == []
    assert [msgid for (_, msgid, _) in before.keys() - now.keys()] == []
