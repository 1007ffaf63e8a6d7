"""Names of timm that lead to timm's documentation."""

import pytest
import timm.scheduler
from bs4 import BeautifulSoup
from docutils import nodes
from sphinx.addnodes import pending_xref

from tools.extension.timm_links import NAMES, _link_text, address
from tools.project import ROOT, Project

BOOK = Project(ROOT)
PAGES = [(language, page) for language in BOOK.languages for page in BOOK.pages]


def test_timm_has_these_names():
    assert all(hasattr(timm.scheduler, name) for name in NAMES)
    schedulers = {name for name in vars(timm.scheduler) if name.endswith("LRScheduler")}
    assert schedulers <= set(NAMES)


@pytest.mark.parametrize(("language", "name"), PAGES)
def test_the_first_mention_in_text_and_in_code_leads_to_timm(site, language, name):
    html = (site / language / f"{name}.html").read_text(encoding="utf-8")
    article = BeautifulSoup(html, "html.parser").select_one(".bd-article")
    for title in article.select("h1, h2, h3"):
        assert not title.select(".timm-name")
    plain = [
        code
        for code in article.select("p code, li code, td code")
        if code.text in NAMES and not code.find_parent("a", class_="internal")
    ]
    for mentions in (plain, article.select(".highlight span.n")):
        first = {code.text: code for code in reversed(mentions) if code.text in NAMES}
        for code in mentions:
            if code.text in NAMES:
                link = code.find_parent("a", class_="timm-name")
                assert (link is not None) == (code is first[code.text]), code
                assert link is None or link["href"] == address(code.text)


def test_a_chapter_links_the_class_that_it_is_about(site):
    html = (site / "en" / "step.html").read_text(encoding="utf-8")
    links = BeautifulSoup(html, "html.parser").select("a.timm-name")
    assert [link["href"] for link in links[:2]] == [address("StepLRScheduler")] * 2
    assert links[0].text == links[1].text == "StepLRScheduler"


def literal(text: str) -> nodes.literal:
    return nodes.literal(text, text)


def test_headings_links_and_other_code_stay_as_they_are():
    name = "StepLRScheduler"
    document = nodes.document(None, None)
    document += nodes.title("", "", literal(name))
    document += nodes.paragraph("", "", nodes.reference("", "", literal(name), refuri="x"))
    document += nodes.paragraph("", "", pending_xref("", nodes.inline("", "", literal(name))))
    document += nodes.paragraph("", "", literal("StepLR"), literal(f"{name}()"))
    before = document.pformat()
    _link_text(None, document)
    assert document.pformat() == before
    document += nodes.paragraph("", "", literal(name), literal(name))
    _link_text(None, document)
    first, second = document[-1]
    assert first["refuri"] == address(name)
    assert first.astext() == second.astext() == name
    assert isinstance(second, nodes.literal)
