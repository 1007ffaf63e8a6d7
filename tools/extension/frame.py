"""The frame of every page: its templates, the scripts it needs, and its Content-Security-Policy.

The theme loads everything on every page. Here a page has the theme's own script, which works its
sidebars, search field and color mode, ours, and what its content asks for.
"""

from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from tools.security_policy import meta_of_policy

TEMPLATES = Path(__file__).parent / "templates"
AFTER_THE_THEMES = LAST = 900

COLOR_MODE = "color-mode.js"
"""Runs before the first paint; the page would be light for a moment in a dark room."""

ON_EVERY_PAGE = {
    "documentation_options.js",
    "scripts/pydata-sphinx-theme.js",
    COLOR_MODE,
    "frame.js",
}
WITH_CODE = {"clipboard.min.js", "copybutton.js", "copy-words.js"}
FROM_THE_THEMES = {
    "doctools.js",
    "sphinx_highlight.js",
    "translations.js",
    "scripts/sphinx-book-theme.js",
}
"""What no page but the search page loads; its template says what that one does."""


def setup(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.connect("config-inited", _put_our_templates_first)
    app.connect("html-page-context", _choose_scripts, priority=AFTER_THE_THEMES)
    app.connect("html-page-context", _add_policy, priority=AFTER_THE_THEMES)
    app.add_js_file(COLOR_MODE, priority=0)
    app.add_js_file("scripts/pydata-sphinx-theme.js", loading_method="defer")
    app.add_js_file("frame.js", loading_method="defer")
    app.add_js_file("copy-words.js", loading_method="defer", priority=LAST)


def _put_our_templates_first(app: Sphinx, config: Config) -> None:
    config.templates_path.insert(0, str(TEMPLATES))


def _choose_scripts(
    app: Sphinx, pagename: str, templatename: str, context: dict, doctree: nodes.document | None
) -> None:
    """Keep the scripts of this page; all but the first wait until the page is there."""
    unused = set(FROM_THE_THEMES)
    if 'class="highlight' not in context.get("body", ""):
        unused |= WITH_CODE
    kept = [
        script
        for script in context["script_files"]
        if script.filename and script.filename.removeprefix("_static/") not in unused
    ]
    for script in kept:
        if not script.filename.endswith(COLOR_MODE):
            script.attributes.setdefault("defer", "defer")
    context["script_files"] = kept


def _add_policy(
    app: Sphinx, pagename: str, templatename: str, context: dict, doctree: nodes.document | None
) -> None:
    """Put the policy before everything that it rules."""
    context["metatags"] = f"\n{meta_of_policy()}\n{context.get('metatags', '')}"
