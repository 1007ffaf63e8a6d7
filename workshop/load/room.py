"""A hub of its own for a test or a measurement, started as a teacher starts it."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tools.project import ROOT

SECONDS_TO_START = 120
SECONDS_TO_STOP = 120
CODE = re.compile(r"^  (?P<name>\S+)  (?P<code>\S+)$", re.MULTILINE)
RUNNING = "JupyterHub is now running at "
NOBODY = 65534


@dataclass
class Room:
    """A hub and what the teacher knows of it.

    Attributes:
        folder: what survives a restart.
        options: of `python -m workshop.hub`, beside the folder.
        codes: what the teacher hands out.
    """

    folder: Path
    options: tuple[str, ...]
    codes: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen | None = None
    address: str = ""

    @property
    def log(self) -> Path:
        """What the hub has said since its last start."""
        return self.folder / "log"

    def start(self) -> None:
        """Start the hub and wait until learners can log in.

        Raises:
            RuntimeError: it does not start; the message holds its log.
        """
        command = [*as_nobody(), sys.executable, "-m", "workshop.hub"]
        with self.log.open("w") as output:
            self.process = subprocess.Popen(
                [*command, f"--folder={self.folder / 'hub'}", *self.options],
                cwd=ROOT,
                env={**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(self.folder)},
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        deadline = time.monotonic() + SECONDS_TO_START
        while RUNNING not in (said := self.log.read_text(encoding="utf-8")):
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.process.kill()
                raise RuntimeError(f"The hub does not start:\n{said}")
            time.sleep(0.1)
        self.codes |= {found["name"]: found["code"] for found in CODE.finditer(said)}
        self.address = said.split(RUNNING)[1].split()[0]

    def stop(self) -> None:
        """Stop the hub as Ctrl-C does, and with it learners' servers."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        """End the hub as a power cut would; learners' servers go on."""
        self._end(signal.SIGKILL)

    def _end(self, number: signal.Signals) -> None:
        hub = int((self.folder / "hub" / "jupyterhub.pid").read_text())
        os.kill(hub, number)
        deadline = time.monotonic() + SECONDS_TO_STOP
        while Path(f"/proc/{hub}").exists() and time.monotonic() < deadline:
            self.process.poll()
            time.sleep(0.1)
        self.process.wait(SECONDS_TO_STOP)


@contextmanager
def room(folder: Path, *options: str) -> Iterator[Room]:
    """A hub that runs until the end of the block.

    Args:
        folder: an empty folder.
        options: of `python -m workshop.hub`, beside the folder.

    Yields:
        The room.
    """
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    here = Room(folder, options)
    here.start()
    try:
        yield here
    finally:
        here.stop()


def as_nobody() -> list[str]:
    """What stands before a command so that it has none of root's rights; nothing for others.

    Folders that only root may enter are entered on the way to the book and to its Python.
    """
    if os.geteuid():
        return []
    needed = [ROOT, (ROOT / ".venv").resolve(), Path(sys.base_prefix)]
    closed = [
        next((parent for parent in reversed(path.parents) if not parent.stat().st_mode & 1), None)
        for path in needed
    ]
    arguments = ["bwrap", "--dev-bind", "/", "/"]
    for folder in {str(folder) for folder in closed if folder}:
        arguments += ["--tmpfs", folder]
    for path, folder in zip(needed, closed):
        between = [parent for parent in reversed(path.parents) if folder in parent.parents]
        for parent in between:
            arguments += ["--perms", "0755", "--dir", str(parent)]
        arguments += ["--bind", str(path), str(path)] if folder else []
    for right in ("SETUID", "SETGID", "SETPCAP"):
        arguments += ["--cap-add", f"CAP_{right}"]
    person = [f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    return [*arguments, "--", "setpriv", *person, "--inh-caps=-all", "--bounding-set=-all"]
