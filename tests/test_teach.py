"""The guide: its tables are the plans that its cells add up, its commands exist."""

import re

import pytest

from helpers.exercises.catalogue import find_exercise
from tools.page import read_page
from tools.passage import parse_markdown
from tools.project import ROOT, Project

BOOK = Project(ROOT)
PAGE = read_page(BOOK, "teach")
ROW = re.compile(r"^\| (?P<minutes>\d+) \| .+ \| (?P<material>.*) ?\|$", re.MULTILINE)
EXERCISE = re.compile(r"\b[a-z]+-\d\b")


def plans() -> list[list[tuple[str, int]]]:
    """The plans that the first cell draws."""
    namespace: dict = {}
    exec(PAGE.code_cells[0].source, namespace)
    return list(namespace["PLANS"].values())


def tables(language: str) -> list[list[re.Match]]:
    """The rows of the tables of plans, without headings."""
    text = "\n".join(cell.source for cell in PAGE.cells if cell.metadata.get("lang") == language)
    sections = (list(ROW.finditer(section)) for section in text.split("\n## "))
    return [rows for rows in sections if rows]


@pytest.mark.parametrize("language", BOOK.languages)
def test_the_tables_are_the_plans(language):
    assert [[int(row["minutes"]) for row in rows] for rows in tables(language)] == [
        [minutes for _, minutes in plan] for plan in plans()
    ]


@pytest.mark.parametrize("language", BOOK.languages)
def test_a_row_with_exercises_takes_as_long_as_they_do(language):
    for rows, plan in zip(tables(language), plans(), strict=True):
        for row, (kind, minutes) in zip(rows, plan, strict=True):
            exercises = EXERCISE.findall(row["material"])
            assert bool(exercises) == (kind == "exercises")
            if exercises:
                assert sum(find_exercise(one).minutes for one in exercises) == minutes


@pytest.mark.parametrize("language", BOOK.languages)
def test_all_commands_and_files_are_there(language):
    text = "\n".join(cell.source for cell in PAGE.cells if cell.metadata.get("lang") == language)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    codes = [token.content for token in parse_markdown(BOOK, text) if token.type == "code_inline"]
    targets = {code.split()[1] for code in codes if code.startswith("make ")}
    assert "workshop" in targets
    assert [target for target in targets if f"\n.PHONY: {target}\n" not in makefile] == []
    files = {code for code in codes if re.fullmatch(r"[\w./-]*/[\w./-]*|\w+\.(py|yml)", code)}
    made = {code for code in files if code.startswith("_build/")}
    assert [file for file in files - made if not (ROOT / file).exists()] == []
