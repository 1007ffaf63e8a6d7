"""Compare the book under other versions of timm or torch with the book as it is.

python -m tools.compare [--timm VERSION] [--torch VERSION] [--runs] [--jobs N]

Without a version: all those of the page on changes, whose data is then written anew.
"""

import argparse
import sys

from tools.compare.comparison import compare, run_pinned
from tools.compare.environments import other_environment, pinned_environment
from tools.compare.report import report
from tools.compare.stored import write_changes
from tools.project import Project, ProjectError

JOBS = 2
"""Processes at a time; each takes about 750 MB of memory."""


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--timm", help="a released version of timm")
    parser.add_argument("--torch", help="a released version of torch, with an environment of 6 GB")
    parser.add_argument("--runs", action="store_true", help="compare runs only, not the pages")
    parser.add_argument("--jobs", type=int, default=JOBS, help="processes at a time")
    given = parser.parse_args()
    project = Project()
    try:
        if given.jobs < 1:
            raise ProjectError(f"--jobs is {given.jobs}; it must be 1 or more.")
        if given.timm is None and given.torch is None:
            write_changes(project, jobs=given.jobs)
            return 0
        environment = other_environment(project, given.timm, given.torch)
        pinned = run_pinned(
            project, pinned_environment(project), with_pages=not given.runs, jobs=given.jobs
        )
        for line in report(compare(project, pinned, environment, given.jobs)):
            print(line, flush=True)
    except ProjectError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
