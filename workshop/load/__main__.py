"""Fill a room with simulated learners: `make load-test`.

Twice: with servers as JupyterHub starts them, and with those of `make hub`.
"""

import argparse
import asyncio
import json
import sys
import tempfile
from pathlib import Path

from tools.project import ROOT, Project
from workshop.load.learner import Learner
from workshop.load.report import sentences, summarize, surroundings
from workshop.load.results import KEPT
from workshop.load.room import Room, room
from workshop.load.use import learners_use
from workshop.load.visit import visit
from workshop.tables import write_tables

SECONDS_BETWEEN_LINES = 5
RUNS = {"untuned": ["--untuned"], "tuned": []}


def main() -> int:
    """Command line."""
    arguments = parse_arguments()
    found = surroundings() | {"learners": arguments.learners, "notebook": arguments.notebook}
    for name in arguments.runs:
        print(f"{name}:", flush=True)
        options = [f"--learners={arguments.learners}", f"--port={arguments.port}", *RUNS[name]]
        with tempfile.TemporaryDirectory() as folder, room(Path(folder), *options) as here:
            learners, use = asyncio.run(fill(here, arguments.notebook, arguments.exercise))
        found[name] = summarize(learners, use)
        print("\n".join(sentences(arguments.learners, found[name])), flush=True)
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    arguments.output.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    print(arguments.output)
    if arguments.output == KEPT:
        write_tables()
    return 0 if all(found[name]["success_rate"] == 1 for name in arguments.runs) else 1


def parse_arguments() -> argparse.Namespace:
    """What was typed."""
    parser = argparse.ArgumentParser(prog="python -m workshop.load", description=__doc__)
    parser.add_argument("--learners", type=int, default=20, help="all of them come at once")
    language = next(iter(Project().languages))
    parser.add_argument("--notebook", default=f"{language}/step.ipynb")
    parser.add_argument("--exercise", default="", help="id; the last check if left out")
    parser.add_argument("--port", type=int, default=8100)
    parser.add_argument("--runs", nargs="+", choices=RUNS, default=list(RUNS))
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--output", type=Path, default=ROOT / "_build" / "load-test.json")
    output.add_argument("--keep", action="store_const", const=KEPT, dest="output", help=KEPT.name)
    return parser.parse_args()


async def fill(here: Room, notebook: str, exercise: str) -> tuple[list[Learner], dict]:
    """Let everyone in at once.

    Args:
        here: the room.
        notebook: what everyone runs.
        exercise: what everyone solves.

    Returns:
        The learners, and what each uses while all are there.
    """
    learners = [Learner(here.address, name, code) for name, code in here.codes.items()]
    hold = asyncio.Event()
    visits = [asyncio.create_task(visit(one, notebook, exercise, hold)) for one in learners]
    progress = asyncio.create_task(show_progress(learners))
    await asyncio.gather(*(one.done.wait() for one in learners))
    use = learners_use()
    hold.set()
    await asyncio.gather(*visits)
    progress.cancel()
    return learners, use


async def show_progress(learners: list[Learner]) -> None:
    """Say every few seconds how many are where."""
    while True:
        steps = {}
        for learner in learners:
            step = "failed" if learner.failure else next(reversed(learner.seconds), "at the door")
            steps[step] = steps.get(step, 0) + 1
        print(", ".join(f"{count} {step}" for step, count in steps.items()), flush=True)
        await asyncio.sleep(SECONDS_BETWEEN_LINES)


if __name__ == "__main__":
    sys.exit(main())
