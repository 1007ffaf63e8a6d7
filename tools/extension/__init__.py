"""The Sphinx extension that makes an edition of the book out of a Jupyter Book."""

from pathlib import Path

from sphinx.application import Sphinx

from tools.extension import (
    color_mode,
    editions,
    explorers,
    figure_anchors,
    interface_strings,
    mathml,
    picture_sizes,
)
from tools.extension.japanese_search import SearchJapanese

HERE = Path(__file__).parent


def setup(app: Sphinx) -> dict[str, bool]:
    """Register all parts; the interface of a Sphinx extension."""
    app.connect("config-inited", _add_paths)
    app.add_css_file("book.css")
    app.add_search_language(SearchJapanese)
    color_mode.setup(app)
    interface_strings.setup(app)
    mathml.setup(app)
    figure_anchors.setup(app)
    picture_sizes.setup(app)
    explorers.setup(app)
    editions.setup(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _add_paths(app: Sphinx, config) -> None:
    config.templates_path.append(str(HERE / "templates"))
    config.html_static_path.append(str(HERE / "static"))
    config.html_favicon = str(HERE / "static" / "favicon.svg")
