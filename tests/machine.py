"""Programs that some tests need: without one they are skipped with a reason here, and fail in CI."""

import os
import shutil

import pytest


def needed(*programs, package):
    """The path of the first of the programs that the machine has."""
    found = next(filter(None, map(shutil.which, programs)), None)
    if found is None:
        lacking = f"{programs[0]} is missing: apt install {package}"
        pytest.fail(lacking) if os.environ.get("CI") else pytest.skip(lacking)
    return found
