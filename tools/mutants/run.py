"""Run the checks under the mutants, a few at once, and decide about each mutant."""

import os
import time
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.mutants import sandbox
from tools.mutants.checks import Check
from tools.mutants.journal import Journal
from tools.mutants.mutant import Mutant
from tools.mutants.sandbox import Outcome
from tools.project import ProjectError

FIRST_CPU_SECONDS = 600
"""What a check of the unchanged timm may take."""


@dataclass(frozen=True)
class Verdict:
    """What became of a mutant.

    Attributes:
        mutant: the mutant.
        killed_by: name of the first of the book's checks that fails, or None.
        place: the test or cell in it.
        timm_place: the test of timm's own that fails, or None.
    """

    mutant: Mutant
    killed_by: str | None
    place: str | None
    timm_place: str | None


class Runner:
    """Runs checks in forks of this process.

    Args:
        folder: where children write, and what they wrote stays.
        journal: outcomes so far.
        jobs: children at once.
    """

    def __init__(self, folder: Path, journal: Journal, jobs: int) -> None:
        """Runs nothing yet."""
        self.folder = folder
        self.journal = journal
        self.jobs = jobs

    def verify_unchanged(self, checks: Iterable[Check]) -> None:
        """See that timm as installed passes every check, and which lines each executes.

        Raises:
            ProjectError: a check fails without any mutant.
        """
        for check in checks:
            if (outcome := self.journal.get(None, check)) is None:
                start = time.monotonic()
                limit = FIRST_CPU_SECONDS
                pid = sandbox.start(check, None, self.folder / "0", limit, trace=True)
                _, status, usage = os.wait4(pid, 0)
                outcome = sandbox.outcome_of(status, usage, self.folder / "0")
                print(f"{check.name}: {time.monotonic() - start:.1f} s unchanged", flush=True)
                if outcome.place is None:
                    self.journal.add(None, check, outcome)
            if outcome.place is not None:
                raise ProjectError(
                    f"{check.name}: fails at {outcome.place} without any mutant, see "
                    f"{self.folder / '0' / 'output.txt'}; run `make test` first."
                )

    def verdicts(
        self, mutants: Iterable[Mutant], checks: dict[str, list[Check]], timm: Check | None
    ) -> Iterator[Verdict]:
        """Yield the verdict about each mutant, as soon as it is known.

        Args:
            mutants: the mutants.
            checks: by file of timm.scheduler, the book's checks in the order in which they run.
            timm: timm's own tests, or None to leave them out.
        """
        waiting = iter(mutants)
        running: dict[int, _Trial] = {}
        free = [self.folder / str(number) for number in range(self.jobs)]
        while True:
            while free and (mutant := next(waiting, None)) is not None:
                trial = _Trial(mutant, self._judge(mutant, checks[mutant.file], timm), free.pop())
                yield from self._go_on(trial, None, running, free)
            if not running:
                return
            pid, status, usage = os.wait4(-1, 0)
            trial = running.pop(pid)
            outcome = sandbox.outcome_of(status, usage, trial.folder)
            self.journal.add(trial.mutant, trial.check, outcome)
            yield from self._go_on(trial, outcome, running, free)

    def _go_on(
        self,
        trial: "_Trial",
        outcome: Outcome | None,
        running: dict[int, "_Trial"],
        free: list[Path],
    ) -> Iterator[Verdict]:
        """Start the next check of a trial whose outcome is not known yet, or end the trial."""
        try:
            while True:
                trial.check = trial.steps.send(outcome)
                outcome = self.journal.get(trial.mutant, trial.check)
                if outcome is None:
                    limit = self._limit(trial.check)
                    pid = sandbox.start(trial.check, trial.mutant, trial.folder, limit)
                    running[pid] = trial
                    return
        except StopIteration as end:
            free.append(trial.folder)
            yield end.value

    def _limit(self, check: Check) -> int:
        return 10 + 3 * round(self.journal.get(None, check).cpu_seconds)

    def _judge(
        self, mutant: Mutant, checks: list[Check], timm: Check | None
    ) -> Generator[Check, Outcome, Verdict]:
        killed_by = place = timm_place = None
        for check in checks:
            if self._executes(check, mutant):
                outcome = yield check
                if outcome.place is not None:
                    killed_by, place = check.name, outcome.place
                    break
        if timm is not None and self._executes(timm, mutant):
            timm_place = (yield timm).place
        return Verdict(mutant, killed_by, place, timm_place)

    def _executes(self, check: Check, mutant: Mutant) -> bool:
        """Whether the check executes the statement that the mutant changes."""
        return not set(mutant.lines).isdisjoint(self.journal.get(None, check).lines[mutant.file])


@dataclass
class _Trial:
    mutant: Mutant
    steps: Generator[Check, Outcome, Verdict]
    folder: Path
    check: Check | None = None
