"""Outcomes of every check under every mutant, kept line by line so that a run can go on."""

import json
from dataclasses import asdict
from pathlib import Path

from tools.mutants.checks import Check
from tools.mutants.mutant import Mutant
from tools.mutants.sandbox import Outcome


class Journal:
    """Outcomes in a file, by the digests of mutant, check and versions."""

    def __init__(self, path: Path, versions: dict[str, str]) -> None:
        """Read the file if there is one; a line cut off by an interruption is left out."""
        self.path = path
        self.versions = json.dumps(versions, sort_keys=True)
        self.outcomes: dict[tuple[str, ...], Outcome] = {}
        if path.exists():
            text = path.read_text(encoding="utf-8")
            if not text.endswith("\n"):
                path.write_text(text + "\n", encoding="utf-8")
            for line in text.splitlines():
                try:
                    entry = json.loads(line)
                except json.JSONDecodeError:
                    continue
                self.outcomes[tuple(entry["key"])] = Outcome(**entry["outcome"])
        path.parent.mkdir(parents=True, exist_ok=True)

    def get(self, mutant: Mutant | None, check: Check) -> Outcome | None:
        """The outcome if it is known."""
        return self.outcomes.get(self._key(mutant, check))

    def add(self, mutant: Mutant | None, check: Check, outcome: Outcome) -> None:
        """Keep an outcome."""
        key = self._key(mutant, check)
        self.outcomes[key] = outcome
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"key": key, "outcome": asdict(outcome)}) + "\n")

    def _key(self, mutant: Mutant | None, check: Check) -> tuple[str, ...]:
        name = f"{mutant.file} {mutant.digest}" if mutant else "unchanged"
        return (self.versions, name, check.name, check.digest)
