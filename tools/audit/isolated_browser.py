"""A Chromium that reaches nothing but this machine, for Playwright and Lighthouse alike."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from tools.browser import launch_chromium

ONLY_THIS_MACHINE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"


@contextmanager
def isolated_browser() -> Iterator[tuple[Browser, int]]:
    """Start the browser.

    Yields:
        The browser and its debugging port.
    """
    with socket.create_server(("localhost", 0)) as server:
        port = server.getsockname()[1]
    with sync_playwright() as playwright:
        browser = launch_chromium(playwright, f"--remote-debugging-port={port}", ONLY_THIS_MACHINE)
        yield browser, port
        browser.close()
