"""Pages of the built site in a browser, with every other host out of reach."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, Route

HARMLESS = ("net::ERR_ABORTED", "csp")
"""A page that is left while it loads aborts its requests; without scripts none is preloaded."""


@contextmanager
def watched_pages(browser: Browser, base: str) -> Iterator[Callable[..., Page]]:
    """Open pages; at the end, close them and fail if anything went wrong in any of them.

    Args:
        browser: in which they are opened.
        base: address of the site's root folder. Nothing else can be reached.

    Yields:
        A function of a path below the base and options of the browser's context. `prepare` gets
        the page before it goes there, `until` is what it waits for there.
    """
    problems = []
    contexts = []

    def watch(page: Page) -> None:
        page.on(
            "console",
            lambda message: message.type in ("error", "warning") and problems.append(message.text),
        )
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on(
            "requestfailed",
            lambda request: (
                request.failure not in HARMLESS and problems.append(f"failed: {request.url}")
            ),
        )

    def allow_only_the_site(route: Route) -> None:
        if route.request.url.startswith((base, "data:")):
            route.continue_()
        else:
            problems.append(f"another host: {route.request.url}")
            route.abort()

    def open_path(path: str, *, prepare=None, until="load", **context_options) -> Page:
        context = browser.new_context(**context_options)
        contexts.append(context)
        context.route("**/*", allow_only_the_site)
        context.on("page", watch)
        page = context.new_page()
        if prepare is not None:
            prepare(page)
        page.goto(f"{base}/{path}", wait_until=until)
        return page

    yield open_path
    for context in contexts:
        context.close()
    if problems:
        pytest.fail("\n".join(problems))
