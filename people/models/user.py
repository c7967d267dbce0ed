from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from .names import KEPT, NAMED, NameOrderField, PlainNameField, listed

BETWEEN = "\n"  # of names of groups


class UserAccounts(BaseUserManager):
    def create_user(self, email, password=None, **fields):
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email):
        return self.get(email=email.lower())


class User(AbstractUser):
    """A person, known by a verified e-mail address; what a person may do comes from groups."""

    username = None
    email = models.EmailField(_("e-mail address"), unique=True)
    name_order = NameOrderField(default=b"")
    plain_name = PlainNameField(default="")

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []

    objects = UserAccounts()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["last_name", "first_name", "id"]
        constraints = [models.CheckConstraint(condition=Q(email=Lower("email")), name="addresses_are_in_lower_case")]

    def __str__(self):
        return self.get_full_name() or self.email

    def save(self, *args, update_fields=None, **kwargs):
        self.email = self.email.lower()
        if update_fields is not None and not NAMED.isdisjoint(update_fields):
            update_fields = KEPT.union(update_fields)
        super().save(*args, update_fields=update_fields, **kwargs)

    @property
    def listed_name(self):
        return listed(self.last_name, self.first_name, self.email)

    @cached_property
    def group_names(self):
        if hasattr(self, "joined_groups"):
            return frozenset((self.joined_groups or "").split(BETWEEN))
        return frozenset(self.groups.values_list("name", flat=True))

    def belongs_to(self, *names):
        """Whether the person is in one of the permission groups (people/groups.py); a superuser is an administrator."""
        return self.is_active and (self.is_superuser or not self.group_names.isdisjoint(names))

    def manages(self, on):
        """Whether an appointment of the person runs on a day."""
        return self.appointments.running(on).exists()
