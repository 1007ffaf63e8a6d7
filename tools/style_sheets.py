"""One style sheet for an edition: all that its pages link, without rules that match nothing.

The theme's styles are 66 KB (compressed), for every component that any site could use; a page is
blank until they are there. A rule stays if every class and id of its selector stands in a page or
in a script, the way of PurgeCSS, which would need Node.
"""

import hashlib
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

STYLE_SHEET = "_static/styles.css"
LINK = re.compile(r'[ \t]*<link\b[^>]*\brel="stylesheet"[^>]*>\n?')
HREF = re.compile(r'\bhref="([^"?]+)')
CLASS_OR_ID = re.compile(r'\b(?:class|id)="([^"]*)"')
SCRIPT = re.compile(r'<script\b[^>]*\bsrc="([^"?]+)')
SCRIPT_STRING = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|`[^`]*`")
WORD = re.compile(r"[\w-]+")
GROUPS = {"media", "supports", "container", "layer"}


def bundle_styles(edition: Path) -> None:
    """Replace the style sheets of all pages by one.

    Args:
        edition: folder of a built edition; pages and style sheets in it are rewritten.
    """
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(edition.rglob("*.html"))}
    names = _names_in_use(edition, list(pages.values()))
    styles = "".join(
        rule
        for sheet in _linked_sheets(edition, pages)
        for rule in _used_rules(_parse(sheet), names, sheet.parent)
    )
    (edition / STYLE_SHEET).write_text(styles, encoding="utf-8")
    version = hashlib.sha256(styles.encode()).hexdigest()[:8]
    for path, text in pages.items():
        folder = path.parent.relative_to(edition).as_posix()
        href = f"{posixpath.relpath(STYLE_SHEET, folder)}?v={version}"
        link = f'    <link rel="stylesheet" href="{href}">\n'
        first, *others = LINK.split(text)
        path.write_text(first + link + "".join(others) if others else first, encoding="utf-8")


def _linked_sheets(edition: Path, pages: dict[Path, str]) -> list[Path]:
    """The style sheets in their order; the page that has most of them is the first to say."""
    lists = [
        [path.parent.joinpath(HREF.search(link)[1]).resolve() for link in LINK.findall(text)]
        for path, text in pages.items()
    ]
    longest_first = sorted(lists, key=len, reverse=True)
    return list(dict.fromkeys(sheet for sheets in longest_first for sheet in sheets))


def _names_in_use(edition: Path, texts: list[str]) -> set[str]:
    """Classes and ids of the pages, and all words in strings of scripts, which may set them."""
    attributes = {value for text in texts for value in CLASS_OR_ID.findall(text)}
    scripts = {name for text in texts for name in SCRIPT.findall(text)}
    names = {name for value in attributes for name in value.split()}
    for name in scripts:
        for string in SCRIPT_STRING.findall((edition / name).read_text(encoding="utf-8")):
            names.update(WORD.findall(string))
    return names


def _parse(sheet: Path) -> list[Node]:
    return tinycss2.parse_stylesheet(sheet.read_text(encoding="utf-8"), skip_whitespace=True)


def _used_rules(rules: list[Node], names: set[str], folder: Path) -> Iterator[str]:
    """The text of every rule that can match; licences stay, other comments go."""
    for rule in rules:
        if rule.type == "comment" and rule.value.startswith("!"):
            yield f"{rule.serialize()}\n"
        elif isinstance(rule, QualifiedRule):
            selectors = [s for s in _selectors(rule.prelude) if _names_of(s) <= names]
            if selectors:
                prelude = ",".join(tinycss2.serialize(s).strip() for s in selectors)
                yield f"{prelude}{{{tinycss2.serialize(rule.content).strip()}}}\n"
        elif isinstance(rule, AtRule):
            yield from _used_at_rule(rule, names, folder)


def _used_at_rule(rule: AtRule, names: set[str], folder: Path) -> Iterator[str]:
    """A group with its used rules; fonts from files are left out, as pages have system fonts."""
    if rule.lower_at_keyword == "import":
        (target,) = (token for token in rule.prelude if token.type in ("string", "url"))
        yield from _used_rules(_parse(folder / target.value), names, folder)
    elif rule.lower_at_keyword in GROUPS and rule.content is not None:
        inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        if used := "".join(_used_rules(inner, names, folder)):
            yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{used}}}\n"
    elif rule.lower_at_keyword not in ("charset", "font-face"):
        yield f"{rule.serialize()}\n"


def _selectors(prelude: list[Node]) -> list[list[Node]]:
    """A list of selectors, cut at its commas."""
    selectors: list[list[Node]] = [[]]
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            selectors.append([])
        else:
            selectors[-1].append(token)
    return selectors


def _names_of(selector: list[Node]) -> set[str]:
    """Classes and ids that must be there; those in functions such as `:not()` need not."""
    pairs = zip([None, *selector], selector, strict=False)
    return {
        token.value
        for before, token in pairs
        if token.type == "hash" or (token.type == "ident" and before is not None and before == ".")
    }
