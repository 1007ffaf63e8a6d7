"""The figures that notebooks export: one SVG for each figure id in a cell's metadata."""

from nbformat import NotebookNode

from tools.page import Page
from tools.project import Project, ProjectError

SVG = "image/svg+xml"


def svg_outputs(cell: NotebookNode) -> list[str]:
    """The SVG pictures among the outputs of a code cell."""
    return [output.data[SVG] for output in cell.outputs if SVG in output.get("data", {})]


def page_figures(page: Page, executed: dict[str, NotebookNode]) -> dict[str, str]:
    """The figures of a page: SVG text by figure id.

    Raises:
        ProjectError: a cell with a figure id has not exactly one SVG output.
    """
    figures = {}
    for cell in page.code_cells:
        if "figure" not in cell.metadata:
            continue
        pictures = svg_outputs(executed[cell.id])
        if len(pictures) != 1:
            raise ProjectError(
                f"{page.source}:{page.line_of(cell.id)}: the figure {cell.metadata['figure']!r} "
                f"needs exactly one SVG output, this cell has {len(pictures)}."
            )
        figures[cell.metadata["figure"]] = pictures[0]
    return figures


def write_figures(project: Project, figures: dict[str, str]) -> None:
    """Write each figure to `notebooks/figures/<id>.svg`."""
    for figure_id, svg in figures.items():
        path = project.figure(figure_id)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(svg, encoding="utf-8", newline="\n")
