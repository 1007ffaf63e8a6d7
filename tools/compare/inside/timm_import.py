"""Import whichever timm comes first on the path, its scheduler package alone if need be."""

import importlib
import runpy
import sys
import types
from importlib.util import find_spec
from pathlib import Path


def import_timm() -> str | None:
    """Import timm and timm.scheduler.

    An old timm may not import on today's torch because of its models. Then a stand-in package
    `timm` with the same folder lets `timm.scheduler` be imported without the rest.

    Returns:
        None, or why the whole of timm cannot be imported.

    Raises:
        ModuleNotFoundError: there is no timm.
    """
    folder = Path(find_spec("timm").submodule_search_locations[0])
    try:
        importlib.import_module("timm")
        importlib.import_module("timm.scheduler")
        return None
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
    for name in [name for name in sys.modules if name.partition(".")[0] == "timm"]:
        del sys.modules[name]
    package = types.ModuleType("timm")
    package.__path__ = [str(folder)]
    package.__version__ = runpy.run_path(str(folder / "version.py"))["__version__"]
    sys.modules["timm"] = package
    package.scheduler = importlib.import_module("timm.scheduler")
    return reason
