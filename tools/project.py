"""Where things are: languages from `_config.yml`, pages from `_toc.yml`, paths from both."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

import yaml

ROOT = Path(__file__).resolve().parent.parent
LOOKED_UP = frozenset(
    {"changes", "checks", "defects", "figures", "glossary", "questions", "references", "teach"}
)
"""Pages in which a reader looks something up."""

TOC_HEADER = "# Edit the first part; `make notebooks` repeats it for the other languages.\n"


class ProjectError(Exception):
    """Something in the project is not as it must be; the message names file and remedy."""


@dataclass(frozen=True)
class Language:
    """One edition of the book.

    Attributes:
        code: BCP 47 tag, the edition's folder and its `<html lang>`.
        name: the language's own name for itself.
        title: title of the book.
        search: placeholder of the search field.
        show_code: label of a button that opens a folded cell.
        hide_code: label of the same button when the cell is open.
        solution: first line of the solution of an exercise; JupyterLab shows it of a folded one.
        show_solution: label of a button that opens the solution of an exercise.
        hide_solution: label of the same button when the solution is open.
        right: what the explanation of a right choice begins with.
        wrong: what that of a wrong choice begins with.
        set_explorer: text of the link that sets a page's explorer to a figure.
        not_found: what is said at an address where there is no page.
        reading_time: how long a page takes to read, with `{minutes}`.
        summary: the book in one sentence.
    """

    code: str
    name: str
    title: str
    search: str
    show_code: str
    hide_code: str
    solution: str
    show_solution: str
    hide_solution: str
    right: str
    wrong: str
    set_explorer: str
    not_found: str
    reading_time: str
    summary: str


@dataclass(frozen=True)
class Project:
    """The book in the folder `root`."""

    root: Path = ROOT

    @cached_property
    def config(self) -> dict:
        """`_config.yml` as it stands."""
        return yaml.safe_load((self.root / "_config.yml").read_text(encoding="utf-8"))

    @cached_property
    def toc(self) -> dict:
        """`_toc.yml` as it stands."""
        return yaml.safe_load((self.root / "_toc.yml").read_text(encoding="utf-8"))

    @cached_property
    def languages(self) -> dict[str, Language]:
        """The languages by code, in the order in which a page gives its passages."""
        languages = self.config.get("languages")
        if not languages:
            raise ProjectError(
                "_config.yml: `languages` is missing; it needs one line per language."
            )
        try:
            return {code: Language(code=code, **entry) for code, entry in languages.items()}
        except TypeError as error:
            raise ProjectError(
                "_config.yml: every language needs name, title, search, show_code, hide_code, "
                "solution, show_solution, hide_solution, right, wrong, set_explorer, not_found, "
                f"reading_time and summary ({error})."
            ) from error

    @cached_property
    def default_language(self) -> str:
        """The language for readers of none of the book's: that of a plain build."""
        language = self.config.get("sphinx", {}).get("config", {}).get("language")
        return language if language in self.languages else next(iter(self.languages))

    @cached_property
    def pages(self) -> list[str]:
        """Page names in reading order, from the first part of `_toc.yml`."""
        return [PurePosixPath(chapter["file"]).name for chapter in self.toc["parts"][0]["chapters"]]

    @property
    def chapters(self) -> list[str]:
        """Pages to read: all but the first, which welcomes, and those to look something up."""
        return [page for page in self.pages[1:] if page not in LOOKED_UP]

    def source(self, page: str) -> Path:
        """The bilingual source of a page."""
        return self.root / "book" / f"{page}.md"

    def notebook(self, language: str, page: str) -> Path:
        """The notebook made from a page for one language."""
        return self.root / "notebooks" / language / f"{page}.ipynb"

    def figure(self, figure_id: str) -> Path:
        """The file that a figure is exported to."""
        return self.root / "notebooks" / "figures" / f"{figure_id}.svg"

    def relative(self, path: Path) -> str:
        """`path` as a reader of a message knows it."""
        return path.relative_to(self.root).as_posix()

    def expected_toc(self) -> str:
        """The text of `_toc.yml` with one part for every language, all with the same pages."""
        parts = [
            {
                "caption": language.name,
                "chapters": [{"file": f"notebooks/{language.code}/{page}"} for page in self.pages],
            }
            for language in self.languages.values()
        ]
        return TOC_HEADER + yaml.safe_dump(
            {**self.toc, "parts": parts}, allow_unicode=True, sort_keys=False
        )
