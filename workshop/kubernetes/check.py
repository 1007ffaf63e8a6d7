"""Check the Helm values against the schema that the chart publishes.

    python -m workshop.kubernetes.check jupyterhub

The argument is the chart's folder, which `helm pull --untar` makes. What was checked is kept in
`checked.json`, so that a test sees values that nobody has checked.
"""

import json
import sys
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator

from workshop.kubernetes.sizing import share_of_learner
from workshop.kubernetes.values import CHART, base_values, merged, room_values
from workshop.load.results import kept_results

CHECKED = Path(__file__).with_name("checked.json")


def example() -> dict:
    """The values of a room, as Helm joins them."""
    room = ("workshop.example.org", "teacher@example.org", "registry.example.org/book:1")
    values = room_values({"aki": "hash"}, *room, "ja/index.ipynb", share_of_learner(kept_results()))
    return merged(base_values(), values)


def kinds(value: object, path: str = "") -> dict[str, str]:
    """Path and type of every value.

    Args:
        value: the values, or one of them.
        path: where it stands.
    """
    if not isinstance(value, dict):
        return {path: type(value).__name__}
    return {
        below: kind
        for key, one in value.items()
        for below, kind in kinds(one, f"{path}.{key}".lstrip(".")).items()
    }


def problems(schema: dict, values: dict) -> list[str]:
    """What the schema finds, as `path: problem`."""
    return [
        f"{'.'.join(map(str, error.absolute_path))}: {error.message}"
        for error in Draft202012Validator(schema).iter_errors(values)
    ]


def check(chart: Path) -> list[str]:
    """Check the values of a room on top of the chart's own, as Helm does.

    Args:
        chart: the chart's folder.

    Returns:
        What is wrong.
    """
    about, defaults = (
        yaml.safe_load((chart / name).read_text(encoding="utf-8"))
        for name in ("Chart.yaml", "values.yaml")
    )
    if about["appVersion"] != CHART["jupyterhub"]:
        return [f"{chart} has JupyterHub {about['appVersion']}, chart.json {CHART['jupyterhub']}."]
    schema = json.loads((chart / "values.schema.json").read_text(encoding="utf-8"))
    return problems(schema, merged(defaults, example()))


def main(chart: Path) -> int:
    """Check the values against a chart, keep what was checked."""
    if found := check(chart):
        print("\n".join(found), file=sys.stderr)
        return 1
    record = {"chart": CHART["version"], "values": kinds(example())}
    CHECKED.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
