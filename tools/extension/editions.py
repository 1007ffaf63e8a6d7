"""Connect the editions: language switch, hreflang, `<html lang>`.

A page is known by its path below `notebooks/`, such as `ja/step`, both in the build of one
edition and in a plain build of the whole project.
"""

import posixpath
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx

from tools.project import Project


def setup(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.connect("html-page-context", _add_editions)


def language_of(app: Sphinx, docname: str) -> str | None:
    """The language of a page, or None for one that is outside of the editions."""
    path = _path_in_notebooks(app, docname)
    return path and path[0]


def _path_in_notebooks(app: Sphinx, docname: str) -> tuple[str, str] | None:
    """Language and name of a page."""
    project = Project()
    source = posixpath.normpath(
        Path(app.srcdir).joinpath(docname).relative_to(project.root).as_posix()
    )
    folder, _, rest = source.partition("/")
    language, _, page = rest.partition("/")
    is_page = folder == "notebooks" and language in project.languages and page
    return (language, page) if is_page else None


def _add_editions(
    app: Sphinx, pagename: str, templatename: str, context: dict, doctree: nodes.document | None
) -> None:
    project = Project()
    path = _path_in_notebooks(app, pagename)
    if path is None:
        context["editions"] = []
        return
    current, page = path
    base = app.config.html_baseurl
    folder = posixpath.dirname(f"{current}/{page}")

    def address(language: str, absolute: bool) -> str:
        target = f"{language}/{page}.html"
        if absolute and base:
            return f"{base.rstrip('/')}/{target}"
        return posixpath.relpath(target, start=folder)

    context["language"] = current
    context["editions"] = [
        {
            "code": language.code,
            "name": language.name,
            "current": language.code == current,
            "href": address(language.code, absolute=False),
            "alternate": address(language.code, absolute=True),
        }
        for language in project.languages.values()
    ]
    links = "".join(
        f'<link rel="alternate" hreflang="{edition["code"]}" href="{edition["alternate"]}">\n'
        for edition in context["editions"]
    )
    context["metatags"] = context.get("metatags", "") + links
