"""Tables that the site shows as a grid: the book's chapters as cards, figures as a gallery.

In the notebooks they stay tables, which Jupyter and GitHub show well.
"""

from html import escape
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx

from tools.extension.page_picture import HEIGHT, WIDTH, page_picture, page_pictures, thumbnail
from tools.project import Project

FIGURES = "figures"
"""The page whose table of figures is shown as a gallery."""

Rows = list[list[nodes.entry]]


def setup(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.connect("doctree-read", _replace_tables)


def _replace_tables(app: Sphinx, doctree: nodes.document) -> None:
    name = PurePosixPath(app.env.docname).name
    for table in list(doctree.findall(nodes.table)):
        head, *rows = ([*row.children] for row in table.findall(nodes.row))
        if name == Project().pages[0] and all(_link(row[0]) is not None for row in rows):
            table.parent.replace(table, _cards(app, head, rows))
        elif name == FIGURES and any(row[1].next_node(nodes.image) for row in rows):
            table.parent.replace(table, _gallery(app, head, rows))


def _link(entry: nodes.entry) -> nodes.Element | None:
    """The link that is all an entry has."""
    link = entry.next_node(pending_xref)
    return link if link is not None and link.astext() == entry.astext() else None


def _notebook_of(app: Sphinx, link: nodes.Element) -> Path:
    """The notebook that a link of this page leads to; the page is made anew when it changes."""
    path = Path(app.env.doc2path(app.env.docname)).with_name(f"{_page_of(link)}.ipynb")
    app.env.note_dependency(str(path))
    return path


def _page_of(link: nodes.Element) -> str:
    return PurePosixPath(link["reftarget"]).name.removesuffix(".ipynb")


def _cards(app: Sphinx, head: list[nodes.entry], rows: Rows) -> list[nodes.Node]:
    """The name of the group and a card for each chapter: picture, title, sentence."""
    items = []
    for row in rows:
        title, *sentences = (entry.children for entry in row)
        picture = page_picture(_notebook_of(app, _link(row[0])))
        item = nodes.list_item("", classes=["chapter-card"])
        if picture:
            item += _image(thumbnail(picture.svg), picture.alt)
        title[0]["classes"].append("chapter-card-title")
        item.extend(title)
        for sentence in sentences:
            item.extend(sentence)
        items.append(item)
    group = nodes.paragraph("", "", *head[0].children[0].children, classes=["chapter-cards-title"])
    return [group, nodes.bullet_list("", *items, classes=["chapter-cards"])]


def _image(svg: str, alt: str) -> nodes.raw:
    address = f"data:image/svg+xml,{quote(svg, safe=' ,-./:=')}"
    html = (
        f'<img class="chapter-card-picture" width="{WIDTH}" height="{HEIGHT}"'
        f' alt="{escape(alt)}" src="{address}">'
    )
    return nodes.raw("", html, format="html")


def _gallery(app: Sphinx, head: list[nodes.entry], rows: Rows) -> list[nodes.Node]:
    """The count and an item for each figure: picture, mark, name and settings."""
    items = []
    for mark, picture, text in rows:
        item = nodes.list_item("", classes=["gallery-item"])
        image, link = picture.next_node(nodes.image), text.next_node(pending_xref)
        if image is not None:
            image["alt"] = _description(app, link, image["alt"])
            item += nodes.paragraph("", "", image, classes=["gallery-picture"])
        caption = text.children[0]
        caption.insert(0, nodes.inline("", f"{mark.astext()} ", classes=["gallery-mark"]))
        item += caption
        items.append(item)
    count = nodes.paragraph("", head[0].astext(), classes=["gallery-count"])
    return [count, nodes.bullet_list("", *items, classes=["gallery"])]


def _description(app: Sphinx, link: nodes.Element, figure: str) -> str:
    """What the page that has the figure says of it."""
    pictures = page_pictures(_notebook_of(app, link))
    return next((picture.alt for picture in pictures if picture.figure == figure), figure)
