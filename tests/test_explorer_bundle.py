"""The committed bundles are what `npm run build` makes of explorer/, typed and small."""

import gzip
import json
import subprocess

import pytest

from tools.project import ROOT

BUNDLE = ROOT / "helpers" / "explorer" / "lr-explorer.js"
CHALLENGES = BUNDLE.with_name("lr-challenges.js")
MOST_BYTES = 40_000
"""Of the component with everything it loads, compressed."""
MOST_BYTES_OF_CHALLENGES = 9_000
"""What challenges add, compressed."""


def run(*command):
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("bundle", [BUNDLE, CHALLENGES], ids=lambda path: path.stem)
def test_the_bundle_is_made_of_the_sources(node_tools, tmp_path, bundle):
    scripts = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["scripts"]
    script = f"build:{bundle.stem.removeprefix('lr-')}"
    assert f"npm run {script}" in scripts["build"].split(" && ")
    name, *arguments = scripts[script].split()
    made = tmp_path / bundle.name
    *arguments, outfile = arguments
    assert outfile == f"--outfile={bundle.relative_to(ROOT)}"
    result = run(node_tools / name, *arguments, f"--outfile={made}")
    assert result.returncode == 0, result.stderr
    assert made.read_bytes() == bundle.read_bytes(), (
        f"{bundle.relative_to(ROOT)} is not what explorer/ makes; run `npm run build`."
    )


def test_the_types_hold(node_tools):
    result = run(node_tools / "tsc")
    assert result.returncode == 0, result.stdout


def test_a_wrong_type_is_found(node_tools, tmp_path):
    settings = json.loads((ROOT / "tsconfig.json").read_text(encoding="utf-8"))
    options = settings["compilerOptions"]
    (tmp_path / "tsconfig.json").write_text(json.dumps({"compilerOptions": options}))
    (tmp_path / "wrong.js").write_text("/** @type {number} */\nexport const lr = '0.1';\n")
    result = run(node_tools / "tsc", "--project", tmp_path)
    assert "TS2322" in result.stdout


def test_all_that_an_explorer_loads_is_small():
    reserve = (ROOT / "explorer" / "reserve.css").read_bytes()
    sizes = [len(gzip.compress(part, 9)) for part in (BUNDLE.read_bytes(), reserve)]
    assert sum(sizes) <= MOST_BYTES, f"{sum(sizes)} bytes; at most {MOST_BYTES} are allowed."


def test_challenges_add_little():
    size = len(gzip.compress(CHALLENGES.read_bytes(), 9))
    assert size <= MOST_BYTES_OF_CHALLENGES, f"{size} bytes"
