"""The mutants: one change each, made exactly at its place in the source of timm.scheduler."""

import ast
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import takewhile
from pathlib import Path

from tools.mutants.formatted_strings import formatted_string_replacements
from tools.mutants.operators import conditions, iterables, replacements

NEVER_PARENTHESIZED = (ast.Call, ast.List, ast.Tuple, ast.Dict, ast.JoinedStr)
"""Expressions whose parts stand between commas."""

LONGEST_SHOWN = 60
"""Characters of a change that are shown in full."""


@dataclass(frozen=True)
class Mutant:
    """One change of one module.

    Attributes:
        file: file name in `timm/scheduler/`.
        number: counts the mutants of the file from 1.
        line: first line of what is replaced, from 1.
        operator: what kind of change it is.
        old: the replaced text.
        new: the text instead.
        lines: the lines of the statement (of a compound statement, of its header) that changes.
        source: the whole changed source.
    """

    file: str
    number: int
    line: int
    operator: str
    old: str
    new: str
    lines: range
    source: str

    @property
    def id(self) -> str:
        """File, line and number, as in `step_lr.py:60#17`."""
        return f"{self.file}:{self.line}#{self.number}"

    @property
    def digest(self) -> str:
        """Digest of the changed source."""
        return hashlib.sha256(self.source.encode()).hexdigest()[:16]

    @property
    def change(self) -> str:
        """Old and new text on one line; what long texts have in common at their ends is cut."""
        old, new = _words(self.old), _words(self.new)
        head = _length_in_common(old, new)
        tail = _length_in_common(old[head:][::-1], new[head:][::-1])
        if len(" ".join(old)) <= LONGEST_SHOWN:
            head = tail = 0
        return f"{_shown(old, head, tail)} -> {_shown(new, head, tail)}"

    def __str__(self) -> str:
        """Place and change."""
        return f"{self.id}: {self.change}"


def scheduler_folder() -> Path:
    """The folder of the installed timm.scheduler, found without importing it."""
    return Path(find_spec("timm").submodule_search_locations[0]) / "scheduler"


def all_mutants() -> list[Mutant]:
    """All mutants of all modules of the installed timm.scheduler."""
    paths = sorted(scheduler_folder().glob("*.py"))
    return [
        mutant
        for path in paths
        for mutant in mutants_of(path.name, path.read_text(encoding="utf-8"))
    ]


def mutants_of(file: str, source: str) -> list[Mutant]:
    """The mutants of one module, in the order of their places.

    Args:
        file: file name, which tells whether the module is a package's `__init__.py`.
        source: its source.
    """
    return _Mutator(file, source).mutants()


class _Mutator:
    def __init__(self, file: str, source: str) -> None:
        self.file = file
        self.source = source
        self.encoded = source.encode()
        lengths = [len(line) for line in self.encoded.splitlines(keepends=True)]
        self.line_starts = [sum(lengths[:count]) for count in range(len(lengths) + 1)]
        self.tree = ast.parse(source)
        self.untouched = set(_annotations_and_docstrings(self.tree))

    def mutants(self) -> list[Mutant]:
        changes = sorted(self._changes(), key=lambda change: (change[0], change[1]))
        seen, mutants = set(), []
        for start, end, operator, new, lines in changes:
            changed = self.encoded[:start] + new.encode() + self.encoded[end:]
            if changed in seen or _same(operator, self.encoded[start:end].decode(), new):
                continue
            seen.add(changed)
            mutants.append(
                Mutant(
                    file=self.file,
                    number=len(mutants) + 1,
                    line=self.encoded[:start].count(b"\n") + 1,
                    operator=operator,
                    old=self.encoded[start:end].decode(),
                    new=new,
                    lines=lines,
                    source=changed.decode(),
                )
            )
        return mutants

    def _span(self, node: ast.AST) -> tuple[int, int]:
        return (
            self.line_starts[node.lineno - 1] + node.col_offset,
            self.line_starts[node.end_lineno - 1] + node.end_col_offset,
        )

    def _segment(self, node: ast.AST) -> str:
        start, end = self._span(node)
        return self.encoded[start:end].decode()

    def _changes(self) -> Iterator[tuple[int, int, str, str, range]]:
        for statement in ast.walk(self.tree):
            if not isinstance(statement, ast.stmt) or statement in self.untouched:
                continue
            lines = _header_lines(statement)
            for node, operator, new in self._statement_changes(statement):
                yield *self._span(node), operator, new, lines
            for decorator in getattr(statement, "decorator_list", []):
                start, end = self._span(decorator)
                yield start - 1, end, "decorator", "", lines

    def _statement_changes(self, statement: ast.stmt) -> Iterator[tuple[ast.AST, str, str]]:
        if isinstance(statement, (ast.Import, ast.ImportFrom)):
            if self.file == "__init__.py":
                yield from self._without_one_name(statement)
            return
        if isinstance(statement, (ast.Expr, ast.Assign, ast.AugAssign, ast.Return, ast.Assert)):
            yield statement, "removal", "pass"
        if isinstance(statement, ast.Raise):
            yield statement, "removal", "pass"
            yield statement.exc.func, "exception", "RuntimeError"
        yield from self._expression_changes(statement)

    def _without_one_name(self, statement: ast.ImportFrom) -> Iterator[tuple[ast.AST, str, str]]:
        for left_out in statement.names:
            names = ", ".join(alias.name for alias in statement.names if alias is not left_out)
            text = f"from .{statement.module} import {names}" if names else "pass"
            yield statement, "removal", text

    def _expression_changes(self, parent: ast.AST) -> Iterator[tuple[ast.AST, str, str]]:
        """Changes of the expressions below `parent`, but not of statements below it."""
        for name, value in ast.iter_fields(parent):
            for node in value if isinstance(value, list) else [value]:
                if not isinstance(node, ast.AST) or isinstance(node, ast.stmt):
                    continue
                if node in self.untouched:
                    continue
                if isinstance(node, ast.JoinedStr):
                    for operator, new in formatted_string_replacements(node):
                        yield node, operator, new
                    continue
                for operator, new in self._changes_of(parent, name, node):
                    yield node, operator, _fitting(parent, new)
                yield from self._expression_changes(node)

    def _changes_of(self, parent: ast.AST, name: str, node: ast.AST) -> Iterator[tuple[str, str]]:
        compares_identity = isinstance(parent, ast.Compare) and any(
            isinstance(operator, (ast.Is, ast.IsNot)) for operator in parent.ops
        )
        if not (compares_identity and isinstance(node, ast.Constant)):
            yield from replacements(node, self._segment)
        if name in ("test", "ifs"):
            yield from conditions(node, self._segment)
        if name == "iter":
            yield from iterables(node, self._segment)


def _same(operator: str, old: str, new: str) -> bool:
    """Whether two expressions mean the same, as `f(a=1, b=1)` with a and b exchanged does."""
    if operator in ("removal", "decorator"):
        return False
    return ast.dump(ast.parse(f"({old})")) == ast.dump(ast.parse(f"({new})"))


def _annotations_and_docstrings(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)):
            first = node.body[0] if node.body else None
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                yield first
        if isinstance(node, ast.arg) and node.annotation:
            yield node.annotation
        if isinstance(node, ast.FunctionDef) and node.returns:
            yield node.returns


def _header_lines(statement: ast.stmt) -> range:
    """The lines of a statement without those of the statements in it."""
    body = getattr(statement, "body", None)
    first = min([statement.lineno, *(d.lineno for d in getattr(statement, "decorator_list", []))])
    return range(first, body[0].lineno if body else statement.end_lineno + 1)


def _fitting(parent: ast.AST, new: str) -> str:
    """Put what stands inside another expression into parentheses, unless commas enclose it."""
    inside = isinstance(parent, (ast.expr, ast.comprehension, ast.FormattedValue))
    if not inside or isinstance(parent, NEVER_PARENTHESIZED):
        return new
    expression = ast.parse(new, mode="eval").body
    atomic = isinstance(expression, (ast.Name, ast.Constant, ast.Attribute, ast.Call))
    return new if atomic else f"({new})"


def _words(text: str) -> list[str]:
    """The text as if it stood on one line."""
    without_breaks = re.sub(r",?\s*\n\s*\)", ")", re.sub(r"\(\s*\n\s*", "(", text))
    return without_breaks.split()


def _length_in_common(one: list[str], other: list[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other)))


def _shown(words: list[str], head: int, tail: int) -> str:
    """The words without the first `head` and the last `tail`, but with one word around."""
    first, last = max(0, head - 1), len(words) - max(0, tail - 1)
    shown = ["…"] * (first > 0) + words[first:last] + ["…"] * (last < len(words))
    return " ".join(shown) or "(nothing)"
