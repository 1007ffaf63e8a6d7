"""Write the Helm values of a workshop on a cluster: `make cluster`."""

import argparse
import os
import re
import sys
from pathlib import Path

import bcrypt
import yaml

from tools.project import ROOT, Project, ProjectError
from workshop.hub.accounts import new_code
from workshop.hub.settings import find_page, parse_learners
from workshop.kubernetes.sizing import NODES, nodes_for, share_of_learner
from workshop.kubernetes.values import BASE, CHART, codes_of, room_values
from workshop.load.results import kept_results

MOST_LEARNERS = 1000
HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
IMAGE = re.compile(r"[\w./:-]+:[\w.-]+", re.ASCII)
EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
EXAMPLES = {
    "HOST": (HOST, "workshop.example.org"),
    "EMAIL": (EMAIL, "teacher@example.org"),
    "IMAGE": (IMAGE, "registry.example.org/book:1"),
}


def main() -> int:
    """Command line."""
    arguments = parse_arguments()
    try:
        check(arguments)
        learners = parse_learners(arguments.learners, MOST_LEARNERS)
        page = find_page(ROOT / "notebooks", arguments.edition)
    except ProjectError as error:
        print(error, file=sys.stderr)
        return 1
    share = share_of_learner(kept_results())
    codes = stored_codes(arguments.output)
    codes.pop(arguments.new_code, None)
    if set(learners) - set(codes):
        print("Codes, shown only now; NEW_CODE=<learner> gives a new one:")
    values = room_values(
        {learner: codes.get(learner) or give_code(learner) for learner in learners},
        *(arguments.host, arguments.email, arguments.image, page, share),
    )
    write(arguments.output, values)
    print(f"Each learner: {share.memory_mib} MiB, {share.cores} cores. Nodes:")
    for node in NODES:
        count = nodes_for(len(learners), node, share)
        print(f"  {count} of {node.cores} cores and {node.memory_gib} GiB")
    print(f"helm upgrade --install workshop {CHART['name']} --repo {CHART['repository']} \\")
    print(f"  --version {CHART['version']} --values {BASE} --values {arguments.output}")
    return 0


def parse_arguments() -> argparse.Namespace:
    """What the teacher typed."""
    parser = argparse.ArgumentParser(prog="python -m workshop.kubernetes", description=__doc__)
    parser.add_argument("--learners", default="30", help="how many, or their names")
    parser.add_argument("--host", default="", help="the name that learners type")
    parser.add_argument("--email", default="", help="whom Let's Encrypt may write to")
    parser.add_argument("--image", default="", help="name and tag")
    parser.add_argument("--edition", default=next(iter(Project().languages)))
    parser.add_argument("--new-code", metavar="LEARNER", default="", help="give one a new code")
    parser.add_argument("--output", type=Path, default=Path.home() / "workshop-cluster.yaml")
    return parser.parse_args()


def check(arguments: argparse.Namespace) -> None:
    """Check what has no other check.

    Raises:
        ProjectError: an argument is not of its form.
    """
    for name, (form, example) in EXAMPLES.items():
        value = getattr(arguments, name.lower())
        if not form.fullmatch(value):
            raise ProjectError(f"{name} is {value!r}; it must be of the form {name}={example}")


def stored_codes(path: Path) -> dict[str, str]:
    """The hashes of a file that was written before; learners' codes stay as they are."""
    return codes_of(yaml.safe_load(path.read_text(encoding="utf-8"))) if path.exists() else {}


def give_code(learner: str) -> str:
    """Show a learner's new code; returns its hash."""
    code = new_code()
    print(f"  {learner}  {code}", flush=True)
    return bcrypt.hashpw(code.encode(), bcrypt.gensalt()).decode()


def write(path: Path, values: dict) -> None:
    """Write values that only their owner may read."""
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w") as file:
        yaml.safe_dump(values, file, allow_unicode=True, sort_keys=False)
    part.replace(path)


if __name__ == "__main__":
    sys.exit(main())
