"""Invented places and people. None of them exists: real offices are never shown with invented shortfalls."""

MUNICIPALITIES = [
    "Parauga novads",
    "Piemēra novads",
    "Izdomas novads",
    "Pasaku novads",
    "Rudzupuķu novads",
    "Saulgriežu novads",
    "Ziemeļblāzmas novads",
    "Varavīksnes novads",
]
# (office, its municipality's place in the list, number of people, its units)
OFFICES = [
    ("Parauga novada sociālais dienests", 0, 22, ("Ģimeņu atbalsta nodaļa", "Aprūpes nodaļa")),
    ("Parauga dienas aprūpes centrs", 0, 11, ()),
    ("Piemēra novada sociālais dienests", 1, 34, ("Sociālā darba nodaļa", "Sociālās palīdzības nodaļa")),
    ("Piemēra ģimenes atbalsta centrs", 1, 14, ()),
    ("Izdomas novada sociālais dienests", 2, 27, ()),
    ("Pasaku novada sociālais dienests", 3, 18, ()),
    ("Pasaku krīzes centrs", 3, 9, ()),
    ("Rudzupuķu novada sociālais dienests", 4, 24, ()),
    ("Saulgriežu novada sociālais dienests", 5, 31, ("Pilsētas nodaļa", "Pagastu nodaļa")),
    ("Saulgriežu aprūpes centrs", 5, 16, ()),
    ("Ziemeļblāzmas novada sociālais dienests", 6, 29, ()),
    ("Varavīksnes novada sociālais dienests", 7, 4, ()),
]
FIRST_NAMES = (
    "Agnese Aija Aiva Alise Anita Anna Antra Arita Baiba Beāte Daiga Daina Dace Diāna Dzintra Edīte Elga Elīna Elza "
    "Emīlija Eva Evita Gunta Ieva Ilga Ilona Ilze Indra Ineta Inga Ingrīda Inita Irēna Ivita Jana Jolanta Jūlija "
    "Karīna Katrīna Kristīne Laila Laima Lauma Līga Līna Lolita Madara Maija Māra Marita Marta Monta Oksana Olga "
    "Paula Ramona Rasma Rita Rūta Sandra Sanita Sarmīte Silvija Skaidrīte Solvita Tatjana Undīne Valda Velga Vija "
    "Vineta Zane Zita Žanete Andris Artis Edgars Guntis Jānis Juris Kārlis Mārtiņš Pēteris Raivis Toms Uldis"
).split()
# A surname for either gender's form: „Paraudziņa, Paraudziņš”.
SURNAMES = [
    ("Ābelīte", "Ābelītis"),
    ("Avotniece", "Avotnieks"),
    ("Bebre", "Bebrs"),
    ("Birztala", "Birztals"),
    ("Cielaviņa", "Cielaviņš"),
    ("Dārzniece", "Dārznieks"),
    ("Dzenīte", "Dzenītis"),
    ("Egle", "Egle"),
    ("Gulbe", "Gulbis"),
    ("Ievziede", "Ievzieds"),
    ("Īve", "Īvis"),
    ("Jostiņa", "Jostiņš"),
    ("Kadiķe", "Kadiķis"),
    ("Ķauķe", "Ķauķis"),
    ("Lazdaine", "Lazdainis"),
    ("Ļaudaka", "Ļaudaks"),
    ("Magone", "Magons"),
    ("Nātrīte", "Nātrītis"),
    ("Ņukša", "Ņukšs"),
    ("Ozolzīle", "Ozolzīlis"),
    ("Pīlādze", "Pīlādzis"),
    ("Paraudziņa", "Paraudziņš"),
    ("Rasaskrēsla", "Rasaskrēsls"),
    ("Rudzuvārpa", "Rudzuvārps"),
    ("Saulgoze", "Saulgozis"),
    ("Smilga", "Smilgs"),
    ("Šķiltere", "Šķilters"),
    ("Tīrumniece", "Tīrumnieks"),
    ("Upeskalna", "Upeskalns"),
    ("Vizbulīte", "Vizbulītis"),
    ("Zemzare", "Zemzars"),
    ("Žubīte", "Žubītis"),
]
MEN = 12
"""So many of FIRST_NAMES, the last ones, take a man's surname."""
TRAININGS = [
    "Motivējošā intervēšana",
    "Darbs ar ģimeni krīzē",
    "Saskarsme ar klientu konfliktsituācijā",
    "Personas datu aizsardzība sociālajā darbā",
    "Sociālā darba dokumentēšana",
    "Pirmā saruna ar klientu",
    "Senioru vajadzību izvērtēšana",
    "Profesionālās izdegšanas mazināšana",
    "Starpprofesionālā sadarbība gadījuma risināšanā",
    "Atbalsts jaunietim pārejā uz patstāvīgu dzīvi",
]
PROVIDERS = ["Parauga mācību centrs", "Piemēra kompetences skola", "Izdomas semināru birojs"]
LOG_INS = [
    # (address before the @, first name, last name, group)
    ("specialists", "Demo", "Speciālists", "Specialists"),
    ("vaditajs", "Demo", "Vadītājs", "Managers"),
    ("redaktors", "Demo", "Redaktors", "Editors"),
    ("moderators", "Demo", "Moderators", "Moderators"),
    ("apstiprinatajs", "Demo", "Apstiprinātājs", "Reviewers"),
    ("ministrija", "Demo", "Analītiķis", "Ministry analysts"),
    ("admins", "Demo", "Administrators", "Administrators"),
]
PASSWORD = "socdarbs"  # noqa: S105 - the log-ins are shown on the terminal and refused when DEBUG is off
