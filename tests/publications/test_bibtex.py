from publications.bibtex import bibtex
from tests.publications.items import ARTICLE, BOOK


def test_an_article_is_an_entry():
    assert (
        bibtex(ARTICLE)
        == """\
@article{socdarbs-7,
  author = {Moors, Mārtiņš and {Labklājības ministrija}},
  year = {2020},
  title = {Sociālā darba iespējas},
  journal = {Sociālais darbs Latvijā},
  number = {1},
  pages = {9--19},
  url = {https://socdarbs.lv/a/},
  keywords = {prakse, krīze},
  language = {lv},
}
"""
    )


def test_what_tex_would_take_for_its_own_is_made_plain():
    written = bibtex(BOOK | {"title": "100 % {x}\\y_z & #1\n~^$"})
    line = r"  title = {100 \% \{x\}\textbackslash{}y\_z \& \#1 \textasciitilde{}\textasciicircum{}\$},"
    assert line in written.splitlines()


def test_a_brace_cannot_end_an_address():
    assert "url = {https://x.lv/%7Da},".strip() in bibtex(BOOK | {"URL": "https://x.lv/}a"})


def test_a_report_has_an_institution():
    assert "institution = {LU Akadēmiskais apgāds}" in bibtex(BOOK | {"type": "report"})
