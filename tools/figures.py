"""The figures that notebooks export: one SVG for each figure id in a cell's metadata."""

from nbformat import NotebookNode

from tools.explorer import shows_explorer
from tools.page import Page
from tools.project import Project, ProjectError

SVG = "image/svg+xml"


def svg_outputs(cell: NotebookNode) -> list[str]:
    """The SVG pictures among the outputs of a code cell."""
    return [output.data[SVG] for output in cell.outputs if SVG in output.get("data", {})]


def _shows_bitmap(cell: NotebookNode) -> bool:
    return any(
        mime in output.get("data", {})
        for output in cell.outputs
        for mime in ("image/png", "image/jpeg")
    )


def page_figures(page: Page, executed: dict[str, NotebookNode]) -> dict[str, str]:
    """The figures of a page: SVG text by figure id.

    Raises:
        ProjectError: a cell with a figure id has not exactly one SVG output, a cell shows a
            picture or an explorer without a description, or a picture that nbval would not
            compare, or a picture is to be set in an explorer although the page has none.
    """
    figures = {}
    has_explorer = any(shows_explorer(executed[cell.id]) for cell in page.code_cells)
    for cell in page.code_cells:
        place = f"{page.source}:{page.line_of(cell.id)}"
        pictures = svg_outputs(executed[cell.id])
        if _shows_bitmap(executed[cell.id]):
            raise ProjectError(
                f"{place}: this cell shows a PNG or JPEG; it must be SVG, "
                "which use_book_style() sees to."
            )
        if pictures and "alt" not in cell.metadata:
            raise ProjectError(f"{place}: this cell shows a picture but has no `alt` text.")
        if shows_explorer(executed[cell.id]) and "alt" not in cell.metadata:
            raise ProjectError(f"{place}: this cell shows an explorer but has no `alt` text.")
        if "explore" in cell.metadata and not pictures:
            raise ProjectError(f"{place}: this cell has `explore` but shows no picture.")
        if "explore" in cell.metadata and not has_explorer:
            raise ProjectError(f"{place}: this cell has `explore` but the page has no explorer.")
        if "figure" not in cell.metadata:
            continue
        if len(pictures) != 1:
            raise ProjectError(
                f"{place}: the figure {cell.metadata['figure']!r} needs exactly one SVG output, "
                f"this cell has {len(pictures)}."
            )
        figures[cell.metadata["figure"]] = pictures[0]
    return figures


def write_figures(project: Project, figures: dict[str, str]) -> None:
    """Write each figure to `notebooks/figures/<id>.svg`."""
    for figure_id, svg in figures.items():
        path = project.figure(figure_id)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(svg, encoding="utf-8", newline="\n")
