"""Serve the changed source of one module of timm.scheduler to the import system."""

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import CodeType, ModuleType

from tools.mutants.mutant import Mutant


def serve(mutant: Mutant) -> None:
    """From now on, imports of this process find the mutant instead of the installed module.

    Raises:
        RuntimeError: a module of timm.scheduler has been imported before.
    """
    imported = [name for name in sys.modules if name.startswith("timm.scheduler")]
    if imported:
        raise RuntimeError(f"{imported[0]} is imported already; a mutant must come before it.")
    sys.meta_path.insert(0, _MutantFinder(mutant))


class _MutantFinder:
    def __init__(self, mutant: Mutant) -> None:
        stem = mutant.file.removesuffix(".py")
        self.module = "timm.scheduler" if stem == "__init__" else f"timm.scheduler.{stem}"
        self.source = mutant.source

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The installed module's spec with a loader for the changed source."""
        if name != self.module:
            return None
        spec = PathFinder.find_spec(name, path, target)
        spec.loader = _MutantLoader(name, spec.origin, self.source)
        return spec


class _MutantLoader(SourceFileLoader):
    def __init__(self, name: str, path: str, source: str) -> None:
        super().__init__(name, path)
        self.mutated = source

    def get_code(self, fullname: str) -> CodeType:
        """Compile the changed source, past every cache of the installed one."""
        return compile(self.mutated, self.path, "exec", dont_inherit=True)
