from django.urls import include, path

from . import views

urlpatterns = [
    path("profils/", views.profile, name="account_profile"),
    path("", include("allauth.urls")),
]
