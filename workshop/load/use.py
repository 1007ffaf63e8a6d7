"""What each learner of this machine uses: memory, with shared pages in equal parts, and time."""

import os
import re
from collections import defaultdict
from pathlib import Path

FIELD = re.compile(rb"^(?P<name>\w+): +(?P<kibibytes>\d+) kB$", re.MULTILINE)
PARTS = {b"ipykernel_launcher": "kernel", b"jupyterhub.singleuser": "server"}
PSS, PRIVATE, SECONDS = "pss_mib", "private_mib", "processor_seconds"
TIMES = slice(11, 15)
"""Of the process and of those that it waited for, in /proc/<id>/stat after the name."""


def learners_use() -> dict[str, dict[str, dict[str, float]]]:
    """Memory and processor time of the learners of this machine.

    Returns:
        Learner, part (`server`, `kernel`, `other`), then `pss_mib`, `private_mib` and
        `processor_seconds`. PSS counts a page that n processes share as 1/n, so the sum over
        learners is what the machine needs.
    """
    found = defaultdict(lambda: defaultdict(lambda: {PSS: 0.0, PRIVATE: 0.0, SECONDS: 0.0}))
    here = Path("/proc/self/ns/pid").readlink()
    for process in Path("/proc").iterdir():
        try:
            if not process.name.isdecimal() or (process / "ns" / "pid").readlink() == here:
                continue
            environment = (process / "environ").read_bytes().split(b"\0")
            names = [line[16:] for line in environment if line.startswith(b"JUPYTERHUB_USER=")]
            if names:
                parts = found[names[0].decode()]
                _add(process, parts[_part((process / "cmdline").read_bytes())])
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            continue
    return {
        name: {part: dict(sizes) for part, sizes in parts.items()} for name, parts in found.items()
    }


def _part(command: bytes) -> str:
    return next((name for mark, name in PARTS.items() if mark in command), "other")


def _add(process: Path, sizes: dict[str, float]) -> None:
    rollup = (process / "smaps_rollup").read_bytes()
    fields = {found["name"]: int(found["kibibytes"]) / 1024 for found in FIELD.finditer(rollup)}
    ticks = (process / "stat").read_text().rpartition(")")[2].split()[TIMES]
    sizes[PSS] += fields[b"Pss"]
    sizes[PRIVATE] += fields[b"Private_Clean"] + fields[b"Private_Dirty"]
    sizes[SECONDS] += sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
