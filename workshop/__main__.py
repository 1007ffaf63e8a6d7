"""Write everything for a workshop into `_build/workshop`: python -m workshop."""

import sys

from tools.project import Project, ProjectError
from workshop.kit import make_workshop


def main() -> int:
    """Command line."""
    project = Project()
    try:
        archives = make_workshop(project)
    except ProjectError as error:
        print(error, file=sys.stderr)
        return 1
    for path in archives:
        print(f"{project.relative(path)}: {path.stat().st_size / 2**20:.1f} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
