"""The figures of the article: what each one shows, and which of them this book has."""

from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any

import yaml
from IPython.display import Markdown


@dataclass(frozen=True)
class ArticleFigure:
    """One figure of the article.

    Attributes:
        id: its name, which the cell that makes it carries in its metadata.
        page: the page of the book it belongs to.
        scheduler: the timm class it shows, or None for a closed form.
        formula: the closed form it shows, or None for a scheduler.
        arguments: the scheduler's or the formula's arguments.
    """

    id: str
    page: str
    scheduler: str | None = None
    formula: str | None = None
    arguments: dict[str, Any] = field(default_factory=dict)


def article_figures() -> list[ArticleFigure]:
    """Read the figures from `article_figures.yaml`, in the article's order."""
    text = resources.files("helpers").joinpath("article_figures.yaml").read_text(encoding="utf-8")
    return [ArticleFigure(**entry) for entry in yaml.safe_load(text)]


def figure_table(figures_dir: Path | str) -> Markdown:
    """Make a table of the article's figures: thumbnail, link, settings, done or to come.

    Args:
        figures_dir: folder with one `<id>.svg` for each figure that has been made,
            relative to the notebook that shows the table.

    Returns:
        A Markdown table for the last line of a cell. ✓ marks a figure that is in the
        book, ○ one that is to come.

    Raises:
        FileNotFoundError: `figures_dir` is not a folder.
    """
    if not Path(figures_dir).is_dir():
        raise FileNotFoundError(f"figures_dir is {str(figures_dir)!r}; it must be a folder.")
    rows = []
    for figure in article_figures():
        picture = Path(figures_dir) / f"{figure.id}.svg"
        link = f"{figure.page}.ipynb#{figure.id}"
        if picture.exists():
            mark, thumbnail = "✓", f"[![{figure.id}]({picture.as_posix()})]({link})"
            name = f"[{figure.id}]({link})"
        else:
            mark, thumbnail, name = "○", "", figure.id
        rows.append([mark, thumbnail, f"{name}<br>{_settings(figure)}"])
    done = sum(mark == "✓" for mark, *_ in rows)
    header = [f"{done}\N{NO-BREAK SPACE}/\N{NO-BREAK SPACE}{len(rows)}", "figure", "id, settings"]
    lines = [header, ["---"] * len(header), *rows]
    return Markdown("\n".join(f"| {' | '.join(line)} |" for line in lines))


def _settings(figure: ArticleFigure) -> str:
    arguments = ", ".join(f"{name}={value!r}" for name, value in figure.arguments.items())
    return " ".join(f"`{part}`" for part in (figure.formula, arguments) if part)
