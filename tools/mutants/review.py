"""The survivors that were looked at, each with the reason why no check can notice it."""

from pathlib import Path
from typing import Any

import yaml

SURVIVORS = Path(__file__).with_name("survivors.yml")


def read_reviews() -> dict[str, dict[str, str]]:
    """By the mutant's id, its `change` and the `reason`, out of `survivors.yml`."""
    groups = yaml.safe_load(SURVIVORS.read_text(encoding="utf-8"))
    return {
        id_: {"change": change, "reason": reason}
        for reason, group in groups.items()
        for id_, change in group["mutants"].items()
    }


def review_problems(result: dict[str, Any], reviews: dict[str, dict[str, str]]) -> list[str]:
    """What is not as it must be: every survivor is reviewed, and nothing else.

    Args:
        result: a stored result.
        reviews: what `read_reviews` gives.
    """
    survivors = {
        entry["id"]: (entry["change"], entry["reason"])
        for entry in result["mutants"]
        if not entry["killed_by"]
    }
    name = f"tools/mutants/{SURVIVORS.name}"
    problems = [
        f"{id_}: {change} survives; strengthen a check, or add it to {name} with a reason."
        for id_, (change, _) in survivors.items()
        if reviews.get(id_, {}).get("change") != change
    ]
    problems += [
        f"{id_}: {name} gives another reason than the stored run; run `make mutants`."
        for id_, (_, reason) in survivors.items()
        if id_ in reviews and reviews[id_]["reason"] != reason
    ]
    return problems + [
        f"{id_}: no survivor; take it out of {name}." for id_ in reviews if id_ not in survivors
    ]
