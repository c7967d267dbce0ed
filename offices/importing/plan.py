"""What an import would write: each line with what becomes of it, and what is wrong, by row number."""

from collections import Counter
from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext_lazy as _


class Outcome(models.TextChoices):
    ACCOUNT = "account", _("new account and employment")
    JOB = "job", _("new employment")
    INVITATION = "invitation", _("invitation: the person has an account")
    INVITED = "invited", _("invited before")
    CREDIT = "credit", _("new entry")
    KNOWN = "known", _("known already")
    CLAIMED = "claimed", _("waits for your confirmation on the page of staff")


@dataclass
class Plan:
    lines: list = field(default_factory=list)
    errors: list[tuple[int, str]] = field(default_factory=list)
    warnings: dict[int, str] = field(default_factory=dict)  # by row number, of lines that will be written
    amounts: Counter = field(default_factory=Counter)  # new hours and sessions, by kind
    keys: dict[int, str] = field(default_factory=dict)  # by row number, what the ledger knows new entries by

    def add(self, line, outcome: Outcome) -> None:
        self.lines.append((line, outcome))

    def of(self, outcome: Outcome) -> list:
        return [line for line, its_outcome in self.lines if its_outcome == outcome]

    @property
    def counts(self) -> dict:
        """How many lines of each outcome, the amounts, and how many rows are wrong."""
        amounts = {str(kind): str(amount) for kind, amount in self.amounts.items()}
        wrong = {"wrong": len({number for number, _error in self.errors})} if self.errors else {}
        return dict(Counter(outcome.value for _line, outcome in self.lines)) | amounts | wrong

    @property
    def rows(self) -> list[dict]:
        """As the run keeps them: nothing where something is wrong, for then nothing can be written."""
        return [] if self.errors else [self._row(line, outcome) for line, outcome in self.lines]

    @property
    def shown(self) -> list[tuple]:
        """What the uploader decides by."""
        return [(outcome.value, self.warnings.get(line.number)) for line, outcome in self.lines]

    def _row(self, line, outcome):
        warning = self.warnings.get(line.number)
        return line.facts | {"outcome": outcome} | ({"warning": warning} if warning else {})

    def refuse(self, number: int, error: str) -> None:
        self.errors.append((number, error))
