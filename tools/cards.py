"""The pictures that other sites show of a shared page: what they show, where they are."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from tools.figures import svg_outputs
from tools.freshness import stored_notebook
from tools.project import Project

WIDTH, HEIGHT = 1200, 630
CURVES_OF_OTHERS = "all-schedulers"
"""The figure whose curves stand for a page that has none."""

DIGEST = "inputs"
"""The text chunk of the PNG that says of what it was drawn."""

_DRAWING = Path(__file__).with_name("draw_cards.py")
_CURVE = re.compile(r'<path d="([^"]*)" clip-path="[^"]*" style="(fill: none;[^"]*)"')
_GRID = "stroke-opacity"

Curve = tuple[str, tuple[tuple[float, float], ...]]
"""Color, and points in the pixels of the figure."""


@dataclass(frozen=True)
class Card:
    """What a card shows.

    Attributes:
        title: title of the page.
        book: title of the book.
        curves: the curves of the page's first picture that has any.
    """

    title: str
    book: str
    curves: tuple[Curve, ...]

    @property
    def digest(self) -> str:
        """Digest of what is shown and of how it is drawn."""
        return hashlib.sha256(repr(self).encode() + _DRAWING.read_bytes()).hexdigest()


def card_path(project: Project, language: str, page: str) -> Path:
    """The file of a page's card."""
    return project.root / "notebooks" / "cards" / language / f"{page}.png"


def read_card(project: Project, language: str, page: str) -> Card:
    """What the card of a page is to show today.

    Raises:
        ProjectError: the page's notebook is missing or broken.
    """
    notebook = stored_notebook(project, language, page)
    headings = (
        line.removeprefix("# ")
        for cell in notebook.cells
        if cell.cell_type == "markdown"
        for line in cell.source.splitlines()
        if line.startswith("# ")
    )
    pictures = [
        picture
        for cell in notebook.cells
        if cell.cell_type == "code"
        for picture in svg_outputs(cell)
    ]
    others = project.figure(CURVES_OF_OTHERS)
    if others.exists():
        pictures.append(others.read_text(encoding="utf-8"))
    curves = (tuple(_curves(picture)) for picture in pictures)
    return Card(
        title=next(headings).replace("`", ""),
        book=project.languages[language].title,
        curves=next(filter(None, curves), ()),
    )


def is_drawn(path: Path, card: Card) -> bool:
    """Whether the file shows this card."""
    if not path.exists():
        return False
    with Image.open(path) as image:
        return image.info.get(DIGEST) == card.digest


def unmade_cards(project: Project) -> list[Path]:
    """Cards of no page."""
    made = {
        card_path(project, language, page)
        for language in project.languages
        for page in project.pages
    }
    return sorted({*(project.root / "notebooks" / "cards").rglob("*.png")} - made)


def _curves(svg: str) -> Iterator[Curve]:
    """Lines of matplotlib that are clipped to their axes, without the grid."""
    for path, style in _CURVE.findall(svg):
        color = re.search(r"stroke: (#\w{6})", style)
        if color and _GRID not in style:
            points = re.findall(r"[ML] ([-\d.]+) ([-\d.]+)", path)
            yield color[1], tuple((float(x), float(y)) for x, y in points)
