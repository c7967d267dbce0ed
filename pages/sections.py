"""The sections below the Latvian home page, made by migrations so that every portal has them."""

from django.db.models import F, Value
from django.db.models.functions import Concat, Substr
from wagtail.models import Page

ASIDE = "-"  # no path begins so


def make_section(apps, app_label, model, *, slug, title, in_menus=True, **fields):
    """One page of a historical model below the home page; fields: what else it holds."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    home = apps.get_model("pages", "HomePage").objects.get(slug="home")
    kind, _ = ContentType.objects.get_or_create(app_label=app_label, model=model.lower())
    apps.get_model(app_label, model).objects.create(
        title=title,
        draft_title=title,
        slug=slug,
        path=next_path(apps, home),
        depth=3,
        numchild=0,
        url_path=f"{home.url_path}{slug}/",
        content_type=kind,
        locale_id=home.locale_id,
        live=True,
        show_in_menus=in_menus,
        **fields,
    )
    home.numchild += 1
    home.save(update_fields=["numchild"])


def next_path(apps, home):
    """After the last child, which need not be the numchild-th: pages may have been removed."""
    children = apps.get_model("wagtailcore", "Page").objects.filter(path__startswith=home.path, depth=3)
    last = children.order_by("-path").values_list("path", flat=True).first()
    return Page(path=last)._inc_path() if last else f"{home.path}0001"


def put_in_order(apps, slugs):
    """These sections in this order, in the places that they have among the others; what is below them goes along."""
    pages = apps.get_model("wagtailcore", "Page").objects
    home = apps.get_model("pages", "HomePage").objects.get(slug="home")
    there = pages.filter(path__startswith=home.path, depth=3, slug__in=slugs)
    now = dict(there.order_by("path").values_list("slug", "path"))
    then = dict(zip([slug for slug in slugs if slug in now], now.values(), strict=True))
    for slug, path in now.items():
        below = pages.filter(path__startswith=path)
        below.update(path=Concat(Value(f"{ASIDE}{then[slug]}"), Substr("path", len(path) + 1)))
    moved = pages.filter(path__startswith=ASIDE)
    moved.update(path=Substr(F("path"), len(ASIDE) + 1))
