"""The sandbox of a learner: own files, own processes, the book's environment read-only.

bubblewrap makes it from the kernel's namespaces, without root, without a daemon and without an
image to download: the container of Flatpak. JupyterHub's other ways to part learners need root
(LocalProcessSpawner, SystemdSpawner) or a daemon that gives root away (DockerSpawner).
"""

import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

from tools.project import ROOT, ProjectError

HOME = "/home/learner"
NOTEBOOKS, SIGNATURES = "/srv/notebooks", "/srv/signatures"
INSIDE = Path(__file__).with_name("inside")
PROCESSES = 512
FILES_OF_ETC = (
    *("alternatives", "ca-certificates", "fonts", "hosts", "ld.so.cache", "ld.so.conf"),
    *("ld.so.conf.d", "localtime", "mime.types", "nsswitch.conf", "pki", "resolv.conf", "ssl"),
)
TEMPORARY_BYTES = 2**28
"""Of /tmp and of /dev/shm; they are in memory."""


def book_environment() -> Path:
    """The folder of the book's environment."""
    return (ROOT / ".venv").resolve()


def python_path() -> str:
    """Where a learner's Python finds `helpers`, `workshop` and JupyterHub."""
    return f"{ROOT}:{sysconfig.get_path('purelib')}"


def sandboxed(command: list[str], home: Path, copied: dict[str, Path], memory: int) -> list[str]:
    """The command that runs another one for a learner.

    Args:
        command: what to run.
        home: the learner's folder, the only one that is kept and can be written.
        copied: folders that learners get a copy of, by where they are in the sandbox.
        memory: what a process may allocate, in bytes; beyond it Python raises MemoryError.

    Returns:
        The program and its arguments.
    """
    return [
        *("bwrap", "--unshare-user", "--disable-userns", "--uid", "1000", "--gid", "1000"),
        *("--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"),
        *("--hostname", "workshop", "--proc", "/proc", "--dev", "/dev"),
        *("--size", str(TEMPORARY_BYTES), "--tmpfs", "/dev/shm"),
        *("--size", str(TEMPORARY_BYTES), "--tmpfs", "/tmp"),
        *_system(),
        *_read_only(ROOT / "helpers"),
        *_read_only(INSIDE),
        *_read_only(*{book_environment(), Path(sys.prefix), Path(sys.base_prefix)}),
        *(part for place, folder in copied.items() for part in ("--ro-bind", str(folder), place)),
        *("--bind", str(home), HOME, "--chdir", HOME),
        *_beside_home("setup_check.py", "requirements.txt", "book/patches"),
        "--",
        *("prlimit", f"--data={memory}", f"--nproc={PROCESSES}", "--core=0", "--"),
        *command,
    ]


def _system() -> list[str]:
    """The programs and libraries of this machine; nothing of what people keep on it."""
    arguments = ["--ro-bind", "/usr", "/usr", "--ro-bind", str(INSIDE / "passwd"), "/etc/passwd"]
    for name in ("bin", "lib", "lib32", "lib64", "sbin"):
        arguments += ["--ro-bind-try", f"/{name}", f"/{name}"]
    for name in FILES_OF_ETC:
        arguments += ["--ro-bind-try", f"/etc/{name}", f"/etc/{name}"]
    return arguments


def _beside_home(*names: str) -> list[str]:
    """What notebooks read of the book, where `../../` leads from a learner's."""
    folder = Path(HOME).parent
    return [part for name in names for part in ("--ro-bind", str(ROOT / name), str(folder / name))]


def _read_only(*folders: Path) -> list[str]:
    return [part for folder in folders for part in ("--ro-bind", str(folder), str(folder))]


def check_sandbox(notebooks: Path, home: Path, memory: int, as_person: Sequence[str] = ()) -> None:
    """Run nothing in a sandbox.

    Args:
        notebooks: the folder that learners get a copy of.
        home: an empty folder.
        memory: what a process may allocate, in bytes.
        as_person: what stands before the command to run it as someone else.

    Raises:
        ProjectError: this machine cannot make one; the message says why.
    """
    command = [*as_person, *sandboxed(["true"], home, {NOTEBOOKS: notebooks}, memory)]
    try:
        run = subprocess.run(command, capture_output=True, text=True)
    except FileNotFoundError as error:
        raise ProjectError(
            f"{error.filename} is missing, which parts learners from each other; "
            "install it, as in: sudo apt install bubblewrap util-linux"
        ) from error
    if run.returncode:
        raise ProjectError(
            f"bwrap cannot part learners from each other here: {run.stderr.strip()}; "
            "workshop/hub/README.md says what to allow, and what to use instead"
        )
