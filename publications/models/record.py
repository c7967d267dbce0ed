from django.db import models


class RecordQuerySet(models.QuerySet):
    def between(self, since, until):
        found = self.filter(changed_at__gte=since) if since else self
        return found.filter(changed_at__lte=until) if until else found

    def after(self, changed_at, page_id):
        """What comes next in the order of a harvest, also when many changed in one second."""
        same_second = models.Q(changed_at=changed_at, page_id__gt=page_id)
        return self.filter(models.Q(changed_at__gt=changed_at) | same_second)


class Record(models.Model):
    """What harvesters were told of a page; it outlives the page, so that they learn of its end."""

    page_id = models.PositiveIntegerField(primary_key=True)
    kind = models.CharField(max_length=20)
    changed_at = models.DateTimeField(db_index=True)
    is_deleted = models.BooleanField(default=False)

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = "OAI-PMH record"
        verbose_name_plural = "OAI-PMH records"
        ordering = ["changed_at", "page_id"]

    def __str__(self):
        return f"{self.kind} {self.page_id}"
