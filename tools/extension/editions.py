"""Connect the editions: language switch, `<html lang>`, and hreflang where `BASE_URL` is known.

A page is known by its path below `notebooks/`, such as `ja/step`, both in the build of one
edition and in a plain build of the whole project.
"""

import posixpath
from pathlib import Path
from urllib.parse import urljoin

from docutils import nodes
from sphinx.application import Sphinx

from tools.alternates import alternate_links, with_default
from tools.project import Project


def setup(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.connect("html-page-context", _add_editions)


def language_of(app: Sphinx, docname: str) -> str | None:
    """The language of a page, or None for one that is outside of the editions."""
    path = path_in_notebooks(app, docname)
    return path and path[0]


def path_in_notebooks(app: Sphinx, docname: str) -> tuple[str, str] | None:
    """Language and name of a page, or None for one that is outside of the editions."""
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
    path = path_in_notebooks(app, pagename)
    if path is None:
        context["editions"] = []
        return
    current, page = path
    folder = posixpath.dirname(f"{current}/{page}")
    context["language"] = current
    context["editions"] = [
        {
            "code": language.code,
            "name": language.name,
            "current": language.code == current,
            "href": posixpath.relpath(f"{language.code}/{page}.html", start=folder),
        }
        for language in project.languages.values()
    ]
    if context["pageurl"]:
        addresses = {
            edition["code"]: urljoin(context["pageurl"], edition["href"])
            for edition in context["editions"]
        }
        links = alternate_links(with_default(project, addresses))
        context["metatags"] = context.get("metatags", "") + links
