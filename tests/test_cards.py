"""Social cards: what they show, when they are drawn anew."""

import io
import re

import pytest
from PIL import Image

from tools import draw_cards
from tools.cards import HEIGHT, WIDTH, Card, card_path, is_drawn, read_card, unmade_cards
from tools.project import ROOT, Project, ProjectError

BOOK = Project(ROOT)
CARD = Card(title="Title", book="Book", curves=(("#0072b2", ((0.0, 0.0), (5.0, 9.0))),))


@pytest.mark.parametrize(
    ("language", "page"), [(language, page) for language in BOOK.languages for page in BOOK.pages]
)
def test_a_card_shows_what_its_page_shows_today(language, page):
    path = card_path(BOOK, language, page)
    assert is_drawn(path, read_card(BOOK, language, page)), (
        f"{BOOK.relative(path)}: run `make notebooks`."
    )
    with Image.open(path) as image:
        assert image.size == (WIDTH, HEIGHT)


def test_there_is_no_card_without_a_page():
    assert unmade_cards(BOOK) == [], "run `make notebooks`."


def test_a_card_has_title_and_curves_of_its_page():
    card = read_card(BOOK, "ja", "warmup")
    assert card.title == "ウォームアップ"
    assert card.book == BOOK.languages["ja"].title
    picture = BOOK.figure("StepLRScheduler").read_text(encoding="utf-8")
    assert len(re.findall("stroke: #0072b2", picture)) == 1
    assert len(card.curves) > 7
    assert {color for color, _ in card.curves} == {"#0072b2", "#d55e00"}


@pytest.mark.parametrize("page", ["glossary", "references", "checks"])
def test_a_page_without_curves_has_those_of_all_schedules(page):
    curves = read_card(BOOK, "en", page).curves
    assert len(curves) == 8
    assert curves == read_card(BOOK, "en", "index").curves


@pytest.fixture
def font_or_skip():
    """Skip, and say so, where there is no Japanese font."""
    try:
        draw_cards._font("Bold")
    except ProjectError as error:
        pytest.skip(str(error))


@pytest.mark.usefixtures("font_or_skip")
def test_the_same_card_has_the_same_bytes(tmp_path):
    png = draw_cards.draw_card(CARD)
    assert draw_cards.draw_card(CARD) == png
    path = tmp_path / "card.png"
    path.write_bytes(png)
    assert is_drawn(path, CARD)
    assert not is_drawn(path, Card("Another title", CARD.book, CARD.curves))
    assert not is_drawn(path, Card(CARD.title, CARD.book, ()))


@pytest.mark.usefixtures("font_or_skip")
@pytest.mark.parametrize("curves", [(), CARD.curves])
def test_everything_is_within_the_margins(curves):
    """Also a title that is too long for its size."""
    png = draw_cards.draw_card(Card("とても長い題名" * 6, "Book", curves))
    image = Image.open(io.BytesIO(png)).convert("L")
    left, top, right, bottom = image.point(lambda value: 255 * (value < 250)).getbbox()
    assert left >= draw_cards.LEFT - 10
    assert right <= draw_cards.RIGHT + 10
    assert top > 40
    assert bottom < HEIGHT - 20


def test_a_missing_font_is_named(monkeypatch):
    monkeypatch.setattr(draw_cards, "FONT", "No Such Font")
    with pytest.raises(ProjectError, match=r"'No Such Font' is missing; install it .*fonts-noto"):
        draw_cards.draw_card(CARD)
