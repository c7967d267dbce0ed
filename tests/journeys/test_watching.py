"""The watch and the looks of these stories do notice what they are for."""

import pytest

from tests.journeys.watching import Watch, faults

pytestmark = pytest.mark.journey
WRONGS = {
    "console": "document.body.append(Object.assign(document.createElement('script'), {textContent: '1'}))",
    "foreign": "location.assign('http://portal.invalid/')",
    "404": "fetch('/nav-tada-faila.js')",
    "script": "setTimeout(() => { throw Error('kļūda') })",
}
BLIND = """const image = new Image();
image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
image.style.minWidth = '3000px';
document.querySelector('main').append(image);"""


@pytest.fixture
def watched(browser, site):
    """A page and what its watch has heard."""
    watch, context = Watch(site), browser.new_context(base_url=site)
    watch.over(context)
    page = context.new_page()
    page.goto("/accounts/login/")
    yield page, watch.heard
    context.close()


@pytest.mark.parametrize("kind", WRONGS)
def test_watch_hears_what_goes_wrong(watched, kind):
    page, heard = watched
    assert heard == []
    page.evaluate(WRONGS[kind])
    for _turn in range(100):
        if not heard:
            page.wait_for_timeout(50)  # events are told while Playwright waits

    assert heard[0].startswith(kind)


def test_looks_find_what_sticks_out_and_has_no_words(watched):
    page, _heard = watched
    page.evaluate(BLIND)

    without_words, sticking_out = faults(page, widths=[360])
    assert without_words.startswith("360 light: image-alt:")
    assert sticking_out.startswith("360: sticks out by ")
