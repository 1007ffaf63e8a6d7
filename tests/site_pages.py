"""Pages of the built site in a browser, with every other host out of reach."""

import functools
import time

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, Route

HARMLESS = ("net::ERR_ABORTED",)
"""A page that is left while it loads aborts its requests."""

FRAME = 20
"""Milliseconds in which a page answers a click."""

TELL_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", ({violatedDirective, blockedURI}) =>
  console.error("policy", violatedDirective, blockedURI));
"""


def wait_until(page: Page, expression: str, *, arg: object = None, timeout: float = 30) -> None:
    """Wait until an expression is true in a page.

    Playwright's `wait_for_function` evaluates strings within the page, which its policy forbids.

    Args:
        page: an open page.
        expression: JavaScript, as `Page.evaluate` takes it.
        arg: given to the expression if that is a function.
        timeout: seconds.

    Raises:
        TimeoutError: it did not become true in time.
    """
    deadline = time.monotonic() + timeout
    page.wait_for_timeout(FRAME)
    while not _is_true(page, expression, arg):
        if time.monotonic() > deadline:
            raise TimeoutError(expression)
        page.wait_for_timeout(FRAME)


def _is_true(page: Page, expression: str, arg: object) -> bool:
    try:
        return bool(page.evaluate(expression, arg))
    except Error as error:
        if "context was destroyed" in str(error):  # the page is being left for another
            return False
        raise


class SitePages:
    """Opens pages and notes what goes wrong in any of them."""

    def __init__(self, browser: Browser, base: str) -> None:
        """Open nothing yet.

        Args:
            browser: in which pages are opened.
            base: address of the site's root folder; nothing else can be reached.
        """
        self.base = base
        self._browser = browser
        self._contexts = []
        self._problems = []

    def new_page(self, **context_options) -> Page:
        """An empty page in a context of its own."""
        context = self._browser.new_context(**context_options)
        self._contexts.append(context)
        context.route("**/*", self._allow_only_the_site)
        context.on("page", self._watch)
        context.add_init_script(TELL_VIOLATIONS)
        page = context.new_page()
        page.wait_for_function = functools.partial(wait_until, page)
        return page

    def open(self, path: str, **context_options) -> Page:
        """A page in a context of its own, loaded from a path below the base."""
        page = self.new_page(**context_options)
        page.goto(f"{self.base}/{path}", wait_until="load")
        return page

    def fail_on_problems(self) -> None:
        """Fail the test if anything has gone wrong since the last call."""
        problems = list(self._problems)
        self._problems.clear()
        if problems:
            pytest.fail("\n".join(problems))

    def close(self) -> None:
        """Close all pages; fail the test if anything has gone wrong."""
        for context in self._contexts:
            context.close()
        self.fail_on_problems()

    def _watch(self, page: Page) -> None:
        page.on("console", self._note_message)
        page.on("pageerror", lambda error: self._problems.append(str(error)))
        page.on("requestfailed", self._note_failure)

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self._problems.append(message.text)

    def _note_failure(self, request: Request) -> None:
        if request.failure not in HARMLESS:
            self._problems.append(f"failed: {request.url}")

    def _allow_only_the_site(self, route: Route) -> None:
        if route.request.url.startswith((self.base, "data:")):
            route.continue_()
        else:
            self._problems.append(f"another host: {route.request.url}")
            route.abort()
