"""/metodikas/, where methodologies and guidelines live."""

from django.db import migrations


def make_section(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    HomePage = apps.get_model("pages", "HomePage")
    MethodologyIndexPage = apps.get_model("methodologies", "MethodologyIndexPage")
    home = HomePage.objects.get(slug="home")
    kind, _ = ContentType.objects.get_or_create(app_label="methodologies", model="methodologyindexpage")
    home.numchild += 1
    home.save()
    MethodologyIndexPage.objects.create(
        title="Metodikas",
        draft_title="Metodikas",
        slug="metodikas",
        path=f"{home.path}{home.numchild:04d}",
        depth=3,
        numchild=0,
        url_path=f"{home.url_path}metodikas/",
        content_type=kind,
        locale_id=home.locale_id,
        live=True,
        show_in_menus=True,
    )


class Migration(migrations.Migration):
    dependencies = [("methodologies", "0001_first"), ("pages", "0002_home_page")]
    operations = [migrations.RunPython(make_section, migrations.RunPython.noop)]
