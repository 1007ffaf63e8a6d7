"""A learner's server, in its sandbox."""

import os
import signal
from pathlib import Path

from jupyterhub.spawner import LocalProcessSpawner
from traitlets import Unicode

from workshop.hub.sandbox import (
    HOME,
    NOTEBOOKS,
    SIGNATURES,
    book_environment,
    python_path,
    sandboxed,
)


class SandboxSpawner(LocalProcessSpawner):
    """JupyterHub's LocalProcessSpawner without accounts of the system, in a sandbox instead.

    `mem_limit` holds for each process.
    """

    homes = Unicode(help="The folder of the learners' folders.").tag(config=True)
    notebooks = Unicode(help="The folder that every learner gets a copy of.").tag(config=True)
    signatures = Unicode(help="The folder of its notebooks' signatures.").tag(config=True)

    async def start(self):
        """Start the server in the learner's sandbox."""
        home = Path(self.homes, self.user.name)
        home.mkdir(mode=0o700, exist_ok=True)
        python = str(book_environment() / "bin" / "python")
        command = [python, "-m", "workshop.hub.inside"]
        copied = {NOTEBOOKS: Path(self.notebooks), SIGNATURES: Path(self.signatures)}
        self.cmd = sandboxed(command, home, copied, self.mem_limit)
        return await super().start()

    def make_preexec_fn(self, name):
        """Let bwrap outlive what it runs: the hub watches bwrap and stops the server in it."""

        def ignore_what_stops_the_server():
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, signal.SIG_IGN)

        return ignore_what_stops_the_server

    def user_env(self, env):
        """Where the learner is in the sandbox."""
        return {**env, "HOME": HOME, "USER": self.user.name, "PYTHONPATH": python_path()}

    async def _signal(self, sig):
        """Signal bwrap and what it runs, which are one group of processes."""
        try:
            os.killpg(self.pid, sig)
        except ProcessLookupError:
            return False
        return True
