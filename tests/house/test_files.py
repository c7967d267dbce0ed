"""What the folders and files of the house are called, hold and name."""

import re
import tomllib

import pytest

from tests.source import ROOT, files, local_apps, python_files

FORBIDDEN = {
    "common",
    "constants",
    "core",
    "helpers",
    "managers",
    "misc",
    "mixins",
    "selectors",
    "services",
    "utils",
}
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]


def contract(name):
    return next(found for found in CONTRACTS["contracts"] if found["id"] == name)


def lines(file):
    return len(file.read_text("utf-8").splitlines())


def test_files_are_named_after_their_subject():
    named = {part for file in python_files() for part in file.relative_to(ROOT).with_suffix("").parts}

    assert named & FORBIDDEN == set()


def test_settings_stay_on_few_screens():
    assert lines(ROOT / "config/settings.py") <= 280


def test_files_stay_short():
    long = {str(file.relative_to(ROOT)): lines(file) for file in python_files() if lines(file) > 400}

    assert {name: length for name, length in long.items() if "/migrations/" not in name} == {}


def test_every_app_is_named_in_the_import_contracts():
    layered = {app.strip() for layer in contract("apps")["layers"] for app in layer.split("|")}

    assert layered == set(CONTRACTS["root_packages"]) == set(local_apps())


def test_compliance_knows_people_only():
    above = set(local_apps()) - {"compliance", "people"}

    assert set(contract("compliance")["forbidden_modules"]) == above


def test_file_roles_hold_in_every_app():
    assert set(contract("files")["containers"]) == set(local_apps()) - {"config", "demo"}


def test_nothing_reads_what_lies_outside_the_repository():
    texts = files("**/*.py", "**/*.html", "**/*.toml", "Makefile", "Dockerfile")
    outside = "../" + "shared"

    assert [str(file) for file in texts if outside in file.read_text("utf-8")] == []


@pytest.mark.parametrize("name", ["run", "test", "check"])
def test_readme_shows_the_commands(name):
    assert f"make {name}" in (ROOT / "README.md").read_text("utf-8")


def test_every_variable_of_the_environment_is_explained():
    read = re.findall(r'env\.\w+\("(\w+)"', (ROOT / "config/settings.py").read_text("utf-8"))
    explained = (ROOT / ".env.example").read_text("utf-8")

    assert read
    assert [name for name in read if not re.search(rf"^#?{name}=", explained, re.MULTILINE)] == []
