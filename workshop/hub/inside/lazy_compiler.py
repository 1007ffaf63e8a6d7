"""torch's compiler, imported when something is compiled and not before.

torchvision, which timm imports, and the first optimizer of a process import `torch._dynamo`, a
third of the time and a sixth of the memory of a kernel that has imported timm. All they ask of it
is to leave functions alone when it compiles. So it is imported when anything else is asked.
"""

import functools
import importlib
import sys
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from types import ModuleType

COMPILER = "torch._dynamo"
UTILS = f"{COMPILER}.utils"


def defer_compiler() -> None:
    """From now on import torch's compiler only when something is asked of it."""
    if COMPILER not in sys.modules:
        sys.meta_path.insert(0, _Finder())


def disable(fn: Callable | None = None, recursive: bool = True, **options: object) -> Callable:
    """What `torch._dynamo.disable` does, as far as it matters before the first compilation."""
    if fn is None:
        return functools.partial(disable, recursive=recursive, **options)

    @functools.wraps(fn)
    def left_alone(*args: object, **arguments: object) -> object:
        compiler = sys.modules[COMPILER]
        if isinstance(compiler, _Deferred):
            return fn(*args, **arguments)
        return compiler.disable(fn, recursive, **options)(*args, **arguments)

    return left_alone


def is_compile_supported(*args: object) -> bool:
    """What torchvision imports by name and calls only for its operators on a GPU."""
    return _import(UTILS).is_compile_supported(*args)


def graph_break(*args: object, **options: object) -> None:
    """Nothing: there is no graph yet. An optimizer's step calls it."""


ANSWERS = {
    COMPILER: {"disable": disable, "graph_break": graph_break},
    UTILS: {"is_compile_supported": is_compile_supported},
}


class _Deferred(ModuleType):
    """Stands for a module until more is asked of it than it can answer."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)  # who walks over all modules asks for these
        return getattr(_import(self.__name__), name)


def _import(name: str) -> ModuleType:
    """Import the compiler itself, in the place of what stands for it."""
    sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, _Finder)]
    for deferred in ANSWERS:
        if isinstance(sys.modules.get(deferred), _Deferred):
            del sys.modules[deferred]
    return importlib.import_module(name)


class _Finder:
    """Finds the compiler for `import`."""

    def find_spec(self, name: str, path: object, target: object = None) -> ModuleSpec | None:
        if name in ANSWERS:
            return spec_from_loader(name, self, is_package=name == COMPILER)
        if name.startswith(f"{COMPILER}."):
            return spec_from_loader(name, _Found(_import(name)))
        return None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Deferred(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        vars(module).update(ANSWERS[module.__name__])


class _Found:
    """Hands out a module that has been imported meanwhile."""

    def __init__(self, module: ModuleType) -> None:
        self.module, self.spec = module, module.__spec__

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return self.module

    def exec_module(self, module: ModuleType) -> None:
        module.__spec__ = self.spec
