"""The pictures of a page, as its notebook stores them, and small ones of their curves alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import nbformat

SVG = "image/svg+xml"
EXPLORER_PICTURE = re.compile(r'<lr-explorer[^<]*<img [^>]*src="data:image/svg\+xml,([^"]*)"')
NAMESPACES = {"svg": "http://www.w3.org/2000/svg"}

WIDTH, HEIGHT, MARGIN = 200, 84, 5
BASELINE = HEIGHT - 2


@dataclass(frozen=True)
class Picture:
    """A picture of a page.

    Attributes:
        svg: its text.
        alt: its description in the language of the notebook.
        figure: the figure's id, or None.
        is_explorer: whether an explorer shows it.
    """

    svg: str
    alt: str
    figure: str | None
    is_explorer: bool


def page_pictures(notebook: Path) -> Iterator[Picture]:
    """The pictures of a page in reading order, those inside explorers too.

    Args:
        notebook: the made and executed notebook of a page.
    """
    for cell in nbformat.read(notebook, as_version=4).cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            explorer = EXPLORER_PICTURE.search(data.get("text/html", ""))
            svg = unquote(unescape(explorer[1])) if explorer else data.get(SVG)
            if svg:
                alt = cell.metadata.get("mystnb", {}).get("image", {}).get("alt", "")
                yield Picture(svg, alt, cell.metadata.get("figure"), explorer is not None)


def page_picture(notebook: Path) -> Picture | None:
    """The picture that stands for a page: its explorer's, else its first with curves, or None."""
    pictures = [picture for picture in page_pictures(notebook) if thumbnail(picture.svg)]
    own = [picture for picture in pictures if picture.is_explorer] or pictures
    return own[0] if own else None


def thumbnail(svg: str) -> str | None:
    """The curves of a picture without axes and words, which nobody could read so small.

    Args:
        svg: a figure that matplotlib has drawn; its first axes count.

    Returns:
        An SVG of `WIDTH` times `HEIGHT`, or None where there is no curve.
    """
    axes = ElementTree.fromstring(svg).find(".//svg:g[@id='axes_1']", NAMESPACES)
    if axes is None:
        return None
    curves = list(_curves(axes))
    if not curves:
        return None
    (left, bottom), *others = _points(axes.find("svg:g/svg:path", NAMESPACES))
    right, top = max(x for x, _ in others), min(y for _, y in others)
    across = (WIDTH - 2 * MARGIN) / (right - left)
    down = (BASELINE - 2 * MARGIN) / (bottom - top)
    fitted = (
        ([((x - left) * across + MARGIN, (y - top) * down + MARGIN) for x, y in points], look)
        for points, look in reversed(curves)
    )
    paths = (f'<path d="{_line(points)}" {look}/>' for points, look in fitted)
    return (
        f'<svg xmlns="{NAMESPACES["svg"]}" viewBox="0 0 {WIDTH} {HEIGHT}" fill="none"'
        ' stroke-width="2.5" stroke-linejoin="round">'
        f'<path d="M0 {BASELINE}H{WIDTH}" stroke="#767676" stroke-width="1" opacity=".5"/>'
        f"{''.join(paths)}</svg>"
    )


def _curves(axes: ElementTree.Element) -> Iterator[tuple[list[tuple[float, float]], str]]:
    """Points and look of every line; those of grid and legend lie deeper."""
    for path in axes.findall("svg:g/svg:path[@clip-path]", NAMESPACES):
        style = dict(part.split(": ") for part in path.get("style", "").split("; "))
        points = _points(path)
        if "stroke" in style and len(points) > 1:
            look = {name: style[name] for name in ("stroke", "stroke-dasharray") if name in style}
            yield points, " ".join(f'{name}="{value}"' for name, value in look.items())


def _points(path: ElementTree.Element) -> list[tuple[float, float]]:
    numbers = re.findall(r"[ML] ([-\d.]+) ([-\d.]+)", path.get("d", ""))
    return [(float(x), float(y)) for x, y in numbers]


def _line(points: list[tuple[float, float]]) -> str:
    """A path through points, in tenths of a pixel, without those that do not change it."""
    kept: list[tuple[float, float]] = []
    for x, y in points:
        point = (round(x, 1), round(y, 1))
        if len(kept) > 1 and kept[-1][1] == kept[-2][1] == point[1]:
            kept.pop()
        kept.append(point)
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in kept)
