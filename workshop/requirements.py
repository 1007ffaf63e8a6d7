"""What a learner installs: the book's pins, without what makes and checks the book."""

import re
import tomllib

from tools.project import Project

BESIDES_HELPERS = ("ipykernel", "ipywidgets", "jupyterlab")
"""What notebooks need besides what the helpers do."""

PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^\s;]+)(?P<marker> ;.*)?$", re.MULTILINE)


def needed(project: Project) -> list[str]:
    """The packages that a learner needs by name."""
    text = (project.root / "pyproject.toml").read_text(encoding="utf-8")
    return sorted({*tomllib.loads(text)["project"]["dependencies"], *BESIDES_HELPERS})


def learner_requirements(project: Project) -> dict[str, str]:
    """The files to install from, by name: what is needed, and the version of everything else."""
    text = (project.root / "requirements.txt").read_text(encoding="utf-8")
    pins = {match["name"]: match for match in PIN.finditer(text)}
    lines = [f"{name}=={pins[name]['version']}" for name in needed(project)]
    return {
        "requirements.txt": "\n".join(["--constraint constraints.txt", *lines, ""]),
        "constraints.txt": "\n".join([*(match[0] for match in pins.values()), ""]),
    }
