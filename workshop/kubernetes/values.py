"""The Helm values that depend on the room."""

import json
from pathlib import Path

import yaml

from workshop.kubernetes.sizing import LIMIT_MIB, Share

HERE = Path(__file__).parent
BASE = HERE / "values.yaml"
CHART = json.loads((HERE / "chart.json").read_text(encoding="utf-8"))
CODES = "/usr/local/etc/jupyterhub/codes.json"


def room_values(codes: dict[str, str], host: str, email: str, image: str, page: str, share: Share):
    """The values beside those of `values.yaml`.

    Args:
        codes: hash of the code of every learner.
        host: the name that learners type.
        email: whom Let's Encrypt may write to.
        image: name and tag of the image.
        page: the notebook that opens first.
        share: what to set aside for each learner.

    Returns:
        A dictionary for YAML.
    """
    name, _, tag = image.rpartition(":")
    accounts = (HERE / "accounts.py").read_text(encoding="utf-8")
    return {
        "hub": {
            "extraFiles": {
                "accounts": {"stringData": accounts},
                "codes": {"mountPath": CODES, "stringData": json.dumps(codes)},
            }
        },
        "proxy": {"https": {"hosts": [host], "letsencrypt": {"contactEmail": email}}},
        "singleuser": {
            "image": {"name": name, "tag": tag},
            "defaultUrl": f"/lab/tree/{page}",
            "memory": {"guarantee": f"{share.memory_mib}M", "limit": f"{LIMIT_MIB}M"},
            "cpu": {"guarantee": share.cores},
        },
    }


def codes_of(values: dict) -> dict[str, str]:
    """The hashes in values that were made before."""
    return json.loads(values["hub"]["extraFiles"]["codes"]["stringData"])


def merged(base: dict, more: dict) -> dict:
    """Two files of values as Helm joins them: dictionaries are joined, all else is replaced."""
    return base | {
        key: merged(base[key], value)
        if isinstance(value, dict) and isinstance(base.get(key), dict)
        else value
        for key, value in more.items()
    }


def base_values() -> dict:
    """The values of every room."""
    return yaml.safe_load(BASE.read_text(encoding="utf-8"))
