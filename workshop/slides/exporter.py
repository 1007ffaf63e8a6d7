"""nbconvert's slides, made to work without network: reveal.js and the explorer lie beside them."""

import base64
import shutil
from html import escape
from importlib.resources import files
from pathlib import Path

from nbconvert import SlidesExporter
from nbformat import NotebookNode
from traitlets.config import Config

from tools.project import Project
from workshop.texts import EXPLORE

HERE = Path(__file__).parent
REVEAL = Path(str(files("sphinx_revealjs") / "_static" / "revealjs"))
"""reveal.js, of which sphinx-revealjs brings a copy."""

REVEAL_FILES = ("LICENSE", "dist/reveal.css", "dist/reveal.js", "plugin/notes/notes.js")
OWN_FILES = ("slides.css", "slides.js")
ASSETS = "assets"
"""Folder beside the slides."""


class OfflineSlidesExporter(SlidesExporter):
    """Slides whose cells hold HTML already."""

    @property
    def default_config(self) -> Config:
        """Coloured code in a style of Pygments that does not need JupyterLab's."""
        config = super().default_config
        config.merge(Config({"CSSHTMLHeaderPreprocessor": {"style": "xcode"}}))
        return config

    def default_filters(self):
        """Those of nbconvert, and one that makes a picture of SVG."""
        yield from super().default_filters()
        yield ("svg_address", svg_address)


def slides_html(notebook: NotebookNode, language: str) -> str:
    """The page with the slides of a deck.

    Args:
        notebook: what `deck_of` makes.
        language: language code.
    """
    exporter = OfflineSlidesExporter(
        extra_template_basedirs=[str(HERE)],
        template_name="template",
        reveal_url_prefix=f"{ASSETS}/reveal",
        language_code=language,
    )
    html, _ = exporter.from_notebook_node(
        notebook, {"explore": escape(EXPLORE.in_language(language)), "assets": ASSETS}
    )
    return html


def svg_address(svg: str) -> str:
    """An address that holds the picture itself."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def copy_assets(project: Project, folder: Path) -> None:
    """Put what all decks share into the folder of the slides."""
    for name in REVEAL_FILES:
        _copy(REVEAL / name, folder / ASSETS / "reveal" / name)
    for name in OWN_FILES:
        _copy(HERE / "static" / name, folder / ASSETS / name)
    script = project.root / "helpers" / "explorer" / "lr-explorer.js"
    _copy(script, folder / ASSETS / script.name)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
