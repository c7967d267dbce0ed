"""From a file to what it would write, for either kind of list; `run` says of what, for whom and by whom."""

from datetime import date

from people.tables import sheets
from people.tables.unreadable import Reason, Unreadable

from ..models import ImportRun
from . import staff, staff_lines, training, training_lines
from .plan import Plan


def check_file(content: bytes, run: ImportRun, *, today: date) -> Plan:
    """What is wrong in the cells and what is wrong with the world, in the order of the rows."""
    rows = sheets.read(content)
    if run.kind == ImportRun.Kind.STAFF:
        lines, errors = staff_lines.read(rows, employer=run.employer, today=today)
    else:
        lines, errors = training_lines.read(rows, system=run.system, today=today)
    if not (lines or errors):
        raise Unreadable(Reason.EMPTY)
    plan = _check(lines, run, today)
    plan.errors = sorted(plan.errors + errors, key=lambda found: found[0])
    return plan


def check_again(run: ImportRun, *, today: date) -> Plan:
    """The lines that the run keeps, in the world of this moment."""
    line = staff_lines.StaffLine if run.kind == ImportRun.Kind.STAFF else training_lines.TrainingLine
    return _check([line.kept(row) for row in run.rows], run, today)


def _check(lines, run, today):
    if run.kind == ImportRun.Kind.STAFF:
        return staff.check(lines, employer=run.employer, by=run.uploaded_by, today=today)
    return training.check(lines, employer=run.employer, by=run.uploaded_by, today=today)
