"""Give every figure an address: a cell with `figure: <id>` becomes the target `#<id>`."""

from docutils import nodes
from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.connect("doctree-read", _add_anchors)


def _add_anchors(app: Sphinx, doctree: nodes.document) -> None:
    """Set the id and let MyST resolve links to it as it does for headings."""
    targets = app.env.metadata[app.env.docname].setdefault("myst_slugs", {})
    for container in doctree.findall(nodes.container):
        figure_id = container.get("cell_metadata", {}).get("figure")
        if figure_id is not None and container.get("nb_element") == "cell_code":
            container["ids"].append(figure_id)
            targets[figure_id] = (container.line, figure_id, figure_id)
