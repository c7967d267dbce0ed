from wagtail.models import Page


class BasePage(Page):
    """The only page base: every public page of the portal is one of its kinds."""

    class Meta:
        abstract = True

    @property
    def lead(self):
        """What lists and search engines show below the title."""
        return self.search_description

    @property
    def kind_name(self):
        """What lists of mixed pages call it: „raksts”, „epizode”."""
        return str(self._meta.verbose_name)

    @property
    def when(self):
        """The day, the year or the number that lists show beside the title; empty if it has none or none is known."""
        return ""

    def structured_data(self):
        """What search engines are told in the words of schema.org beside name and address, or nothing."""
        return {}

    def admits(self, request):
        """Whether Wagtail would show the page to the visitor: nothing makes it, or a page above it, private to them."""
        return all(restriction.accept_request(request) for restriction in self.get_view_restrictions())
