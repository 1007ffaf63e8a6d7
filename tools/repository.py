"""The `repository` of `_config.yml`: where the project is, and what addresses follow from it."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from tools.project import Project, ProjectError

URL = re.compile(r"https://github\.com/(?P<path>[\w-]+/(?P<name>[\w.-]*[\w-]))")
BRANCH = re.compile(r"\w[\w.-]*(/\w[\w.-]*)*", re.ASCII)
HUB = re.compile(r"https?://[^\s/?#]+(/[^\s?#]*)?")
KEYS = {
    "url": (URL, "https://github.com/<owner>/<name>"),
    "branch": (BRANCH, "the name of a branch, such as main"),
    "jupyterhub": (HUB, "the address of a JupyterHub with nbgitpuller, or be left out"),
}
REQUIRED = ("url", "branch")


@dataclass(frozen=True)
class Repository:
    """The project on GitHub.

    Attributes:
        url: address of the repository.
        branch: the branch whose files readers see and run.
        jupyterhub: address of a JupyterHub that readers may use, or empty.
    """

    url: str
    branch: str
    jupyterhub: str = ""

    @property
    def path(self) -> str:
        """Owner and name."""
        return URL.fullmatch(self.url)["path"]

    @property
    def name(self) -> str:
        """The name alone, also that of the folder of a clone."""
        return URL.fullmatch(self.url)["name"]

    def colab(self, notebook: str) -> str:
        """Address that opens a notebook in Google Colab."""
        return f"https://colab.research.google.com/github/{self.path}/blob/{self.branch}/{notebook}"

    def binder(self, notebook: str) -> str:
        """Address that opens a notebook in Binder."""
        query = urlencode({"urlpath": f"lab/tree/{notebook}"}, safe="/")
        return f"https://mybinder.org/v2/gh/{self.path}/{quote(self.branch, safe='')}?{query}"

    def hub(self, notebook: str) -> str:
        """Address that clones the repository into a reader's own folder on the JupyterHub."""
        target = f"lab/tree/{self.name}/{notebook}"
        query = {"repo": self.url, "branch": self.branch, "urlpath": target}
        return f"{self.jupyterhub.rstrip('/')}/hub/user-redirect/git-pull?{urlencode(query)}"

    def file(self, path: str) -> str:
        """Address that shows a file, a text as it is written."""
        return f"{self.url}/blob/{self.branch}/{path}" + ("?plain=1" if path.endswith("md") else "")

    def issue(self, title: str) -> str:
        """Address of a new issue with a title."""
        return f"{self.url}/issues/new?{urlencode({'title': title})}"


def read_repository(project: Project) -> Repository | None:
    """The repository, or None where `_config.yml` names none.

    Raises:
        ProjectError: the setting is not as it must be.
    """
    setting = project.config.get("repository")
    if setting is None:
        return None
    if not isinstance(setting, dict) or not set(REQUIRED) <= set(setting) <= set(KEYS):
        raise ProjectError(
            f"_config.yml: `repository` is {setting!r}; it needs {' and '.join(REQUIRED)}, "
            "and may have jupyterhub, nothing else."
        )
    for key, value in setting.items():
        pattern, allowed = KEYS[key]
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise ProjectError(
                f"_config.yml: `{key}` of `repository` is {value!r}; it must be {allowed}."
            )
    return Repository(**setting)
