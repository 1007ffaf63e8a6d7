"""The same page in other languages, as search engines want to be told: hreflang."""

from html import escape

from tools.project import Project


def with_default(project: Project, addresses: dict[str, str]) -> dict[str, str]:
    """Add the address for readers of any other language.

    Args:
        project: the book.
        addresses: address of the same page by language.
    """
    return {**addresses, "x-default": addresses[project.default_language]}


def alternate_links(addresses: dict[str, str]) -> str:
    """The elements for the head of a page; addresses must be absolute."""
    return "".join(
        f'<link rel="alternate" hreflang="{language}" href="{escape(address)}">\n'
        for language, address in addresses.items()
    )
