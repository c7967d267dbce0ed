from django.urls import path

from . import views

app_name = "pages"
urlpatterns = [
    path("l/<int:pk>/", views.short, name="short"),
    path("attels/<int:pk>-<slug:version>.png", views.picture, name="picture"),
]
