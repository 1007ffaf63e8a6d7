"""Write the size of every SVG picture into the page, so that nothing moves when it arrives.

All but the first one are fetched when the reader comes near them.
"""

import itertools
import re
from pathlib import Path
from urllib.parse import unquote

from docutils import nodes
from sphinx.application import Sphinx

IMAGE = re.compile(r'<img (?=[^>]*src="[^"]*_images/([^"/]+\.svg)")')
LATER = 'loading="lazy" '
SIZE = re.compile(r'<svg\b[^>]*? width="([\d.]+)pt" height="([\d.]+)pt"')
FIRST_CHARACTERS = 2000
PIXELS_PER_POINT = 4 / 3


def setup(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.connect("html-page-context", _add_sizes)


def _add_sizes(
    app: Sphinx, pagename: str, templatename: str, context: dict, doctree: nodes.document | None
) -> None:
    """Set width and height as attributes, from which browsers take the shape.

    Sphinx would write them as style, which fixes the height where a phone reduces the width.
    """
    if doctree is None:
        return
    paths = {name: Path(app.srcdir, path) for path, name in app.builder.images.items()}
    when = itertools.chain([""], itertools.repeat(LATER))
    context["body"] = IMAGE.sub(
        lambda image: image[0] + next(when) + _size_attributes(paths[unquote(image[1])]),
        context["body"],
    )


def _size_attributes(path: Path) -> str:
    """Width and height in pixels, as matplotlib's files say them in points."""
    with path.open(encoding="utf-8") as file:
        size = SIZE.search(file.read(FIRST_CHARACTERS))
    if size is None:
        return ""
    width, height = (round(float(points) * PIXELS_PER_POINT) for points in size.groups())
    return f'width="{width}" height="{height}" '
