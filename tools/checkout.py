"""A copy of the project as git knows it, with what is not committed yet."""

import shutil
import subprocess
from pathlib import Path


def copy_checkout(root: Path, target: Path) -> None:
    """Copy all files that git has or would add: what a clean clone will hold.

    Args:
        root: top folder of the working tree.
        target: the folder to make.
    """
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, capture_output=True, check=True).stdout
    for name in filter(None, listed.decode().split("\0")):
        source = root / name
        if source.is_file():
            copy = target / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, copy)
