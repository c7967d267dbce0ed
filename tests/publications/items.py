"""Items of CSL-JSON."""

ARTICLE = {
    "id": "socdarbs-7",
    "type": "article-journal",
    "title": "Sociālā darba iespējas",
    "author": [{"family": "Moors", "given": "Mārtiņš"}, {"literal": "Labklājības ministrija"}],
    "container-title": "Sociālais darbs Latvijā",
    "issue": "1",
    "issued": {"date-parts": [[2020]]},
    "page": "9–19",
    "keyword": "prakse, krīze",
    "language": "lv",
    "URL": "https://socdarbs.lv/a/",
}
BOOK = {
    "id": "socdarbs-8",
    "type": "book",
    "title": "Darbs ar gadījumu",
    "editor": [{"family": "Roga-Vailza", "given": "Vita"}],
    "issued": {"date-parts": [[2023, 4, 13]]},
    "publisher": "LU Akadēmiskais apgāds",
    "publisher-place": "Rīga",
    "ISBN": "978-9934-18-910-4",
    "DOI": "10.22364/sdtv.23",
}
ISSUE = {
    "id": "socdarbs-9",
    "type": "periodical",
    "title": "Sociālais darbs Latvijā, 2/2016",
    "language": "lv",
    "editor": [{"family": "Mite", "given": "Andra"}],
    "container-title": "Sociālais darbs Latvijā",
    "issue": "2",
    "issued": {"date-parts": [[2016]]},
    "ISSN": "0317-8471",
    "URL": "https://socdarbs.lv/i/",
}
