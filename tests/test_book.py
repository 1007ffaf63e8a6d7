"""The real book: its rules, its notebooks, its figures."""

import json
import re

import matplotlib.pyplot as plt
import numpy as np
import pytest
import timm.scheduler

from helpers import (
    article_figures,
    create_model_and_optimizer,
    formulas,
    plot_curves,
    plot_lrs,
    use_book_style,
)
from tools.explorer import shows_explorer
from tools.figures import page_figures
from tools.freshness import stored_execution, unmade_files, verify_notebook
from tools.page import read_page
from tools.project import ROOT, Project
from tools.rules import book_violations

BOOK = Project(ROOT)
PAGES = {name: read_page(BOOK, name) for name in BOOK.pages}
NOTEBOOKS = [(language, page) for language in BOOK.languages for page in BOOK.pages]


def test_pages_keep_the_rules():
    assert book_violations(BOOK, list(PAGES.values())) == []


@pytest.mark.parametrize(("language", "page"), NOTEBOOKS)
def test_a_notebook_is_what_its_source_makes(language, page):
    verify_notebook(BOOK, PAGES[page], language)


def test_the_table_of_contents_is_complete():
    text = (ROOT / "_toc.yml").read_text(encoding="utf-8")
    assert text == BOOK.expected_toc(), "_toc.yml: run `make notebooks`."


def test_every_page_is_in_the_table_of_contents():
    sources = {path.stem for path in (ROOT / "book").glob("*.md")}
    assert sources == set(BOOK.pages), "_toc.yml must list the pages of book/, and only those."


def test_nothing_lies_in_notebooks_that_no_page_makes():
    extra = [BOOK.relative(path) for path in unmade_files(BOOK, list(PAGES.values()))]
    assert not extra, f"{extra}: made by no page; run `make notebooks`."


@pytest.mark.parametrize("name", BOOK.pages)
def test_exported_figures_are_those_of_the_notebook(name):
    page = PAGES[name]
    for figure_id, svg in page_figures(page, stored_execution(BOOK, page, "ja")).items():
        exported = BOOK.figure(figure_id).read_text(encoding="utf-8")
        assert exported == svg, f"{BOOK.relative(BOOK.figure(figure_id))}: run `make notebooks`."


ARTICLE_FIGURES = {figure.id: figure for figure in article_figures()}


@pytest.mark.parametrize("name", ["index", *(name for name in BOOK.chapters if name != "interact")])
def test_every_chapter_has_an_explorer(name):
    """`interact` builds one instead."""
    executed = stored_execution(BOOK, PAGES[name], "ja")
    assert any(map(shows_explorer, executed.values()))


@pytest.mark.parametrize("language", BOOK.languages)
def test_the_page_on_the_explorer_names_controls_as_they_are_labelled(language):
    texts = json.loads((ROOT / "explorer" / "texts.json").read_text(encoding="utf-8"))
    rows = [
        line
        for cell in PAGES["explorer"].cells
        if cell.metadata.get("lang") == language
        for line in cell.source.splitlines()
        if line.startswith("|")
    ]
    named = set(re.findall(r"\*\*(.+?)\*\*", "\n".join(rows)))
    assert named
    assert named <= {text[language] for text in texts.values()}


def test_figures_of_the_article_are_on_their_pages():
    for name, page in PAGES.items():
        for figure_id in page.figure_ids:
            if figure_id in ARTICLE_FIGURES:
                assert ARTICLE_FIGURES[figure_id].page == name


def test_a_finished_chapter_has_all_its_figures():
    expected = {figure.id for figure in ARTICLE_FIGURES.values() if figure.page in PAGES}
    made = {figure_id for page in PAGES.values() for figure_id in page.figure_ids}
    assert expected <= made, (
        f"{sorted(expected - made)}: figures of helpers/article_figures.yaml that no cell makes; "
        "give a cell of their page `figure:` and run `make notebooks`."
    )


CLOSED_FORMS = {
    "k_decay": lambda T, lr_min, lr_max, k: formulas.cosine_lr(
        np.arange(T), lr=lr_max, t_initial=T, lr_min=lr_min, k_decay=k
    ),
    "lbub": lambda T, lr_min, lr_max, L, U: formulas.tanh_lr(
        np.arange(T), lr=lr_max, t_initial=T, lr_min=lr_min, lb=L, ub=U
    ),
}


def curves_of(svg: str) -> list[str]:
    """The paths of the curves in a figure: those that matplotlib clips to the axes."""
    paths = re.findall(
        r'<path d="([^"]*)" clip-path="[^"]*" style="fill: none; stroke: #0072b2', svg
    )
    return [" ".join(path.split()) for path in paths]


@pytest.mark.parametrize(
    "figure",
    [figure for figure in ARTICLE_FIGURES.values() if figure.page in PAGES and figure.arguments],
    ids=lambda figure: figure.id,
)
def test_a_figure_of_the_article_shows_the_settings_of_the_article(figure, tmp_path, monkeypatch):
    """Draw the figure anew from the list of figures and compare the curve, point by point."""
    picture = tmp_path / "figure.svg"
    monkeypatch.setattr(plt, "show", lambda: plt.savefig(picture))
    use_book_style()
    if figure.scheduler:
        _, optimizer = create_model_and_optimizer()
        scheduler_class = getattr(timm.scheduler, figure.scheduler)
        plot_lrs(scheduler_class(optimizer, **figure.arguments))
    else:
        plot_curves({"lr": CLOSED_FORMS[figure.id](**figure.arguments)}, legend=False)
    plt.close("all")
    (expected,) = curves_of(picture.read_text(encoding="utf-8"))
    path = BOOK.figure(figure.id)
    assert curves_of(path.read_text(encoding="utf-8")) == [expected], (
        f"{BOOK.relative(path)}: not the curve of helpers/article_figures.yaml; mend the cell in "
        f"book/{figure.page}.md, then run `make notebooks`."
    )
