"""Thousands of people at one employer and millions of ledger rows, written by SQL into an SQLite file of its own."""

from datetime import UTC, date, datetime
from decimal import Decimal

from django.db import connection, transaction
from django.utils import timezone

from compliance import canonical, triggers
from people.actions import appoint
from people.models import Employer, Municipality, User

THIS_YEAR = timezone.localdate().year
LAST_NAMES = ("Bērziņa", "Ozola", "Kalniņa", "Ābele", "Žagare", "Čakste", "Ķirse", "Liepa", "Šmite", "Ņukša", "Ģēģere")
FIRST_NAMES = (
    "Anna",
    "Ilze",
    "Zane",
    "Dace",
    "Inese",
    "Kristīne",
    "Līga",
    "Sanita",
    "Ērika",
    "Jānis",
    "Māris",
    "Edgars",
)
NUMBERED = "WITH RECURSIVE numbered(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbered WHERE n < {many}) "
FIRST = 100_000  # the ids of the crowd begin after it
TITLE, PROVIDER = "Supervīzijas saņemšana un sniegšana sociālajā darbā", "Labklājības ministrija"

PEOPLE = """
    INSERT INTO people_user (id, password, is_superuser, first_name, last_name, is_staff, is_active, date_joined,
        email, name_order, plain_name)
    SELECT {first} + n, '', 0, '', '', 0, 1, '2016-01-01', 'persona' || n || '@example.lv', x'', '' FROM numbered
"""
JOBS = """
    INSERT INTO people_employment (person_id, employer_id, role_id, start, "end", state, claimed_at, reason)
    SELECT {first} + n, CASE WHEN n > {staff} THEN {other} WHEN n % 5 THEN {office} ELSE {unit} END,
        CASE WHEN n % 11 THEN 'social_worker' ELSE 'social_carer' END, '{year}-01-01',
        CASE WHEN n % 50 = 0 THEN '{this_year}-01-31' END, 'confirmed', '{year}-01-01', ''
    FROM numbered
"""
BALANCES = """
    INSERT INTO compliance_yearbalance (person_id, year, kind, required, earned, carried, pending, missing)
    SELECT {first} + n, {year}, '{kind}', {norm}, earned, 0, CASE WHEN n % 9 THEN 0 ELSE 3 END, MAX(0, {norm} - earned)
    FROM (SELECT n, (n * 31 + {year} * 7) % 61 / 2.0 AS earned FROM numbered)
"""
ENTRIES = """
    INSERT INTO compliance_creditentry (person_id, sequence, entry, kind, unit, amount, legal_date, year, source,
        source_key, source_version, title, provider, evidence, reason, recorded_at, text, previous_hash, hash, funding)
"""
MORE_ENTRIES = """
    SELECT {first} + (n - 1) / {each} + 1, {from_sequence} + (n - 1) % {each}, 'original', 'training',
        'academic_hours', 2.5, '{this_year}-05-31', {this_year} - n % 10, 'course', 'more-' || n % {each}, '1',
        '{title}', '{provider}', '', '', '2026-06-01 09:00:00', '', '', '', ''
    FROM numbered
"""


def execute(sql, **values):
    with connection.cursor() as cursor:
        cursor.execute((NUMBERED + sql).format(first=FIRST, this_year=THIS_YEAR, **values))


def gather(people, years, staff):
    """People, their jobs since the first of the years and their balances; returns who manages the first of them."""
    municipality = Municipality.objects.order_by("pk").last()
    office = Employer.objects.create(name="Parauga dienests", municipality=municipality)
    unit = Employer.objects.create(name="Bērnu nodaļa", municipality=municipality, parent=office)
    other = Employer.objects.create(name="Cits dienests", municipality=municipality)
    execute(PEOPLE, many=people)
    employers = {"office": office.pk, "unit": unit.pk, "other": other.pk}
    execute(JOBS, many=people, staff=staff, year=THIS_YEAR - years, **employers)
    for year in range(THIS_YEAR - years, THIS_YEAR + 1):
        for kind, norm in (("training", 24), ("supervision", 10)):
            execute(BALANCES, many=people, year=year, kind=kind, norm=norm)
    name_all(User.objects.filter(pk__gt=FIRST))
    manager = User.objects.create_user("vaditaja@example.lv")
    appoint(manager=manager, employer=office, start=date(THIS_YEAR, 1, 1), by=manager)
    return manager


def name_all(people):
    """Saving writes what lists are sorted and searched by."""
    with transaction.atomic():
        for place, person in enumerate(people):
            person.last_name = LAST_NAMES[place * 7 % len(LAST_NAMES)]
            person.first_name = FIRST_NAMES[place % len(FIRST_NAMES)]
            person.save(update_fields=["first_name", "last_name"])


def without_guards():
    """Only here: triggers look at each row, and these rows are millions."""
    with connection.cursor() as cursor:
        for name in triggers.LEDGER.wanted(connection.vendor):
            cursor.execute(f"DROP TRIGGER {name}")


def write_chains(people, each):
    """Entries with texts and hashes as `award` writes them, and the heads of their chains."""
    marks = ", ".join(["%s"] * 20)
    with transaction.atomic(), connection.cursor() as cursor:
        for person in range(FIRST + 1, FIRST + people + 1):
            rows = list(chain(person, each))
            cursor.executemany(f"{ENTRIES} VALUES ({marks})", rows)
            cursor.execute("INSERT INTO compliance_ledgerhead VALUES (%s, %s, %s)", [person, each, rows[-1][-2]])
    triggers.install(connection)


def chain(person, length):
    previous = ""
    for sequence in range(1, length + 1):
        day = date(THIS_YEAR - sequence % 10, 5, 31)
        moment = datetime(day.year, 6, 1, 9, tzinfo=UTC)
        source = ("course", f"course-{sequence}", "1", TITLE, PROVIDER, "", "")
        about = (person, sequence, "original")
        amount = ("training", "academic_hours", Decimal("2.50"), day, day.year)
        text = canonical.entry_text((*about, None, None, *amount, *source, None, moment, ""))
        link = canonical.link(previous, text)
        stored = ("training", "academic_hours", "2.5", day.isoformat(), day.year)
        yield (*about, *stored, *source, f"{moment:%Y-%m-%d %H:%M:%S}", text, previous, link, "")
        previous = link


def add_entries(people, each, *, after):
    """More rows than anyone could verify: without texts, and without the indexes that only awards look at."""
    with connection.cursor() as cursor:
        for index in ("credited_once_per_source", "course_credited_once_a_year"):
            cursor.execute(f"DROP INDEX {index}")
    values = {"each": each, "from_sequence": after + 1, "title": TITLE, "provider": PROVIDER}
    execute(ENTRIES + MORE_ENTRIES, many=people * each, **values)
