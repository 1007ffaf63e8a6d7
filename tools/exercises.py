"""Exercises in a page: a start for the learner, then a solution, which is executed.

The start is a code cell tagged `exercise`, the solution the next one, tagged `solution`. Both
name the exercise in their metadata. The start is shown and not executed; the solution is folded.
"""

from collections.abc import Iterable, Iterator

from nbformat import NotebookNode

from tools.folding import fold

EXERCISE, SOLUTION = "exercise", "solution"

NOT_EXECUTED = ["skip-execution", "nbval-skip"]
"""What every start is tagged with besides, for nbclient and for nbval."""


def role_of(cell: NotebookNode) -> str | None:
    """`EXERCISE` for a start, `SOLUTION` for a solution, None for any other cell."""
    tags = cell.metadata.get("tags", [])
    return next((role for role in (EXERCISE, SOLUTION) if role in tags), None)


def mark_role(cell: NotebookNode) -> None:
    """Tell the tools that meet it not to execute a start and to fold a solution."""
    role = role_of(cell)
    if role == EXERCISE:
        cell.metadata["tags"] = list(dict.fromkeys([*cell.metadata["tags"], *NOT_EXECUTED]))
    elif role == SOLUTION:
        fold(cell)


def is_solved(cell: NotebookNode) -> bool:
    """Whether an executed solution prints that it solves its exercise."""
    printed = "".join(output.get("text", "") for output in cell.outputs)
    exercise = cell.metadata["exercise"]
    return any(line.split()[:2] == ["✓", exercise] for line in printed.splitlines())


def order_problems(code_cells: Iterable[tuple[NotebookNode, int]]) -> Iterator[tuple[int, str]]:
    """What is wrong with starts and solutions, with the line.

    Args:
        code_cells: all code cells of a page with their lines, in order.
    """
    open_start: tuple[str, int] | None = None
    for cell, line in [*code_cells, (None, 0)]:
        role = cell and role_of(cell)
        exercise = cell and cell.metadata.get("exercise")
        if role is None and exercise is not None:
            problem = f"the cell with `exercise: {exercise}` must be tagged"
            yield line, f"{problem} {EXERCISE} or {SOLUTION}."
        if role is not None and exercise is None:
            yield line, f"the cell tagged {role} must say which, as in `exercise: cosine-1`."
        if open_start is not None and (role != SOLUTION or exercise != open_start[0]):
            yield open_start[1], f"no solution of {open_start[0]!r} in the next code cell."
        elif open_start is None and role == SOLUTION:
            yield line, f"no start of {exercise!r} in the code cell before its solution."
        open_start = (exercise, line) if role == EXERCISE else None
