"""What the text of a certificate tells of the training; only what was found."""


def guessed(text: str) -> dict:
    """Any of title, provider, first_day, last_day, hours, hours_kind („academic”, „clock”)."""
    return {}
