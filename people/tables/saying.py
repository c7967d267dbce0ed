"""Why a file cannot be read, in the words of a form."""

from django.utils.translation import gettext_lazy as _

from .unreadable import Reason, Unreadable

UNREADABLE = {
    Reason.EMPTY: _("The file has no rows to import."),
    Reason.TOO_LARGE: _("The file is too large (up to 10 MB)."),
    Reason.TOO_MANY_ROWS: _("The file has too many rows or columns: up to 20,000 rows can be imported at once."),
    Reason.OLD_EXCEL: _("Files of old Excel or with a password cannot be read. Save it as XLSX or CSV."),
    Reason.NOT_A_TABLE: _("This file cannot be read as a table. Save it as XLSX or CSV."),
    Reason.ENCODING: _("The letters of the file are damaged. Save it once more as XLSX or as CSV in UTF-8."),
    Reason.NO_HEADINGS: _("The file lacks the columns: %s. Headings stand in one row; download the template."),
    Reason.HEADING_TWICE: _("This column stands in the file twice: %s."),
}


def said(unreadable: Unreadable) -> str:
    words = UNREADABLE[unreadable.reason]
    names = ", ".join(f"„{name}”" for name in unreadable.names)
    return words % names if names else words
