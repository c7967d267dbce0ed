"""What no window of the portal may do, and what every page must be."""

from axe_playwright_python.base import AXE_SCRIPT

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN_AXE = """options => axe.run(document, options).then(
    found => found.violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.target}: ${node.failureSummary}`))
)"""
HEIGHT = 800
CONTENT = "content.localhost"


class Watch:
    """Hears the console of windows (violations of the content policy speak there), failures and foreign addresses."""

    def __init__(self, site):
        self.site, self.heard = site, []

    def over(self, context):
        context.on("console", self._console)
        context.on("weberror", lambda error: self.heard.append(f"script: {error.error}"))
        context.on("request", self._request)
        context.on("response", self._response)

    def _console(self, message):
        """That a page or file was not found is told by its response."""
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.heard.append(f"console of {message.page.url}: {message.text}")

    def _request(self, request):
        if not request.url.startswith((self.site + "/", f"http://{CONTENT}:", "data:", "blob:")):
            self.heard.append(f"foreign: {request.url}")

    def _response(self, response):
        """A page may be refused, which its test sees; what a page is made of may not."""
        if response.status >= (500 if response.request.is_navigation_request() else 400):
            self.heard.append(f"{response.status}: {response.url}")


def violations(page, **options):
    """What axe finds against WCAG 2.2 AA in the page as it stands."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(RUN_AXE, {"runOnly": WCAG, "resultTypes": ["violations"]} | options)


def overflow(page):
    """How many pixels stick out at the right."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def resize(page, width):
    page.set_viewport_size({"width": width, "height": HEIGHT})


def overflow_of_large_letters(page, widths=(360, 1280)):
    """How much sticks out at each width where a reader's browser writes everything twice as large."""
    found = {}
    letters(page, 32)
    for width in widths:
        resize(page, width)
        found[width] = overflow(page)
    letters(page, 16)
    return found


def letters(page, size):
    """As somebody sets them in the browser, unlike zoom: the page keeps its width."""
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size - 3}})
    session.detach()


def faults(page, widths=(320, 1280)):
    """Everything wrong with a page as it stands, at each width; in the dark only colours can be."""
    found = []
    for width in widths:
        resize(page, width)
        page.emulate_media(color_scheme="dark")
        found += [f"{width} dark: {one}" for one in violations(page, runOnly=["color-contrast"])]
        page.emulate_media(color_scheme="light")
        found += [f"{width} light: {one}" for one in violations(page)]
        found += [f"{width}: sticks out by {over} px" for over in [overflow(page)] if over > 0]
    return found
