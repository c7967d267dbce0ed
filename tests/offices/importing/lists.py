"""Lists of staff and of training as CSV, and what is said about them."""

from offices.actions.imports import check_import, confirm_import
from tests.offices.staffing import NOW

from .files import csv

STAFF = "E-pasts;Vārds;Uzvārds;Amats;Struktūrvienība;Strādā no;Strādā līdz;Slodze"
TRAINING = "E-pasts;Mācību nosaukums;Īstenotājs;Pēdējā diena;Stundas vai sesijas;Dokumenta numurs;Veids"


def person(email="jana@example.lv", first="Jana", last="Jauna", role="sociālais darbinieks", unit="", start="01.09.2024", end="", workload=""):  # fmt: skip
    return ";".join((email, first, last, role, unit, start, end, workload))


def training(email="alice@example.lv", title="Seminārs", provider="LU", day="05.05.2026", hours="7,5", document="", kind=""):  # fmt: skip
    return ";".join((email, title, provider, day, hours, document, kind))


def check_staff(by, employer, *rows, at=NOW):
    return check_import(csv(STAFF, *rows), kind="staff", file_name="d.csv", employer=employer, by=by, at=at)


def check_training(by, employer, *rows, at=NOW):
    return check_import(csv(TRAINING, *rows), kind="training", file_name="m.csv", employer=employer, by=by, at=at)


def imported(run, at=NOW):
    return confirm_import(run, by=run.uploaded_by, at=at)


def said(run):
    return [f"{number}. rinda: {error}" for number, error in run.errors]


def outcomes(run):
    return [row["outcome"] for row in run.rows]
