"""Translate the interface strings that Sphinx and the themes leave in English."""

import tempfile
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from sphinx.application import Sphinx

LOCALE = Path(__file__).parent / "locale"


def setup(app: Sphinx) -> None:
    """Compile the catalogs in `locale/` and register them with Sphinx."""
    compiled = Path(tempfile.mkdtemp(prefix="book-locale-"))
    for source in LOCALE.rglob("*.po"):
        target = (compiled / source.relative_to(LOCALE)).with_suffix(".mo")
        target.parent.mkdir(parents=True)
        with source.open("rb") as po, target.open("wb") as mo:
            write_mo(mo, read_po(po))
    app.add_message_catalog("sphinx", str(compiled))
