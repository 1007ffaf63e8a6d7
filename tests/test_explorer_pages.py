"""What the book says about its explorers."""

import json
import re

import pytest

from tools.explorer import shows_explorer
from tools.freshness import stored_notebook
from tools.page import read_page
from tools.project import ROOT, Project

BOOK = Project(ROOT)
LABELS = json.loads((ROOT / "explorer" / "texts.json").read_text(encoding="utf-8")).values()
LOOKED_UP = {"questions", "glossary", "references", "figures"}
"""Pages to look something up; all others are chapters."""


@pytest.mark.parametrize("language", BOOK.languages)
def test_the_page_on_the_explorer_names_controls_as_they_are_labelled(language):
    rows = [
        line
        for cell in read_page(BOOK, "explorer").cells
        if cell.metadata.get("lang") == language
        for line in cell.source.splitlines()
        if line.startswith("|")
    ]
    named = set(re.findall(r"\*\*(.+?)\*\*", "\n".join(rows)))
    assert named
    assert named <= {label[language] for label in LABELS}


@pytest.mark.parametrize("name", sorted({*BOOK.pages} - LOOKED_UP - {"interact"}))
def test_every_chapter_has_an_explorer(name):
    """`interact` builds one instead."""
    notebook = stored_notebook(BOOK, next(iter(BOOK.languages)), name)
    assert any(shows_explorer(cell) for cell in notebook.cells if cell.cell_type == "code")
