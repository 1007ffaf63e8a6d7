"""Start the hub of a room: `make hub`."""

import argparse
import os
import sys
from pathlib import Path

from tools.project import ROOT, Project, ProjectError
from workshop.hub.accounts import give_code, without_code
from workshop.hub.start import check_person, hub_command, hub_environment, prepare


def main() -> int:
    """Command line."""
    arguments = parse_arguments()
    try:
        check_person()
        settings = prepare(arguments)
        learners = without_code(settings.passwords, settings.learners)
        if arguments.new_code and arguments.new_code not in settings.learners:
            raise ProjectError(
                f"NEW_CODE is {arguments.new_code!r}; it must be one of LEARNERS: "
                f"{', '.join(settings.learners)}"
            )
    except ProjectError as error:
        print(error, file=sys.stderr)
        return 1
    if arguments.new_code:
        print(give_code(settings.passwords, arguments.new_code))
        return 0
    if learners:
        print("Codes, shown only now; NEW_CODE=<learner> gives a new one:")
    for learner in learners:
        print(f"  {learner}  {give_code(settings.passwords, learner)}", flush=True)
    print(f"{settings.address} (Ctrl-C stops it; what was saved stays in {settings.folder})")
    sys.stdout.flush()
    os.chdir(settings.folder)
    os.execve(sys.executable, hub_command(), hub_environment(settings))


def parse_arguments() -> argparse.Namespace:
    """What the teacher typed."""
    parser = argparse.ArgumentParser(prog="python -m workshop.hub", description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path.home() / "workshop-hub")
    parser.add_argument("--learners", default="30", help="how many, or their names")
    parser.add_argument("--host", default="localhost", help="the address that learners type")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--memory", default="2G", help="limit for each process of a learner")
    parser.add_argument("--certificate", default="", help="file of a certificate for the host")
    parser.add_argument("--key", default="", help="file of its private key")
    parser.add_argument("--notebooks", type=Path, default=ROOT / "notebooks")
    parser.add_argument("--edition", default=next(iter(Project().languages)))
    parser.add_argument("--new-code", metavar="LEARNER", help="only give one a new code")
    parser.add_argument("--untuned", action="store_true", help="to measure what tuning brings")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
