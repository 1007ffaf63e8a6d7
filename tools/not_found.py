"""The page that a server shows for an address that is none of the site's: `404.html`."""

import shutil
from pathlib import Path

import jinja2

from tools.project import Project

STYLE = "404.css"


def write_not_found_page(project: Project, site: Path, base_url: str) -> None:
    """Write the page in all languages.

    Its links start at the root of the server, as it is shown at addresses of any depth.

    Args:
        project: the book.
        site: folder of the site.
        base_url: address of the site, or empty where it is not known.
    """
    tools = Path(__file__).parent
    template = jinja2.Template(
        (tools / "not_found.html").read_text(encoding="utf-8"), autoescape=True
    )
    languages = list(project.languages.values())
    page = template.render(languages=languages, root=f"{base_url}/", style=STYLE)
    (site / "404.html").write_text(page, encoding="utf-8")
    shutil.copyfile(tools / "not_found.css", site / STYLE)
