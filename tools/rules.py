"""The rules of a bilingual page. Each violation names file and line."""

from collections.abc import Iterator

from nbformat import NotebookNode

from tools.exercises import order_problems
from tools.explorer import explorer_query
from tools.page import Page
from tools.passage import Structure, goals_of, parse_markdown, structure_of
from tools.project import Project
from tools.questions import proven_answers, proves_answers, question_problems, questions_of

DEEPEST_HEADING = 3
CODE_WIDTH = 88
"""Characters of code that fit beside the table of contents."""
FEWEST_GOALS, MOST_GOALS = 3, 4


def book_violations(project: Project, pages: list[Page]) -> list[str]:
    """All violations in all pages, as `file:line: what is wrong`."""
    violations = [violation for page in pages for violation in page_violations(project, page)]
    first_place: dict[str, str] = {}
    for page in pages:
        for cell in page.code_cells:
            figure_id = cell.metadata.get("figure")
            if figure_id is None:
                continue
            place = f"{page.source}:{page.line_of(cell.id)}"
            if figure_id in first_place:
                violations.append(
                    f"{place}: the figure {figure_id!r} is already made at "
                    f"{first_place[figure_id]}; give this one its own id."
                )
            first_place.setdefault(figure_id, place)
    return violations


def page_violations(project: Project, page: Page) -> list[str]:
    """All violations in a page, as `file:line: what is wrong`."""
    return [
        f"{page.source}:{line}: {problem}"
        for rule in RULES
        for line, problem in rule(project, page)
    ]


def _languages(project: Project, page: Page) -> Iterator[tuple[int, str]]:
    known = ", ".join(project.languages)
    for cell, line in zip(page.cells, page.lines, strict=True):
        language = cell.metadata.get("lang")
        if language is not None and language not in project.languages:
            yield line, f"unknown language {language!r}; _config.yml has {known}."
        if language is not None and cell.cell_type == "code":
            yield line, "a code cell has a language; code is written once for all."
        if language is None and cell.cell_type == "markdown":
            texts = (
                token for token in parse_markdown(project, cell.source) if token.type == "text"
            )
            if any(character.isalpha() for token in texts for character in token.content):
                yield line, f"text without a language; start it with +++ and one of {known}."


def _passages(project: Project, page: Page) -> Iterator[tuple[int, str]]:
    """A passage is one Markdown cell per language, in the order of `_config.yml`."""
    order = list(project.languages)
    passage: list[tuple[str, int, Structure]] = []
    for cell, line in [*zip(page.cells, page.lines, strict=True), (None, 0)]:
        is_text = cell is not None and cell.cell_type == "markdown"
        language = cell.metadata.get("lang") if is_text else None
        if passage and language != order[len(passage)]:
            first_line, missing = passage[0][1], order[len(passage)]
            yield first_line, f"this passage has no {missing!r}; write it after {passage[-1][0]!r}."
            passage = []
        if language not in project.languages:
            continue
        if language != order[len(passage)]:
            yield line, f"this passage has no {order[0]!r}; write it before {language!r}."
            continue
        passage.append((language, line, structure_of(parse_markdown(project, cell.source))))
        if len(passage) == len(order):
            for other, other_line, structure in passage[1:]:
                difference = passage[0][2].difference(structure)
                if difference:
                    yield (
                        other_line,
                        f"{other!r} differs from {order[0]!r} in {difference}; give both the same.",
                    )
            passage = []


def _heading_depth(project: Project, page: Page) -> Iterator[tuple[int, str]]:
    for cell, line in zip(page.cells, page.lines, strict=True):
        if cell.cell_type != "markdown":
            continue
        for token in parse_markdown(project, cell.source):
            if token.type == "heading_open" and int(token.tag[1:]) > DEEPEST_HEADING:
                problem = f"a heading of level {token.tag[1:]}"
                yield line, f"{problem}; a page has at most {DEEPEST_HEADING} levels."


def _alt_texts(project: Project, page: Page) -> Iterator[tuple[int, str]]:
    for cell, line in zip(page.cells, page.lines, strict=True):
        if "figure" in cell.metadata and "alt" not in cell.metadata:
            yield line, f"the figure {cell.metadata['figure']!r} has no `alt` text."
        texts = cell.metadata.get("alt")
        if texts is not None and list(texts) != list(project.languages):
            expected = ", ".join(project.languages)
            yield line, f"`alt` has {', '.join(texts)}; it must have {expected}."


def _explorer_links(project: Project, page: Page) -> Iterator[tuple[int, str]]:
    for cell, line in zip(page.cells, page.lines, strict=True):
        if "explore" not in cell.metadata:
            continue
        try:
            explorer_query(page.name, cell.metadata["explore"])
        except (TypeError, ValueError) as error:
            yield line, f"`explore`: {error}"


def _code_width(project: Project, page: Page) -> Iterator[tuple[int, str]]:
    for cell, line in _code(page):
        for code in cell.source.splitlines():
            if len(code) > CODE_WIDTH:
                problem = f"{code[:40]!r}… has {len(code)} characters"
                yield line, f"{problem}; at most {CODE_WIDTH} fit the page."


def _exercises(project: Project, page: Page) -> Iterator[tuple[int, str]]:
    yield from order_problems(_code(page))


def _questions(project: Project, page: Page) -> Iterator[tuple[int, str]]:
    by_language = {
        language: [
            (question, line + 1 + question.first)
            for cell, line in zip(page.cells, page.lines, strict=True)
            if cell.metadata.get("lang") == language and cell.cell_type == "markdown"
            for question in questions_of(cell.source)
        ]
        for language in project.languages
    }
    proven = [proven_answers(cell) for cell, _ in _code(page) if proves_answers(cell)]
    yield from question_problems(by_language, {n: a for some in proven for n, a in some.items()})


def _code(page: Page) -> list[tuple[NotebookNode, int]]:
    """All code cells with their lines, the starts of exercises too."""
    cells = zip(page.cells, page.lines, strict=True)
    return [(cell, line) for cell, line in cells if cell.cell_type == "code"]


def _goals(project: Project, page: Page) -> Iterator[tuple[int, str]]:
    if page.name not in project.chapters:
        return
    for language in project.languages:
        for cell, line in zip(page.cells, page.lines, strict=True):
            if cell.metadata.get("lang") == language:
                goals = goals_of(parse_markdown(project, cell.source))
                if not FEWEST_GOALS <= len(goals) <= MOST_GOALS:
                    yield (
                        line,
                        f"{language!r} must end the first passage with a sentence and a list of "
                        f"{FEWEST_GOALS} or {MOST_GOALS} things to do after this chapter.",
                    )
                break


RULES = (
    *(_languages, _passages, _goals),
    *(_heading_depth, _alt_texts, _explorer_links, _code_width, _exercises, _questions),
)
