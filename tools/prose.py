"""Give linters the prose of one language, every line where it stands in the page."""

import re
from itertools import pairwise

from tools.page import Page
from tools.passage import parse_markdown
from tools.project import Project


def prose(project: Project, page: Page, language: str) -> str:
    """The text of a page in one language; all else, displayed formulas too, is empty lines.

    A formula within a line becomes a word of code, which linters leave alone.
    """
    lines = (project.root / page.source).read_text(encoding="utf-8").splitlines()
    kept = [""] * len(lines)
    for cell, (start, end) in zip(page.cells, pairwise([*page.lines, len(lines) + 1]), strict=True):
        if cell.cell_type == "markdown" and cell.metadata.get("lang") == language:
            kept[start : end - 1] = lines[start : end - 1]
    for token in parse_markdown(project, "\n".join(kept)):
        if token.type in ("math_block", "amsmath", "myst_block_break"):
            first, last = token.map
            kept[first:last] = [""] * (last - first)
    return re.sub(r"\$[^$\n]+\$", "`x`", "\n".join(kept)) + "\n"
