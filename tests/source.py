"""The repository as text, for tests about the house itself."""

import ast
import os
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOT_OURS = {"__pycache__", "media", "staticfiles", "test-results", "var", "vendor"}
QUOTED = re.compile(r'^(?:msg(ctxt|id_plural|id|str)(?:\[(\d)\])? )?(".*")$')


def local_apps():
    return sorted(found.parent.name for found in ROOT.glob("*/apps.py"))


@cache
def tracked():
    """The repository's files, without what tools and the portal put beside them."""
    found = []
    for folder, inner, names in os.walk(ROOT):
        inner[:] = [name for name in inner if name not in NOT_OURS and not name.startswith(".")]
        found += [Path(folder, name) for name in names]
    return sorted(found)


def files(*patterns):
    return [file for file in tracked() if any(file.relative_to(ROOT).full_match(pattern) for pattern in patterns)]


def python_files():
    return files("**/*.py")


def read_catalogue(path):
    """A .po file: (context, msgid, form) → text, and whether any entry is fuzzy."""
    texts, entry, last = {}, {}, None
    for line in [*Path(path).read_text("utf-8").splitlines(), ""]:
        found = QUOTED.match(line)
        if found:
            kind, form, quoted = found.groups()
            last = (kind, form) if kind else last
            entry[last] = entry.get(last, "") + ast.literal_eval(quoted)
        elif entry:
            context, msgid = entry.pop(("ctxt", None), None), entry.pop(("id", None))
            entry.pop(("id_plural", None), None)
            texts |= {(context, msgid, form): text for (_, form), text in entry.items()}
            entry = {}
    return texts
