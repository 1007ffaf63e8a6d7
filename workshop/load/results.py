"""The kept result of a load test, which texts and sizes of clusters are made from."""

import json
from functools import cache
from pathlib import Path

KEPT = Path(__file__).with_name("results.json")


@cache
def kept_results() -> dict:
    """The result of the last `make load-test KEEP=1`."""
    return json.loads(KEPT.read_text(encoding="utf-8"))
