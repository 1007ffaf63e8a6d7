"""axe on whole pages, on a phone and on a wide screen, light and dark."""

from collections.abc import Iterator

from playwright.sync_api import Browser, Page

from tools.audit.results import Problem, Result
from tools.project import ROOT

AXE = ROOT / "node_modules/axe-core/axe.min.js"
SCREENS = {"phone": {"width": 390, "height": 844}, "wide": {"width": 1440, "height": 900}}
SCHEMES = ("light", "dark")
NODES_SHOWN = 3
LONGEST_HTML = 200


def check_accessibility(browser: Browser, url: str, pages: list[str]) -> Result:
    """Run axe on pages.

    Args:
        browser: in which they are opened.
        url: address of the site, without a slash at its end.
        pages: addresses of pages below it.
    """
    script = AXE.read_text(encoding="utf-8")
    result = Result("accessibility")
    for name in pages:
        where = {}
        for screen, size in SCREENS.items():
            page = browser.new_page(viewport=size, reduced_motion="reduce")
            page.goto(f"{url}/{name}", wait_until="networkidle")
            page.evaluate(script)
            for scheme in SCHEMES:
                for text in _violations(page, scheme):
                    where.setdefault(text, []).append(f"{screen}, {scheme}")
            page.context.close()
        result.problems += [
            Problem(name, f"{text} ({'; '.join(places)})") for text, places in where.items()
        ]
        print(f"  axe: {name}", flush=True)
    return result


def _violations(page: Page, scheme: str) -> Iterator[str]:
    """A line for every rule that the page breaks in a color scheme."""
    page.emulate_media(color_scheme=scheme)
    page.evaluate("() => new Promise((done) => setTimeout(done, 100))")
    options = {"resultTypes": ["violations"]}
    found = page.evaluate("async (options) => (await axe.run(options)).violations", options)
    for violation in found:
        nodes = [node["html"][:LONGEST_HTML] for node in violation["nodes"]]
        shown = "; ".join(nodes[:NODES_SHOWN])
        yield f"{violation['id']}: {violation['help']}: {len(nodes)} times, {shown}"
