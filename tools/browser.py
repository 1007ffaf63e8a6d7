"""Headless Chromium, as tests and benchmarks use it."""

import shutil

from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_chromium() -> str | None:
    """The path of the browser, or None where none is installed."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def launch_chromium(playwright: Playwright, *arguments: str) -> Browser:
    """Start the browser.

    Args:
        playwright: the running Playwright.
        arguments: more arguments for its command line.

    Raises:
        FileNotFoundError: no Chromium is installed.
    """
    executable = find_chromium()
    if executable is None:
        raise FileNotFoundError(f"No Chromium: none of {', '.join(NAMES)} is installed.")
    return playwright.chromium.launch(executable_path=executable, args=[*ARGUMENTS, *arguments])
