"""The pins: all exact, all from the list that a person edits."""

import re
from importlib.metadata import version

from packaging.requirements import Requirement

from tools.project import ROOT


def requirements(name: str) -> list[str]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return [line.split("#")[0].strip() for line in lines if re.match(r"\w", line)]


def test_every_requirement_is_pinned_exactly():
    for line in requirements("requirements.txt"):
        (specifier,) = Requirement(line).specifier
        assert specifier.operator == "==", f"requirements.txt: {line}; run `make upgrade`."


def test_every_direct_requirement_is_resolved():
    pinned = {
        Requirement(line).name: Requirement(line).specifier
        for line in requirements("requirements.txt")
    }
    for line in requirements("requirements.in"):
        direct = Requirement(line)
        assert direct.name in pinned, f"requirements.in: {line}; run `make upgrade`."
        (pin,) = pinned[direct.name]
        assert direct.specifier.contains(pin.version), (
            f"requirements.in: {line}; run `make upgrade`."
        )


def test_the_environment_is_the_pinned_one():
    for line in requirements("requirements.txt"):
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate():
            installed = version(requirement.name)
            assert requirement.specifier.contains(installed), (
                f"requirements.txt: {line}, but {installed} is installed; run `make book`."
            )


def test_no_registry_is_written_into_the_pins():
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert "--index-url" not in text
    assert "http" not in text.replace("httpx", "").replace("httpcore", "")
