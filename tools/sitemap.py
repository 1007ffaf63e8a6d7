"""What search engines look for at the root of the site: `robots.txt` and `sitemap.xml`."""

from pathlib import Path
from xml.etree import ElementTree

from tools.alternates import with_default
from tools.project import Project

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def write_sitemap(project: Project, site: Path, base_url: str) -> None:
    """Write both; a sitemap needs absolute addresses, so there is none without `base_url`.

    Args:
        project: the book.
        site: folder of the site.
        base_url: address of the site, or empty where it is not known.
    """
    robots = "User-agent: *\nAllow: /\n"
    sitemap = site / "sitemap.xml"
    sitemap.unlink(missing_ok=True)
    if base_url:
        robots += f"Sitemap: {base_url}/{sitemap.name}\n"
        sitemap.write_bytes(_sitemap(project, base_url))
    (site / "robots.txt").write_text(robots, encoding="utf-8")


def _sitemap(project: Project, base_url: str) -> bytes:
    """The landing page, then every page of every language with its alternates."""
    ElementTree.register_namespace("", SITEMAP)
    ElementTree.register_namespace("xhtml", XHTML)
    root = ElementTree.Element(f"{{{SITEMAP}}}urlset")
    _add(root, f"{base_url}/", {})
    for page in project.pages:
        addresses = {code: f"{base_url}/{code}/{page}.html" for code in project.languages}
        alternates = with_default(project, addresses)
        for address in addresses.values():
            _add(root, address, alternates)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _add(root: ElementTree.Element, address: str, alternates: dict[str, str]) -> None:
    url = ElementTree.SubElement(root, f"{{{SITEMAP}}}url")
    ElementTree.SubElement(url, f"{{{SITEMAP}}}loc").text = address
    for language, href in alternates.items():
        attributes = {"rel": "alternate", "hreflang": language, "href": href}
        ElementTree.SubElement(url, f"{{{XHTML}}}link", attributes)
