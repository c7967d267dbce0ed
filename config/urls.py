from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path, re_path
from django.views.generic import TemplateView
from django.views.i18n import JavaScriptCatalog
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from pages.feeds import SectionFeed
from people.views import stop_mails
from search.views import api as search_api
from search.views import opensearch, suggestions

from . import health, mailbox, media
from .doors import public, to_reset, to_sign_in
from .sitemap import EveryLanguageSitemap

editors_words = require_admin_access(JavaScriptCatalog.as_view())
robots = login_not_required(TemplateView.as_view(template_name="robots.txt", content_type="text/plain"))

handler400 = "config.errors.refused"
urlpatterns = [
    path("livez", health.livez, name="livez"),
    path("readyz", health.readyz, name="readyz"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", login_not_required(sitemap), {"sitemaps": {"pages": EveryLanguageSitemap}}, name="sitemap"),
    path("cms/login/", to_sign_in, name="cms_sign_in"),
    path("cms/password_reset/", to_reset),
    path("cms/localize/jsi18n/", editors_words),  # the package's own reads only what it ships itself
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(public(wagtaildocs_urls.urlpatterns))),
    path("raidieraksts/", include("podcasts.urls")),
    re_path(media.PATTERN, media.media, name="media"),
    path("", include("pages.urls")),
    path("barotnes/<slug:section>.xml", login_not_required(SectionFeed()), name="section_feed"),
    path("", include("publications.urls")),
    path("opensearch.xml", opensearch, name="opensearch"),
    path("api/v1/search/", search_api, name="search_api"),
    path("api/v1/search/suggestions/", suggestions, name="search_suggestions"),
]
if settings.DEBUG:
    urlpatterns.append(path("dev/mails/", mailbox.mails, name="mails"))
urlpatterns += i18n_patterns(
    path("pazinojumi/atteikties/<str:token>/", stop_mails, name="stop_mails"),
    path("accounts/", include("people.urls")),
    path("", include("lms.urls")),
    path("", include("offices.urls")),
    path("", include("compliance.urls")),
    path("", include("glossary.urls")),
    path("", include("search.urls")),
    path("", include(public(wagtail_urls.urlpatterns))),
    prefix_default_language=False,
)
