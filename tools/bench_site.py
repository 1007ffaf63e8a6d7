"""Measure a chapter of the book against the same chapter as a default Jupyter Book makes it.

    python -m tools.bench_site

The default book has the same notebooks and no configuration, but that it does not execute them.
Both are served compressed and opened in one browser, in which other hosts are out of reach: what a
page would load from them is not in its bytes.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

from tools.audit.audited_site import audited_site
from tools.audit.isolated_browser import isolated_browser
from tools.audit.lighthouse import BARS, RUNS, lighthouse, performance_of
from tools.audit.results import Result
from tools.audit.server import serve
from tools.audit.weight import COLUMNS, measure_first_view
from tools.project import Project
from tools.site import edition_toc

LANGUAGE = "en"
PAGE = "cosine.html"
SETTINGS = {"execute": {"execute_notebooks": "off"}}


def main() -> int:
    """Measure both and print a table."""
    project = Project()
    result = Result("comparison", ["chapter", *COLUMNS, *BARS])
    with (
        tempfile.TemporaryDirectory() as folder,
        serve(build_default_book(project, Path(folder))) as default,
        audited_site(project.root) as (_, url),
        isolated_browser() as (browser, port),
        lighthouse(port) as run,
    ):
        addresses = {"as a default book": default, "as this book": f"{url}/{LANGUAGE}"}
        for name, address in addresses.items():
            view = measure_first_view(browser, address, PAGE)
            runs = [run(f"{address}/{PAGE}") for _ in range(RUNS)]
            chosen = max(runs, key=performance_of)
            result.rows.append([name, *view.row, *(chosen["scores"][key] for key in BARS)])
    print("\n".join(result.table))
    return 0


def build_default_book(project: Project, folder: Path) -> Path:
    """Build the notebooks of a language as Jupyter Book does without being told anything.

    Args:
        project: the book.
        folder: an empty folder.

    Returns:
        The folder of the pages.
    """
    settings = {"_config.yml": SETTINGS, "_toc.yml": edition_toc(project)}
    for name, content in settings.items():
        (folder / name).write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")
    for page in project.pages:
        notebook = project.notebook(LANGUAGE, page)
        (folder / notebook.name).write_bytes(notebook.read_bytes())
    command = [str(Path(sys.executable).with_name("jupyter-book")), "build", "-q", str(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return folder / "_build" / "html"


if __name__ == "__main__":
    sys.exit(main())
