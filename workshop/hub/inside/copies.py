"""A learner's copies of files, which are never overwritten once they have changed."""

import hashlib
import json
from pathlib import Path

RECORD = ".copies.json"


def bring_copies(source: Path, home: Path) -> list[Path]:
    """Copy what a learner does not have, or has as it was copied before.

    A file that the learner has changed stays as it is. One that was renamed or deleted comes again,
    which is how to get a fresh copy.

    Args:
        source: the folder of the files.
        home: the folder of the copies.

    Returns:
        The files that were written.

    Raises:
        OSError: a file cannot be written; those before it are complete.
    """
    copied = _read_record(home / RECORD)
    written = []
    try:
        for path in sorted(path for path in source.rglob("*") if path.is_file()):
            name = str(path.relative_to(source))
            content, target = path.read_bytes(), home / name
            found = _sum(target.read_bytes()) if target.is_file() else None
            if found is None or found == copied.get(name) != _sum(content):
                _write(target, content)
                copied[name] = _sum(content)
                written.append(target)
    finally:
        _write(home / RECORD, json.dumps(copied, indent=1).encode())
    return written


def _read_record(path: Path) -> dict[str, str]:
    """What was copied as what; nothing if the learner has broken the file."""
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _write(path: Path, content: bytes) -> None:
    """Write all of a file or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(content)
    part.replace(path)
