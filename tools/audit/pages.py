"""The pages of a built site."""

from pathlib import Path

LANDING_PAGE = "#choose"
"""Without `#choose` the landing page leads on to the edition in the browser's language."""

NOT_FOR_SEARCH_ENGINES = ("404.html", "search.html")
"""Pages that may ask search engines to leave them out."""


def file_of(site: Path, page: str) -> Path:
    """The file of a page.

    Args:
        site: folder of the built site.
        page: address of the page below that of the site.
    """
    return site / (page.partition("#")[0] or "index.html")


def pages_of(site: Path) -> list[str]:
    """The addresses of all pages below that of the site; the landing page comes first."""
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return [LANDING_PAGE, *(name for name in names if name != "index.html")]
