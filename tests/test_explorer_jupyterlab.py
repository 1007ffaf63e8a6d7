"""The explorer in JupyterLab, with a live kernel: the browser, Python and timm agree."""

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tools.project import ROOT

PATIENCE = 120_000
"""Milliseconds after which a condition has failed; a test waits for none of them that long."""

CELLS = {
    "show": """\
import ipywidgets
from helpers import explore
w = explore("cosine", t_initial=50, language="en")
w""",
    "print": "print('t_initial is', w.t_initial)",
    "set": "w.t_initial = 30",
    "link": """\
other = ipywidgets.IntSlider(1, 1, 100)
link = ipywidgets.jslink((w, "t_initial"), (other, "value"))
other""",
    "change": "w.schedule = 'step'",
    "lie": """\
import numpy as np
w.timm = {**w.timm, "lrs": [(2 * np.frombuffer(row)).tobytes() for row in w.timm["lrs"]]}""",
    "refuse": "w.schedule = 'cosine'\nw.t_initial = 0",
}

SETTINGS = {
    "lab/user-settings/@jupyterlab/notebook-extension/tracker.jupyterlab-settings": {
        "windowingMode": "none"
    },
    "labconfig/page_config.json": {
        "disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}
    },
}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for_server(process: subprocess.Popen, url: str, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE / 1000
    while True:
        try:
            with urllib.request.urlopen(url):
                return
        except (urllib.error.URLError, ConnectionError):
            if process.poll() is not None or time.monotonic() > deadline:
                pytest.fail(f"JupyterLab does not start:\n{log.read_text()}")
            time.sleep(0.1)


@pytest.fixture(scope="module")
def lab(tmp_path_factory) -> Iterator[str]:
    """The address of a notebook in a JupyterLab of its own, which takes no local settings."""
    folder = tmp_path_factory.mktemp("lab")
    for name, content in SETTINGS.items():
        path = folder / "config" / name
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(content), encoding="utf-8")
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS.values()]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    notebooks = folder / "notebooks"
    notebooks.mkdir()
    nbformat.write(
        nbformat.v4.new_notebook(cells=cells, metadata=kernel), notebooks / "explorer.ipynb"
    )
    port, token, log = free_port(), secrets.token_hex(), folder / "log"
    own = ("CONFIG", "DATA", "RUNTIME")
    environment = {
        **os.environ,
        **{f"JUPYTER_{name}_DIR": str(folder / name.lower()) for name in own},
        "JUPYTERLAB_SETTINGS_DIR": str(folder / "config" / "lab" / "user-settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(folder / "workspaces"),
        "IPYTHONDIR": str(folder / "ipython"),
        "PYTHONPATH": str(ROOT),
    }
    command = [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"),
        *("--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}", "--ServerApp.port_retries=0"),
        *(f"--IdentityProvider.token={token}", f"--ServerApp.root_dir={notebooks}"),
        "--LabApp.extension_manager=readonly",
    ]
    with log.open("w") as output:
        process = subprocess.Popen(
            command, env=environment, stdout=output, stderr=output, start_new_session=True
        )
    try:
        url = f"http://127.0.0.1:{port}"
        wait_for_server(process, f"{url}/api/status?token={token}", log)
        yield f"{url}/lab/tree/explorer.ipynb?token={token}"
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=PATIENCE / 1000)


class Notebook:
    """The notebook in JupyterLab, cell by cell."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.explorer = page.locator("lr-explorer")
        self.badge = self.explorer.locator(".badge")

    def cell(self, name: str) -> Locator:
        return self.page.locator(".jp-Notebook .jp-CodeCell").nth(list(CELLS).index(name))

    def slider(self, parameter: str) -> Locator:
        return self.explorer.locator(f"input[type=range][aria-labelledby=label-{parameter}]")

    def run(self, name: str) -> None:
        """Execute a cell and wait for its end."""
        prompt = self.cell(name).locator(".jp-InputPrompt")
        before = prompt.inner_text()
        self.cell(name).locator(".cm-content").click()
        self.page.keyboard.press("Control+Enter")
        expect(prompt).not_to_have_text(before)
        expect(prompt).not_to_contain_text("*")

    def wait_for_python(self, t_initial: int) -> None:
        """Print the trait in Python until it is what it must be."""
        expected, text = f"t_initial is {t_initial}", ""
        deadline = time.monotonic() + PATIENCE / 1000
        while text != expected:
            assert time.monotonic() < deadline, f"{text!r} instead of {expected!r}"
            self.run("print")
            output = self.cell("print").locator(".jp-OutputArea-output")
            expect(output).to_have_text(f"{output.inner_text().strip()}")
            text = output.inner_text().strip()


@pytest.fixture(scope="module")
def notebook(browser: Browser, lab: str) -> Iterator[Notebook]:
    """The notebook with the explorer on show; other hosts are out of reach."""
    host = lab.split("/lab")[0]
    expect.set_options(timeout=PATIENCE)
    context = browser.new_context(viewport={"width": 1200, "height": 1600})
    context.set_default_timeout(PATIENCE)
    context.route(
        "**/*",
        lambda route: (
            route.continue_()
            if route.request.url.startswith((host, "data:", "blob:"))
            else route.abort()
        ),
    )
    page = context.new_page()
    page.goto(lab)
    shown = Notebook(page)
    shown.cell("show").wait_for()
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
    shown.run("show")
    shown.slider("t_initial").wait_for()
    yield shown
    context.close()
    expect.set_options(timeout=5_000)


def test_the_browser_shows_the_settings_of_python_and_timm_agrees(notebook):
    expect(notebook.slider("t_initial")).to_have_value("50")
    expect(notebook.badge).to_have_text("✓ timm")


def test_a_slider_that_is_moved_changes_the_trait(notebook):
    notebook.slider("t_initial").press("ArrowRight")
    notebook.wait_for_python(51)
    expect(notebook.badge).to_have_text("✓ timm")


def test_keys_that_are_typed_are_not_commands_of_the_notebook(notebook):
    """In a cell's output, `a` would add a cell, `45` make it a heading, `dd` remove it."""
    notebook.page.locator("lr-explorer").locator("input#t_initial").click()
    notebook.page.keyboard.press("Control+a")
    notebook.page.keyboard.type("dda")
    notebook.page.keyboard.press("Control+a")
    notebook.page.keyboard.type("45")
    expect(notebook.slider("t_initial")).to_have_value("45")
    notebook.wait_for_python(45)
    expect(notebook.page.locator(".jp-Notebook .jp-Cell")).to_have_count(len(CELLS))
    expect(notebook.page.locator(".jp-Notebook .jp-CodeCell")).to_have_count(len(CELLS))


def test_a_trait_that_is_set_moves_the_slider(notebook):
    notebook.run("set")
    expect(notebook.slider("t_initial")).to_have_value("30")
    expect(notebook.badge).to_have_text("✓ timm")


def test_another_widget_is_linked_in_the_browser(notebook):
    notebook.run("set")
    notebook.run("link")
    other = notebook.cell("link").locator(".noUi-handle")
    expect(other).to_have_attribute("aria-valuenow", "30.0")
    notebook.slider("t_initial").press("ArrowRight")
    expect(other).to_have_attribute("aria-valuenow", "31.0")
    other.press("ArrowRight")
    expect(notebook.slider("t_initial")).to_have_value("32")
    notebook.wait_for_python(32)


def test_the_badge_shows_what_does_not_agree(notebook):
    notebook.run("lie")
    expect(notebook.badge).to_have_text("✗ timm: 5.0e-1")
    notebook.run("refuse")
    expect(notebook.badge).to_have_text("✓ timm")


def test_a_new_schedule_comes_with_its_parameters(notebook):
    notebook.run("change")
    expect(notebook.slider("decay_t")).to_have_value("30")
    expect(notebook.badge).to_have_text("✓ timm")
