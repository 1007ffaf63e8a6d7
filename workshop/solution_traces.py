"""Find what is left of solutions in files that learners get.

The goals themselves stand in `helpers/exercises/`, which learners need; it is not looked at.
"""

import html
import json
import re
from pathlib import PurePosixPath

from tools.exercises import SOLUTION, role_of
from tools.page import read_page
from tools.project import Project

SHORTEST = 12
"""Characters from which a line of code is a trace."""

TAG = re.compile(r"<[^>]*>")
TEXTS = (".ipynb", ".html", ".js", ".json", ".md", ".txt", ".py", ".svg", ".xml", ".css", ".diff")


def solution_traces(project: Project) -> dict[str, set[str]]:
    """For each exercise, texts that only its solution has.

    They are the line that its check prints, its descriptions, and its lines of code that stand in
    no other cell of the book, not in its start either.
    """
    cells = [cell for name in project.pages for cell in read_page(project, name).cells]
    solutions = [cell for cell in cells if role_of(cell) == SOLUTION]
    elsewhere = "\n".join(cell.source for cell in cells if role_of(cell) != SOLUTION)
    traces = {}
    for cell in solutions:
        exercise = cell.metadata["exercise"]
        lines = {line.strip() for line in cell.source.splitlines()}
        own = {line for line in lines if len(line) >= SHORTEST and line not in elsewhere}
        alts = set(cell.metadata.get("alt", {}).values())
        traces[exercise] = {f"✓ {exercise}", *own, *alts}
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
    text = _readable(path.suffix, content.decode("utf-8"))
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
