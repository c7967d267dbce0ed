from django.db import models


class HoursField(models.DecimalField):
    """Academic hours with two decimals; its form takes a decimal comma, as people write it („24,5”)."""

    def __init__(self, *args, max_digits=6, decimal_places=2, **kwargs):
        super().__init__(*args, max_digits=max_digits, decimal_places=decimal_places, **kwargs)

    def formfield(self, **kwargs):
        return super().formfield(**{"localize": True} | kwargs)
