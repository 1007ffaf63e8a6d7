"""Links and resources inside the site that lead nowhere, anchors included."""

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tools.audit.results import Problem, Result

ADDRESSES = {"a": "href", "link": "href", "script": "src", "img": "src"}


@dataclass
class _Names(HTMLParser):
    """The addresses and ids of a page."""

    addresses: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if address := attributes.get(ADDRESSES.get(tag)):
            self.addresses.append(address)
        if "id" in attributes:
            self.ids.add(attributes["id"])


def check_links(site: Path) -> Result:
    """Follow all links between files of a folder.

    Args:
        site: folder of the built site.
    """

    @cache
    def names_of(path: Path) -> _Names:
        names = _Names()
        names.feed(path.read_text(encoding="utf-8"))
        return names

    def target_of(path: Path, address: str) -> Path:
        """The file that an address leads to; one that starts with "/" starts at the site's root."""
        if not address:
            return path
        start = site if address.startswith("/") else path.parent
        return (start / address.lstrip("/")).resolve()

    def problem_of(path: Path, link: str) -> str | None:
        address = urlsplit(link)
        if address.scheme or address.netloc:
            return None
        target = target_of(path, unquote(address.path))
        if not target.is_file():
            return "no such file"
        # What follows "?" sets the explorer that the anchor leads to.
        anchor = unquote(address.fragment).partition("?")[0]
        if anchor and target.suffix == ".html" and anchor not in names_of(target).ids:
            return "no such anchor"
        return None

    site = site.resolve()
    return Result(
        "links",
        problems=[
            Problem(path.relative_to(site).as_posix(), f"{link}: {problem}")
            for path in sorted(site.rglob("*.html"))
            for link in names_of(path).addresses
            if (problem := problem_of(path, link))
        ],
    )
