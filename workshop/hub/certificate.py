"""A certificate for a room without one: browsers ask once whether to trust it."""

from pathlib import Path

from certipy import Certipy

AUTHORITY = "workshop"
YEARS = 1


def own_certificate(folder: Path, host: str) -> tuple[str, str]:
    """Make a certificate for an address, or find the one made before.

    Args:
        folder: where certificates are kept.
        host: name or address that learners type.

    Returns:
        Files of the certificate and of its private key.
    """
    certipy = Certipy(store_dir=str(folder))
    if AUTHORITY not in certipy.store.store:
        certipy.create_ca(AUTHORITY, years=YEARS)
    if host not in certipy.store.store:
        kind = "IP" if host.replace(".", "").isdecimal() or ":" in host else "DNS"
        certipy.create_signed_pair(host, AUTHORITY, years=YEARS, alt_names=[f"{kind}:{host}"])
    files = certipy.store.get_record(host)["files"]
    return files["cert"], files["key"]
