"""Link timm's names to timm's documentation, where the text and the code of a page first say them.

sphinx-codeautolink links code only, and has to import what the code imports: torch, in every
build. It takes the addresses from an inventory, and timm's documentation has none.
"""

import re

from docutils import nodes
from sphinx.addnodes import download_reference, pending_xref
from sphinx.application import Sphinx

DOCUMENTATION = "https://huggingface.co/docs/timm/reference/schedulers"
NAMES = (
    *("CosineLRScheduler", "MultiStepLRScheduler", "PlateauLRScheduler", "PolyLRScheduler"),
    *("StepLRScheduler", "TanhLRScheduler", "WSDLRScheduler", "create_scheduler_v2"),
)
CLASS = "timm-name"
NAME_IN_CODE = re.compile(rf'<span class="n">({"|".join(NAMES)})</span>')


def setup(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.connect("doctree-read", _link_text)
    app.connect("html-page-context", _link_code)


def address(name: str) -> str:
    """Where timm documents a name of `timm.scheduler`."""
    return f"{DOCUMENTATION}#timm.scheduler.{name}"


def _link_text(app: Sphinx, doctree: nodes.document) -> None:
    """Headings and links stay as they are."""
    linked = set()
    for literal in list(doctree.findall(nodes.literal)):
        name = literal.astext()
        if name in NAMES and name not in linked and not _is_title_or_link(literal):
            linked.add(name)
            reference = nodes.reference(refuri=address(name), classes=[CLASS])
            literal.replace_self(reference)
            reference += literal


def _is_title_or_link(node: nodes.Node) -> bool:
    while node := node.parent:
        if isinstance(node, nodes.title | nodes.reference | pending_xref | download_reference):
            return True
    return False


def _link_code(
    app: Sphinx, pagename: str, templatename: str, context: dict, doctree: nodes.document | None
) -> None:
    linked = set()

    def link(match: re.Match) -> str:
        if match[1] in linked:
            return match[0]
        linked.add(match[1])
        return f'<a class="reference external {CLASS}" href="{address(match[1])}">{match[0]}</a>'

    if doctree is not None:
        context["body"] = NAME_IN_CODE.sub(link, context["body"])
