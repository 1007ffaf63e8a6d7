"""One look for every figure: SVG, the same bytes on every run, legible on any background."""

import matplotlib as mpl
from cycler import cycler
from IPython import get_ipython
from matplotlib_inline.backend_inline import set_matplotlib_formats

# Okabe and Ito's color-blind-safe hues (https://jfly.uni-koeln.de/color/), the four that
# keep a contrast of 3:1 on white and on the dark pages of the site and of JupyterLab.
# Purple is darkened for that.
BLUE, VERMILLION, GREEN, PURPLE = "#0072B2", "#D55E00", "#009E73", "#B5629A"
PALETTE = (BLUE, VERMILLION, GREEN, PURPLE)
LINE_STYLES = ("-", "--", "-.", ":")
INK = "#767676"
"""Text, axes and grid: 4.5:1 on white, about 4:1 on dark pages."""

FIGURE_SIZE = (5.6, 3.2)
"""Inches; a phone shows it at about three quarters, text then being near 9 px."""

RC_PARAMS = {
    "figure.figsize": FIGURE_SIZE,
    "figure.constrained_layout.use": True,
    "figure.facecolor": "none",
    "savefig.facecolor": "none",
    "axes.facecolor": "none",
    "axes.prop_cycle": cycler(color=PALETTE) + cycler(linestyle=LINE_STYLES),
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "axes.titlecolor": INK,
    "axes.titlesize": "medium",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.color": INK,
    "grid.alpha": 0.25,
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "legend.frameon": False,
    "lines.linewidth": 2.0,
    "font.size": 11.0,
    "font.family": "DejaVu Sans",
    # Text stays text; ids are derived from a constant, not drawn at random.
    "svg.fonttype": "none",
    "svg.hashsalt": "timm-scheduler-book",
}


def use_book_style() -> None:
    """Set the book's figure style for this process, and SVG without a date for Jupyter.

    Call it once, at the top of a notebook. Starts from matplotlib's defaults, so it does
    not depend on a local matplotlibrc.
    """
    mpl.rcdefaults()
    mpl.rcParams.update(RC_PARAMS)
    if get_ipython() is not None:
        set_matplotlib_formats("svg", bbox_inches=None, metadata={"Date": None})
