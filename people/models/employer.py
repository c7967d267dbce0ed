from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


def running_on(day):
    """Rows with a start and an open or later end that hold on a day."""
    return Q(start__lte=day) & (Q(end=None) | Q(end__gte=day))


class EmployerQuerySet(models.QuerySet):
    def offices(self):
        return self.filter(parent=None)

    def managed_by(self, user, on):
        """The employers and units the person manages on a day; an employer's manager has all its units."""
        held = Appointment.objects.filter(running_on(on), manager=user).values("employer")
        return self.filter(Q(pk__in=held) | Q(parent__in=held))


class Employer(models.Model):
    """A social service office or another provider; a row with a parent is a unit of it."""

    class Kind(models.TextChoices):
        OFFICE = "office", _("social service office")
        PROVIDER = "provider", _("other social service provider")

    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.OFFICE)
    registration_number = models.CharField(_("registration number"), max_length=20, blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)
    municipality = models.ForeignKey("people.Municipality", models.PROTECT, "employers", verbose_name=_("municipality"))
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        "units",
        null=True,
        blank=True,
        verbose_name=_("employer"),
        limit_choices_to={"parent": None},
        help_text=_("Fill in for a unit only."),
    )

    objects = EmployerQuerySet.as_manager()

    class Meta:
        verbose_name = _("employer")
        verbose_name_plural = _("employers")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "name"], condition=Q(parent=None), name="one_employer_of_a_name"
            ),
            models.UniqueConstraint(fields=["parent", "name"], name="one_unit_of_a_name"),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="unit_is_not_its_own_employer"),
        ]

    def __str__(self):
        return f"{self.parent.name}, {self.name}" if self.parent_id else self.name


class AppointmentQuerySet(models.QuerySet):
    def running(self, on):
        return self.filter(running_on(on))

    def not_over(self, on):
        """Running or still to begin."""
        return self.filter(Q(end=None) | Q(end__gte=on))


class Appointment(models.Model):
    """A person manages an employer, or one unit of it, between two dates."""

    manager = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "appointments", verbose_name=_("manager"))
    employer = models.ForeignKey(Employer, models.PROTECT, "appointments", verbose_name=_("employer or unit"))
    start = models.DateField(_("from"))
    end = models.DateField(_("to"), null=True, blank=True)
    appointed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, "+", null=True, blank=True, editable=False
    )

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("manager's appointment")
        verbose_name_plural = _("managers' appointments")
        ordering = ["employer__name", "-start"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end=None) | Q(end__gte=F("start")), name="appointment_ends_after_it_begins"
            )
        ]

    def __str__(self):
        return f"{self.manager} – {self.employer}"


class EmployerRequestQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state=EmployerRequest.State.OPEN)


class EmployerRequest(models.Model):
    """„Nav sarakstā”: a person names an employer that the list lacks; an administrator settles it."""

    class State(models.TextChoices):
        OPEN = "open", _("waits")
        SETTLED = "settled", _("settled")
        DECLINED = "declined", _("declined")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, "employer_requests")
    name = models.CharField(_("employer's name"), max_length=200)
    municipality = models.ForeignKey("people.Municipality", models.PROTECT, "+", verbose_name=_("municipality"))
    role = models.ForeignKey("people.Role", models.PROTECT, "+", verbose_name=_("profession"))
    start = models.DateField(_("working since"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN)
    employer = models.ForeignKey(Employer, models.PROTECT, "+", null=True, blank=True, verbose_name=_("employer"))
    created_at = models.DateTimeField(_("asked at"))
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "+", null=True, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = EmployerRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request to add an employer")
        verbose_name_plural = _("requests to add an employer")
        ordering = ["-created_at"]

    def __str__(self):
        return self.name


class InvitationQuerySet(models.QuerySet):
    def open(self):
        return self.filter(accepted_at=None, declined_at=None)

    def open_for(self, user):
        """Those sent to the person's address, which a code has confirmed."""
        return self.open().sent_to(user)

    def sent_to(self, user):
        return self.filter(email=user.email)


class Invitation(models.Model):
    """A manager asks someone by e-mail to join the staff; accepting makes a confirmed employment."""

    email = models.EmailField(_("e-mail address"))
    employer = models.ForeignKey(Employer, models.PROTECT, "invitations", verbose_name=_("employer or unit"))
    role = models.ForeignKey("people.Role", models.PROTECT, "+", verbose_name=_("profession"))
    start = models.DateField(_("working since"))
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "+", verbose_name=_("invited by"))
    created_at = models.DateTimeField(_("invited at"))
    accepted_at = models.DateTimeField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)
    employment = models.OneToOneField("people.Employment", models.PROTECT, null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["email", "employer"],
                condition=Q(accepted_at=None, declined_at=None),
                name="one_open_invitation_per_address",
            )
        ]

    def __str__(self):
        return self.email
