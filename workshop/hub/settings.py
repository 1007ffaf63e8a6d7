"""What the teacher chose, checked, and the files that follow from it."""

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from tools.project import ROOT, ProjectError

MEMORY = re.compile(r"(?P<number>\d+)(?P<unit>[MG])", re.ASCII)
NUMBER = re.compile(r"\d+", re.ASCII)
LEARNER = re.compile(r"[a-z][a-z0-9-]{0,30}", re.ASCII)
MOST_LEARNERS = 200
LEAST_MEMORY = 512 * 2**20


@dataclass(frozen=True)
class Settings:
    """One hub.

    Attributes:
        folder: what must survive a restart: accounts, learners' files, keys.
        learners: names of the accounts.
        host: the name or address that learners type.
        port: the port of that address; the next two are used on this machine only.
        memory: what each process of a learner may allocate, in bytes.
        certificate: file of the certificate; empty on this machine only.
        key: file of its private key.
        notebooks: the folder that every learner gets a copy of.
        page: the notebook that opens first, seen from that folder.
        untuned: start servers as JupyterHub does, to measure what the tuning brings.
    """

    folder: str
    learners: tuple[str, ...]
    host: str
    port: int
    memory: int
    certificate: str
    key: str
    notebooks: str
    page: str
    untuned: bool

    @property
    def homes(self) -> Path:
        """The folder of the learners' folders."""
        return self.path("homes")

    @property
    def signatures(self) -> Path:
        """The folder of the notebooks' signatures."""
        return self.path("signatures")

    @property
    def passwords(self) -> Path:
        """Name of the database of hashed codes."""
        return self.path("passwords")

    @property
    def address(self) -> str:
        """What learners type."""
        return f"{'https' if self.certificate else 'http'}://{self.host}:{self.port}/"

    def path(self, name: str) -> Path:
        """A file or folder that survives a restart."""
        return Path(self.folder, name)

    def write(self) -> None:
        """Keep the settings for JupyterHub."""
        self.path("settings.json").write_text(json.dumps(asdict(self), indent=2), encoding="utf-8")


def read_settings(folder: str) -> Settings:
    """The settings that `write` kept in the folder."""
    stored = json.loads(Path(folder, "settings.json").read_text(encoding="utf-8"))
    return Settings(**{**stored, "learners": tuple(stored["learners"])})


def parse_learners(text: str, most: int = MOST_LEARNERS) -> tuple[str, ...]:
    """Names of the accounts.

    Args:
        text: how many (`30`), or names divided by spaces.
        most: how many there may be.

    Returns:
        The names; `learner01` and so on for a number.

    Raises:
        ProjectError: it is neither.
    """
    if NUMBER.fullmatch(text) and 1 <= int(text) <= most:
        return tuple(f"learner{number:02}" for number in range(1, int(text) + 1))
    names = tuple(text.split())
    if names and len(names) == len(set(names)) and all(map(LEARNER.fullmatch, names)):
        return names
    raise ProjectError(
        f"LEARNERS is {text!r}; it must be a number from 1 to {most}, or different names "
        "of lower-case letters, digits and hyphens with spaces between, as in: LEARNERS='aki ben'"
    )


def parse_memory(text: str) -> int:
    """Bytes of `2G` or `1500M`.

    Raises:
        ProjectError: it is not of that form, or too little to import torch.
    """
    found = MEMORY.fullmatch(text)
    size = int(found["number"]) * 2 ** {"M": 20, "G": 30}[found["unit"]] if found else 0
    if size < LEAST_MEMORY:
        raise ProjectError(
            f"MEMORY is {text!r}; it must be at least {LEAST_MEMORY // 2**20}M, as in: MEMORY=2G"
        )
    return size


def find_page(notebooks: Path, edition: str) -> str:
    """The notebook that opens first.

    Args:
        notebooks: the folder that every learner gets a copy of.
        edition: code of the language.

    Raises:
        ProjectError: there is no such notebook.
    """
    page = f"{edition}/index.ipynb"
    if not (notebooks / page).is_file():
        raise ProjectError(
            f"NOTEBOOKS is {str(notebooks)!r} and EDITION is {edition!r}; there must be a file "
            f"{page} in that folder, as in: NOTEBOOKS={ROOT / 'notebooks'} EDITION=ja"
        )
    return page
