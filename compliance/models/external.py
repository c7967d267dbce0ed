from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from people import groups
from people.models import Appointment, Approver, Employer, Employment
from people.models.employer import running_on

from .ledger import CreditEntry
from .rule import Kind


class ExternalCertificateQuerySet(models.QuerySet):
    def submitted(self):
        return self.filter(state=ExternalCertificate.State.SUBMITTED)

    def approved(self):
        return self.filter(state=ExternalCertificate.State.APPROVED)

    def decided_by(self, user, on):
        """Those whom the user decides about on a day: of staff they manage or approve for; a reviewer, of the rest.

        Never one's own, nor what one submitted for somebody.
        """
        return self.decided(user, on, reviews=user.belongs_to(groups.REVIEWER))

    def decided(self, person, on, *, reviews):
        """The same of a person, or a parameter, known to be a reviewer or not."""
        led = Employer.objects.managed_by(person, on)
        named = Approver.objects.deciding(on).filter(person=person).values("employer")
        here = Q(employer__in=led) | Q(employer__in=named) | Q(employer__parent__in=named)
        staff = Employment.objects.confirmed().running(on).filter(here, person=OuterRef("person"))
        mine = Q(Exists(staff)) & ~Q(person__in=_managers(on).values("manager"))
        if reviews:
            mine |= Q(pk__in=ExternalCertificate.objects.left_to_reviewers(on))
        return self.filter(mine).exclude(person=person).exclude(submitted_by=person)

    def left_to_reviewers(self, on):
        """Of managers, of people without a confirmed employer, and where nobody else there can decide."""
        jobs = Employment.objects.confirmed().running(on).filter(person=OuterRef("person"))
        decided_there = jobs.filter(_someone_else(_managers(on), "manager") | _someone_else(_approvers(on), "person"))
        return self.filter(Q(person__in=_managers(on).values("manager")) | ~Exists(decided_there))

    def seen_by(self, user, on):
        """What someone decides about; a reviewer also looks at what others approved, afterwards.

        What the person took back is nobody else's to read.
        """
        seen = self.decided_by(user, on).exclude(state=ExternalCertificate.State.WITHDRAWN)
        if user.belongs_to(groups.REVIEWER):
            seen |= self.approved().exclude(person=user).exclude(submitted_by=user)
        return seen


def _managers(on):
    return Appointment.objects.filter(running_on(on), manager__is_active=True)


def _approvers(on):
    return Approver.objects.deciding(on)


def _someone_else(rows, who):
    """Whether rows hold one at the employer of a job who neither owns nor submitted the certificate around it."""
    of_employer = Q(employer=OuterRef("employer")) | Q(employer=OuterRef("employer__parent"))
    own = Q(**{who: OuterRef(OuterRef("person"))}) | Q(**{who: OuterRef(OuterRef("submitted_by"))})
    return Exists(rows.filter(of_employer).exclude(own))


class ExternalCertificate(models.Model):
    """A document of training or supervision obtained elsewhere; what it brings is pending until someone else decides.

    `hours`, `hours_kind` and `sessions` are as printed; `decided_amount` and `decided_year` are what was credited.
    """

    class State(models.TextChoices):
        SUBMITTED = "submitted", _("waits for approval")
        RETURNED = "returned", _("returned to be made precise")
        APPROVED = "approved", _("approved")
        REJECTED = "rejected", _("rejected")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class HoursKind(models.TextChoices):
        ACADEMIC = "academic", _("academic hours")
        CLOCK = "clock", _("clock hours")
        NOT_STATED = "not_stated", _("not stated")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "external_certificates")
    document = models.ForeignKey("compliance.Document", models.PROTECT, "certificates", null=True, blank=True)
    kind = models.CharField(_("kind"), max_length=15, choices=Kind, default=Kind.TRAINING)
    title = models.CharField(_("title"), max_length=300)
    provider = models.CharField(_("provider"), max_length=200)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    hours = models.DecimalField(_("hours"), max_digits=6, decimal_places=2, null=True, blank=True)
    hours_kind = models.CharField(_("kind of hours"), max_length=10, choices=HoursKind, default=HoursKind.ACADEMIC)
    academic_hour_minutes = models.PositiveSmallIntegerField(_("minutes in an academic hour"), default=45)
    sessions = models.PositiveSmallIntegerField(_("supervision sessions"), null=True, blank=True)
    funding = models.CharField(_("who paid or sent"), max_length=10, choices=CreditEntry.Funding, blank=True)
    flags = models.JSONField(_("flags"), default=list, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.SUBMITTED)
    revision = models.PositiveSmallIntegerField(_("revision"), default=1)
    submitted_at = models.DateTimeField(_("submitted at"))
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "+", verbose_name=_("submitted by"))
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "+", null=True, blank=True)
    decided_amount = models.DecimalField(_("credited"), max_digits=6, decimal_places=2, null=True, blank=True)
    decided_year = models.PositiveSmallIntegerField(_("credited to the year"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects = ExternalCertificateQuerySet.as_manager()

    class Meta:
        verbose_name = _("certificate obtained elsewhere")
        verbose_name_plural = _("certificates obtained elsewhere")
        ordering = ["-last_day", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="training_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(kind=Kind.TRAINING, hours__gt=0, sessions=None)
                | Q(kind=Kind.SUPERVISION, sessions__gt=0, hours=None),
                name="outside_hours_or_sessions",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def amount(self):
        """As printed: hours of training or sessions of supervision."""
        return self.sessions if self.kind == Kind.SUPERVISION else self.hours

    @property
    def brings(self):
        """What was credited, or else what is printed."""
        return self.amount if self.decided_amount is None else self.decided_amount

    @property
    def is_counted_as_printed(self):
        return self.kind == Kind.SUPERVISION or self.hours_kind == self.HoursKind.ACADEMIC

    @property
    def years(self):
        """Those that the training touched, the one that counts by itself first."""
        return range(self.last_day.year, self.first_day.year - 1, -1)
