"""The audit finds what it is there to find, and nothing where there is nothing."""

import gzip
import os
import random
import shutil
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from tools.audit import __main__ as audit
from tools.audit.lighthouse import check_scores
from tools.audit.results import Problem, Result
from tools.audit.server import serve
from tools.audit.weight import MOST_BYTES, MOST_REQUESTS

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A page</title>
<meta name="description" content="A page to audit.">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">{head}</head>
<body><main><h1>A page</h1><p>Some words.</p>{body}</main></body></html>
"""
FLAWED_HEAD = f"""<script defer src="heavy.js"></script>
<script defer src="https://example.org/other.js"></script>
{"".join(f'<script defer src="small.js?{i}"></script>' for i in range(MOST_REQUESTS))}
<script defer src="flaws.js"></script>"""
FLAWED_BODY = """<img src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E">
<ul><p>Not an item.</p></ul><a href="gone.html">A link</a>"""
FLAWS = """console.error("A flaw");
setTimeout(() => document.querySelector("h1").style.marginTop = "9rem", 300);"""


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """What the audit finds in a page without and in one with flaws, by check."""
    if missing := audit.missing_tools():
        reason = f"no audit: {', '.join(missing.values())} is missing"
        (pytest.fail if any(map(os.environ.get, missing)) else pytest.skip)(reason)
    site = tmp_path_factory.mktemp("site")
    (site / "good.html").write_text(PAGE.format(head="", body=""), encoding="utf-8")
    flawed = PAGE.format(head=FLAWED_HEAD, body=FLAWED_BODY)
    (site / "flawed.html").write_text(flawed, encoding="utf-8")
    (site / "flaws.js").write_text(FLAWS, encoding="utf-8")
    (site / "small.js").write_text("", encoding="utf-8")
    noise = random.Random(0).randbytes(MOST_BYTES).hex()
    (site / "heavy.js").write_text(f"// {noise}", encoding="utf-8")
    # Playwright runs once in a thread, and other tests have it open in this one.
    with serve(site) as url, ThreadPoolExecutor() as pool:
        pages = ["good.html", "flawed.html"]
        found = pool.submit(lambda: list(audit.run_checks(site, url, pages))).result()
        return {result.check: result for result in found}


def test_a_page_without_flaws_passes(results):
    problems = [problem for result in results.values() for problem in result.problems]
    assert {problem.page for problem in problems} == {"flawed.html"}


@pytest.mark.parametrize(
    ("check", "texts"),
    [
        ("links", ["gone.html: no such file"]),
        ("markup", ["“p” not allowed as child of element “ul”", "must have an “alt” attribute"]),
        (
            "weight",
            [
                "asks another host: https://example.org/other.js",
                f"bytes without figures; at most {MOST_BYTES}",
                f"requests; at most {MOST_REQUESTS}",
                "layout shift of 0.",
            ],
        ),
        ("accessibility", ["image-alt", "list: <ul>", "phone, light; phone, dark; wide, light"]),
        (
            "lighthouse",
            ["accessibility is", "image-alt", "best-practices is", "errors-in-console", "A flaw"],
        ),
    ],
)
def test_flaws_are_named(results, check, texts):
    report = str(results[check])
    assert [text for text in texts if text not in report] == []


def run_of(performance: int) -> dict:
    scores = {"performance": performance, "accessibility": 100, "best-practices": 100, "seo": 100}
    slow = {"id": "interactive", "title": "Slow", "displayValue": "9 s", "items": []}
    return {"scores": scores, "failures": {"performance": [slow]}, "metrics": {"FCP": "1 s"}}


@pytest.mark.parametrize(
    ("performances", "shown", "problems"),
    [
        ([97], 97, []),
        ([96, 90, 98], 98, []),
        ([90, 96, 95, 94, 93], 96, ["performance is 96, below 97: interactive, Slow, 9 s"]),
    ],
)
def test_performance_below_the_bar_is_measured_again(performances, shown, problems):
    runs = iter(map(run_of, performances))
    result = check_scores(lambda _: next(runs), "", ["page.html"])
    assert next(runs, None) is None
    assert result.rows[0][1] == shown and result.rows[0][-1] == len(performances)
    assert [problem.text for problem in result.problems] == problems


def test_the_same_problem_of_many_pages_is_one_line():
    result = Result("links", problems=[Problem(f"{i}.html", "a\n b") for i in range(5)])
    assert str(result) == "links: 5 problems\n  0.html, 1.html, 2.html and 2 more: a b\n"
    assert str(Result("links")) == "links: nothing to mend\n"


def test_without_its_tools_the_audit_is_skipped_or_fails(monkeypatch, capsys):
    for variable in ("REQUIRE_NODE", "REQUIRE_JAVA", "REQUIRE_BROWSER"):
        monkeypatch.delenv(variable, raising=False)
    which = shutil.which
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "java" else which(name))
    assert audit.main([]) == 0
    assert "The audit is skipped; it needs" in (said := capsys.readouterr().err)
    assert "Java" in said
    monkeypatch.setenv("REQUIRE_JAVA", "1")
    assert audit.main([]) == 1


def test_the_server_compresses_and_has_a_page_for_what_is_not_there(tmp_path):
    (tmp_path / "index.html").write_text("<p>" + "a" * 9999, encoding="utf-8")
    (tmp_path / "404.html").write_text("gone", encoding="utf-8")
    with serve(tmp_path) as url:
        connection = HTTPConnection(urlsplit(url).netloc)
        answers = {}
        for path in ("/", "/nothing.html"):
            connection.request("GET", path)
            response = connection.getresponse()
            answers[path] = (response.status, gzip.decompress(response.read()).decode())
            assert response.headers["Content-Type"] == "text/html; charset=utf-8"
        connection.close()
    assert answers["/"] == (200, "<p>" + "a" * 9999)
    assert answers["/nothing.html"] == (404, "gone")
