"""Draw the social card of every page: its title and its first curves.

    python -m tools.draw_cards

Titles are in Japanese too, and no Japanese font is sure to be on a machine that builds the site.
So cards are drawn where pages are edited, kept in `notebooks/cards/`, and only copied by the build.
"""

import sys
from io import BytesIO
from pathlib import Path

import numpy as np
from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tools.cards import (
    DIGEST,
    HEIGHT,
    WIDTH,
    Card,
    Curve,
    card_path,
    is_drawn,
    read_card,
    unmade_cards,
)
from tools.project import Project, ProjectError

FONT = "Noto Sans CJK JP"
LEFT, RIGHT = 80, WIDTH - 80
CURVES_TOP, CURVES_BOTTOM = 230, 500
PAPER, INK, FAINT = "#ffffff", "#1b1b1f", "#5f6368"
TITLE_SIZE, BOOK_SIZE, CURVE_WIDTH = 68, 32, 7
COLORS = 64


def draw_cards(project: Project) -> None:
    """Draw what is missing or shows something else today; remove the cards of removed pages.

    Raises:
        ProjectError: a notebook or the font is missing.
    """
    for language in project.languages:
        for page in project.pages:
            path, card = card_path(project, language, page), read_card(project, language, page)
            if not is_drawn(path, card):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(draw_card(card))
                print(f"{project.relative(path)}: drawn", flush=True)
    for path in unmade_cards(project):
        path.unlink()
        print(f"{project.relative(path)}: removed", flush=True)


def draw_card(card: Card) -> bytes:
    """Draw a card as PNG.

    Raises:
        ProjectError: the font is missing.
    """
    figure = Figure(figsize=(WIDTH / 100, HEIGHT / 100), dpi=100, facecolor=PAPER)
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(HEIGHT, 0))
    axes.set_axis_off()
    for color, points in reversed(_fitted(card.curves)):
        x, y = zip(*points, strict=True)
        axes.plot(x, y, color=color, linewidth=_points(CURVE_WIDTH), solid_joinstyle="round")
    axes.plot((LEFT, RIGHT), (CURVES_BOTTOM + 20,) * 2, color=FAINT, linewidth=_points(2))
    title = axes.text(
        *(LEFT - 4, 120, card.title),
        font=_font("Bold"), size=_points(TITLE_SIZE), color=INK, va="center",
    )  # fmt: skip
    width = title.get_window_extent(canvas.get_renderer()).width
    title.set_size(_points(TITLE_SIZE * min(1, (RIGHT - LEFT) / width)))
    axes.text(
        *(LEFT, 570, card.book if card.book != card.title else ""),
        font=_font("Regular"), size=_points(BOOK_SIZE), color=FAINT, va="center",
    )  # fmt: skip
    canvas.draw()
    image = Image.fromarray(np.asarray(canvas.buffer_rgba())).convert("RGB").quantize(COLORS)
    info = PngInfo()
    info.add_text(DIGEST, card.digest)
    png = BytesIO()
    image.save(png, "PNG", optimize=True, pnginfo=info)
    return png.getvalue()


def _fitted(curves: tuple[Curve, ...]) -> list[Curve]:
    """The same curves, as wide and as high as there is room."""
    points = [point for _, curve in curves for point in curve]
    if not points:
        return []
    (left, right), (top, bottom) = ((min(side), max(side)) for side in zip(*points, strict=True))
    across = (RIGHT - LEFT) / (right - left)
    down = (CURVES_BOTTOM - CURVES_TOP) / ((bottom - top) or 1)
    return [
        (
            color,
            tuple((LEFT + (x - left) * across, CURVES_TOP + (y - top) * down) for x, y in curve),
        )
        for color, curve in curves
    ]


def _points(pixels: float) -> float:
    return pixels * 72 / 100


def _font(weight: str) -> Path:
    font = font_manager.FontProperties(family=FONT, weight=weight.lower())
    try:
        return Path(font_manager.findfont(font, fallback_to_default=False))
    except ValueError as error:
        raise ProjectError(
            f"The font {FONT!r} is missing; install it (fonts-noto-cjk in Debian and Ubuntu), "
            "then run `make notebooks` to draw the cards of changed pages."
        ) from error


def main() -> int:
    """Command line."""
    try:
        draw_cards(Project())
    except ProjectError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
