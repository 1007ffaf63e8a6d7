"""Write the slides of all chapters of one language, and a page that leads to them."""

import shutil
from pathlib import Path

from tools.project import Project
from workshop.slides.deck import contents_deck, deck_of
from workshop.slides.exporter import copy_assets, slides_html
from workshop.slides.markdown import MarkdownRenderer


def write_slides(project: Project, language: str, folder: Path) -> None:
    """Write `<chapter>.html` for every chapter, `index.html`, and what they load.

    Args:
        project: the book.
        language: language code.
        folder: emptied first. Links lead to the site in `../site`.
    """
    shutil.rmtree(folder, ignore_errors=True)
    copy_assets(project, folder)
    render = MarkdownRenderer(project, f"../site/{language}")
    titles = {}
    for number, page in enumerate(project.chapters, 1):
        deck = deck_of(project, language, page, render)
        titles[page] = render.inline(deck.metadata["title"])
        (folder / f"{page}.html").write_text(slides_html(deck, language), encoding="utf-8")
        print(f"{language}: slides {number}/{len(project.chapters)} {page}", flush=True)
    contents = contents_deck(project.languages[language].title, titles)
    (folder / "index.html").write_text(slides_html(contents, language), encoding="utf-8")
