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
RIGHTS = ("CAP_SETUID", "CAP_SETGID", "CAP_SETPCAP")
"""What it takes to give up all rights."""

HUB_PYTHON = ROOT / "workshop" / "hub" / ".venv" / "bin" / "python"


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
        command = [*as_nobody(self.folder), str(HUB_PYTHON), "-m", "workshop.hub"]
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


def as_nobody(folder: Path) -> list[str]:
    """What stands before a command so that it has none of root's rights; nothing for others.

    Folders that only root may enter are open on the way to the book, to its Python and to `folder`.
    """
    if os.geteuid():
        return []
    covers, opened = [], []
    for path in (ROOT, folder, (ROOT / ".venv").resolve(), Path(sys.base_prefix)):
        way = list(reversed(path.parents))
        closed = next((parent for parent in way if not parent.stat().st_mode & 1), None)
        if closed:
            covers += ["--tmpfs", str(closed)]
            for parent in way[way.index(closed) + 1 :]:
                opened += ["--perms", "0755", "--dir", str(parent)]
            opened += ["--bind", str(path), str(path)]
    rights = [part for name in RIGHTS for part in ("--cap-add", name)]
    person = [f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    return [
        *("bwrap", "--dev-bind", "/", "/", *covers, *opened, *rights),
        *("--", "setpriv", *person, "--inh-caps=-all", "--bounding-set=-all"),
    ]
