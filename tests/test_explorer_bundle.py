"""The committed bundle is what `npm run build` makes of explorer/, typed and small."""

import gzip
import json
import subprocess

from tools.project import ROOT

BUNDLE = ROOT / "helpers" / "explorer" / "lr-explorer.js"
MOST_BYTES = 40_000
"""Of the component with everything it loads, compressed."""


def run(*command):
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_bundle_is_made_of_the_sources(node_tools, tmp_path):
    build = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["scripts"]["build"]
    name, *arguments = build.split()
    made = tmp_path / BUNDLE.name
    *arguments, outfile = arguments
    assert outfile == f"--outfile={BUNDLE.relative_to(ROOT)}"
    result = run(node_tools / name, *arguments, f"--outfile={made}")
    assert result.returncode == 0, result.stderr
    assert made.read_bytes() == BUNDLE.read_bytes(), (
        "helpers/explorer/lr-explorer.js is not what explorer/ makes; run `npm run build`."
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
