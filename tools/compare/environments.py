"""The environment of another timm or torch: a wheel before the book's own, or a venv."""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from packaging.version import InvalidVersion, Version

from tools.project import Project, ProjectError

LATEST_NAMED = 3
"""How many releases a message lists."""


@dataclass(frozen=True)
class Environment:
    """Where code runs.

    Attributes:
        label: the versions, as `timm-1.0.30`; also the name of its folder.
        python: the interpreter.
        wheels: folders that come before what is installed.
        folder: where results of this environment lie.
    """

    label: str
    python: Path
    wheels: tuple[Path, ...]
    folder: Path


def pinned_environment(project: Project) -> Environment:
    """The book's own, with the versions of requirements.txt."""
    label = f"timm-{pin(project, 'timm')}"
    return Environment(label, Path(sys.executable), (), _folder(project, label))


def other_environment(project: Project, timm: str | None, torch: str | None) -> Environment:
    """Make the environment of a released timm, of a released torch, or of both.

    What has been made before is used again. A wheel of timm alone is small and lies before the
    book's environment; torch needs an environment of its own, of about 6 GB.

    Args:
        project: the book.
        timm: a released version, or None for the pinned one.
        torch: a released version, or None for the pinned one.

    Raises:
        ProjectError: a version is none, was never released or cannot be downloaded.
    """
    given = {"timm": timm, "torch": torch}
    versions = {name: _version(name, text) for name, text in given.items() if text is not None}
    label = "+".join(f"{name}-{version}" for name, version in versions.items())
    python = _torch_python(project, versions["torch"]) if torch else Path(sys.executable)
    wheels = (_timm_wheel(project, versions["timm"]),) if timm else ()
    return Environment(label, python, wheels, _folder(project, label))


def pin(project: Project, name: str) -> str:
    """The version of a package in requirements.txt."""
    text = (project.root / "requirements.txt").read_text(encoding="utf-8")
    return re.search(rf"^{name}==(\S+)", text, flags=re.MULTILINE).group(1)


def released_versions(name: str) -> list[Version]:
    """All final releases of a package, oldest first."""
    listed = _pip(name, "(any)", "index", "versions", name).partition("Available versions:")[2]
    versions = [Version(text) for text in listed.partition("\n")[0].split(",")]
    return sorted(version for version in versions if not version.is_prerelease)


def _version(name: str, text: str) -> str:
    try:
        return str(Version(text))
    except InvalidVersion as error:
        raise ProjectError(
            f"{name.upper()} is {text!r}; it must be a released version of {name}, as in "
            f"`make compare {name.upper()}=1.0.30`."
        ) from error


def _folder(project: Project, label: str) -> Path:
    folder = project.root / "_build" / "compare" / label
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _timm_wheel(project: Project, version: str) -> Path:
    target = _folder(project, f"timm-{version}") / "wheel"
    if not target.exists():
        unfinished = target.with_name("wheel.unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        print(f"timm {version}: installing the wheel …", flush=True)
        _pip("timm", version, "install", "--no-deps", f"--target={unfinished}", f"timm=={version}")
        unfinished.rename(target)
    return target


def _torch_python(project: Project, version: str) -> Path:
    """The interpreter of a venv with all pins but those that torch itself brings."""
    folder = _folder(project, f"torch-{version}")
    venv = folder / "venv"
    python = venv / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not (venv / "installed").exists():
        pins = _pins_for_torch(project, version, folder)
        print(f"torch {version}: installing, about 6 GB …", flush=True)
        _run("torch", version, sys.executable, "-m", "venv", "--clear", "--without-pip", str(venv))
        install = ("pip", "install", "--quiet", "--python", str(python), "--requirement")
        _run("torch", version, sys.executable, "-m", "uv", *install, str(pins))
        (venv / "installed").touch()
    return python


def _pins_for_torch(project: Project, version: str, folder: Path) -> Path:
    """Resolve requirements.in with another torch, keeping every pin that this leaves possible."""
    lines = (project.root / "requirements.in").read_text(encoding="utf-8").splitlines()
    # The helpers come from the project's folder, torchvision is the one that fits this torch.
    dropped = ("-e ", "torch==", "torchvision==")
    wanted = [line for line in lines if not line.startswith(dropped)]
    source, pins = folder / "requirements.in", folder / "requirements.txt"
    wanted += [f"torch=={version}", "torchvision", "pip"]
    source.write_text("\n".join(wanted) + "\n", encoding="utf-8")
    shutil.copy(project.root / "requirements.txt", pins)
    compile_pins = ("pip", "compile", "--quiet", "--universal", "--fork-strategy", "fewest")
    _run("torch", version, sys.executable, "-m", "uv", *compile_pins, str(source), "-o", str(pins))
    return pins


def _pip(name: str, version: str, *arguments: str) -> str:
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    return _run(name, version, *pip, *arguments)


def _run(name: str, version: str, *command: str) -> str:
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        raise ProjectError(failure_sentence(name, version, result.stderr))
    return result.stdout


def failure_sentence(name: str, version: str, stderr: str) -> str:
    """Say in one sentence why a package could not be installed.

    Args:
        name: `timm` or `torch`.
        version: the one asked for.
        stderr: what pip or uv wrote.
    """
    listed = re.search(r"\(from versions: (?!none)(.+)\)", stderr)
    if listed:
        versions = sorted(map(Version, listed.group(1).split(", ")))
        final = [str(known) for known in versions if not known.is_prerelease]
        newest = ", ".join(final[-LATEST_NAMED:])
        return f"{name.upper()} is {version}; {name} has no such release. The newest are {newest}."
    if re.search(rf"no version of {name}==", stderr):
        return f"{name.upper()} is {version}; {name} has no such release for this machine."
    last = next((line for line in reversed(stderr.splitlines()) if line.strip()), "no message")
    return f"{name} {version} could not be installed; is there a network? {last.strip()}"
