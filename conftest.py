"""What every test session needs, nbval's notebooks included."""

import pytest

REMEDY = """\
An output of a notebook differs from what its code gives today. If timm, torch or a helper
changed and the new output is right, run `make notebooks ALL=1` and read the difference with
`git diff notebooks`. If nothing should have changed, the code is at fault, not the notebook."""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what to do about notebooks that nbval found different."""
    failed = terminalreporter.getreports("failed")
    if any(".ipynb::" in report.nodeid for report in failed):
        terminalreporter.section("notebooks")
        terminalreporter.line(REMEDY)
