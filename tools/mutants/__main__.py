"""Change timm.scheduler at one point at a time and see which of the book's checks notice.

    python -m tools.mutants [FILE or MUTANT ...] [--check CHECK ...] [--jobs N] [--folder FOLDER]
    python -m tools.mutants --confirm N

A whole run is stored in `notebooks/data/mutants.json`. Outcomes are kept as they come; a run that
was interrupted, or made before some checks changed, repeats only what is not known. `--confirm`
runs some of the stored kills again, each in new processes with a changed timm on disk.
"""

import argparse
import os
import sys
import time
from collections import Counter
from pathlib import Path

from tools.mutants import sandbox
from tools.mutants.checks import Checks, timm_tests
from tools.mutants.confirm import confirm
from tools.mutants.journal import Journal
from tools.mutants.mutant import Mutant, all_mutants
from tools.mutants.result import read_result, result_path, versions, write_result
from tools.mutants.review import read_reviews, review_problems
from tools.mutants.run import Runner, Verdict
from tools.mutants.timm_tests import fetch_timm_tests
from tools.project import Project, ProjectError


def run(project: Project, only: list[str], names: list[str], jobs: int, folder: Path) -> None:
    """Run, print each verdict, and store a whole run.

    Args:
        project: the book.
        only: files of timm.scheduler or ids of mutants; all if empty.
        names: the checks to run; all of the book's and timm's own if empty.
        jobs: children at once.
        folder: where the journal and the children's outputs are.

    Raises:
        ProjectError: `only` or `names` has something unknown, or the unchanged timm fails.
    """
    everything = all_mutants()
    mutants = _selected(everything, only)
    checks = Checks(project)
    _require_known("check", names, [check.name for check in checks.all])
    orders = {
        mutant.file: [c for c in checks.ordered_for(mutant.file) if not names or c.name in names]
        for mutant in mutants
    }
    timm = None if names else timm_tests(fetch_timm_tests(versions()["timm"], folder))
    used = [check for check in checks.all if not names or check.name in names]
    sandbox.preload()
    runner = Runner(folder, Journal(folder / "journal.jsonl", versions()), jobs)
    runner.verify_unchanged([*used, *([timm] if timm else [])])
    verdicts = {}
    start = time.monotonic()
    for verdict in runner.verdicts(mutants, orders, timm):
        verdicts[verdict.mutant] = verdict
        print(f"[{len(verdicts)}/{len(mutants)}] {_line(verdict)}", flush=True)
    killed = Counter(mutant.file for mutant in mutants if verdicts[mutant].killed_by)
    for file, count in Counter(mutant.file for mutant in mutants).items():
        print(f"{file}: {killed[file]} of {count} killed")
    print(f"{killed.total()} of {len(mutants)} killed in {time.monotonic() - start:.0f} s")
    if len(mutants) == len(everything) and timm is not None:
        path = result_path(project)
        reviews = read_reviews()
        write_result(path, [verdicts[mutant] for mutant in mutants], checks.all, timm, reviews)
        print(f"{project.relative(path)}: written; `make notebooks` shows it in the book.")
        for problem in review_problems(read_result(path), reviews):
            print(problem)


def _selected(everything: list[Mutant], only: list[str]) -> list[Mutant]:
    files = dict.fromkeys(mutant.file for mutant in everything)
    _require_known("file or mutant", only, [*files, *(mutant.id for mutant in everything)])
    return [m for m in everything if not only or m.file in only or m.id in only]


def _require_known(what: str, given: list[str], known: list[str]) -> None:
    for name in given:
        if name not in known:
            examples = ", ".join(known[:12])
            raise ProjectError(f"{name!r} is no {what}; it must be one of {examples}, …")


def _line(verdict: Verdict) -> str:
    fate = f"{verdict.killed_by} {verdict.place}" if verdict.killed_by else "SURVIVED"
    return f"{verdict.mutant} | {fate} | timm: {verdict.timm_place or 'survived'}"


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("only", nargs="*", help="files of timm.scheduler or ids of mutants")
    parser.add_argument("--check", action="append", default=[], help="run only this check")
    parser.add_argument("--jobs", type=int, default=2, help="children at once (2)")
    parser.add_argument("--folder", type=Path, default=Path("_build/mutants"))
    parser.add_argument("--confirm", type=int, metavar="N", help="run N stored kills again")
    given = parser.parse_args()
    try:
        if given.confirm:
            confirm(Project(), read_result(result_path(Project())), given.confirm)
            return 0
        run(Project(), given.only, given.check, given.jobs, given.folder.resolve())
    except ProjectError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    os._exit(status)
