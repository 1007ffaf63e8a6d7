"""timm's own tests of its schedulers, from the source distribution of the pinned version."""

import subprocess
import sys
import tarfile
from pathlib import Path

from tools.project import ProjectError


def fetch_timm_tests(version: str, folder: Path) -> Path:
    """Download timm's source distribution unless done before, and take the test file out.

    Args:
        version: version of timm.
        folder: where to put it.

    Raises:
        ProjectError: pip cannot download it.
    """
    path = folder / f"timm-{version}" / "test_scheduler.py"
    if path.exists():
        return path
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-binary", ":all:"]
    command += ["--no-deps", "--dest", str(folder), f"timm=={version}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ProjectError(
            f"timm {version}: its source distribution cannot be downloaded "
            f"({done.stderr.strip().splitlines()[-1]}); connect to a package registry."
        )
    with tarfile.open(folder / f"timm-{version}.tar.gz") as archive:
        text = archive.extractfile(f"timm-{version}/tests/test_scheduler.py").read()
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text)
    return path
