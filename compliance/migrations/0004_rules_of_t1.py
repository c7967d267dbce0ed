"""The norms as the sources state them (docs/decisions/0010-rules-of-t1.md); no balance exists yet to refresh."""

from datetime import date

from django.db import migrations

REQUIREMENTS = "„Prasības sociālo pakalpojumu sniedzējiem”"
MK_291 = "Ministru kabineta 03.06.2003. noteikumi Nr. 291 " + REQUIREMENTS
MK_338 = "Ministru kabineta 13.06.2017. noteikumi Nr. 338 " + REQUIREMENTS
SUPERVISION = MK_338 + ", kā tos skaidro Labklājības ministrija"

MK_291_URL = "https://likumi.lv/ta/id/75887"
MK_338_URL = "https://likumi.lv/ta/en/en/id/291788"
SUPERVISION_URL = (
    "https://www.lm.gov.lv/lv/jaunums/par-supervizijas-nozimi-socialo-darbinieku-profesionalas-kompetences-pilnveide"
)

HOURS = {
    "social_worker": (24, "2.4.1."),
    "institution_head": (24, "2.4.1."),
    "social_carer": (16, "2.4.2."),
    "social_rehabilitator": (16, "2.4.2."),
    "social_assistance_organiser": (16, "2.4.2."),
    "carer": (8, "2.4.3."),
}
SESSIONS = 10
SUPERVISED = (
    "social_worker", "social_carer", "social_rehabilitator", "social_assistance_organiser", "institution_head",
    "unit_head",
)  # fmt: skip


def add_rules(apps, schema_editor):
    Rule = apps.get_model("compliance.Rule")
    training = {"kind": "training", "unit": "academic_hours"}
    for role, (amount, point) in HOURS.items():
        Rule.objects.create(
            **training, role_id=role, amount=amount, valid_from=date(2003, 6, 3), verified=True,
            citation=f"{MK_291}, {point} apakšpunkts", citation_url=MK_291_URL,
        )  # fmt: skip
        Rule.objects.create(
            **training, role_id=role, amount=amount, valid_from=date(2017, 7, 1), verified=False,
            citation=MK_338, citation_url=MK_338_URL,
        )  # fmt: skip
    for role in SUPERVISED:
        Rule.objects.create(
            kind="supervision", unit="sessions", role_id=role, amount=SESSIONS, valid_from=date(2022, 3, 11),
            verified=False, citation=SUPERVISION, citation_url=SUPERVISION_URL,
        )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("compliance", "0003_seal_and_revocation"), ("people", "0002_reference_rows")]

    operations = [migrations.RunPython(add_rules, migrations.RunPython.noop)]
