"""The icons of the pages as a style sheet, drawn from the fonts that the theme brings along.

A page would load a script of 543 KB (compressed), or a font, to show a dozen icons. Elements such
as `<i class="fa-solid fa-bars">` work as they do with Font Awesome.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pydata_sphinx_theme
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from sphinx.application import Sphinx
from sphinx.util import logging

THEME = Path(pydata_sphinx_theme.__file__).parent / "theme/pydata_sphinx_theme/static"
NAMES = THEME / "styles" / "pydata-sphinx-theme.css"
FONTS = THEME / "vendor" / "fontawesome" / "webfonts"
FONT_OF_STYLE = {
    "fa-solid": "fa-solid-900.ttf",
    "fas": "fa-solid-900.ttf",
    "fa-regular": "fa-regular-400.ttf",
    "far": "fa-regular-400.ttf",
    "fa-brands": "fa-brands-400.ttf",
    "fab": "fa-brands-400.ttf",
}
ICON = re.compile(rf'class="[^"]*?\b({"|".join(FONT_OF_STYLE)}) +(fa-[a-z0-9-]+)')
CODE_POINT = re.compile(r'((?:\.fa-[a-z0-9-]+::?before,?)+)\{content:"\\([0-9a-f]+)"')
STYLES = """\
/*! Icons: Font Awesome Free by @fontawesome, https://fontawesome.com, CC BY 4.0 */
:is(.fa-solid, .fas, .fa-regular, .far, .fa-brands, .fab)::before {
  content: "";
  display: inline-block;
  width: 1em;
  height: 1em;
  background: currentColor;
  mask: var(--icon) center / contain no-repeat;
  vertical-align: -0.125em;
  forced-color-adjust: none;
}
"""

logger = logging.getLogger(__name__)


def setup(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.add_css_file("icons.css")
    app.connect("build-finished", _write_icons)


def _write_icons(app: Sphinx, exception: Exception | None) -> None:
    """Write the icons of all pages of the edition."""
    if exception or app.builder.format != "html":
        return
    pages = sorted(Path(app.outdir).rglob("*.html"))
    used = {icon for page in pages for icon in ICON.findall(page.read_text(encoding="utf-8"))}
    styles = STYLES + "".join(_rules(used))
    Path(app.outdir, "_static", "icons.css").write_text(styles, encoding="utf-8")


def _rules(used: set[tuple[str, str]]) -> Iterator[str]:
    """One rule for every style and name."""
    code_points = {
        name: int(code, 16)
        for selectors, code in CODE_POINT.findall(NAMES.read_text(encoding="utf-8"))
        for name in re.findall(r"fa-[a-z0-9-]+", selectors)
    }
    fonts = {file: TTFont(FONTS / file) for file in {FONT_OF_STYLE[style] for style, _ in used}}
    for style, name in sorted(used):
        glyphs = fonts[FONT_OF_STYLE[style]]
        if code_points.get(name) not in glyphs.getBestCmap():
            logger.warning("%r is no icon of %s", name, FONT_OF_STYLE[style])
            continue
        svg = _svg(glyphs, glyphs.getBestCmap()[code_points[name]])
        yield f'.{style}.{name} {{ --icon: url("data:image/svg+xml,{quote(svg, safe=SAFE)}"); }}\n'


SAFE = " =:/'"


def _svg(font: TTFont, glyph: str) -> str:
    """A glyph as a picture; fonts count upwards, pictures downwards."""
    glyphs = font.getGlyphSet()
    pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:g}")
    ascent = font["hhea"].ascent
    glyphs[glyph].draw(TransformPen(pen, (1, 0, 0, -1, 0, ascent)))
    size = f"{glyphs[glyph].width:g} {ascent - font['hhea'].descent:g}"
    path = pen.getCommands()
    return f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {size}'><path d='{path}'/></svg>"
