"""The explorers of a page: which cells show one, and which figures set it."""

from collections.abc import Mapping

from nbformat import NotebookNode

ELEMENT = "<lr-explorer"
"""How the static form of an explorer begins."""


def shows_explorer(cell: NotebookNode) -> bool:
    """Whether an executed code cell shows an explorer."""
    return any(ELEMENT in output.get("data", {}).get("text/html", "") for output in cell.outputs)


def explorer_query(page_name: str, explore: object) -> str:
    """The query that sets the explorer of a page as the `explore` of a cell says.

    Args:
        page_name: the page; where `explore` has no schedule, it names one.
        explore: what `helpers.explore` takes, by name.

    Raises:
        TypeError, ValueError: `explore` has something that `helpers.explore` does not take.
    """
    # The helpers import torch and timm, which the site, built from this module too, never needs.
    from helpers.explorer.arguments import query_text, read_arguments
    from helpers.explorer.parameters import SCHEDULES

    if not isinstance(explore, Mapping):
        raise TypeError(f"it is {explore!r}; it must be a mapping, such as {{t_initial: 50}}.")
    arguments = {name: value for name, value in explore.items() if name != "schedule"}
    schedule = explore.get("schedule", page_name)
    if "schedule" not in explore and page_name not in SCHEDULES:
        raise ValueError(f"schedule is missing; it must be one of {', '.join(SCHEDULES)}.")
    return query_text(*read_arguments(schedule, arguments))
