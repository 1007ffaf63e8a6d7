"""IPython without a kernel: runs cells as a notebook does, keeps what they show, goes on."""

import io
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

from IPython.core.displayhook import CapturingDisplayHook
from IPython.core.displaypub import CapturingDisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from matplotlib.figure import Figure, FigureBase
from traitlets.config import Config

from tools.compare.inside.judged_checks import judge_checks, named
from tools.compare.inside.statements import NOTE, EachByItself

CURVES = "application/json"


def curves_of(figure: Figure) -> list[dict[str, Any]]:
    """The lines of a figure, axes by axes, with their labels and values."""
    return [
        {
            "title": axes.get_title(),
            "xlabel": axes.get_xlabel(),
            "ylabel": axes.get_ylabel(),
            "lines": [
                {
                    "label": str(line.get_label()),
                    "x": _numbers(line.get_xdata(orig=False)),
                    "y": _numbers(line.get_ydata(orig=False)),
                }
                for line in axes.lines
            ],
        }
        for axes in figure.axes
    ]


def _numbers(values: Sequence[float]) -> list[float]:
    return [float(value) for value in values]


class BookShell:
    """Runs the cells of one page."""

    def __init__(self) -> None:
        """Start IPython; one process has one."""
        config = Config()
        config.HistoryManager.enabled = False
        self._shell = InteractiveShell.instance(config=config)
        self._shell.ast_transformers.append(EachByItself())
        self._shell.showtraceback = lambda *_, **__: None
        self._shell.user_ns[NOTE] = self._note_failure
        formatters = self._shell.display_formatter.formatters
        # Choosing a picture format, as `use_book_style` does, clears those of Figure itself.
        formatters[CURVES].for_type(FigureBase, curves_of)
        self._outputs = CapturingDisplayPublisher()
        self._shell.display_pub = self._outputs
        self._shell.display_trap.hook = CapturingDisplayHook(self._shell, self._outputs.outputs)
        self._refuted = judge_checks()
        self._failures: list[dict[str, Any]] = []
        self._lost: dict[str, str] = {}

    def run(self, source: str) -> dict[str, Any]:
        """Run one cell.

        Returns:
            `stdout`, `stderr`; `shown`, the MIME bundles in order; `curves`, for each picture
            among them its lines; `failures`, statements that failed, and `refuted`, claims that
            did not hold, both with the line in the cell.
        """
        self._failures.clear()
        self._refuted.clear()
        self._outputs.outputs.clear()
        stdout, stderr = io.StringIO(), io.StringIO()
        with redirect_stdout(stdout), redirect_stderr(stderr):
            result = self._shell.run_cell(source, store_history=True)
        error = result.error_before_exec or result.error_in_exec
        if error is not None:
            self._note(error, len(source.splitlines()), [])
        shown = [dict(output["data"]) for output in self._outputs.outputs]
        curves = [bundle.pop(CURVES, None) for bundle in shown]
        return {
            "stdout": stdout.getvalue(),
            "stderr": stderr.getvalue(),
            "shown": shown,
            "curves": [c for bundle, c in zip(shown, curves) if "image/svg+xml" in bundle],
            "failures": list(self._failures),
            "refuted": list(self._refuted),
        }

    def _note_failure(self, line: int, names: list[str]) -> None:
        self._note(sys.exc_info()[1], line, names)

    def _note(self, error: BaseException, line: int, names: list[str]) -> None:
        """Note a failure and forget what the statement would have bound anew."""
        missing = getattr(error, "name", None) if isinstance(error, NameError) else None
        cause = self._lost.get(missing)
        text = named(error)
        for name in names:
            self._shell.user_ns.pop(name, None)
            self._lost[name] = cause or text
        self._failures.append({"line": line, "error": text, "follows": cause})
