"""The Nu HTML Checker, which is the validator of the W3C, run offline on files."""

import json
import shutil
import subprocess
from pathlib import Path

from tools.audit.pages import file_of
from tools.audit.results import Problem, Result
from tools.project import ROOT

CHECKER = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
LONGEST_EXTRACT = 100


def check_markup(site: Path, pages: list[str]) -> Result:
    """Validate pages.

    Args:
        site: folder of the built site.
        pages: addresses of pages in it.

    Raises:
        RuntimeError: the checker does not run; the message holds what it said.
    """
    files = [str(file_of(site, page)) for page in pages]
    command = [shutil.which("java") or "java", "-jar", str(CHECKER), "--errors-only"]
    command += ["--format", "json", *files]
    output = subprocess.run(command, capture_output=True, encoding="utf-8", check=False).stderr
    try:
        messages = json.loads(output)["messages"]
    except json.JSONDecodeError as error:
        raise RuntimeError(f"The HTML checker does not run:\n{output}") from error
    return Result("markup", problems=[_problem(site, message) for message in messages])


def _problem(site: Path, message: dict) -> Problem:
    page = message.get("url", "").rpartition(f"{site.name}/")[2]
    extract = " ".join(message.get("extract", "").split())[:LONGEST_EXTRACT]
    return Problem(page, f"{message['message']} {extract}")
