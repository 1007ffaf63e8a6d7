"""Make notebooks again in other surroundings and compare them with the stored ones.

    python -m tools.regenerate [page ...]

The surroundings are another folder, working directory, time zone, locale, hash seed and number
of threads, a processor without vector instructions, and no network. A run that was stopped goes
on where it was.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import yaml

from tools.checkout import copy_checkout
from tools.project import ROOT, Project, ProjectError

SURROUNDINGS = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "PYTHONHASHSEED": "1",
    "OMP_NUM_THREADS": "3",
    "MKL_NUM_THREADS": "3",
    # torch, oneDNN and MKL compute as on a processor that has none but the oldest instructions.
    "ATEN_CPU_CAPABILITY": "default",
    "DNNL_MAX_CPU_ISA": "SSE41",
    "MKL_CBWR": "COMPATIBLE",
}
FOLDER = "書 elsewhere"
OFFLINE = """\
import socket

def refuse(*_, **__):
    raise OSError("There is no network here.")

socket.getaddrinfo = socket.create_connection = refuse
"""
MAKE = """\
import sys
from pathlib import Path
from tools.notebooks import make_notebooks
from tools.project import Project
make_notebooks(Project(Path(sys.argv[1])))
"""


def make_elsewhere(copy: Path) -> None:
    """Execute what is not executed yet in a copy of the book, in other surroundings.

    Raises:
        ProjectError: a page cannot be made there; the message says what was printed.
    """
    site = copy.parent / "offline"
    site.mkdir(exist_ok=True)
    (site / "sitecustomize.py").write_text(OFFLINE, encoding="utf-8")
    extensions = np.show_config(mode="dicts")["SIMD Extensions"].get("found", [])
    environment = SURROUNDINGS | {
        "NPY_DISABLE_CPU_FEATURES": " ".join(extensions),
        "PYTHONPATH": os.pathsep.join(map(str, (site, copy, ROOT))),
    }
    result = subprocess.run(
        [sys.executable, "-c", MAKE, str(copy)],
        cwd=copy.parent,
        env=os.environ | environment,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    if result.returncode != 0:
        raise ProjectError(f"Notebooks cannot be made in other surroundings:\n{result.stderr}")


def differing_files(project: Project, copy: Path, pages: list[str]) -> list[str]:
    """Notebooks of these pages, and figures of a copy, that are not those of the book."""
    there = Project(copy)
    notebooks = [
        project.notebook(language, page) for language in project.languages for page in pages
    ]
    figures = [project.figure(path.stem) for path in there.figure("").parent.glob("*.svg")]
    return [
        name
        for name in map(project.relative, [*notebooks, *sorted(figures)])
        if (copy / name).read_bytes() != (project.root / name).read_bytes()
    ]


def copy_sources(project: Project, copy: Path, pages: list[str]) -> None:
    """Copy what git knows but what is made, with nothing but these pages in the contents."""
    made = [copy / "notebooks" / name for name in (*project.languages, "figures")]
    kept = copy.with_name("kept")
    for folder in filter(Path.exists, made):
        kept.mkdir(exist_ok=True)
        folder.rename(kept / folder.name)
    copy_checkout(project.root, copy)
    for folder in made:
        shutil.rmtree(folder)
        if (kept / folder.name).exists():
            (kept / folder.name).rename(folder)
    toc = project.toc
    part = toc["parts"][0]
    chapters = [entry for entry in part["chapters"] if Path(entry["file"]).name in pages]
    contents = {**toc, "parts": [{**part, "chapters": chapters}]}
    (copy / "_toc.yml").write_text(yaml.safe_dump(contents, allow_unicode=True), encoding="utf-8")


def main() -> int:
    """Command line."""
    project = Project()
    pages = sys.argv[1:] or project.pages
    unknown = [page for page in pages if page not in project.pages]
    if unknown:
        print(f"{unknown[0]!r} is no page; the pages are {', '.join(project.pages)}.")
        return 1
    folder = project.root / "_build" / "regenerated"
    copy = folder / FOLDER
    try:
        copy_sources(project, copy, pages)
        make_elsewhere(copy)
    except ProjectError as error:
        print(error, file=sys.stderr)
        return 1
    different = differing_files(project, copy, pages)
    for name in different:
        print(
            f"{name}: other bytes than in {copy / name}; compare them with `git diff --no-index`."
        )
    if different:
        return 1
    shutil.rmtree(folder)
    print(f"{len(pages)} pages: every byte as stored.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
