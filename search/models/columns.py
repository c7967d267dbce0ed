from django.db import models


class ByteOrdered(models.CharField):
    """Ordered by bytes on every database, so that what begins alike lies side by side in the index."""

    def db_parameters(self, connection):
        collation = "C" if connection.vendor == "postgresql" else None
        return super().db_parameters(connection) | {"collation": collation}


class RowNumber(models.BigIntegerField):
    """SQLite keeps rows by their own number, which has 64 bits too, only where the column is called so."""

    def db_type(self, connection):
        return "integer" if connection.vendor == "sqlite" else super().db_type(connection)
