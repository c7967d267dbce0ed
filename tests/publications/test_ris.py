from publications.ris import ris
from tests.publications.items import ARTICLE, BOOK


def test_an_article_is_a_list_of_tags():
    assert ris(ARTICLE).split("\r\n") == [
        "TY  - JOUR",
        "AU  - Moors, Mārtiņš",
        "AU  - Labklājības ministrija",
        "PY  - 2020",
        "SP  - 9",
        "EP  - 19",
        "TI  - Sociālā darba iespējas",
        "JO  - Sociālais darbs Latvijā",
        "IS  - 1",
        "UR  - https://socdarbs.lv/a/",
        "LA  - lv",
        "KW  - prakse",
        "KW  - krīze",
        "ER  - ",
        "",
    ]


def test_a_value_cannot_begin_another_tag():
    assert "\nER" not in ris(BOOK | {"title": "Gads\r\nER  - beigas"}).replace("\r\nER  - \r\n", "")
