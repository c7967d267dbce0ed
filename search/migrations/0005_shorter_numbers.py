from django.db import migrations

SHORTER = """
    ({0} >> 58 << 53) | ((({0} >> 50 & 255) * 367 + ({0} >> 41 & 511)) << 37)
    | (({0} >> 18 & 8388607) << 16) | ({0} & 262143)
"""
COLUMNS = {"search_part": "entry_id", "search_beginning": "entry_id", "search_entry": "id"}


def shorten(apps, schema_editor):
    """From 18 bits of a shelf, 23 of a page, 9 of a day and 8 of a year to those of search/order.py.

    PostgreSQL's full text is emptied first, as the trigger of the entries writes it whole.
    """
    connection = schema_editor.connection
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql" and "search_bag" in connection.introspection.table_names(cursor):
            cursor.execute("TRUNCATE search_bag")
        for table, column in COLUMNS.items():
            cursor.execute(f"UPDATE {table} SET {column} = {SHORTER.format(column)}")  # noqa: S608 - our own names


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0004_order_of_titles"),
    ]

    operations = [migrations.RunPython(shorten, migrations.RunPython.noop)]
