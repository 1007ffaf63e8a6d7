"""Render math as MathML when the page is built, with docutils' converter.

No script and no font has to be loaded to read a formula.
"""

from html import escape

from docutils import nodes
from docutils.utils.math import MathError
from docutils.utils.math.latex2mathml import tex2mathml
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.writers.html5 import HTML5Translator

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
        return tex2mathml(node.astext(), as_block=as_block)
    except MathError as error:
        logger.warning("docutils cannot make MathML of %r: %s", node.astext(), error, location=node)
        return f"<code>{escape(node.astext())}</code>"
