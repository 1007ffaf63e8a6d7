"""The page is light or dark from its first paint, as the reader's system is.

The theme's own script decides so only once the page is there: until then it has none of the
theme's colors and borders, then everything moves. `default_mode` in `_config.yml` is what readers
without scripts have.
"""

from sphinx.application import Sphinx

SCRIPT = """\
(({dataset}) => {
  if (!localStorage.getItem("mode")) dataset.mode = "auto";
  if (dataset.mode !== "auto") return;
  dataset.theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
})(document.documentElement);
"""


def setup(app: Sphinx) -> None:
    """Add the script to the head of every page."""
    app.add_js_file(None, body=SCRIPT, priority=0)
