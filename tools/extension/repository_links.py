"""Links of a page to its project: run it elsewhere, see its source, report a problem.

They join the theme's buttons in the header. The theme's own launch buttons know one address of a
page, its notebook; what one edits here is the bilingual page in `book/`.
"""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.locale import _

from tools.extension.editions import path_in_notebooks
from tools.project import Project, ProjectError
from tools.repository import read_repository

AFTER_THE_THEME = 502
"""The theme's own buttons are added at priority 501."""


def setup(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.connect("config-inited", _check)
    app.connect("html-page-context", _add_menu, priority=AFTER_THE_THEME)


def _check(app: Sphinx, config: Config) -> None:
    try:
        read_repository(Project())
    except ProjectError as error:
        raise ConfigError(str(error)) from error


def _add_menu(
    app: Sphinx, pagename: str, templatename: str, context: dict, doctree: nodes.document | None
) -> None:
    project = Project()
    repository = read_repository(project)
    path = path_in_notebooks(app, pagename)
    if repository is None or path is None or doctree is None:
        return
    language, page = path
    notebook = project.relative(project.notebook(language, page))
    source = project.relative(project.source(page))
    hub = [(_("Open in JupyterHub"), repository.hub(notebook))] if repository.jupyterhub else []
    links = [
        (_("Open in Colab"), repository.colab(notebook)),
        (_("Open in Binder"), repository.binder(notebook)),
        *hub,
        (_("Source of this page"), repository.file(source)),
        (_("This notebook on GitHub"), repository.file(notebook)),
        (_("Report a problem on this page"), repository.issue(f"{source} ({language}): ")),
    ]
    # As the theme's template for buttons wants a menu; a second one would not fit a small phone.
    menu = {
        "type": "group",
        "label": "repository-buttons",
        "icon": "fas fa-rocket",
        "tooltip": _("Run or edit this page"),
        "buttons": [{"type": "link", "text": text, "url": url} for text, url in links],
    }
    context["header_buttons"].append(menu)
