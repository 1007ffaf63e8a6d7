"""Find what is left of solutions in files that learners get.

The goals themselves stand in `helpers/exercises/`, which learners need; it is not looked at.
"""

import html
import json
import re
from itertools import pairwise
from pathlib import PurePosixPath

from tools.exercises import EXERCISE, SOLUTION, role_of
from tools.page import read_page
from tools.project import Project

TAG = re.compile(r"<[^>]*>")
TEXTS = (".ipynb", ".html", ".js", ".json", ".md", ".txt", ".py", ".svg", ".xml", ".css", ".diff")


def solution_traces(project: Project) -> dict[str, set[str]]:
    """For each exercise, texts that only its solution has, without line breaks.

    They are the line that its check prints, its descriptions, and each line of code that its start
    does not have, with the line after it.
    """
    cells = [
        cell
        for page in project.pages
        for cell in read_page(project, page).cells
        if cell.cell_type == "code"
    ]
    others = _joined("\n".join(cell.source for cell in cells if role_of(cell) != SOLUTION))
    starts = {cell.metadata["exercise"]: cell for cell in cells if role_of(cell) == EXERCISE}
    traces = {}
    for cell in cells:
        if role_of(cell) == SOLUTION:
            exercise = cell.metadata["exercise"]
            start = set(_lines(starts[exercise].source))
            pairs = {
                _joined(f"{line} {following}")
                for line, following in pairwise(_lines(cell.source))
                if line not in start
            }
            alts = set(cell.metadata.get("alt", {}).values())
            code = {pair for pair in pairs if pair not in others}
            traces[exercise] = {f"✓ {exercise}", *code, *alts}
    return traces


def traces_in(traces: dict[str, set[str]], name: str, content: bytes) -> list[str]:
    """What a file has of solutions, as `exercise: text`.

    Args:
        traces: of all exercises, by `solution_traces`.
        name: path of the file, by whose ending it is read.
        content: the file.
    """
    path = PurePosixPath(name)
    if path.suffix not in TEXTS or "helpers" in path.parts:
        return []
    text = _joined(_readable(path.suffix, content.decode("utf-8")))
    return [
        f"{exercise}: {trace}"
        for exercise, own in traces.items()
        for trace in sorted(own)
        if trace in text
    ]


def _readable(suffix: str, text: str) -> str:
    """The text as a reader, a search or a look into the file finds it."""
    if suffix == ".ipynb":
        return "\n".join(_strings(json.loads(text)))
    decoded = html.unescape(text).replace('\\"', '"').replace("\\n", "\n")
    return decoded + html.unescape(TAG.sub("", text)) if suffix == ".html" else decoded


def _strings(value: object) -> list[str]:
    """All strings of a notebook, lists of lines as one string."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for part in value.values() for text in _strings(part)]
    if isinstance(value, list):
        texts = [text for part in value for text in _strings(part)]
        return [*texts, "".join(texts)]
    return []


def _lines(code: str) -> list[str]:
    return [line.strip() for line in code.splitlines() if line.strip()]


def _joined(text: str) -> str:
    return " ".join(text.split())
