"""Markup that others write becomes valid without losing what it says."""

import re
from xml.etree import ElementTree

import pytest
from docutils.utils.math.latex2mathml import tex2mathml

from tools.extension.mathml import styled_around

FRACTION = r"f(x) = \dfrac{a < 1}{\dfrac{b}{2}} + \frac{\sin x}{2}"
TAG = re.compile(r"\{.*\}")


def shape(element: ElementTree.Element) -> list:
    """Tags, texts and children; elements that only carry a style do not count."""
    children = [part for child in element for part in shape(child)]
    tag = TAG.sub("", element.tag)
    return children if tag == "mstyle" else [(tag, (element.text or "").strip(), children)]


@pytest.mark.parametrize("as_block", [False, True])
def test_a_styled_fraction_keeps_its_parts(as_block):
    plain = tex2mathml(FRACTION.replace("dfrac", "frac"), as_block=as_block)
    styled = styled_around(tex2mathml(FRACTION, as_block=as_block))
    assert styled.count('<mstyle displaystyle="true" scriptlevel="0">') == 2
    assert "<mfrac displaystyle" not in styled and "ns0:" not in styled
    expected = ElementTree.fromstring(plain.replace("&ApplyFunction;", "\u2061"))
    assert shape(ElementTree.fromstring(styled)) == shape(expected)


def test_other_formulas_stay_as_docutils_writes_them():
    markup = tex2mathml(r"\frac{a}{b} < \sin x")
    assert styled_around(markup) is markup


@pytest.mark.parametrize("language", ["ja", "en"])
def test_folded_code_opens_and_closes_with_words_on_it(open_page, book, language):
    page = open_page(f"{language}/step.html")
    summary = page.locator("details.hide > summary").first
    words = book.languages[language]
    assert summary.inner_text().strip() == words.show_code
    assert summary.get_attribute("aria-label") is None
    summary.click()
    assert summary.inner_text().strip() == words.hide_code


def test_pictures_in_addresses_are_drawn_without_spaces(open_page, site):
    text = (site / "en" / "step.html").read_text(encoding="utf-8")
    (address,) = re.findall(r'src="(data:image/svg[^"]*)"', text)
    assert " " not in address
    page = open_page("en/step.html", java_script_enabled=False)
    picture = page.locator("lr-explorer img")
    assert picture.evaluate("image => image.complete && image.naturalWidth") > 300


def test_no_table_has_an_empty_header(site):
    for path in site.glob("*/*.html"):
        assert not re.search(r"<th[^>]*>(<p>)?\s*(</p>)?</th>", path.read_text(encoding="utf-8"))
