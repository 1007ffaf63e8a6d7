"""Markdown of the book as HTML that needs neither a script nor the network: MathML for formulas."""

import re
from html import escape

from docutils.utils.math.latex2mathml import tex2mathml
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from tools.extension.mathml import styled_around
from tools.project import Project

NOTEBOOK = re.compile(r'(?<=href=")([\w-]+)\.ipynb')


class MarkdownRenderer:
    """Renders passages of one language.

    Args:
        project: the book.
        site: address of the edition's site, to which links between pages lead.
    """

    def __init__(self, project: Project, site: str) -> None:
        """Make a parser as that of the book."""
        extensions = project.config.get("parse", {}).get("myst_enable_extensions", [])
        self._site = site
        self._parser = create_md_parser(
            MdParserConfig(enable_extensions=set(extensions)), RendererHTML
        )
        self._parser.add_render_rule("math_inline", _formula)
        self._parser.add_render_rule("math_block", _displayed_formula)
        self._parser.add_render_rule("fence", _code)

    def __call__(self, markdown: str) -> str:
        """HTML of some blocks."""
        return self._linked(self._parser.render(markdown))

    def inline(self, markdown: str) -> str:
        """HTML of a text without blocks."""
        return self._linked(self._parser.renderInline(markdown))

    def _linked(self, html: str) -> str:
        return NOTEBOOK.sub(rf"{self._site}/\1.html", html)


def _formula(renderer, tokens, index, options, env) -> str:
    return styled_around(tex2mathml(tokens[index].content, as_block=False))


def _displayed_formula(renderer, tokens, index, options, env) -> str:
    formula = styled_around(tex2mathml(tokens[index].content, as_block=True))
    return f'<div class="formula">{formula}</div>\n'


def _code(renderer, tokens, index, options, env) -> str:
    """Code with its width, by which the style sheet chooses the size of its letters."""
    code = tokens[index].content.rstrip()
    columns = max(map(len, code.splitlines()))
    return f'<pre style="--columns: {columns}"><code>{escape(code)}</code></pre>\n'
