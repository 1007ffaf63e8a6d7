"""What every test session needs, nbval's notebooks included."""

import time
from queue import Empty

import pytest
from nbval.kernel import RunningKernel

REMEDY = """\
An output of a notebook differs from what its code gives today. If timm, torch or a helper
changed and the new output is right, run `make notebooks ALL=1` and read the difference with
`git diff notebooks`. If nothing should have changed, the code is at fault, not the notebook."""

LIFE_SIGN = 2
"""Seconds after which a kernel that says nothing must show that it lives."""

await_reply = RunningKernel.await_reply


def await_reply_of_the_living(kernel: RunningKernel, msg_id: str, timeout: float) -> None:
    """Wait for a kernel's reply as nbval does, but not for that of a kernel that has died.

    Raises:
        RuntimeError: the kernel has died.
        Empty: it has not replied within `timeout` seconds.
    """
    end = time.monotonic() + timeout
    while True:
        try:
            return await_reply(kernel, msg_id, timeout=LIFE_SIGN)
        except Empty:
            if not kernel.is_alive():
                raise RuntimeError("The kernel died in this cell.") from None
            if time.monotonic() > end:
                raise


RunningKernel.await_reply = await_reply_of_the_living


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what to do about notebooks that nbval found different."""
    failed = terminalreporter.getreports("failed")
    if any(".ipynb::" in report.nodeid for report in failed):
        terminalreporter.section("notebooks")
        terminalreporter.line(REMEDY)
