"""What every notebook of the book imports.

    from helpers import create_model_and_optimizer, plot_lrs, use_book_style

The toy training run is in `toy_run`, recording in `recording`, figures in `style`
and `plotting`, checked claims in `checking`, every schedule as a NumPy
function in `formulas`, the list of the article's figures in `article_figures`, the explorer with
a slider for every parameter in `explorer`, what checks a learner's answers in `exercises`.
"""

from helpers import formulas
from helpers.article_figures import ArticleFigure, article_figures, figure_table
from helpers.checking import CheckFailed, check, check_raises
from helpers.exercises import exercise
from helpers.explorer import Explorer, explore, match_curves
from helpers.plotting import plot_curves, plot_lrs
from helpers.recording import LRTrace, record_lrs
from helpers.style import use_book_style
from helpers.toy_run import create_epochs_and_others, create_model_and_optimizer

__all__ = [
    "ArticleFigure",
    "CheckFailed",
    "Explorer",
    "LRTrace",
    "article_figures",
    "check",
    "check_raises",
    "create_epochs_and_others",
    "create_model_and_optimizer",
    "exercise",
    "explore",
    "figure_table",
    "formulas",
    "match_curves",
    "plot_curves",
    "plot_lrs",
    "record_lrs",
    "use_book_style",
]
