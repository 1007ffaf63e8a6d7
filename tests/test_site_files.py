"""What becomes of a built edition: one style sheet, no unused files, icons, policies."""

from types import SimpleNamespace

import pytest

from tools.extension import icons
from tools.security_policy import meta_of_policy
from tools.style_sheets import STYLE_SHEET, bundle_styles
from tools.unused_files import remove_unused_files

PAGE = """\
<html><head>
    <link rel="stylesheet" href="_static/{first}.css?v=1">
    <link rel="stylesheet" href="_static/second.css">
    <script src="_static/page.js?v=2"></script>
</head><body><p class="used plain" id="here">Text with unused in it</p></body></html>
"""
FIRST = """\
/*! Licence */
/* Comment */
@charset "utf-8";
@import "imported.css";
@font-face { font-family: F; src: url(f.woff2) }
.used, .unused { color: red }
#here .plain > a:not(.unused) { color: green }
.unused .plain, #nowhere { color: blue }
.added { color: white }
p::before { content: "a, b" }
@media print { .unused { top: 0 } .used { top: 1px } }
@media screen { .unused { top: 0 } }
"""


@pytest.fixture
def edition(tmp_path):
    static = tmp_path / "_static"
    (static / "fonts").mkdir(parents=True)
    (tmp_path / "page.html").write_text(PAGE.format(first="first"), encoding="utf-8")
    (static / "first.css").write_text(FIRST, encoding="utf-8")
    (static / "second.css").write_text(".used{color:black}", encoding="utf-8")
    (static / "imported.css").write_text("h1{margin:0}.unused{margin:0}", encoding="utf-8")
    (static / "page.js").write_text('e.classList.add("added")', encoding="utf-8")
    (static / "fonts" / "f.woff2").write_bytes(b"")
    return tmp_path


def test_style_sheets_become_one_with_the_rules_that_can_match(edition):
    bundle_styles(edition)
    assert (edition / STYLE_SHEET).read_text(encoding="utf-8").splitlines() == [
        "/*! Licence */",
        "h1{margin:0}",
        ".used{color: red}",
        "#here .plain > a:not(.unused){color: green}",
        ".added{color: white}",
        'p::before{content: "a, b"}',
        "@media print {.used{top: 1px}",
        "}",
        ".used{color:black}",
    ]
    page = (edition / "page.html").read_text(encoding="utf-8")
    assert page.count('rel="stylesheet"') == page.count('href="_static/styles.css?v=') == 1


def test_pages_share_the_style_sheet_of_the_page_with_most(edition):
    other = '<link rel="stylesheet" href="_static/second.css"><p class="used">'
    (edition / "another.html").write_text(other, encoding="utf-8")
    bundle_styles(edition)
    styles = (edition / STYLE_SHEET).read_text(encoding="utf-8")
    assert styles.index("color: red") < styles.index("color:black")
    assert "_static/styles.css?v=" in (edition / "another.html").read_text(encoding="utf-8")


def test_a_change_of_styles_changes_their_address(edition):
    def address(style):
        (edition / "page.html").write_text(PAGE.format(first="first"), encoding="utf-8")
        (edition / "_static" / "second.css").write_text(style, encoding="utf-8")
        bundle_styles(edition)
        return (edition / "page.html").read_text(encoding="utf-8").split("?v=")[1][:8]

    assert address("p{top:0}") == address("p{top:0}") != address("p{top:1px}")


def test_files_that_no_page_refers_to_are_left_out(edition):
    bundle_styles(edition)
    remove_unused_files(edition)
    static = edition / "_static"
    assert sorted(path.name for path in static.rglob("*")) == ["page.js", "styles.css"]


def test_icons_are_those_of_the_pages(tmp_path):
    (tmp_path / "_static").mkdir()
    app = SimpleNamespace(outdir=tmp_path, builder=SimpleNamespace(format="html"))
    html = '<i class="btn fa-solid fa-bars fa-lg"></i><i class="fab fa-github"></i>'
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    icons._write_icons(app, None)
    rules = (tmp_path / "_static" / "icons.css").read_text(encoding="utf-8").split("}\n")
    names = [rule.split(" ")[0] for rule in rules if "--icon:" in rule]
    assert names == [".fa-solid.fa-bars", ".fab.fa-github"]


def test_an_icon_that_there_is_not_is_named(caplog):
    assert list(icons._rules({("fa-solid", "fa-nothing")})) == []
    assert "'fa-nothing' is no icon of fa-solid-900.ttf" in caplog.text


def test_a_policy_lets_the_scripts_and_styles_of_its_page_run_and_no_others():
    data = '<script type="application/ld+json">{}</script>'
    # The digest of `alert('Hello, world.');` is the example of the specification.
    script = "<script>alert('Hello, world.');</script>"
    digest = "&#x27;sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=&#x27;"
    assert meta_of_policy(data) == meta_of_policy()
    assert f"script-src &#x27;self&#x27; {digest};" in meta_of_policy(script + data)
    assert "style-src &#x27;self&#x27; &#x27;sha256-" in meta_of_policy("<style>p{}</style>")
    assert "unsafe" not in meta_of_policy(script)
