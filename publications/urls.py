from django.contrib.auth.decorators import login_not_required
from django.urls import path

from .views import harvest, public

app_name = "publications"
urlpatterns = [
    path("oai", login_not_required(harvest.oai), name="oai"),
    path("izdevumi/<int:pk>.epub", login_not_required(public.epub), name="epub"),
    path("izdevumi/<int:pk>.<slug:form>", login_not_required(public.cite), name="cite"),
    path("izdevumi/sejumi/<int:pk>.<slug:form>", login_not_required(public.cite_volume), name="cite_volume"),
]
