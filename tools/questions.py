"""Multiple-choice questions in a page: a paragraph, then a task list with the choices.

    At which epoch does the learning rate fall first?

    - [ ] `29`

      Why it is not.

    - [x] `30`

      Why it is.

In a notebook every choice becomes a `<details>` that opens to its explanation, which works on the
site, in Jupyter and on GitHub, with a keyboard, and without scripts. A code cell tagged `answers`
proves the right choices by `check("question 1: 30", …)`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape

from markdown_it import MarkdownIt
from markdown_it.token import Token
from nbformat import NotebookNode

from tools.folding import fold
from tools.project import Language

ANSWERS = "answers"
"""The tag of the cell that proves the answers."""

CHOICE = re.compile(r"\[([ x])\] (.+)")
CODE = re.compile(r"`([^`]+)`")
SHOWN_CODE = re.compile(r"<code>(.+?)</code>")
FOLDED = re.compile(
    r'<details class="choice (?P<kind>right|wrong)">\n<summary>(?P<text>.+)</summary>\n\n'
    r"(?P<explanation>(?s:.+?))\n\n</details>"
)
CLAIM = re.compile(r"""check\(\s*(["'])question (\d+): (.+?)\1""")


@dataclass(frozen=True)
class Choice:
    """What a reader can choose.

    Attributes:
        text: a line of Markdown, text and code only.
        explanation: Markdown; empty if it has none.
        is_right: whether it is the answer.
    """

    text: str
    explanation: str
    is_right: bool

    @property
    def code(self) -> str | None:
        """The first code in its text, which is the same in every language."""
        found = CODE.search(self.text)
        return found[1] if found else None


@dataclass(frozen=True)
class Question:
    """The choices of a question.

    Attributes:
        choices: in the order of the page.
        first: the first line of the list, counted from 0.
        end: the line after it.
    """

    choices: list[Choice]
    first: int
    end: int

    @property
    def right(self) -> list[Choice]:
        """The choices that are marked as right."""
        return [choice for choice in self.choices if choice.is_right]


def questions_of(markdown: str) -> list[Question]:
    """The questions of a passage."""
    lines = markdown.splitlines()
    lists = _lists(MarkdownIt().parse(markdown))
    found = []
    for items in lists:
        choices = [_choice(lines[first:end]) for first, end in items]
        if choices and all(choices):
            found.append(Question(choices, items[0][0], items[-1][1]))
    return found


def _lists(tokens: list[Token]) -> Iterator[list[tuple[int, int]]]:
    """First line and end of every item of the lists that are in no other list."""
    for token in tokens:
        if token.type == "bullet_list_open" and token.level == 0:
            first, end = token.map
            yield [
                tuple(item.map)
                for item in tokens
                if item.type == "list_item_open" and item.level == 1 and first <= item.map[0] < end
            ]


def _choice(lines: list[str]) -> Choice | None:
    match = CHOICE.fullmatch(lines[0].removeprefix("-").strip())
    if match is None:
        return None
    explanation = "\n".join(line.strip() for line in lines[1:]).strip()
    return Choice(match[2], explanation, match[1] == "x")


def fold_answers(markdown: str, language: Language) -> str:
    """A passage with every choice folded: it opens to the verdict and the explanation."""
    lines = markdown.splitlines()
    for question in reversed(questions_of(markdown)):
        folded = [_folded(choice, language) for choice in question.choices]
        lines[question.first : question.end] = [*"\n\n".join(folded).splitlines(), ""]
    return "\n".join(lines).rstrip("\n")


def _folded(choice: Choice, language: Language) -> str:
    summary = CODE.sub(r"<code>\1</code>", escape(choice.text, quote=False))
    kind, verdict = ("right", language.right) if choice.is_right else ("wrong", language.wrong)
    return (
        f'<details class="choice {kind}">\n<summary>{summary}</summary>\n\n'
        f"**{verdict}** {choice.explanation}\n\n</details>"
    )


def unfold_answers(markdown: str) -> str:
    """What `fold_answers` made a passage from, but for the verdicts before the explanations."""
    return FOLDED.sub(_unfolded, markdown)


def _unfolded(folded: re.Match) -> str:
    text = unescape(SHOWN_CODE.sub(r"`\1`", folded["text"]))
    mark = "x" if folded["kind"] == "right" else " "
    explanation = folded["explanation"].replace("\n", "\n  ")
    return f"- [{mark}] {text}\n\n  {explanation}\n"


def fold_proof(cell: NotebookNode) -> None:
    """Fold the cell that proves the answers."""
    if proves_answers(cell):
        fold(cell)


def proves_answers(cell: NotebookNode) -> bool:
    """Whether a code cell is the one that proves the answers."""
    return ANSWERS in cell.metadata.get("tags", [])


def proven_answers(cell: NotebookNode) -> dict[int, str]:
    """The answers that a cell proves, by the number of the question in the page."""
    return {int(number): answer for _, number, answer in CLAIM.findall(cell.source)}


def question_problems(
    by_language: dict[str, list[tuple[Question, int]]], proven: dict[int, str]
) -> Iterator[tuple[int, str]]:
    """What is wrong with the questions of a page, with the line.

    Args:
        by_language: the questions with their lines, for every language.
        proven: the answers that cells tagged `answers` prove.
    """
    (first_language, first), *others = by_language.items()
    for language, questions in others:
        if len(questions) != len(first):
            line = (questions or first)[-1][1]
            yield (
                line,
                (
                    f"{language!r} has {len(questions)} questions and {first_language!r} "
                    f"{len(first)}; give both the same."
                ),
            )
            return
        for number, ((mine, _), (theirs, line)) in enumerate(zip(first, questions, strict=True), 1):
            if _shape(mine) != _shape(theirs):
                yield (
                    line,
                    (
                        f"question {number} has the choices {_shape(theirs)} in {language!r} and "
                        f"{_shape(mine)} in {first_language!r}; give both the same."
                    ),
                )
    for number, (question, line) in enumerate(first, 1):
        yield from _problems(number, question, line, proven)


def _shape(question: Question) -> str:
    return ", ".join(f"[{'x' if c.is_right else ' '}] {c.code}" for c in question.choices)


def _problems(
    number: int, question: Question, line: int, proven: dict[int, str]
) -> Iterator[tuple[int, str]]:
    codes = [choice.code for choice in question.choices]
    if len(question.right) != 1:
        yield line, f"question {number} has {len(question.right)} right choices; mark one with [x]."
    elif None in codes or len(set(codes)) < len(codes):
        yield line, f"question {number}: every choice needs code of its own, such as `0.05`."
    elif proven.get(number) != question.right[0].code:
        answer = question.right[0].code
        yield (
            line,
            (
                f'question {number}: no check("question {number}: {answer}", …) in a cell tagged '
                f"{ANSWERS} of this page proves its answer."
            ),
        )
    for choice in question.choices:
        if not choice.explanation:
            yield line, f"question {number}: {choice.text!r} has no explanation below it."
