"""Rows that every installation has: permission groups, professions, municipalities."""

from pathlib import Path

from django.db import migrations

from people import groups, territory

DATA = Path(__file__).resolve().parent.parent / "data"

ROLES = [
    ("social_worker", "sociālais darbinieks", "social worker"),
    ("charitable_social_worker", "karitatīvais sociālais darbinieks", "charitable social worker"),
    ("social_carer", "sociālais aprūpētājs", "social carer"),
    ("social_rehabilitator", "sociālais rehabilitētājs", "social rehabilitator"),
    ("social_assistance_organiser", "sociālās palīdzības organizators", "social assistance organiser"),
    ("carer", "aprūpētājs", "carer"),
    ("institution_head", "institūcijas vadītājs", "head of institution"),
    ("unit_head", "struktūrvienības vadītājs", "head of unit"),
    ("management_specialist", "vadības līmeņa speciālists", "management-level specialist"),
    ("family_assistant", "ģimenes asistents", "family assistant"),
]

PAGES = {
    groups.EDITOR: ["add", "change"],
    groups.MODERATOR: ["add", "change", "publish", "lock", "unlock"],
    groups.ADMINISTRATOR: ["add", "change", "publish", "lock", "unlock", "bulk_delete"],
}
FILES = {
    ("wagtailimages", "image"): ["add", "change", "choose"],
    ("wagtaildocs", "document"): ["add", "change", "choose"],
    ("wagtailmedia", "media"): ["add", "change"],
}
ADMINISTERED = {
    ("people", "user"): ["add", "change"],
    ("people", "employer"): ["view", "add", "change", "delete"],
    ("people", "appointment"): ["view", "add", "change"],
    ("people", "role"): ["view", "add", "change"],
    ("people", "municipality"): ["view"],
    ("people", "notice"): ["view"],
    ("wagtailcore", "site"): ["add", "change", "delete"],
    ("wagtailcore", "locale"): ["add", "change"],
    ("wagtailcore", "workflow"): ["add", "change", "delete"],
    ("wagtailcore", "task"): ["add", "change", "delete"],
    ("wagtailredirects", "redirect"): ["add", "change", "delete"],
}


def permissions(apps, model, verbs):
    """Permission rows of a model; on a new database they do not exist before the first migrate ends."""
    app_label, name = model
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(app_label=app_label, model=name)
    Permission = apps.get_model("auth.Permission")
    for verb in verbs:
        yield Permission.objects.get_or_create(
            content_type=content_type, codename=f"{verb}_{name}", defaults={"name": f"Can {verb} {name}"}
        )[0]


def add_groups(apps, schema_editor):
    Group = apps.get_model("auth.Group")
    named = {name: Group.objects.get_or_create(name=name)[0] for name in groups.ALL}
    let_into_cms(apps, [named[name] for name in PAGES])
    for name, verbs in PAGES.items():
        let_edit_pages(apps, named[name], verbs)
        let_add_files(apps, named[name])
    for model, verbs in ADMINISTERED.items():
        named[groups.ADMINISTRATOR].permissions.add(*permissions(apps, model, verbs))


def let_into_cms(apps, editing):
    (access,) = permissions(apps, ("wagtailadmin", "admin"), ["access"])
    for group in editing:
        group.permissions.add(access)


def let_edit_pages(apps, group, verbs):
    root = apps.get_model("wagtailcore.Page").objects.get(depth=1)
    for permission in permissions(apps, ("wagtailcore", "page"), verbs):
        apps.get_model("wagtailcore.GroupPagePermission").objects.get_or_create(
            group=group, page=root, permission=permission
        )


def let_add_files(apps, group):
    root = apps.get_model("wagtailcore.Collection").objects.get(depth=1)
    held = FILES
    if group.name == groups.ADMINISTRATOR:
        held = FILES | {("wagtailcore", "collection"): ["add", "change", "delete"]}
    for model, verbs in held.items():
        for permission in permissions(apps, model, verbs):
            apps.get_model("wagtailcore.GroupCollectionPermission").objects.get_or_create(
                group=group, collection=root, permission=permission
            )


def add_roles(apps, schema_editor):
    Role = apps.get_model("people.Role")
    Role.objects.bulk_create(
        Role(code=code, name_lv=name_lv, name_en=name_en, position=place * 10)
        for place, (code, name_lv, name_en) in enumerate(ROLES, start=1)
    )


def add_municipalities(apps, schema_editor):
    Municipality = apps.get_model("people.Municipality")
    with (DATA / "municipalities.csv").open(encoding="utf-8") as lines:
        rows = [Municipality(**vars(row)) for row in territory.read_municipalities(lines)]
    Municipality.objects.bulk_create(rows)
    by_key = {row.key: row for row in Municipality.objects.all()}
    Succession = apps.get_model("people.MunicipalitySuccession")
    with (DATA / "successions.csv").open(encoding="utf-8") as lines:
        Succession.objects.bulk_create(
            Succession(**vars(row) | {"predecessor": by_key[row.predecessor], "successor": by_key[row.successor]})
            for row in territory.read_successions(lines)
        )


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_first"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailmedia", "0005_alter_media_options"),
        ("wagtailredirects", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(add_groups, migrations.RunPython.noop),
        migrations.RunPython(add_roles, migrations.RunPython.noop),
        migrations.RunPython(add_municipalities, migrations.RunPython.noop),
    ]
