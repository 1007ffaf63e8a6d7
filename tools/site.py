"""Build the site in `_build/site`: one edition per language and a landing page.

    python -m tools.site

Outputs are those stored in the notebooks; no kernel is started. `BASE_URL` in the
environment, the address the site will have, makes canonical and hreflang links absolute.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

import jinja2
import yaml
from markupsafe import Markup

from tools.alternates import alternate_links
from tools.not_found import write_not_found_page
from tools.project import Language, Project, ProjectError
from tools.repository import read_repository
from tools.security_policy import meta_of_policy
from tools.sitemap import write_sitemap
from tools.style_sheets import bundle_styles
from tools.unused_files import remove_unused_files

NOT_FOR_READERS = (".buildinfo", "objects.inv", "*webpack-macros.html")
FILES_FROM_ELSEWHERE = (
    "_config.yml",
    "explorer/lr-overview.js",
    "explorer/reserve.css",
    "helpers/explorer/lr-challenges.js",
    "helpers/explorer/lr-explorer.js",
    "requirements.txt",
)
LANDING_FIGURE = "all-schedulers"
LANDING_FILES = (
    "tools/landing.css",
    "tools/landing.js",
    "tools/extension/static/favicon.svg",
)


def build_site(project: Project, base_url: str = "") -> Path:
    """Build all editions side by side and the landing page.

    Args:
        project: the book.
        base_url: address of the landing page, or empty where it is not known.

    Returns:
        The folder of the site.

    Raises:
        ProjectError: the address or `repository` is not as it must be, or Sphinx warns or fails;
            the message holds what it said.
    """
    base_url = _checked(base_url)
    read_repository(project)
    missing = [
        project.relative(project.notebook(language, page))
        for language in project.languages
        for page in project.pages
        if not project.notebook(language, page).exists()
    ]
    if missing:
        raise ProjectError(f"{', '.join(missing)}: missing; run `make notebooks`.")
    site = project.root / "_build" / "site"
    languages = project.languages.values()
    with ThreadPoolExecutor() as pool:
        outputs = list(
            pool.map(lambda language: _build_edition(project, language, base_url), languages)
        )
    for language, html in zip(languages, outputs, strict=True):
        _mirror(html, site / language.code)
        bundle_styles(site / language.code)
        remove_unused_files(site / language.code)
    _write_landing_page(project, site, base_url)
    write_not_found_page(project, site, base_url)
    write_sitemap(project, site, base_url)
    return site


def edition_config(project: Project, language: Language, base_url: str) -> dict:
    """Derive the configuration of one edition from `_config.yml`."""
    config = {key: value for key, value in project.config.items() if key != "languages"}
    sphinx = dict(config.get("sphinx", {}))
    options = dict(sphinx.get("config", {}))
    options["language"] = language.code
    options["nb_code_prompt_show"] = language.show_code
    options["nb_code_prompt_hide"] = language.hide_code
    options["html_theme_options"] = {
        **options.get("html_theme_options", {}),
        "search_bar_text": language.search,
    }
    if base_url:
        options["html_baseurl"] = f"{base_url}/{language.code}/"
    return {**config, "title": language.title, "sphinx": {**sphinx, "config": options}}


def edition_toc(project: Project) -> dict:
    """The table of contents of one edition: the first page is its root."""
    root, *chapters = project.pages
    return {"format": "jb-book", "root": root, "chapters": [{"file": page} for page in chapters]}


def _build_edition(project: Project, language: Language, base_url: str) -> Path:
    """Run jupyter-book for one edition and return the folder of its pages."""
    work = project.root / "_build" / language.code
    settings = {
        "_config.yml": yaml.safe_dump(edition_config(project, language, base_url)),
        "_toc.yml": yaml.safe_dump(edition_toc(project), sort_keys=False),
        # Sphinx does not notice when these change.
        "tools.sha256": _digest_of_tools(project),
    }
    if any(_read(work / name) != text for name, text in settings.items()):
        shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True, exist_ok=True)
    command = [
        *(str(Path(sys.executable).with_name("jupyter-book")), "build"),
        str(project.root / "notebooks" / language.code),
        *("--config", str(work / "_config.yml"), "--toc", str(work / "_toc.yml")),
        *("--path-output", str(work), "--warningiserror", "--nitpick", "--keep-going", "-q"),
    ]
    for name, text in settings.items():
        (work / name).write_text(text, encoding="utf-8")
    print(f"{language.code}: building …", flush=True)
    result = subprocess.run(
        command,
        cwd=project.root,
        env={**os.environ, "PYTHONPATH": str(project.root)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    html = work / "_build" / "html"
    if result.returncode != 0:
        shutil.rmtree(work)
        raise ProjectError(
            f"The {language.code} edition does not build. Mend this in book/, then run "
            f"`make notebooks`:\n{result.stdout}"
        )
    print(f"{language.code}: done", flush=True)
    return html


def _checked(base_url: str) -> str:
    """The address without a slash at its end."""
    address = urlsplit(base_url)
    is_address = address.scheme in ("http", "https") and address.netloc
    if base_url and (not is_address or address.query or address.fragment):
        raise ProjectError(
            f"BASE_URL is {base_url!r}; it must be the address of the site, such as "
            "https://example.org/book, or empty."
        )
    return base_url.rstrip("/")


def _digest_of_tools(project: Project) -> str:
    """Digest of what the build runs and of the files that it takes from elsewhere."""
    files = [project.root / name for name in FILES_FROM_ELSEWHERE]
    files += sorted((project.root / "tools").rglob("*"))
    digest = hashlib.sha256()
    for path in files:
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


def _mirror(source: Path, target: Path) -> None:
    """Copy what a reader needs; a page that is gone disappears from the target too."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, ignore=shutil.ignore_patterns(*NOT_FOR_READERS))


def _write_landing_page(project: Project, site: Path, base_url: str) -> None:
    template = jinja2.Template(
        (project.root / "tools" / "landing.html").read_text(encoding="utf-8"), autoescape=True
    )
    head = f"{meta_of_policy()}\n"
    if base_url:
        addresses = {code: f"{base_url}/{code}/index.html" for code in project.languages}
        head += f'<link rel="canonical" href="{escape(base_url)}/">\n'
        head += alternate_links(addresses | {"x-default": f"{base_url}/"})
    page = template.render(editions=list(project.languages.values()), head=Markup(head))
    (site / "index.html").write_text(page, encoding="utf-8")
    for path in (project.figure(LANDING_FIGURE), *(project.root / name for name in LANDING_FILES)):
        shutil.copy(path, site)


def main() -> int:
    """Command line."""
    try:
        site = build_site(Project(), os.environ.get("BASE_URL", ""))
    except ProjectError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Open {site / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
