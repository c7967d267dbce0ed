from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.generic import RedirectView, TemplateView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from . import health, mailbox
from .sitemap import EveryLanguageSitemap

to_sign_in = login_not_required(RedirectView.as_view(pattern_name="account_login", query_string=True))
robots = login_not_required(TemplateView.as_view(template_name="robots.txt", content_type="text/plain"))


def public(patterns):
    """Wagtail's pages, which anyone may read; its own sign-in door leads to the portal's, like those of the admin."""
    for pattern in patterns:
        pattern.callback = to_sign_in if pattern.name == "wagtailcore_login" else login_not_required(pattern.callback)
    return patterns


urlpatterns = [
    path("livez", health.livez, name="livez"),
    path("readyz", health.readyz, name="readyz"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", login_not_required(sitemap), {"sitemaps": {"pages": EveryLanguageSitemap}}, name="sitemap"),
    path("cms/login/", to_sign_in),
    path("cms/password_reset/", login_not_required(RedirectView.as_view(pattern_name="account_reset_password"))),
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
]
if settings.DEBUG:
    urlpatterns += [
        path("dev/mails/", mailbox.mails, name="mails"),
        *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    ]
urlpatterns += i18n_patterns(
    path("accounts/", include("people.urls")),
    path("", include("lms.urls")),
    path("", include("offices.urls")),
    path("", include("compliance.urls")),
    path("", include(public(wagtail_urls.urlpatterns))),
    prefix_default_language=False,
)
