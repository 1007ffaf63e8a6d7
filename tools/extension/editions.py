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


def _add_editions(
    app: Sphinx, pagename: str, templatename: str, context: dict, doctree: nodes.document | None
) -> None:
    project = Project()
    notebooks = project.root / "notebooks"
    path = posixpath.normpath(
        Path(app.srcdir).joinpath(pagename).relative_to(project.root).as_posix()
    )
    parts = Path(path).relative_to(notebooks.name).parts if path.startswith("notebooks/") else ()
    if not parts or parts[0] not in project.languages:
        context["editions"] = []
        return
    current, page = parts[0], posixpath.join(*parts[1:])
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
