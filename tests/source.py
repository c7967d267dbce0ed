"""The repository as text, for tests about the house itself."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OWN = ("benchmarks", "compliance", "config", "courses", "demo", "lms", "methodologies", "offices", "pages", "people")
QUOTED = re.compile(r'^(?:msg(ctxt|id_plural|id|str)(?:\[(\d)\])? )?(".*")$')


def local_apps():
    return sorted(found.parent.name for found in ROOT.glob("*/apps.py"))


def files(*patterns):
    """Files of the repository: none of what tools put beside it."""
    found = {file for pattern in patterns for file in ROOT.glob(pattern) if file.is_file()}
    return sorted(file for file in found if not hidden(file.relative_to(ROOT)))


def hidden(path):
    return path.parts[0] in {"media", "staticfiles", "var"} or any(
        part.startswith(".") or part in {"__pycache__", "vendor"} for part in path.parts
    )


def python_files():
    return files("*.py", "*/**/*.py")


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
