"""The Content-Security-Policy of a page: what it may load and run."""

import base64
import hashlib
from html import escape
from html.parser import HTMLParser

SCRIPT_TYPES = {"", "module", "text/javascript"}
"""Everything else between script tags, such as JSON-LD, is data, which no policy rules."""


class _InlineCode(HTMLParser):
    """Collects what a browser would refuse to run without a hash."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, list[str]] = {"script": [], "style": []}
        self._inside: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        is_script = tag == "script" and "src" not in given
        is_code = is_script and (given.get("type") or "").lower() in SCRIPT_TYPES
        if is_code or tag == "style":
            self._inside = tag
            self.texts[tag].append("")

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.texts[self._inside][-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = None


def meta_of_policy(html: str = "") -> str:
    """The `<meta>` element to put first into the head of a page.

    Args:
        html: the page, if it has scripts or styles of its own between its tags: the policy lets
            exactly these run. Pages of the theme have none.
    """
    inline = _InlineCode()
    inline.feed(html)
    directives = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *_hashes(inline.texts["script"])],
        "style-src": ["'self'", *_hashes(inline.texts["style"])],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
    }
    policy = "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items())
    return f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">'


def _hashes(texts: list[str]) -> list[str]:
    """Sources that allow these texts."""
    digests = (hashlib.sha256(text.encode()).digest() for text in texts)
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]
