"""Two lists that the manager of the first office uploaded: one imported, one that is still to be mended."""

import datetime

from offices.actions.imports import check_import, confirm_import
from offices.importing import staff_lines, training_lines

from . import names
from .years import at_noon

MENDED_LATER = ("liga.paraudzina@demo.test", "Līga", "Paraudziņa", "soc. darb.", "", "01.09.2026", "")


def import_lists(manager, office, person, today):
    whose, at = {"employer": office, "by": manager}, at_noon(today - datetime.timedelta(days=1))
    day = f"14.10.{today.year - 1}"
    past = person.email, names.TRAININGS[0], names.PROVIDERS[0], day, day, "4", "PM-1", ""
    content = _csv(training_lines.COLUMNS, past)
    run = check_import(content, kind="training", file_name="apgutas-macibas.csv", at=at, **whose)
    confirm_import(run, by=manager, at=at)
    content = _csv(staff_lines.COLUMNS, MENDED_LATER)
    check_import(content, kind="staff", file_name="jauni-darbinieki.csv", at=at, **whose)


def _csv(columns, row):
    return "\r\n".join(";".join(cells) for cells in ([column.heading for column in columns], row)).encode()
