"""Render math as MathML when the page is built, with docutils' converter.

No script and no font has to be loaded to read a formula.
"""

import re
from html import escape, unescape
from xml.etree import ElementTree

from docutils import nodes
from docutils.utils.math import MathError
from docutils.utils.math.latex2mathml import tex2mathml
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.writers.html5 import HTML5Translator

MATHML = "http://www.w3.org/1998/Math/MathML"
HTML_ENTITY = re.compile(r"&(?!lt;|gt;|amp;)\w+;")
STYLE = ("displaystyle", "scriptlevel")

logger = logging.getLogger(__name__)


def setup(app: Sphinx) -> None:
    """Register the renderer; `html_math_renderer = "mathml"` chooses it."""
    app.add_html_math_renderer("mathml", (_visit_inline, None), (_visit_display, None))


def _visit_inline(translator: HTML5Translator, node: nodes.math) -> None:
    translator.body.append(_convert(node, as_block=False))
    raise nodes.SkipNode


def _visit_display(translator: HTML5Translator, node: nodes.math_block) -> None:
    translator.body.append(translator.starttag(node, "div", CLASS="math"))
    translator.body.append(_convert(node, as_block=True))
    translator.body.append("</div>\n")
    raise nodes.SkipNode


def _convert(node: nodes.Element, *, as_block: bool) -> str:
    try:
        return styled_around(tex2mathml(node.astext(), as_block=as_block))
    except MathError as error:
        logger.warning("docutils cannot make MathML of %r: %s", node.astext(), error, location=node)
        return f"<code>{escape(node.astext())}</code>"


def styled_around(markup: str) -> str:
    r"""Put the style of a fraction, as of `\dfrac`, into an element around it.

    docutils writes it into the fraction, which MathML 3, and so the HTML checker, does not know.
    """
    if "<mfrac displaystyle" not in markup:
        return markup
    ElementTree.register_namespace("", MATHML)
    math = ElementTree.fromstring(HTML_ENTITY.sub(lambda name: unescape(name[0]), markup))
    for element in list(math.iter(f"{{{MATHML}}}mfrac")):
        style = {name: element.attrib.pop(name) for name in STYLE if name in element.attrib}
        if style:
            fraction = ElementTree.Element(element.tag, element.attrib)
            fraction.extend(element)
            element.tag, element.attrib, element[:] = f"{{{MATHML}}}mstyle", style, [fraction]
    return ElementTree.tostring(math, encoding="unicode", short_empty_elements=False)
