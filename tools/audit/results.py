"""What a check of the audit finds, and how it is printed and kept."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

PAGES_SHOWN = 3


@dataclass(frozen=True)
class Problem:
    """Something that must be mended.

    Attributes:
        page: where it is.
        text: what it is; pages with the same problem have the same text.
    """

    page: str
    text: str


@dataclass
class Result:
    """What one check found.

    Attributes:
        check: its name, which is also that of its file.
        columns: names of the table's columns, where the check has a table.
        rows: the cells of the table.
        problems: what must be mended; where there are none, the check has passed.
    """

    check: str
    columns: list[str] = field(default_factory=list)
    rows: list[list[str | int | float]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def __str__(self) -> str:
        """The table, then what must be mended."""
        verdict = f"{self.check}: {_count(self.problems)}"
        return "\n".join([*self.table, verdict, *_by_text(self.problems), ""])

    @property
    def table(self) -> list[str]:
        """The lines of the table; none without rows."""
        return list(_aligned([self.columns, *self.rows])) if self.rows else []

    def write(self, folder: Path) -> None:
        """Keep the result as JSON in a folder."""
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1)
        (folder / f"{self.check.replace(' ', '-')}.json").write_text(text, encoding="utf-8")


def _by_text(problems: list[Problem]) -> Iterable[str]:
    """A line for each text with the pages that have this problem."""
    pages = {}
    for problem in problems:
        pages.setdefault(" ".join(problem.text.split()), []).append(problem.page)
    for text, names in pages.items():
        different = list(dict.fromkeys(names))
        more = len(different) - PAGES_SHOWN
        shown = ", ".join(different[:PAGES_SHOWN]) + (f" and {more} more" if more > 0 else "")
        yield f"  {shown}: {text}"


def _count(problems: list[Problem]) -> str:
    if not problems:
        return "nothing to mend"
    return f"{len(problems)} problem{'s' if len(problems) > 1 else ''}"


def _aligned(table: list[list]) -> Iterable[str]:
    """Lines with columns that are as wide as their widest cell; numbers stand on the right."""
    widths = [max(len(str(cell)) for cell in column) for column in zip(*table, strict=True)]
    for row in table:
        yield "  ".join(_padded(cell, width) for cell, width in zip(row, widths, strict=True))


def _padded(cell: str | int | float, width: int) -> str:
    padding = " " * (width - len(str(cell)))
    return f"{cell}{padding}" if isinstance(cell, str) else f"{padding}{cell}"
