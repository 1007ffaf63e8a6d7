"""The figure of all schedules comes alive on the site: `<lr-overview>` around the picture.

Without scripts the picture stays, as in Jupyter and on GitHub.
"""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from tools.project import ROOT

FIGURE = "all-schedulers"
ELEMENT = "lr-overview"
SCRIPTS = ("lr-explorer.js", "lr-overview.js")
"""The second needs the first."""


def setup(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.connect("config-inited", _add_script)
    app.connect("doctree-read", _wrap_picture)
    app.connect("html-page-context", _load_scripts)


def _add_script(app: Sphinx, config: Config) -> None:
    config.html_static_path.append(str(ROOT / "explorer" / "lr-overview.js"))


def _wrap_picture(app: Sphinx, doctree: nodes.document) -> None:
    for cell in doctree.findall(nodes.container):
        if cell.get("cell_metadata", {}).get("figure") != FIGURE:
            continue
        for output in cell.findall(nodes.container):
            if output.get("nb_element") == "cell_code_output":
                output.insert(0, nodes.raw("", f"<{ELEMENT}>", format="html"))
                output.append(nodes.raw("", f"</{ELEMENT}>", format="html"))


def _load_scripts(
    app: Sphinx, pagename: str, templatename: str, context: dict, doctree: nodes.document | None
) -> None:
    if f"<{ELEMENT}>" in context.get("body", ""):
        for script in SCRIPTS:
            app.add_js_file(script, loading_method="defer")
