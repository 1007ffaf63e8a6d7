"""A site that names the address at which it is served, as a published one does."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.audit.server import serve
from tools.checkout import copy_checkout
from tools.project import Project
from tools.site import build_site


@contextmanager
def audited_site(root: Path) -> Iterator[tuple[Path, str]]:
    """Build a copy of the project and serve its site; the project's own site stays as it is.

    Args:
        root: top folder of the project.

    Yields:
        The folder of the site and its address, without a slash at its end.

    Raises:
        ProjectError: the site does not build.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy_checkout(root, Path(folder))
        site = Path(folder) / "_build" / "site"
        with serve(site) as url:
            build_site(Project(Path(folder)), url)
            yield site, url
