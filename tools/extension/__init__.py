"""The Sphinx extension that makes an edition of the book out of a Jupyter Book."""

from pathlib import Path

from sphinx.application import Sphinx

from tools.extension import (
    check_lists,
    editions,
    explorers,
    figure_anchors,
    frame,
    goals,
    icons,
    interface_strings,
    mathml,
    overview,
    page_description,
    picture_sizes,
    reading_time,
    repository_links,
    search_texts,
    social_cards,
    structured_data,
    table_grids,
    timm_links,
    valid_html,
)
from tools.extension.japanese_search import SearchJapanese

HERE = Path(__file__).parent
STYLES = ("frame.css", "book.css", "typography.css", "grids.css", "print.css")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register all parts; the interface of a Sphinx extension."""
    app.connect("config-inited", _add_paths)
    for name in STYLES:
        app.add_css_file(name)
    app.add_search_language(SearchJapanese)
    frame.setup(app)
    icons.setup(app)
    search_texts.setup(app)
    interface_strings.setup(app)
    mathml.setup(app)
    figure_anchors.setup(app)
    picture_sizes.setup(app)
    explorers.setup(app)
    timm_links.setup(app)
    overview.setup(app)
    editions.setup(app)
    repository_links.setup(app)
    page_description.setup(app)
    social_cards.setup(app)
    structured_data.setup(app)
    reading_time.setup(app)
    goals.setup(app)
    check_lists.setup(app)
    table_grids.setup(app)
    valid_html.setup(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _add_paths(app: Sphinx, config) -> None:
    config.html_static_path.append(str(HERE / "static"))
    config.html_favicon = str(HERE / "static" / "favicon.svg")
