"""Audit every page of the site: Lighthouse, axe, the HTML checker, links and weight.

    python -m tools.audit [page ...]

A page is named as in `ja/step.html`; without any, all are audited. The audit builds a site of its
own, whose links name the address at which it is served. Node, Java and Chromium are needed: where
one is missing, the audit says so and is skipped, or fails if REQUIRE_NODE, REQUIRE_JAVA or
REQUIRE_BROWSER is set. Results are kept in `_build/audit/`.
"""

import os
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tools.audit.accessibility import check_accessibility
from tools.audit.audited_site import audited_site
from tools.audit.isolated_browser import isolated_browser
from tools.audit.lighthouse import check_scores, lighthouse
from tools.audit.links import check_links
from tools.audit.markup import CHECKER, check_markup
from tools.audit.pages import pages_of
from tools.audit.results import Result
from tools.audit.weight import check_weight
from tools.browser import find_chromium
from tools.project import ROOT, ProjectError


def missing_tools() -> dict[str, str]:
    """What the audit needs and does not find, by the variable that makes it required."""
    found = {
        "REQUIRE_NODE": ("Node 20 or newer with npm", shutil.which("node") and CHECKER.exists()),
        "REQUIRE_JAVA": ("Java", shutil.which("java")),
        "REQUIRE_BROWSER": ("Chromium", find_chromium()),
    }
    return {variable: name for variable, (name, is_there) in found.items() if not is_there}


def run_checks(site: Path, url: str, pages: list[str]) -> Iterator[Result]:
    """Run one check after the other; side by side they would slow each other down.

    Args:
        site: folder of the built site.
        url: address at which it is served, without a slash at its end.
        pages: addresses of the pages to audit.
    """
    yield check_links(site)
    yield check_markup(site, pages)
    with isolated_browser() as (browser, port):
        yield check_weight(browser, url, pages)
        yield check_accessibility(browser, url, pages)
        with lighthouse(port) as run:
            yield check_scores(run, url, pages)


def main(wanted: list[str]) -> int:
    """Command line."""
    if missing := missing_tools():
        print(f"The audit is skipped; it needs {', '.join(missing.values())}.", file=sys.stderr)
        return int(any(os.environ.get(variable) for variable in missing))
    start = time.monotonic()
    kept = ROOT / "_build" / "audit"
    shutil.rmtree(kept, ignore_errors=True)
    kept.mkdir(parents=True)
    results = []
    try:
        with audited_site(ROOT) as (site, url):
            for result in run_checks(site, url, wanted or pages_of(site)):
                print(result, flush=True)
                result.write(kept)
                results.append(result)
    except ProjectError as error:
        print(error, file=sys.stderr)
        return 1
    report = "\n".join(map(str, results))
    (kept / "report.txt").write_text(report, encoding="utf-8")
    failed = [result.check for result in results if result.problems]
    minutes = (time.monotonic() - start) / 60
    verdict = f"{', '.join(failed)}: see above" if failed else "everything holds"
    print(f"Audit in {minutes:.1f} minutes: {verdict}.")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
