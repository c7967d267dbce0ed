import pytest

from compliance.documents.names import cleaned


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Apliecība Nr. 5.PDF", "Apliecība Nr. 5.pdf"),
        ("C:\\Users\\alise\\apliecība.pdf", "apliecība.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("virus.exe", "virus.pdf"),
        ("a\r\nSet-Cookie: b.pdf", "aSet-Cookie b.pdf"),
        ("gnp\u202efdp.pdf", "gnpfdp.pdf"),
        ('<b>"a"</b>.pdf', "b.pdf"),
        ("", "dokuments.pdf"),
        (".pdf", "dokuments.pdf"),
        ("g\u0304arš.pdf", "ḡarš.pdf"),
        ("ā" * 300 + ".pdf", "ā" * 196 + ".pdf"),
    ],
)
def test_name_is_bare_visible_and_ends_as_the_content_says(given, kept):
    assert cleaned(given, ".pdf") == kept


def test_endings_that_say_the_same_stay():
    assert cleaned("apliecība.ASICE", ".edoc") == "apliecība.asice"
    assert cleaned("foto.jpeg", ".jpg") == "foto.jpeg"
    assert cleaned("foto.heic", ".jpg") == "foto.jpg"
