"""What differs between the stored outputs of a cell and those of another version."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from nbformat import NotebookNode

from tools.page import Page

SVG = "image/svg+xml"
NOT_COMPARED = {SVG, "application/vnd.jupyter.widget-view+json"}
"""Pictures are compared as pictures; the id of a widget is drawn at random."""

NOT_SHOWN = "its cell does not show it"
"""Why something is missing where no statement failed."""


@dataclass(frozen=True)
class Change:
    """One thing that a page shows otherwise.

    Attributes:
        kind: `claim` (a ✓ line), `output` (any other text), `figure` or `error` (a statement
            that fails for itself, not for want of an earlier one).
        page: page name.
        line: line of `book/<page>.md`.
        pinned: what the notebook shows: a ✓ line, a line of text, the name of a figure; the
            statement's error if nothing.
        other: what comes instead; None if nothing does.
        cause: why nothing does.
        curves: of a figure that is drawn otherwise, its lines under the other version.
        number: of a figure, its place among the pictures of its cell.
        cell: id of the cell.
    """

    kind: str
    page: str
    line: int
    pinned: str
    other: str | None
    cause: str | None
    cell: str
    curves: list[dict[str, Any]] | None = None
    number: int = 0


def claim_in(line: str) -> str:
    """What is claimed in a line of `check` or `check_raises`, without what was measured."""
    text = line.removeprefix("✓ ").removeprefix("✗ ")
    return re.split(r"  \((?:difference |[A-Z]\w*[:)])", text, maxsplit=1)[0]


def printed_lines(cell: NotebookNode) -> list[str]:
    """What a stored cell prints."""
    streams = [output for output in cell.outputs if output.output_type == "stream"]
    return "".join(stream.text for stream in streams).splitlines()


class CellChanges:
    """Compares one cell."""

    def __init__(self, page: Page, stored: NotebookNode, outcome: dict, first: int) -> None:
        """Take a stored cell, what it does now, and the line on which its code starts."""
        self._page, self._stored, self._outcome, self._first = page, stored, outcome, first

    def _change(self, kind: str, line: int, pinned: str, other: str | None, **more: Any) -> Change:
        cause = self._cause(line) if other is None else None
        place = self._first + line - 1
        return Change(kind, self._page.name, place, pinned, other, cause, self._stored.id, **more)

    def _cause(self, line: int) -> str:
        """Why something of a line does not come: the last failure up to it, else the first."""
        failures = self._outcome["failures"]
        before = [failure for failure in failures if failure["line"] <= line]
        for failure in [*before[-1:], *failures[:1]]:
            return _without_path(failure["follows"] or failure["error"])
        return NOT_SHOWN

    def errors(self) -> Iterator[Change]:
        """Statements that fail for themselves."""
        for failure in self._outcome["failures"]:
            if failure["follows"] is None:
                error = _without_path(failure["error"])
                yield self._change("error", failure["line"], error, error)

    def shown(self) -> list[Change]:
        """Claims, other outputs and figures."""
        return [*self._texts(), *self._bundles(), *self._figures()]

    def _texts(self) -> Iterator[Change]:
        """Printed lines that are missing, each with what comes in its place."""
        printed = printed_lines(self._stored)
        now = self._outcome["stdout"].splitlines()
        lost = list((Counter(printed) - Counter(now)).elements())
        new = list((Counter(now) - Counter(printed)).elements())
        for line in lost:
            if line.startswith("✓ "):
                other = next((text for text in new if claim_in(text) == claim_in(line)), None)
                if other is None:
                    claim = claim_in(line)
                    other = next((x for x in new if x.startswith(f"✗ {claim}:")), None)
                if other is not None:
                    new.remove(other)
                place = self._line_of(line, other)
                change = self._change("claim", place, line, other and _without_path(other))
                yield replace(change, **_missing_in(change.other))
        plain = [line for line in lost if not line.startswith("✓ ")]
        others = [line for line in new if not line.startswith(("✓ ", "✗ "))]
        others += [f"(stderr) {line}" for line in self._outcome["stderr"].splitlines()[:1]]
        yield from self._outputs(plain, others)

    def _line_of(self, line: str, other: str | None) -> int:
        """The line of a claim in its cell: where it was refuted, else where its words stand."""
        for refuted in self._outcome["refuted"]:
            if refuted["text"] == other:
                return refuted["line"]
        words = claim_in(line)
        for number, code in enumerate(self._stored.source.splitlines(), start=1):
            if f'"{words}"' in code:
                return number
        return 1

    def _bundles(self) -> Iterator[Change]:
        """Tables and values that are shown."""

        def texts(bundles: list[dict]) -> list[str]:
            return [
                line
                for bundle in bundles
                for mime, content in sorted(bundle.items())
                if mime not in NOT_COMPARED and SVG not in bundle
                for line in _as_text(content).splitlines()
            ]

        before = texts([output.data for output in self._stored.outputs if "data" in output])
        after = texts(self._outcome["shown"])
        lost = list((Counter(before) - Counter(after)).elements())
        yield from self._outputs(lost, list((Counter(after) - Counter(before)).elements()))

    def _outputs(self, lost: list[str], new: list[str]) -> Iterator[Change]:
        if lost or new:
            before, after = "\n".join(lost), "\n".join(new) or None
            yield self._change("output", 1, before or "(nothing)", after)

    def _figures(self) -> Iterator[Change]:
        before = [
            output.data[SVG] for output in self._stored.outputs if SVG in output.get("data", {})
        ]
        after = [bundle[SVG] for bundle in self._outcome["shown"] if SVG in bundle]
        for number, picture in enumerate(before):
            if number < len(after) and _as_text(after[number]) == _as_text(picture):
                continue
            name = self._stored.metadata.get("figure", f"picture {number + 1} of its cell")
            drawn = number < len(after)
            yield self._change(
                "figure",
                1,
                name,
                "drawn otherwise" if drawn else None,
                curves=self._outcome["curves"][number] if drawn else None,
                number=number,
            )


def _missing_in(other: str | None) -> dict[str, Any]:
    """A claim about what the other version lacks is not refuted by that."""
    lacking = re.search(r"NotInThisVersion: .*", other or "")
    return {"other": None, "cause": lacking.group()} if lacking else {}


def _without_path(text: str) -> str:
    """A message without the path of the file that Python adds."""
    return re.sub(r" \((?:/|[A-Z]:\\).*?\.pyc?\)", "", text)


def _as_text(content: Any) -> str:
    if isinstance(content, list):
        return "".join(content)
    return content if isinstance(content, str) else json.dumps(content, sort_keys=True)
