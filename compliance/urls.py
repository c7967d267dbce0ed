from django.urls import path

from .views import certificate, check, document, verify

app_name = "compliance"

urlpatterns = [
    path("parbaudit/", check, name="check"),
    path("parbaudit/<str:code>/", verify, name="verify"),
    path("mans-gads/apliecibas/<str:code>.pdf", certificate, name="certificate"),
    path("mans-gads/dokumenti/<int:pk>/", document, name="document"),
]
