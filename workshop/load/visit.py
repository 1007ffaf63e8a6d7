"""What a simulated learner does in a room: log in, run a chapter, solve an exercise, save."""

import asyncio

from workshop.load.learner import FIGURES, Kernel, Learner, LearnerFailed

FIGURE, CHAPTER, EXERCISE = "first figure", "chapter", "exercise"
MAY_FAIL = {"raises-exception", "exercise"}


async def visit(learner: Learner, path: str, exercise: str, hold: asyncio.Event) -> None:
    """One learner from the first click on, who notes what took how long and what went wrong.

    Args:
        learner: who.
        path: the notebook.
        exercise: id of an exercise; empty for the notebook's last cell with a check.
        hold: set when learners may leave; until then the kernel stays.
    """
    async with learner:
        try:
            await learner.log_in()
            await learner.start_server()
            notebook = await learner.read(path)
            kernel = await learner.connect(await learner.open_kernel(path))
            learner.reached("kernel")
            await run_chapter(learner, kernel, notebook)
            await kernel.run(exercise_cell(notebook, exercise))
            learner.reached(EXERCISE)
            notebook["cells"][0]["source"] += f"\n\n{learner.name}"
            await learner.save(path, notebook)
            if await learner.read(path) != notebook:
                raise LearnerFailed(f"what {learner.name} saved is not what comes back")
        except Exception as error:
            learner.failure = f"{type(error).__name__}: {error}"
        learner.done.set()
        await hold.wait()


async def run_chapter(learner: Learner, kernel: Kernel, notebook: dict) -> None:
    """Execute all code cells one after the other; the start of an exercise may fail."""
    for cell in code_cells(notebook):
        tags = cell["metadata"].get("tags", [])
        shown = await kernel.run(source(cell), may_fail=not MAY_FAIL.isdisjoint(tags))
        if any(kind in data for data in shown for kind in FIGURES):
            learner.reached(FIGURE)
    learner.reached(CHAPTER)


def exercise_cell(notebook: dict, exercise: str) -> str:
    """The code that answers an exercise.

    Args:
        notebook: its notebook.
        exercise: id of the exercise; empty for the last cell with a check.

    Returns:
        The solution if the notebook has it, else the start.

    Raises:
        LearnerFailed: the notebook has no such exercise.
    """
    cells = [
        source(cell)
        for cell in code_cells(notebook)
        if (cell["metadata"].get("exercise") == exercise if exercise else "check(" in source(cell))
    ]
    if not cells:
        raise LearnerFailed(f"the notebook has no exercise {exercise!r}")
    return cells[-1]


def code_cells(notebook: dict) -> list[dict]:
    """Its cells of code."""
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def source(cell: dict) -> str:
    """Text of a cell."""
    return "".join(cell["source"])
