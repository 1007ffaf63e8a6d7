"""Fill a room with simulated learners: `make load-test`."""

import argparse
import asyncio
import json
import sys
import tempfile
from pathlib import Path

from tools.project import ROOT, Project
from workshop.load.learner import Learner
from workshop.load.memory import learners_memory
from workshop.load.report import sentences, summarize
from workshop.load.room import Room, room
from workshop.load.visit import visit

SECONDS_BETWEEN_LINES = 5


def main() -> int:
    """Command line."""
    arguments = parse_arguments()
    options = [f"--learners={arguments.learners}", f"--port={arguments.port}"]
    options += ["--untuned"] if arguments.untuned else []
    with tempfile.TemporaryDirectory() as folder, room(Path(folder), *options) as here:
        learners, memory = asyncio.run(fill(here, arguments.notebook, arguments.exercise))
    settings = {key: str(value) for key, value in vars(arguments).items() if key != "output"}
    found = summarize(learners, memory, settings)
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    arguments.output.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    print("\n".join(sentences(found)), f"\n{arguments.output}")
    return 0 if found["success_rate"] == 1 else 1


def parse_arguments() -> argparse.Namespace:
    """What was typed."""
    parser = argparse.ArgumentParser(prog="python -m workshop.load", description=__doc__)
    parser.add_argument("--learners", type=int, default=20, help="all of them come at once")
    language = next(iter(Project().languages))
    parser.add_argument("--notebook", default=f"{language}/step.ipynb")
    parser.add_argument("--exercise", default="", help="id; the last check if left out")
    parser.add_argument("--port", type=int, default=8100)
    parser.add_argument("--untuned", action="store_true", help="as JupyterHub starts servers")
    parser.add_argument("--output", type=Path, default=ROOT / "_build" / "load-test.json")
    return parser.parse_args()


async def fill(here: Room, notebook: str, exercise: str) -> tuple[list[Learner], dict]:
    """Let everyone in at once.

    Args:
        here: the room.
        notebook: what everyone runs.
        exercise: what everyone solves.

    Returns:
        The learners, and the memory of each while all are there.
    """
    learners = [Learner(here.address, name, code) for name, code in here.codes.items()]
    hold = asyncio.Event()
    visits = [asyncio.create_task(visit(one, notebook, exercise, hold)) for one in learners]
    progress = asyncio.create_task(show_progress(learners))
    await asyncio.gather(*(one.done.wait() for one in learners))
    memory = learners_memory()
    hold.set()
    await asyncio.gather(*visits)
    progress.cancel()
    return learners, memory


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
