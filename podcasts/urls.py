"""What machines ask for; outside the languages, so that the addresses stay whatever pages are called."""

from django.urls import path

from . import feeds, views

app_name = "podcasts"
urlpatterns = [
    path("barotne.xml", feeds.feed, name="feed"),
    path("<int:pk>/atsifrejums.<slug:form>", views.transcript, name="transcript"),
    path("<int:pk>/nodalas.json", views.chapters, name="chapters"),
]
