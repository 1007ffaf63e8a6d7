"""Leave out what no page of an edition refers to."""

import re
from pathlib import Path

REFERENCE = re.compile(r"""\b_static/([^"'?#)\s]+)""")


def remove_unused_files(edition: Path) -> None:
    """Remove static files that nothing refers to; themes bring fonts, maps and translations.

    Args:
        edition: folder of a built edition.
    """
    static = edition / "_static"
    used = {
        static / name
        for page in edition.rglob("*.html")
        for name in REFERENCE.findall(page.read_text(encoding="utf-8"))
    }
    for path in sorted(static.rglob("*"), reverse=True):
        if path.is_file() and path not in used:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
