"""Execute the code of one page under the timm that is imported here.

Started by `tools.compare.processes`. Unlike a kernel it goes on after a failure, so that each
claim is judged by itself. What timm.scheduler has today and not here is replaced by something
that says so when it is called.
"""

import json
import sys
import warnings
from typing import Any

from tools.compare.inside.timm_import import import_timm


class NotInThisVersion(Exception):
    """Something of today's timm does not exist in the timm that is imported."""


def add_missing(module: Any, expected: list[str], version: str) -> None:
    """Give `timm.scheduler` what it lacks, so that a page can import it by name."""
    for name in expected:
        if not hasattr(module, name):
            setattr(module, name, _missing(name, version))


def _missing(name: str, version: str) -> type:
    def refuse(cls: type, *_: object, **__: object) -> None:
        raise NotInThisVersion(f"timm {version} has no {name}")

    return type(name, (), {"__new__": refuse})


def main() -> int:
    """Read `{"cells": [{"id", "source"}], "expected": [names]}`, write a line for each cell."""
    request = json.load(sys.stdin)
    output = sys.stdout
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import_timm()
    import timm
    import timm.scheduler

    add_missing(timm.scheduler, request["expected"], timm.__version__)
    # The helpers import timm, whichever it is.
    from tools.compare.inside.book_shell import BookShell

    shell = BookShell()
    for cell in request["cells"]:
        json.dump({"id": cell["id"], **shell.run(cell["source"])}, output)
        output.write("\n")
        output.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
