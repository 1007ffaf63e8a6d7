"""A JupyterLab of its own for a test or a benchmark, with real kernels."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

SECONDS_TO_START = 60


@contextmanager
def jupyter_lab(root: Path, pythonpath: Path) -> Iterator[str]:
    """Start JupyterLab on a free port; nothing of the user's own configuration is read or written.

    Args:
        root: the folder it shows.
        pythonpath: the folder from which its kernels import `helpers`.

    Yields:
        The address, which ends with a slash.

    Raises:
        RuntimeError: it does not start; the message holds its log.
    """
    with tempfile.TemporaryDirectory() as scratch:
        names = ("CONFIG_DIR", "DATA_DIR", "RUNTIME_DIR")
        own = {f"JUPYTER_{name}": str(Path(scratch, name)) for name in names}
        own |= {f"JUPYTERLAB_{name}_DIR": scratch for name in ("SETTINGS", "WORKSPACES")}
        own |= {"IPYTHONDIR": scratch, "PYTHONPATH": str(pythonpath)}
        log = Path(scratch, "log")
        with log.open("w") as output:
            server = subprocess.Popen(
                [
                    *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"),
                    *("--ServerApp.ip=127.0.0.1", "--port=0", "--IdentityProvider.token="),
                    *(f"--ServerApp.root_dir={root}", "--LabApp.expose_app_in_browser=True"),
                ],
                env={**os.environ, **own},
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        try:
            yield _address(Path(own["JUPYTER_RUNTIME_DIR"]), server, log)
        finally:
            server.terminate()
            server.wait()


def _address(runtime: Path, server: subprocess.Popen, log: Path) -> str:
    """Wait for the file in which the server says where it listens."""
    file = runtime / f"jpserver-{server.pid}.json"
    deadline = time.monotonic() + SECONDS_TO_START
    while server.poll() is None and time.monotonic() < deadline:
        try:
            return json.loads(file.read_text(encoding="utf-8"))["url"]
        except (FileNotFoundError, json.JSONDecodeError):
            time.sleep(0.1)
    raise RuntimeError(f"JupyterLab does not start:\n{log.read_text(encoding='utf-8')}")


def run_notebook(page: Page, address: str, notebook: str) -> None:
    """Open a notebook in JupyterLab and run all its cells.

    Args:
        page: an empty page of the browser.
        address: of JupyterLab, as `jupyter_lab` gives it.
        notebook: path of the notebook in JupyterLab's folder.
    """
    page.goto(f"{address}lab/tree/{notebook}?reset")
    kernel = "window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel"
    page.wait_for_function(f"{kernel}?.status === 'idle'", timeout=1000 * SECONDS_TO_START)
    page.evaluate("jupyterapp.commands.execute('notebook:run-all-cells')")
